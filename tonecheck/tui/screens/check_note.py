"""The note to a check: begun from any part of its page, kept as it is typed."""

from __future__ import annotations

from textual.binding import Binding

from tonecheck.errors import StoreError
from tonecheck.tui.screens.check_layout import CheckLayout
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.fields import Words


class NotedCheck(CheckLayout):
    """A check one can write a note to, which leads back to where it was begun."""

    BINDINGS = [Binding("t", "note", show=False)]

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._noted_from = "see"

    def go_to(self, part: str) -> None:
        """Show a part of the check."""
        raise NotImplementedError

    def action_note(self) -> None:
        self.write_note(then="see" if self._part == "how" else self._part)

    def write_note(self, then: str) -> None:
        """Write a note, and go back to a part of the check then."""
        self.query_one(Words).show(str(self.page.entry.get("note") or ""))
        self._noted_from = then
        self.go_to("note")

    def end_note(self) -> None:
        """Back to what was asked when the note was begun."""
        self.flush()
        self.go_to(self._noted_from)

    def flush(self) -> None:
        """Keep the note that is being written."""
        if self._part != "note":
            return
        text = self.query_one(Words).text.strip() or None
        try:
            self.session.save(
                self.session.walk.set_in_entry(self.station.check, "note", text), self.station
            )
        except StoreError as error:
            self.say_unsaved(error)
