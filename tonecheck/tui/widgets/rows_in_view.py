"""Which rows of a list are in view now, and which have been."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from textual.message import Message
from textual.scroll_view import ScrollView

from tonecheck.tui.widgets.of_page import OfPage

Piece = tuple[str, str]
"""Some text and the component class that styles it, such as `row--label`."""
Line = list[Piece]


class RowsInView(ScrollView, OfPage):
    """Rows of one or more lines each, of which the window shows some.

    Where `_more` has words, they take the last line of the window while there are rows below.
    """

    class Seen(Message, bubble=False):
        """More rows have been in view than before."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._lines: list[tuple[int, Line]] = []
        self._starts: list[int] = []
        self._more = ""
        self._seen = 0

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def unseen(self) -> int:
        """How many of the last rows were never wholly in view since they are shown."""
        return self.row_count - min(self._seen, self.row_count)

    def shows(self, index: int) -> bool:
        """Whether a row is wholly in view."""
        first = int(self.scroll_offset.y)
        return first <= self._starts[index] and self._end_of(index) <= self._bottom

    def last_shown(self) -> int:
        """The last row that is wholly in view; the first where none is."""
        shown = [index for index in range(self.row_count) if self.shows(index)]
        return shown[-1] if shown else 0

    @property
    def _bottom(self) -> int:
        """The line below the last in view, clear of the one that says there is more."""
        bottom = int(self.scroll_offset.y) + self.size.height
        return bottom - bool(self._more) if bottom < len(self._lines) else bottom

    def _end_of(self, index: int) -> int:
        return self._starts[index] + self._height_of(index)

    def begin_unseen(self) -> None:
        """Other rows are shown: none of them is seen until it is drawn."""
        self._seen = 0
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        ends = [*self._starts[1:], len(self._lines)]
        seen = bisect_right(ends, self._bottom)
        if seen > self._seen:
            self._seen = seen
            self.tell(self.Seen())

    def watch_scroll_y(self, before: float, y: float) -> None:
        super().watch_scroll_y(before, y)
        self._look()

    def _height_of(self, index: int) -> int:
        """The lines of one row."""
        after = self._starts[index + 1 :]
        return (after[0] if after else len(self._lines)) - self._starts[index]
