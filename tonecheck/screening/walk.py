"""The running checklist as a plain state machine: where am I, what is open, what comes next.

Screens and prompts show its state and send intents; every intent answers with the changes to
save. It never reads a clock and never names a check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import cached_property

from tonecheck.protocol.check import Mode
from tonecheck.protocol.months import first_day
from tonecheck.protocol.rules import Question, Sign, Situation
from tonecheck.screening.ages import Place
from tonecheck.screening.draft import Change
from tonecheck.screening.entries import ASKED, Card, Entries, Status

__all__ = [
    "CHILD",
    "GATE",
    "LEAVE",
    "REVIEW",
    "Card",
    "Course",
    "Station",
    "Status",
    "Walk",
    "hangs_on_age",
]


@dataclass(frozen=True, slots=True)
class Station:
    """One page of the way through; `check` names the check of a check's page."""

    kind: str
    check: str = ""

    @property
    def key(self) -> str:
        """The station as one text, to save where the parent is."""
        return f"{self.kind}.{self.check}" if self.check else self.kind


class Course(Enum):
    """Where forward leads: to each next station, back to all answers, or past what is done.

    A course that closes leads from the worry, asked once more, to the result.
    """

    THROUGH = auto()
    REVIEWING = auto()
    FILLING = auto()
    CLOSING = auto()


GATE, CHILD, REVIEW = Station("gate"), Station("child"), Station("review")
LEAVE, RESULT = Station("leave"), Station("result")
_FIRST_LOOK = tuple(map(Station, ("situations", "worry", "background", "readiness")))


