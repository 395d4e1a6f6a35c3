"""Every answer with its state and note; a row taken is jumped to, and one comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tonecheck.screening.walk import Card, Status
from tonecheck.tui import review_words
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Course, Session, Station
from tonecheck.tui.untouched import same_before
from tonecheck.tui.widgets.answer_list import AnswerList
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.progress import SIGNS

_UNFIT = "!"
_AGAIN = "doctors_days"


class ReviewScreen(StationScreen):
    """The whole screening on one list; what is open and what does not fit is pointed out."""

    HELP_KEY = "review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        yield self.text("", "gap", id="top")
        yield AnswerList(id="list", more=self.words("ui.common.more"))

    def compose_foot(self) -> ComposeResult:
        with Horizontal(classes="buttons"):
            yield GoButton(id="on")
            yield GoButton(self.words("ui.review.go"), id="go")

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        session.course = Course.THROUGH

    def on_mount(self) -> None:
        """Begin where one jumped from, else at the first gap, else at the way on."""
        self.redraw()
        rows = self.query_one(ChoiceList)
        gaps = [c.check.id for c in self.session.asked if c.status is Status.OPEN]
        gaps += list(review_words.unfit(self.words, self.session))
        at = self.session.reviewed or (f"check.{gaps[0]}" if gaps else "")
        rows.show(rows.choices, current=at)
        if gaps or self.session.reviewed:
            rows.focus()
        else:
            self.focus_go()

    def action_page(self, by: int) -> None:
        """From the buttons, to the list and through it."""
        rows = self.query_one(ChoiceList)
        rows.focus()
        rows.action_page(by)

    def focus_go(self) -> None:
        """On to what was not asked yet, else to the result."""
        self.focus_on(self.query_one("#on" if self.session.walk.still_to_ask else "#go", GoButton))

    def redraw(self) -> None:
        words, session = self.words, self.session
        unfit = review_words.unfit(words, session)
        kinds = [s.kind for s in session.stations if s.kind in review_words.BEFORE_CHECKS]
        rows = [self._station_row(kind, words(f"help.{kind}.title")) for kind in kinds]
        if session.has_doctors_days:
            told = review_words.station_text(words, session, "gate")
            rows.insert(
                kinds.index("gate") + 1, Choice(_AGAIN, words("ui.review.seen_again"), told)
            )
        rows += [self._check_row(card, unfit.get(card.check.id, [])) for card in session.asked]
        if session.left:
            rows.append(self._station_row("leave", words("help.leave.title")))
        self.query_one(ChoiceList).show(rows)
        self._draw_way_on()
        every = (Status.DONE, Status.NOT_SEEN, Status.OPEN)
        marks = "   ".join(f"{SIGNS[status]} {words(f'ui.check.{status}')}" for status in every)
        if version := review_words.version(words, session):
            marks = f"{version}\n{marks}"
        if unfit:
            marks += f"   {_UNFIT} {words('ui.review.unfit')}"
        self.set_text("#top", f"{review_words.summary(words, session)}\n{marks}")

    def _draw_way_on(self) -> None:
        """Offer what was not asked yet, while there is any."""
        button, on = self.query_one("#on", GoButton), review_words.way_on(self.words, self.session)
        button.display = bool(on)
        if on:
            button.label = on

    def _station_row(self, kind: str, title: str) -> Choice:
        return Choice(kind, title, review_words.station_text(self.words, self.session, kind))

    def _check_row(self, card: Card, unfit: Sequence[str]) -> Choice:
        check = card.check.id
        sign = _UNFIT if unfit else SIGNS[card.status]
        text = review_words.check_text(self.words, self.session.walk, check, unfit)
        return Choice(f"check.{check}", f"{sign} {self.words.checks[check].name}", text)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if event.id == _AGAIN:
            if self.save(self.session.doctors_days_again()):
                self.tone.way.open_urgent()
            return
        kind, _, check = event.id.partition(".")
        self.session.course = Course.REVIEWING
        self.session.reviewed = event.id
        self.tone.way.jump(Station(kind, check))

    def on_go_button_pressed(self, event: GoButton.Pressed) -> None:
        """On with the walk, or to the result; before that the worry is asked once more."""
        station = self.session.walk.still_to_ask
        if event.button.id == "on" and station:
            self.session.course = Course.FILLING
            self.session.left_for_review, self.session.reviewed = None, ""
            self.tone.way.jump(station)
            return
        if self._is_only_looked_at:
            self.tone.way.records.back_to_result(self.session)
            return
        self.session.course = Course.CLOSING
        self.tone.way.show(Station("worry"))

    @property
    def _is_only_looked_at(self) -> bool:
        return bool(same_before(self.session))

    def action_down_from_go(self) -> None:
        """To what the list has below, while it has any."""
        rows = self.query_one(ChoiceList)
        if rows.last_shown() + 1 < rows.row_count:
            self.action_page(1)
        else:
            super().action_down_from_go()

    def action_up_from_go(self) -> None:
        """To the line of the list that stands right above."""
        rows = self.query_one(ChoiceList)
        rows.move_to(rows.last_shown())
        self.focus_on(rows)

    def action_back(self) -> None:
        """To where one was when all answers were asked for; else to the page before.

        A later version begins here, so that this leads out of it.
        """
        self.session.course = Course.THROUGH
        if self.session.revision > 1 and self.session.left_for_review is None:
            way = self.tone.way
            if way.records.is_from_result(self.session):
                way.records.back_to_result(self.session)
            else:
                way.close_record()
        elif self.session.left_for_review in self.session.stations:
            self.tone.way.jump(self.session.left_for_review)
        else:
            super().action_back()
