"""A station of the walk: it shows the state of the session and sends intents to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.session import Course, Session, Station, Undone
from tonecheck.tui.undone import say_undone
from tonecheck.tui.widgets.key_bar import Key


class StationScreen(BaseScreen):
    """A page of the way through; every answer is on disk before it is drawn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("r", "review", show=False),
    ]
    KEYS: ClassVar[Keys] = (("b", "back"), ("u", "undo"), ("?", "help"))

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__()
        self.session = session
        self.station = station
        self.came_from: Station | None = None

    @property
    def keys(self) -> list[Key]:
        """While answers are looked over, one key leads back to all of them."""
        keys = list(super().keys)
        if self.session.course in (Course.REVIEWING, Course.FILLING) and all(
            key.action != "review" for key in keys
        ):
            keys.insert(-1, self.key("r", "review"))
        return keys

    def on_descendant_blur(self) -> None:
        if self.is_current:
            self.keep_typed()

    def keep_typed(self) -> None:
        """Put what was typed on disk as soon as the focus leaves it."""
        self.flush()

    def redraw(self) -> None:
        """Show the state of the session."""

    def show_undone(self, undone: Undone) -> None:
        """Show what was taken back on this page, and say what it was."""
        self.redraw()
        self.notice(say_undone(self.words, undone))

    def save(self, changes: Sequence[Change]) -> bool:
        """Put changes on disk and draw them; where that fails, say so and keep them here."""
        try:
            self.session.save(changes, undo_at=self.station)
        except StoreError as error:
            self.redraw()
            self.say_unsaved(error)
            return False
        self.notice()
        self.redraw()
        return not self.tone.way.raise_alarm()

    def say_unsaved(self, error: StoreError) -> None:
        """Say that the last answer is not on disk."""
        self.notice(
            self.words("ui.common.not_saved", reason=error.message, hint=error.hint).strip()
        )

    def forward(self) -> None:
        """Leave for the next station, once all is on disk."""
        self.flush()
        if not self.session.is_reviewing:
            self.session.left_for_review = None
        try:
            self.session.retry()
            after = self.session.forward(self.station)
        except StoreError as error:
            self.say_unsaved(error)
            return
        if after is None:
            self.tone.way.open_urgent()
        else:
            self.tone.way.show(after)

    def action_review(self) -> None:
        """To all answers, once there are checks to look over."""
        review = Station("review")
        if review in self.session.stations:
            if not self.session.is_reviewing:
                self.session.left_for_review = self.station
                self.session.reviewed = self.station.key
            self.session.course = Course.THROUGH
            self.tone.way.jump(review)

    def action_undo(self) -> None:
        """Take the last answer back, and say which that was."""
        if self.session.is_finished:
            self.notice(self.words("ui.common.finished"))
            return
        try:
            undone = self.session.undo()
        except StoreError as error:
            self.redraw()
            self.say_unsaved(error)
            return
        if undone is None:
            self.notice(self.words("ui.common.nothing_to_undo"))
            return
        if undone.station == self.station:
            self.show_undone(undone)
        else:
            self.tone.way.jump_to_undone(undone)
        self.tone.way.raise_alarm()
