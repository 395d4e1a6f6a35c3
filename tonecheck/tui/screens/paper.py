"""What the paper tells of who and when, and a password for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from tonecheck.errors import InputError
from tonecheck.report.privacy import PRIVACY_LEVELS, Privacy
from tonecheck.report.protect import require_usable
from tonecheck.tui.papers import PaperChoices
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton

FILE_NAME = "file_name"


class PaperScreen(BaseScreen):
    """Three levels of privacy, the name in the file name, and a password typed twice."""

    CSS_PATH = "paper.tcss"
    HELP_KEY = "paper"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))

    def __init__(
        self, choices: PaperChoices, *, can_lock: bool, then: Callable[[PaperChoices], None]
    ) -> None:
        super().__init__()
        self._choices = choices
        self._can_lock = can_lock
        self._then = then

    def compose_body(self) -> ComposeResult:
        words = self.words
        yield self.text(words("ui.paper.tells"), "heading")
        yield ChoiceList(id="tells", classes="-fit")
        with Vertical(id="lock"):
            yield self.text(words("ui.paper.password"), "title")
            yield Field(self._choices.password, id="password", max_length=127, is_hidden=True)
            yield self.text(words("ui.paper.again"), "title")
            yield Field(self._choices.password, id="again", max_length=127, is_hidden=True)
            yield self.text(words("ui.paper.lost"), "soft")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.paper.done"), id="go")

    def on_mount(self) -> None:
        self.query_one("#lock").display = self._can_lock
        self.redraw()
        self.query_one("#tells").focus()

    def redraw(self) -> None:
        words, chosen = self.words, self._choices
        levels = [
            Choice(
                level,
                words(f"ui.paper.levels.{level}"),
                words(f"ui.paper.levels.{level}_text"),
                "one",
                level == chosen.privacy,
            )
            for level in PRIVACY_LEVELS
        ]
        named = Choice(FILE_NAME, words("ui.paper.file_name"), "", "many", chosen.is_file_named)
        can_name = chosen.privacy != "none"
        self.query_one(ChoiceList).show(numbered([*levels, named] if can_name else levels))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        chosen = self._choices
        if event.id == FILE_NAME:
            self._choices = replace(chosen, is_file_named=not chosen.is_file_named)
        else:
            self._choices = replace(chosen, privacy=cast("Privacy", event.id))
        self.redraw()

    def on_input_changed(self) -> None:
        self.notice()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_go_button_pressed(self) -> None:
        password = self.query_one("#password", Field).value
        if password != self.query_one("#again", Field).value:
            self._refuse("ui.paper.not_same", "#again")
            return
        if password:
            try:
                require_usable(password)
            except InputError:
                self._refuse("ui.paper.too_long", "#password")
                return
        self.tone.close()
        self._then(replace(self._choices, password=password))

    def _refuse(self, key: str, field: str) -> None:
        self.notice(self.words(key))
        self.query_one(field, Field).mend()

    def action_back(self) -> None:
        self.tone.close()
