"""A good time: what to see to first, when the last feed was, and who is looking."""

from __future__ import annotations

from textual.app import ComposeResult

from tonecheck.errors import StoreError
from tonecheck.protocol.rules import Question
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.writing_base import WritingScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton

OBSERVER = "observer"


class ReadinessScreen(WritingScreen):
    """Reminders, one question, one name."""

    CSS_PATH = "readiness.tcss"
    HELP_KEY = "readiness"

    @property
    def field(self) -> Field:
        return self.query_one(Field)

    @property
    def written(self) -> str:
        return self.field.value

    @property
    def items(self) -> tuple[Question, ...]:
        return self.session.pack.protocol.readiness.items

    @property
    def asked(self) -> Question | None:
        return next((item for item in self.items if item.kind == "choice"), None)

    def compose_body(self) -> ComposeResult:
        words = self.words
        yield self.text(f"{words('readiness.page.intro')} {words('ui.readiness.when')}", "text")
        reminders = [item for item in self.items if item.kind == "yesno"]
        yield self.text(
            "\n".join(f"- {words(f'readiness.items.{item.id}.label')}" for item in reminders), "gap"
        )
        never = f"{words('readiness.page.stop')} {words('readiness.page.never')}"
        yield self.text(f"{never}\n{words('ui.readiness.not_now')}", "gap")
        if self.asked:
            yield self.text(words(f"readiness.items.{self.asked.id}.label"), "title")
            yield ChoiceList(id="fed", classes="-fit", asks=True)
        yield self.text(words(f"readiness.items.{OBSERVER}.label"), "title", id="who")
        yield Field(id=OBSERVER, max_length=200)

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.readiness.go"), id="go")

    def on_mount(self) -> None:
        self.redraw()
        self.query_one("#fed").focus()

    def redraw(self) -> None:
        self.field.show(str(self.session.draft.get(OBSERVER) or ""))
        if self.asked is None:
            return
        given = self.session.draft.get(f"readiness.{self.asked.id}")
        key = f"readiness.items.{self.asked.id}.options"
        choices = [
            Choice(o, self.words(f"{key}.{o}"), "", "one", o == given) for o in self.asked.options
        ]
        self.query_one(ChoiceList).show(numbered(choices))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        self.flush()
        if self.asked and self.save([Change(f"readiness.{self.asked.id}", event.id)]):
            self.lead_to_field()

    def on_input_submitted(self) -> None:
        self.flush()
        self.focus_go()

    def on_go_button_pressed(self) -> None:
        self.forward()

    def flush(self) -> None:
        value = self.written.strip() or None
        try:
            self.session.save([Change(OBSERVER, value)], undo_at=self.station)
        except StoreError as error:
            self.say_unsaved(error)
