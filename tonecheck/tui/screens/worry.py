"""The parent's worry: yes, no or not sure, and their own words. Asked again at the end."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.writing_base import WritingScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.go_button import GoButton


class WorryScreen(WritingScreen):
    """One question and room for words."""

    CSS_PATH = "worry.tcss"
    HELP_KEY = "worry"

    @property
    def field(self) -> Words:
        return self.query_one(Words)

    @property
    def written(self) -> str:
        return self.field.text

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
        self.field.show(str(self._worry.get("words") or ""))
        given = self._worry.get("level")
        choices = [
            Choice(o, self.words(f"ui.common.{o}"), "", "one", o == given)
            for o in ("yes", "no", "not_sure")
        ]
        self.query_one(ChoiceList).show(numbered(choices))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if self.save([Change("worry", {**self._typed(), "level": event.id})]):
            if event.id == "no" or self.written:
                self.focus_go()
            else:
                self.lead_to_field()

    def _typed(self) -> dict[str, str]:
        text = self.written.strip()
        kept = {k: v for k, v in self._worry.items() if k == "level"}
        return {**kept, "words": text} if text else kept

    def on_go_button_pressed(self) -> None:
        self.flush()
        if not self._worry.get("level"):
            self.notice(self.words("ui.worry.pick"))
            self.query_one(ChoiceList).focus()
            return
        self.forward()

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
