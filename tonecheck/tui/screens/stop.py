"""A situation that comes before any check: its advice, and the way back."""

from __future__ import annotations

from textual.app import ComposeResult

from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered


class StopScreen(StationScreen):
    """Says why to stop, and what to do instead."""

    HELP_KEY = "stop"

    def compose_body(self) -> ComposeResult:
        words = self.words
        stop = self.session.walk.stopped_by
        yield self.text(words(f"situations.{stop}.label"), "heading")
        advice = words(f"situations.{stop}.advice", emergency=self.tone.emergency)
        yield self.text(advice, "gap")
        ways = [
            Choice("paper", words("gate.page.paper")),
            Choice("on", words("ui.stop.on")),
            Choice("home", words("ui.keys.quit")),
        ]
        yield ChoiceList(numbered(ways), id="ways", bare=True)

    def on_mount(self) -> None:
        self.query_one("#ways").focus()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if event.id == "paper":
            from tonecheck.tui.screens.export import ExportScreen

            self.tone.open(ExportScreen(self.session.screening(), self.session.result()))
        elif event.id == "home":
            self.tone.way.leave_walk()
        else:
            stop = self.session.walk.stopped_by
            kept = [s for s in self.session.draft.get("situations", ()) if s != stop]
            if self.save(self.session.walk.set_situations(kept)):
                self.tone.way.jump(Station("situations"))
