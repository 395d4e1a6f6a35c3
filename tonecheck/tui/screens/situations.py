"""Situations that keep a parent from some checks, ticked once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from tonecheck.protocol.months import first_day
from tonecheck.protocol.rules import Situation
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.go_button import GoButton


class SituationsScreen(StationScreen):
    """A tick list; one that stops everything opens its own page at once."""

    CSS_PATH = "situations.tcss"
    HELP_KEY = "situations"
    BINDINGS = [Binding("0", "none", show=False)]
    KEYS: ClassVar[Keys] = (("0", "none"), ("b", "back"), ("u", "undo"), ("?", "help"))

    @property
    def situations(self) -> list[Situation]:
        """Those that can hold at this age."""
        ages = self.session.walk.ages
        days = ages.youngest if ages else 0
        return [
            s
            for s in self.session.pack.protocol.situations
            if s.until is None or days < first_day(s.until)
        ]

    def compose_body(self) -> ComposeResult:
        words = self.words
        yield self.text(f"{words('situations.page.title')} {words('situations.page.intro')}", "gap")
        yield ChoiceList(id="list", more=words("ui.common.more"))
        yield self.text(words("situations.page.not_sure"), "soft")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(id="go")

    def on_mount(self) -> None:
        self.redraw()
        self.query_one("#list").focus()

    @property
    def chosen(self) -> list[str]:
        return list(self.session.draft.get("situations", ()))

    def redraw(self) -> None:
        words, chosen = self.words, self.chosen
        choices = [
            Choice(s.id, words(f"situations.{s.id}.label"), "", "many", s.id in chosen)
            for s in self.situations
        ]
        self.query_one(ChoiceList).show(numbered(choices))
        key = "ui.situations.go" if chosen else "ui.situations.none"
        self.query_one(GoButton).label = words(key)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        known = self.session.pack.protocol.situation_by_id[event.id]
        if known.private:
            from tonecheck.tui.screens.help import HelpScreen

            self.tone.open(HelpScreen.harm(self.words, self.tone.emergency))
            return
        chosen = self.chosen
        chosen = [c for c in chosen if c != event.id] if event.id in chosen else [*chosen, event.id]
        order = [s.id for s in self.situations]
        kept = sorted((c for c in chosen if c in order), key=order.index)
        if self.save(self.session.walk.set_situations(kept)) and known.stops and event.id in kept:
            self.forward()

    def on_go_button_pressed(self) -> None:
        if not self.chosen:
            self.action_none()
        else:
            self.forward()

    def action_none(self) -> None:
        if self.save(self.session.walk.set_situations([])):
            self.forward()
