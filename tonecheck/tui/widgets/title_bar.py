"""The top line: where we are, and whose screening this is."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tonecheck.tui.cut import cut
from tonecheck.tui.widgets.boxes import change_text

_AROUND = 4
"""Columns at the edges and between the title and what stands at the right."""
_SHORTEST = 6
"""The fewest columns a name is shown in."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands at the right, and a name before it that gives way where room is short."""

    said: str = ""
    name: str = ""

    def fitted(self, columns: int) -> str:
        """Both in `columns`; the name cut, or left out where too little of it would be left."""
        name = cut(self.name, columns - cell_len(self.said) - 2)
        is_told = name == self.name or cell_len(name) >= _SHORTEST
        return f"{name}, {self.said}" if name and is_told else self.said


class TitleBar(Horizontal):
    """A title on the left, a few words on the right; the title gives way to the age."""

    DEFAULT_CSS = """
    TitleBar > #title { width: auto; margin: 0 2 0 0; text-style: bold; color: $accent; }
    TitleBar > #aside { width: 1fr; text-align: right; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, title: str, aside: Aside) -> None:
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        yield Static(Content(self._fitted_title), id="title", markup=False)
        yield Static(Content(self._fitted), id="aside", markup=False)

    def on_resize(self) -> None:
        self._fit()

    def show(self, title: str, aside: Aside) -> None:
        """Show another title and aside."""
        self._title, self._aside = title, aside
        self._fit()

    @property
    def _room(self) -> int:
        """The columns it is laid out in; before that, those of the window."""
        return self.outer_size.width or self.app.size.width

    @property
    def _fitted_title(self) -> str:
        return cut(self._title, self._room - cell_len(self._aside.said) - _AROUND)

    @property
    def _fitted(self) -> str:
        return self._aside.fitted(self._room - cell_len(self._fitted_title) - _AROUND)

    def _fit(self) -> None:
        for id_, fitted in (("#title", self._fitted_title), ("#aside", self._fitted)):
            change_text(self.query_one(id_, Static), fitted)
