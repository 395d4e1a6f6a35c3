"""The one button that leads on; focus shows as text, not as colour alone."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tonecheck.tui.widgets.of_page import OfPage


class GoButton(OfPage, can_focus=True):
    """A wide button of one line: Enter or a click presses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"go--focused"}
    DEFAULT_CSS = """
    GoButton {
        height: 1; width: auto; min-width: 20;
        background: $panel; color: $foreground;
        &:hover { text-style: underline; }
        & > .go--focused { background: $accent; color: $background; text-style: bold; }
    }
    """
    BINDINGS = [
        Binding("enter,space", "press", show=False),
        Binding("up,k", "screen.up_from_go", show=False),
        Binding("down,j", "screen.down_from_go", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]
    label: reactive[str] = reactive("", layout=True)

    class Pressed(Message, bubble=False):
        """The button was pressed."""

        def __init__(self, button: GoButton) -> None:
            super().__init__()
            self.button = button

    def __init__(self, label: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(GoButton.label, label)

    @property
    def _text(self) -> str:
        return f" > {self.label} < " if self.has_focus else f" [ {self.label} ] "

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return cell_len(self._text)

    def render_line(self, y: int) -> Strip:
        style = self.rich_style
        if self.has_focus:
            style += self.get_component_rich_style("go--focused", partial=True)
        return Strip([Segment(self._text, style)]).adjust_cell_length(self.size.width, style)

    def refresh_focus(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.chain == 1:
            self.action_press()

    def action_press(self) -> None:
        self.tell(self.Pressed(self))
