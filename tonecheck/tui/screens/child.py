"""Who: a name if they like, the day of birth or the age, and how long the pregnancy was."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from tonecheck.errors import InputError, StoreError
from tonecheck.screening.ages import ages_of
from tonecheck.screening.document import Child
from tonecheck.screening.draft import Change
from tonecheck.tui import say
from tonecheck.tui.child_form import (
    AGE,
    FIELDS,
    HIGHEST,
    Mistake,
    early_birth,
    read_child,
    typed_from,
)
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton

_ROWS = (
    ("birth", ("day", "month", "year")),
    ("age", AGE),
    ("gestation", ("gestation_weeks", "gestation_days")),
)
TYPED = "child_typed"
_LABELS = {"gestation_weeks": "weeks", "gestation_days": "days"}


class ChildScreen(StationScreen):
    """A short form; both ages are shown while it is typed."""

    CSS_PATH = "child.tcss"
    HELP_KEY = "child"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))

    def compose_body(self) -> ComposeResult:
        words = self.words
        early = early_birth(self.session.pack.protocol.result.ages)
        said = [words("ui.child.either"), say.last_look(self.session.pack, self.session.earlier())]
        yield self.text("\n".join(filter(None, said)), "gap")
        yield self.text(words("ui.child.name"), "title")
        yield Field(id="name", max_length=200)
        for row, fields in _ROWS:
            yield self.text(words(f"ui.child.{row}"), "title")
            with Horizontal(classes="row"):
                for field in fields:
                    yield self.text(words(f"ui.child.{_LABELS.get(field, field)}"), "label")
                    long = 4 if field == "year" else 2
                    most = HIGHEST.get(field, 0)
                    yield Field(id=field, max_length=long, digits=True, most=most)
            if row == "gestation":
                yield self.text(words("ui.child.gestation_hint", **early), "soft")
        yield self.text("", "heading", id="ages")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.common.go"), id="go")

    def on_mount(self) -> None:
        self.redraw()
        if self.session.has_ages:
            self.focus_go()
        else:
            self.query_one("#name").focus()

    @property
    def typed(self) -> dict[str, str]:
        return {field: self.query_one(f"#{field}", Field).value for field in FIELDS}

    @property
    def _known(self) -> dict[str, str]:
        return typed_from(self.session.draft.get("child") or {})

    def redraw(self) -> None:
        typed = self.session.draft.get(TYPED) or self._known
        with self.prevent(Input.Changed):
            for field in FIELDS:
                self.query_one(f"#{field}", Field).show(str(typed.get(field) or ""))
        self._show_ages()

    def _show_ages(self) -> None:
        self.set_text("#ages", self._ages_line())

    def _ages_line(self) -> str:
        today = self._observed_on()
        child = read_child(self.typed, today)
        if isinstance(child, Mistake):
            return ""
        try:
            ages = ages_of(child, today, self.session.pack.protocol.result.ages)
        except InputError:
            return ""
        line = say.both_ages(self.words, ages)
        born = say.day(self.words, child.birth_date) + ". " if child.birth_date else ""
        return born + line

    def _observed_on(self) -> date:
        text = self.session.draft.get("observed_on")
        return date.fromisoformat(text) if text else self.session.services.clock().date()

    def on_input_changed(self) -> None:
        self.notice()
        self._show_ages()

    def on_field_letter(self) -> None:
        self.notice(self.words("ui.child.digits"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field; past the age where the day of birth is given."""
        if event.input.id == "year" and event.input.value:
            self.query_one("#gestation_weeks").focus()
        else:
            self.focus_next()

    def on_go_button_pressed(self) -> None:
        child = read_child(self.typed, self._observed_on())
        if isinstance(child, Mistake):
            self.notice(self.words(f"ui.child.{child.key}", **dict(child.values)))
            self.query_one(f"#{child.field}", Field).mend()
            return
        if self.save(self._changes(child)):
            self.forward()

    def _changes(self, child: Child | Mistake) -> list[Change]:
        """A child that is complete; else only what was typed, for the next time."""
        if isinstance(child, Mistake):
            return [self._as_typed()]
        return [*self.session.walk.set_child(child), Change(TYPED, None)]

    def _as_typed(self) -> Change:
        return Change(TYPED, None if self.typed == self._known else self.typed)

    def keep_typed(self) -> None:
        """Between two fields only what is typed is kept: no age is taken from half a form."""
        self._keep([self._as_typed()])

    def flush(self) -> None:
        """Keep what is typed, complete or not."""
        self._keep(self._changes(read_child(self.typed, self._observed_on())))

    def _keep(self, changes: list[Change]) -> None:
        try:
            self.session.save(changes, undo_at=self.station)
        except StoreError as error:
            self.say_unsaved(error)
