"""How a check is done: its steps, and the picture where it pushes no step out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tonecheck import figures
from tonecheck.tui.widgets.figure_view import FigureView
from tonecheck.tui.widgets.prose import Item, Prose

BELOW, BESIDE = (48, 13), (26, 9)
"""The most columns and rows of the picture below the steps, and its size beside them."""
GAP = 2
"""Columns between the steps and the picture beside them; below them it is one row."""
NARROWEST = 40
"""The fewest columns the steps are read in beside a picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the picture fits, in columns and rows."""

    columns: int
    rows: int
    is_beside: bool


class HowPane(VerticalScroll, can_focus=False):
    """Steps to read. Where the picture does not fit, a line says how to see it."""

    DEFAULT_CSS = """
    HowPane > FigureView { margin: 1 0 0 0; color: $accent; }
    HowPane.-beside { layout: horizontal; }
    HowPane.-beside > Prose { width: 1fr; }
    HowPane.-beside > FigureView { margin: 0 0 0 2; }
    """

    class Sized(Message):
        """There is another room for the picture."""

    def __init__(self, *, id: str, hint: str) -> None:
        super().__init__(id=id)
        self._hint = Item(hint)
        self._room = Size(0, 0)

    def compose(self) -> ComposeResult:
        yield Prose()
        yield FigureView(id="how_picture")

    def on_resize(self, event: events.Resize) -> None:
        if self.size.area and self.size != self._room:
            self._room = self.size
            self.post_message(self.Sized())

    def place(self, items: Sequence[Item]) -> Place | None:
        """Where a picture fits with these steps; None where it would push them out of sight."""
        width, height = self._room or self._room_to_be()
        prose = self.query_one(Prose)
        left = height - prose.height_of(items, width) - 1
        if left >= figures.SMALLEST[1]:
            return Place(min(BELOW[0], width), min(BELOW[1], left), is_beside=False)
        beside = width - BESIDE[0] - GAP
        fits = beside >= NARROWEST and height >= BESIDE[1]
        if fits and prose.height_of(items, beside) <= height:
            return Place(*BESIDE, is_beside=True)
        return None

    def _room_to_be(self) -> Size:
        """The room there will be, before the pane has been shown."""
        around = self.parent.size if isinstance(self.parent, Widget) else Size(0, 0)
        return Size(max(0, around.width - self.gutter.width), around.height)

    def show(self, items: Sequence[Item], place: Place | None, picture: Sequence[str]) -> None:
        """Show steps, and their picture where `place` says; without one, say how to see it."""
        is_shown = place is not None and bool(picture)
        self.set_class(is_shown and place is not None and place.is_beside, "-beside")
        self.query_one(Prose).show([*items, *([] if is_shown else [self._hint])])
        view = self.query_one(FigureView)
        view.display = is_shown
        view.show(picture)
