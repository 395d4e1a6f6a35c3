"""Every check left to people who examine babies: why, and what such a person told."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical

from tonecheck.errors import StoreError
from tonecheck.screening.walk import Card
from tonecheck.tui import say
from tonecheck.tui.check_parts import NOTHING, CheckParts
from tonecheck.tui.left_words import left_by_reason
from tonecheck.tui.review_words import said_of
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton


class LeaveScreen(StationScreen):
    """A list of those checks; taking one asks what was told, by whom and when."""

    CSS_PATH = "leave.tcss"
    HELP_KEY = "leave"

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._check = station.check
        self._asks_side = False

    def compose_body(self) -> ComposeResult:
        yield self.text("", "gap", id="top")
        yield ChoiceList(id="list", more=self.words("ui.common.more"))
        with Vertical(id="who"):
            yield self.text(self.words("ui.leave.who"), "title")
            yield Field("", id="by", max_length=200)
            yield self.text(self.words("ui.leave.who_hint"), "soft")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(id="go")

    def on_mount(self) -> None:
        self._open(self._check)

    def _open(self, check: str) -> None:
        """Show one check to fill in, or the list when `check` is empty."""
        before = self._check
        self._check = check
        self._asks_side = False
        self.notice()
        if check:
            entry = self.session.walk.entry(check)
            self.query_one(Field).value = say.plain(str(entry.get("reported_by") or ""))
        self.redraw()
        choices = self.query_one(ChoiceList)
        choices.show(choices.choices, current=NOTHING if check else before)
        if not check or self.session.walk.entry(check).get("answers"):
            self.focus_go()
        else:
            self.focus_on(choices)

    def redraw(self) -> None:
        words = self.words
        self.query_one(ChoiceList).asks = bool(self._check)
        self.query_one("#who").display = bool(self._check) and not self._asks_side
        if self._check:
            name = words.checks[self._check].name
            parts = self._parts
            asked = parts.side_question() if self._asks_side else words("ui.leave.told_title")
            self.set_text("#top", f"{name}. {asked}{self._side_line()}")
            self.query_one(ChoiceList).show(parts.sides() if self._asks_side else parts.reported())
            self.query_one(GoButton).label = words("ui.leave.done")
        else:
            self.set_text("#top", words("ui.leave.intro"))
            self.query_one(ChoiceList).show(numbered(list(self._rows())))
            self.query_one(GoButton).label = words("ui.leave.go")

    @property
    def _parts(self) -> CheckParts:
        walk = self.session.walk
        return CheckParts(self.session.pack, walk.card(self._check), walk.entry(self._check))

    def _side_line(self) -> str:
        side = self.session.walk.entry(self._check).get("side")
        return f"\n{self.words(f'ui.check.{side}')}" if side and not self._asks_side else ""

    def _ask_side(self, asks: bool) -> None:
        """Show the sides to pick from, or again what can have been told."""
        self._asks_side = asks
        self.redraw()
        if asks:
            self.focus_on(self.query_one(ChoiceList))
        else:
            self.focus_go()

    def _rows(self) -> Iterator[Choice]:
        for why, cards in left_by_reason(self.words, self.session).items():
            for n, card in enumerate(cards):
                yield self._row(card, "" if n else why)

    def _row(self, card: Card, heading: str) -> Choice:
        check = card.check.id
        said = said_of(self.words, self.session.walk, check)
        name = self.words.checks[check].name
        return Choice(check, name, said, "many", bool(said), heading=heading)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if not self._check:
            self._open(event.id)
        elif event.id == NOTHING:
            self._take_nothing()
        elif self._asks_side:
            if self.save(self.session.walk.set_in_entry(self._check, "side", event.id)):
                self._ask_side(False)
        elif self.save(self.session.walk.choose(self._check, event.id)):
            self._ask_side(self._parts.needs_side)

    def _take_nothing(self) -> None:
        """Nothing was told: whatever was written down of it goes."""
        entry = self.session.walk.entry(self._check)
        if not entry or self.save(self.session.walk.clear(self._check)):
            self._open("")

    def on_input_submitted(self) -> None:
        self.on_go_button_pressed()

    def on_go_button_pressed(self) -> None:
        if not self._check:
            self.forward()
            return
        if self._parts.needs_side:
            self._ask_side(True)
            return
        self._close_told()

    def _close_told(self) -> None:
        """Back to the list, once it is known who told it."""
        if self.session.walk.entry(self._check).get("answers"):
            if not self.query_one(Field).value.strip():
                self.notice(self.words("ui.leave.who_needed"))
                self.query_one(Field).focus()
                return
            self.flush()
        self._open("")

    def flush(self) -> None:
        """Keep who told it."""
        if not self._check or not self.session.walk.entry(self._check).get("answers"):
            return
        text = self.query_one(Field).value.strip() or None
        try:
            self.session.save(
                self.session.walk.set_in_entry(self._check, "reported_by", text), self.station
            )
        except StoreError as error:
            self.say_unsaved(error)

    def action_back(self) -> None:
        if self._asks_side:
            self._ask_side(False)
        elif self._check:
            self._close_told()
        else:
            super().action_back()
