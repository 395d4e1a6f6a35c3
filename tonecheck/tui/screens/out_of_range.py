"""An age the checklist does not cover: what to do instead."""

from __future__ import annotations

from textual.app import ComposeResult

from tonecheck.screening.ages import Place
from tonecheck.tui import say
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered


class OutOfRangeScreen(StationScreen):
    """Before the due date, past the first birthday, or a day still to come."""

    HELP_KEY = "out_of_range"

    @property
    def place(self) -> str:
        ages = self.session.walk.ages
        return ages.place.value if ages else Place.PAST_RANGE.value

    @property
    def heading(self) -> str:
        return self.words(f"help.age_{self.place}.title")

    def compose_body(self) -> ComposeResult:
        if ages := self.session.walk.ages:
            yield self.text(say.both_ages(self.words, ages), "heading")
        yield self.text(self.words(f"help.age_{self.place}.text"), "gap")
        ways = [
            Choice("child", self.words("ui.range.check")),
            Choice("home", self.words("ui.range.home")),
        ]
        yield ChoiceList(numbered(ways), id="ways")

    def on_mount(self) -> None:
        self.query_one("#ways").focus()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if event.id == "home":
            self.tone.way.leave_walk()
        else:
            self.tone.way.go_back()
