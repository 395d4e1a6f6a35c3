"""A list of wrapping rows with a caret: the base of every list in the app."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tonecheck.tui.widgets.rows_in_view import Line, RowsInView

CARET = ">"


class RowList(RowsInView, can_focus=True):
    """Rows of one or more lines each; arrows move the caret, and it stays in view.

    Rows are drawn from plain strings alone, so nothing a person typed can act as markup.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--label",
        "row--text",
        "row--key",
        "row--mark",
        "row--chosen",
        "row--more",
        "row--current",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        background: transparent;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        & > .row--label { text-style: bold; }
        & > .row--text { color: $foreground; }
        & > .row--key { color: $accent; text-style: bold; }
        & > .row--mark { color: $foreground; }
        & > .row--chosen { color: $success; text-style: bold; }
        & > .row--more { color: $warning; text-style: bold; }
        & > .row--current { background: $panel; }
    }
    RowList.-fit { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter,space", "take", show=False),
    ]
    current: reactive[int] = reactive(0, repaint=False)

    class Moved(Message, bubble=False):
        """The caret is on another row."""

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, more: str = ""
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._built_for = -1
        self._more = more
        self._styles: dict[tuple[str, ...], Style] = {}
        self._wrapped: dict[tuple[str, int], list[str]] = {}

    def row_lines(self, index: int, width: int) -> Sequence[Line]:
        """The lines of one row at `width` cells; each begins with a blank cell for the caret."""
        raise NotImplementedError

    def lines_above(self, index: int) -> int:
        """How many lines of a row are a heading: they are not marked and take no click."""
        return 0

    def take(self, index: int, x: int | None = None, line: int = 0) -> None:
        """The row was taken by Enter, or clicked at cell `x` of its line `line`."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Draw the lines anew that changed; the caret stays as near as it can."""
        before = self._lines
        self._built_for = -1
        self.current = max(0, min(self.current, self.row_count - 1))
        self._build(self.scrollable_content_region.width or self.size.width)
        if self._built_for < 0:  # Out of sight without a width: the lines come when it is shown.
            self.refresh()
            return
        if len(before) != len(self._lines):
            is_fit = self.styles.height is not None and self.styles.height.is_auto
            self.refresh(layout=is_fit)
            return
        for y, (was, line) in enumerate(zip(before, self._lines, strict=True)):
            if was != line:
                self.refresh_line(y)

    def _build(self, width: int) -> None:
        if width <= 0 or width == self._built_for:
            return
        self._built_for = width
        self._lines, self._starts = [], []
        for index in range(self.row_count):
            self._starts.append(len(self._lines))
            self._lines += [(index, line) for line in self.row_lines(index, width)]
        self.virtual_size = Size(width, len(self._lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._build(width)
        return max(1, len(self._lines))

    def on_resize(self) -> None:
        self._build(self.scrollable_content_region.width)
        self._show_current()
        self._look()
        # A scrollbar that was hidden meanwhile would stand where it stood before.
        self.vertical_scrollbar.position = self.scroll_y

    def watch_current(self, before: int, current: int) -> None:
        self._show_current()
        self._refresh_row(before)
        self._refresh_row(current)
        self.tell(self.Moved())

    def refresh_focus(self) -> None:
        self._refresh_row(self.current)

    def _refresh_row(self, index: int) -> None:
        if 0 <= index < len(self._starts):
            self.refresh_lines(self._starts[index], self._height_of(index))

    def move_to(self, index: int) -> None:
        """Put the caret on a row and bring it into view."""
        self.current = index
        self._show_current()

    def _show_current(self) -> None:
        """Scroll the row with the caret into view, clear of the line that says there is more.

        The window then begins with a whole row; nothing moves under one that is in view.
        """
        if not 0 <= self.current < len(self._starts):
            return
        start, height = self._starts[self.current], self._height_of(self.current)
        if self._more and self.current + 1 < len(self._starts):
            height += 1
        shown = int(self.scroll_offset.y)
        if shown <= start and start + height <= shown + self.size.height:
            return
        top = max(int(self.scroll_offset.y), start + height - self.size.height)
        first = min(start, self._starts[bisect_left(self._starts, top)]) if top < start else start
        self.scroll_to(y=first, animate=False, force=True, immediate=True)

    def action_step(self, by: int) -> None:
        if not self.row_count:
            return
        target = self.current + by
        if by == 1 and target >= self.row_count:
            self.screen.focus_next()
        elif by == -1 and target < 0:
            if self.screen.focus_chain[0] is not self:
                self.screen.focus_previous()
        else:
            self.current = max(0, min(target, self.row_count - 1))

    def action_page(self, by: int) -> None:
        """Move the caret by as many rows as are in view; at least by one, where there is one."""
        if not self._starts:
            return
        y = self._starts[self.current] + by * max(1, self.size.height - 1)
        target = max(0, bisect_right(self._starts, y) - 1)
        if target == self.current:
            target = max(0, min(target + by, self.row_count - 1))
        if target != self.current:
            self.action_step(target - self.current)

    def action_edge(self, to: int) -> None:
        self.current = 0 if to < 0 else max(0, self.row_count - 1)

    def action_take(self) -> None:
        if self.row_count:
            self.take(self.current)

    def on_click(self, event: events.Click) -> None:
        """Take the row; the second click of a double one does not take it back."""
        y = int(event.y + self.scroll_offset.y)
        if self._says_more_at(int(event.y)):
            self.take_more(event)
        elif event.chain == 1 and 0 <= y < len(self._lines):
            index = self._lines[y][0]
            line = y - self._starts[index] - self.lines_above(index)
            if line >= 0:
                self.current = index
                self.take(index, event.x, line)

    @property
    def shows_caret(self) -> bool:
        """Whether a row is marked as the one that Enter takes."""
        return self.has_focus

    def more_line(self) -> Line:
        """The line that stands for the rows below."""
        return [(f"  \u2193 {self._more}", "row--more")]

    def take_more(self, event: events.Click) -> None:
        """The line that stands for the rows below was clicked."""
        self.scroll_page_down(animate=False)

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        y_all = int(y + self.scroll_offset.y)
        if not 0 <= y_all < len(self._lines):
            return Strip.blank(width, self._style())
        if self._says_more_at(y):
            note = [Segment(text, self._style(name)) for text, name in self.more_line()]
            return Strip(note).adjust_cell_length(width, self._style())
        index, line = self._lines[y_all]
        marks: tuple[str, ...] = ()
        first = self._starts[index] + self.lines_above(index)
        if index == self.current and self.shows_caret and y_all >= first:
            marks = ("row--current",)
            if y_all == first:
                line = [(CARET, "row--key"), (line[0][0][1:], line[0][1]), *line[1:]]
        segments = [Segment(text, self._style(*marks, name)) for text, name in line]
        return Strip(segments).adjust_cell_length(width, self._style(*marks))

    def _says_more_at(self, y: int) -> bool:
        """Whether line `y` of the window is the one that says there is more below it."""
        at_end = y + self.scroll_offset.y >= len(self._lines) - 1
        return bool(self._more) and y == self.size.height - 1 and not at_end

    def _style(self, *names: str) -> Style:
        """The style of the list with what component classes add; an empty name adds nothing."""
        if names not in self._styles:
            added = (self.get_component_rich_style(n, partial=True) for n in names if n)
            self._styles[names] = sum(added, self.rich_style)
        return self._styles[names]

    def wrap(self, text: str, width: int) -> list[str]:
        """`text` cut into lines of at most `width` cells; kept, as rows are built at each key."""
        if (text, width) not in self._wrapped:
            lines = Text(text).wrap(self.app.console, max(1, width))
            self._wrapped[text, width] = [line.plain.rstrip() for line in lines] or [""]
        return self._wrapped[text, width]
