"""The first page: what this is and is not. Drawn before anything but its own words is read."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from tonecheck.tui.first_words import first_words
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.key_bar import Key
from tonecheck.tui.widgets.title_bar import Aside


class WelcomeScreen(BaseScreen):
    """Welcome, disclaimer, and where to go from here."""

    HELP_KEY = "welcome"

    def __init__(self) -> None:
        super().__init__()
        self._text: dict[str, Any] = {}

    def compose_body(self) -> ComposeResult:
        text = self._text
        yield self.text(text["tagline"], "heading")
        for key, sign in (("is", "+"), ("is_not", "-")):
            for line in text[key]:
                yield self.text(f"{sign} {line}", "text point")
        yield self.text(text["disclaimer"].strip(), id="disclaimer")
        yield ChoiceList(
            numbered([Choice("new", text["start"]), Choice("quit", text["quit"])]), id="ways"
        )

    @property
    def heading(self) -> str:
        self._text = first_words(self.tone.services.content_dir, self.tone.language)
        return str(self._text["title"])

    @property
    def aside(self) -> Aside:
        return Aside()

    @property
    def keys(self) -> list[Key]:
        return [Key("?", self._text["help"], "help"), Key("Ctrl+Q", self._text["quit"], "app.quit")]

    def on_mount(self) -> None:
        self.query_one("#ways").focus()

    def on_screen_resume(self) -> None:
        if self.tone.is_loaded:
            self.show_ways()

    def show_ways(self) -> None:
        """What can be done, once the answers of earlier times are known."""
        choices = [Choice(id, label) for id, label in self.tone.way.ways()]
        self.query_one(ChoiceList).show(numbered(choices), current=choices[0].id)

    def show_loading(self) -> None:
        """Say that the rest is still being read."""
        self.notice(self._text["wait"])

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        self.tone.take_way(event.id)

    def action_back(self) -> None:
        """There is nothing before the first page."""
