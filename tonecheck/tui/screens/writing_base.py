"""A station whose answer leads on to a field to write in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.go_button import GoButton


class WritingScreen(StationScreen):
    """One question, then a field: who answers is led there, and told that one can write."""

    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))
    BINDINGS = [Binding("tab", "next_field", show=False, priority=True)]

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._is_led_there = False

    @property
    def field(self) -> Widget:
        """Where one writes."""
        raise NotImplementedError

    @property
    def written(self) -> str:
        """What stands there."""
        raise NotImplementedError

    def lead_to_field(self) -> None:
        """Put the focus on the field, and say so."""
        self.field.focus()
        self._is_led_there = True
        self.notice(self.words("ui.worry.write_now"))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On the button one cannot write, so nothing says that one can."""
        if isinstance(event.widget, GoButton):
            self.notice()

    def action_next_field(self) -> None:
        """On; who presses Tab to get to where they were led is there already."""
        is_there = self._is_led_there and self.field.has_focus and not self.written
        self._is_led_there = False
        if not is_there:
            self.focus_next()
