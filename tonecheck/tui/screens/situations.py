"""Situations that keep a parent from some checks, ticked once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from tonecheck.protocol.rules import Situation
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar


class SituationsScreen(StationScreen):
    """A tick list; one that stops everything opens its own page at once."""

    CSS_PATH = "situations.tcss"
    HELP_KEY = "situations"
    BINDINGS = [Binding("0", "none", show=False)]
    KEYS: ClassVar[Keys] = (("0", "none"), ("b", "back"), ("u", "undo"), ("?", "help"))

    @property
    def situations(self) -> tuple[Situation, ...]:
        return self.session.walk.situations

    @property
    def keys(self) -> list[Key]:
        """Once something is ticked, no key says that there is nothing."""
        word = self.words("ui.situations.go")
        on = self.chosen
        return [Key(k.key, word, k.action) if on and k.key == "0" else k for k in super().keys]

    def compose_body(self) -> ComposeResult:
        words = self.words
        yield self.text(f"{words('situations.page.title')} {words('situations.page.intro')}", "gap")
        yield ChoiceList(id="list", more=words("ui.common.more"), asks=True)
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
            Choice(s.id, words(f"situations.{s.id}.label"), words("ui.situations.private"))
            if s.private
            else Choice(s.id, words(f"situations.{s.id}.label"), "", "many", s.id in chosen)
            for s in self.situations
        ]
        self.query_one(ChoiceList).show(numbered(choices))
        key = "ui.situations.go" if chosen else "ui.situations.none"
        self.query_one(GoButton).label = words(key)
        self.call_later(self.query_one(KeyBar).show, self.keys)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        known = self.session.pack.protocol.situation_by_id[event.id]
        if known.private:
            self.tone.way.reading.harm()
            self.notice(self.words("ui.situations.not_kept"))
            return
        chosen = self.chosen
        chosen = [c for c in chosen if c != event.id] if event.id in chosen else [*chosen, event.id]
        order = [s.id for s in self.situations]
        kept = sorted((c for c in chosen if c in order), key=order.index)
        if self.save(self.session.walk.set_situations(kept)) and known.stops and event.id in kept:
            # Not forward: what stands below it was not looked at yet.
            self.tone.way.jump(Station("stop"))

    @property
    def unclear(self) -> str:
        return self.words(f"ui.situations.{'unclear_on' if self.chosen else 'unclear'}")

    def on_go_button_pressed(self) -> None:
        self.action_none()

    def action_none(self) -> None:
        """On, with nothing ticked or with what is."""
        if self.chosen or self.save(self.session.walk.set_situations([])):
            self.forward()
