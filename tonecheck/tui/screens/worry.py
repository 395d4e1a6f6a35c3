"""The parent's worry: yes, no or not sure, and their own words. Asked again at the end."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.go_button import GoButton


class WorryScreen(StationScreen):
    """One question and room for words."""

    CSS_PATH = "worry.tcss"
    HELP_KEY = "worry"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))
    BINDINGS = [Binding("tab", "next_field", show=False, priority=True)]

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._is_led_there = False

    def compose_body(self) -> ComposeResult:
        is_again = self.session.is_closing and self._worry.get("level")
        key = "again" if is_again else "question"
        yield self.text(self.words(f"ui.worry.{key}"), "heading")
        yield ChoiceList(id="level", classes="-fit", asks=True)
        yield self.text(self.words("ui.worry.words"), "title")
        yield Words("", id="words", hint=self.words("ui.common.write"))

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.worry.go"), id="go")

    @property
    def _worry(self) -> dict[str, str]:
        return dict(self.session.draft.get("worry") or {})

    def on_mount(self) -> None:
        self.redraw()
        if self._worry.get("level"):
            self.focus_go()
        else:
            self.query_one("#level").focus()

    def redraw(self) -> None:
        self.query_one(Words).show(str(self._worry.get("words") or ""))
        given = self._worry.get("level")
        choices = [
            Choice(o, self.words(f"ui.common.{o}"), "", "one", o == given)
            for o in ("yes", "no", "not_sure")
        ]
        self.query_one(ChoiceList).show(numbered(choices))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if self.save([Change("worry", {**self._typed(), "level": event.id})]):
            words = self.query_one(Words)
            if event.id == "no" or words.text:
                self.focus_go()
            else:
                words.focus()
                self._is_led_there = True
                self.notice(self.words("ui.worry.write_now"))

    def _typed(self) -> dict[str, str]:
        text = self.query_one(Words).text.strip()
        kept = {k: v for k, v in self._worry.items() if k == "level"}
        return {**kept, "words": text} if text else kept

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On the button one cannot write, so nothing says that one can."""
        if isinstance(event.widget, GoButton):
            self.notice()

    def on_go_button_pressed(self) -> None:
        self.flush()
        if not self._worry.get("level"):
            self.notice(self.words("ui.worry.pick"))
            self.query_one(ChoiceList).focus()
            return
        self.forward()

    def action_next_field(self) -> None:
        """On; who presses Tab to get to where they were led is there already."""
        if self._is_led_there and not self.query_one(Words).text:
            self._is_led_there = False
            return
        self.focus_next()

    def take_key(self, event: events.Key) -> bool:
        """With the button on, a digit leads back to the answers; asked again, it answers."""
        rows = self.query_one(ChoiceList)
        is_on = isinstance(self.focused, GoButton) and not self.session.is_closing
        if is_on and event.character in {choice.key for choice in rows.choices}:
            self.focus_on(rows)
            return True
        return super().take_key(event)

    def flush(self) -> None:
        try:
            self.session.save([Change("worry", self._typed() or None)], undo_at=self.station)
        except StoreError as error:
            self.say_unsaved(error)
