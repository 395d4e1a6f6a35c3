"""The one button that leads on; focus shows as text, not as colour alone."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class GoButton(Widget, can_focus=True):
    """A wide button of one line: Enter or a click presses it."""

    DEFAULT_CSS = """
    GoButton {
        height: 1; width: auto; min-width: 20; padding: 0 1;
        background: $panel; color: $foreground;
        &:focus { background: $accent; color: $background; text-style: bold; }
        &:hover { text-style: underline; }
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

    class Pressed(Message):
        """The button was pressed."""

        def __init__(self, button: GoButton) -> None:
            super().__init__()
            self.button = button

        @property
        def control(self) -> GoButton:
            return self.button

    def __init__(self, label: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(GoButton.label, label)

    def render(self) -> Content:
        return Content(f"> {self.label} <" if self.has_focus else f"[ {self.label} ]")

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_press()

    def action_press(self) -> None:
        self.post_message(self.Pressed(self))
