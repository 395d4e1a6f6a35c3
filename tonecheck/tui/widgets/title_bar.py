"""The top line: where we are, and whose screening this is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class TitleBar(Horizontal):
    """A title on the left and a few words on the right."""

    DEFAULT_CSS = """
    TitleBar > #title { width: auto; margin: 0 2 0 0; text-style: bold; color: $accent; }
    TitleBar > #aside { width: 1fr; text-align: right; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        yield Static(Content(self._title), id="title", markup=False)
        yield Static(Content(self._aside), id="aside", markup=False)

    def show(self, title: str, aside: str) -> None:
        """Show another title and aside."""
        self.query_one("#title", Static).update(Content(title))
        self.query_one("#aside", Static).update(Content(aside))
