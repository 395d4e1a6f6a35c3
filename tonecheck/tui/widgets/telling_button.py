"""The button that leads on, and beside it what a key did; the page keeps its layout."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tonecheck.tui.cut import cut
from tonecheck.tui.widgets.go_button import GoButton

_GAP = "  "


class TellingButton(GoButton):
    """Fills its line: the button, which alone takes clicks, then the words, cut where too long."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"telling--button", "telling--told"}
    DEFAULT_CSS = """
    TellingButton {
        width: 1fr; background: $background;
        & > .telling--button { background: $panel; }
        & > .telling--told { color: $warning; text-style: bold; }
        &:hover { text-style: none; }
        &:hover > .telling--button { text-style: underline; }
    }
    """
    told: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        look = "go--focused" if self.has_focus else "telling--button"
        room = self.size.width - cell_len(self._text + _GAP)
        parts = ((self._text, look), (_GAP, ""), (cut(self.told, room), "telling--told"))
        line = Strip([Segment(text, self._look(name)) for text, name in parts])
        return line.adjust_cell_length(self.size.width, self.rich_style)

    def _look(self, name: str) -> Style:
        if not name:
            return self.rich_style
        return self.rich_style + self.get_component_rich_style(name, partial=True)

    def on_click(self, event: events.Click) -> None:
        if event.x >= cell_len(self._text):
            event.prevent_default()