class Walk(Entries):
    """One baby's way through the checklist, as its draft stands."""

    # The urgent signs ------------------------------------------------------------------------

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The signs to ask now: of those that hang on an age, what the younger age calls for.

        While no age is known they wait for it.
        """
        if self.ages is None:
            return tuple(sign for sign in self.protocol.signs if not hangs_on_age(sign))
        youngest = self.ages.youngest
        return tuple(sign for sign in self.protocol.signs if sign.applies(youngest))

    @property
    def asks_of_age(self) -> bool:
        """Whether signs that hang on the age are among those to ask; they come after the child."""
        return any(map(hangs_on_age, self.signs))

    @property
    def open_signs(self) -> tuple[str, ...]:
        """The urgent signs to ask now that are not answered yet."""
        answered = self.draft.table("urgent")
        return tuple(sign.id for sign in self.signs if sign.id not in answered)

    def gate_is_stale(self, now: datetime) -> bool:
        """Whether the urgent signs were last asked too long ago to rest on."""
        asked = self.draft.get(ASKED)
        if asked is None:
            return bool(self.draft.table("urgent"))
        limit = timedelta(hours=self.protocol.result.times.ask_again_hours)
        # A clock that was set back may not keep old answers fresh.
        return not timedelta(0) <= now - datetime.fromisoformat(asked) < limit

    def ask_signs_again(self) -> list[Change]:
        """Take back the urgent signs, so that they are asked anew; a yes stands until changed."""
        old = [sign for sign, value in self.draft.table("urgent").items() if value != "yes"]
        changes = [Change(f"urgent.{sign}", None) for sign in old]
        return [*changes, Change(ASKED, None), *self.go(GATE)]

    def is_expired(self, today: date) -> bool:
        """Whether this screening has run over the days it may cover, or begins on a day to come."""
        started = self.draft.get("observed_on")
        if started is None:
            return False
        days = (today - date.fromisoformat(started)).days
        return self.begins_later(today) or days >= self.protocol.result.times.screening_days

    def begins_later(self, today: date) -> bool:
        """Whether it was begun on a clock that was ahead; a day may be another time zone's."""
        started = self.draft.get("observed_on")
        return started is not None and date.fromisoformat(started) > today + timedelta(days=1)

    @property
    def situations(self) -> tuple[Situation, ...]:
        """The situations to ask about: those of this age that no urgent sign has asked about."""
        youngest = self.ages.youngest if self.ages else 0
        chosen = self.draft.get("situations", ())
        given = self.draft.table("urgent")
        return tuple(
            s
            for s in self.protocol.situations
            if (s.until is None or youngest < first_day(s.until))
            and (s.id in chosen or given.get(s.sign) not in ("yes", "no"))
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """The background questions to ask; one that was answered stays."""
        is_worried = (self.draft.get("worry") or {}).get("level") != "no"
        given = self.draft.table("background")
        every = self.protocol.background
        return tuple(q for q in every if is_worried or not q.of_worry or q.id in given)

    # The stations ----------------------------------------------------------------------------

    @property
    def stopped_by(self) -> str:
        """The situation that stops the whole checklist, or an empty text."""
        chosen = self.draft.get("situations", ())
        for situation in self.protocol.situations:
            if situation.stops and situation.id in chosen:
                return situation.id
        return ""

    @property
    def asked(self) -> tuple[Card, ...]:
        """The checks a parent is asked about."""
        return tuple(card for card in self.cards if card.mode is not Mode.LEAVE)

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The checks that places are counted in: those asked, and those an answer opens or closes.

        So no answer changes how many there are.
        """
        return tuple(
            card.check.id
            for card in self.cards
            if card.mode is not Mode.LEAVE or (card.requires and not card.situation)
        )

    @property
    def left(self) -> tuple[Card, ...]:
        """The checks left to people who examine babies; they share one station."""
        return tuple(card for card in self.cards if card.mode is Mode.LEAVE)

    @cached_property
    def stations(self) -> tuple[Station, ...]:
        """Every station from the first on, as far as it is known now.

        While an urgent sign is open nothing leads past it.
        """
        if self.ages is None or self.open_signs:
            return (GATE, CHILD)
        if self.ages.place is not Place.IN_RANGE:
            return (GATE, CHILD, Station("out_of_range"))
        if self.stopped_by:
            return (GATE, CHILD, _FIRST_LOOK[0], Station("stop"))
        checks = tuple(Station("check", card.check.id) for card in self.asked)
        left = (LEAVE,) if self.left else ()
        return (GATE, CHILD, *_FIRST_LOOK, *checks, *left, REVIEW, RESULT)

    @property
    def at(self) -> Station:
        """Where the parent is: the saved station, or the first open one."""
        saved = self.draft.get("at")
        return next((s for s in self.stations if s.key == saved), self.first_open)

    @property
    def resumed_at(self) -> Station:
        """Where to take it up again: where it was left, or at what was passed over before that."""
        at, first = self.at, self.first_open
        is_ahead = self.stations.index(at) > self.stations.index(first)
        return first if is_ahead and at not in (REVIEW, RESULT) else at

    @property
    def still_to_ask(self) -> Station | None:
        """The first station before the review that was not asked yet; None where all were."""
        return None if self.first_open in (REVIEW, RESULT) else self.first_open

    @property
    def first_open(self) -> Station:
        """The first station still to do, or the last of all."""
        return next((s for s in self.stations if not self.is_complete(s)), self.stations[-1])

    def is_complete(self, station: Station) -> bool:
        """Whether a station needs nothing more."""
        if station == GATE:
            return not self.open_signs
        if station == CHILD:
            return self.ages is not None
        if station.kind == "check":
            return self.card(station.check).status is not Status.OPEN
        return self.has_passed(station)

    def has_passed(self, station: Station) -> bool:
        """Whether the parent has left a station by going forward."""
        return station.key in self.draft.get("passed", ())

    # From one to the next --------------------------------------------------------------------

    def go(self, station: Station) -> list[Change]:
        """Move to a station."""
        return [Change("at", station.key)]

    def forward(self, station: Station, course: Course = Course.THROUGH) -> list[Change]:
        """Leave a station for the one after it on this course."""
        gone = [station.key]
        if station == LEAVE:
            gone += [Station("check", card.check.id).key for card in self.left]
        passed = list(dict.fromkeys([*self.draft.get("passed", ()), *gone]))
        return [Change("passed", passed), *self.go(self.after(station, course))]

    def after(self, station: Station, course: Course = Course.THROUGH) -> Station:
        """The station that comes next on this course."""
        leads_to_review = course is Course.REVIEWING and REVIEW in self.stations
        if self.ages is not None and station != GATE and self.open_signs:
            return GATE
        if self.ages is not None and station == GATE and self.has_passed(CHILD):
            return REVIEW if leads_to_review else self.first_open
        if course is Course.CLOSING and station.kind == "worry":
            return RESULT
        if leads_to_review and station != REVIEW:
            return REVIEW
        if course is Course.FILLING and station in self.stations:
            return self._next_open(station)
        return self._neighbour(station, 1)

    def _next_open(self, station: Station) -> Station:
        """The next after a station that still needs something, the review at the latest."""
        later = self.stations[self.stations.index(station) + 1 :]
        ways = (s for s in later if s == REVIEW or not self.is_complete(s))
        return next(ways, self.first_open)

    def before(self, station: Station) -> Station:
        """The station before this one; the first stays the first."""
        return self._neighbour(station, -1)

    def _neighbour(self, station: Station, by: int) -> Station:
        if station not in self.stations:
            return self.first_open
        index = self.stations.index(station) + by
        return self.stations[min(max(index, 0), len(self.stations) - 1)]


def hangs_on_age(sign: Sign) -> bool:
    """Whether a sign is asked at some ages only."""
    return sign.start > 0 or sign.until is not None
