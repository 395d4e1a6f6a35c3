"""A station that asks a few questions to a page, all with the same few answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station, Undone
from tonecheck.tui.widgets.ask_list import AskList
from tonecheck.tui.widgets.go_button import GoButton


class AskScreen(StationScreen):
    """Pages of questions in one AskList; the correction goes to the question it was made for."""

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._page = 0

    @property
    def asked(self) -> Sequence[Sequence[str]]:
        """The draft's field of each question, page by page."""
        raise NotImplementedError

    @property
    def asks(self) -> AskList:
        return self.query_one(AskList)

    def take_key(self, event: events.Key) -> bool:
        """While the button is on, a digit answers nothing: it leads back to the questions."""
        key = event.character
        if key is None or not key.isdecimal() or not self.asks.display:
            return super().take_key(event)
        if not self.asks.has_option(key):
            if key not in self.active_bindings:
                self.notice(self.unclear)
        elif isinstance(self.focused, GoButton):
            self.focus_on(self.asks)
            return True
        return super().take_key(event)

    def action_up_from_go(self) -> None:
        """To the last question of the page."""
        if self.asks.display:
            self.asks.current = self.asks.row_count - 1
            self.focus_on(self.asks)
        else:
            super().action_up_from_go()

    def show_undone(self, undone: Undone) -> None:
        """Put the caret on the question whose answer was taken back, on whichever page."""
        fields = {field for field, _, _ in undone.fields}
        places = [
            (page, at)
            for page, asked in enumerate(self.asked)
            for at, field in enumerate(asked)
            if field in fields
        ]
        if places:
            self._page = places[0][0]
        super().show_undone(undone)
        if places and self.asks.display:
            self.asks.current = places[0][1]
            self.focus_on(self.asks)
