"""One running screening: the walk, its answers on disk, what they add up to; it knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.scoring.earlier import earlier_readings
from tonecheck.scoring.result import Earlier, Finding, Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.draft import Change
from tonecheck.screening.outdated import known_part
from tonecheck.screening.versions import with_replaced
from tonecheck.screening.walk import REVIEW, Card, Course, Station, Walk

if TYPE_CHECKING:
    from tonecheck.tui.services import Services

__all__ = ["Alarm", "Course", "Session", "Station", "Undone"]

SHOWN = "urgent_shown"


@dataclass(frozen=True, slots=True)
class Undone:
    """What one step of undo took back: each field with what it was and what it is again."""

    station: Station
    fields: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something urgent: a sign answered yes, or an answer of a check read as urgent."""

    key: str
    is_call: bool
    sign: str = ""
    finding: Finding | None = None


class Session:
    """A screening while it is filled in."""

    def __init__(self, services: Services, pack: Pack, screening_id: str) -> None:
        self.services = services
        self.pack = pack
        self.id = screening_id
        self._others = services.store.others
        self.draft, self.unread = known_part(pack.protocol, services.store.draft(screening_id))
        self.before: Screening | None = None
        self.course = Course.THROUGH
        self.reviewed = ""
        self.left_for_review: Station | None = None
        self._unsaved: list[Change] = []
        self._undo: list[tuple[Station, list[Change]]] = []
        self._walk: Walk | None = None
        self._earlier: tuple[Earlier, ...] | None = None
        self._result: Result | None = None
        self._first = services.store.first_version(screening_id)

    @property
    def walk(self) -> Walk:
        if self._walk is None:
            self._walk = Walk(self.pack.protocol, self.draft)
        return self._walk

    @property
    def is_saved(self) -> bool:
        return not self._unsaved

    def save(self, changes: Sequence[Change], undo_at: Station | None = None) -> None:
        """Take in `changes` and put them on disk; `undo_at` makes them one step of undo.

        Raises StoreError; the answer then stays here and is saved with the next one.
        """
        self._catch_up()
        changes = [c for c in changes if self.draft.get(c.field) != c.value]
        if undo_at is not None and changes:
            back = [Change(c.field, self.draft.get(c.field)) for c in changes]
            self._undo.append((undo_at, back))
        if changes:
            self._walk = self.walk.changed(*changes)
            self.draft, self._result = self._walk.draft, None
        self._unsaved += changes
        self.retry()

    def _catch_up(self) -> None:
        """Take in what another tonecheck that is open has saved meanwhile."""
        with suppress(StoreError):
            others = self.services.store.others
            if others != self._others:
                stored = self.services.store.draft(self.id)
                draft, self.unread = known_part(self.pack.protocol, stored)
                self.draft = draft.changed(*self._unsaved)
                self._walk = self._result = self._earlier = None
                self._others = others

    def retry(self) -> None:
        """Put on disk what could not be saved before. Raises StoreError."""
        if self._unsaved:
            self.services.store.record(self.id, self._unsaved, self.services.clock())
            self._unsaved = []

    @property
    def revision(self) -> int:
        """Which version of the screening this is, from 1 on."""
        return self.services.store.screening(self.id).revision

    @property
    def newest_revision(self) -> int:
        """The newest finished version of the screening; 0 while there is none."""
        return self.services.store.newest_revision(self.id)

    @property
    def is_finished(self) -> bool:
        """Whether it has its result, so that it can only be revised."""
        return self.services.store.screening(self.id).is_finished

    def undo(self) -> Undone | None:
        """Take the last answer back; what that was, or None when there is none.

        Raises StoreError; the answer is then taken back here, and on disk with the next save.
        """
        if not self._undo:
            return None
        station, back = self._undo[-1]
        fields = tuple((c.field, self.draft.get(c.field), c.value) for c in back)
        self._undo.pop()
        self.save(back)
        return Undone(station, fields)

    # The way through -----------------------------------------------------------------------

    @property
    def asked(self) -> tuple[Card, ...]:
        """The checks a parent is asked about."""
        return self.walk.asked

    @property
    def left(self) -> tuple[Card, ...]:
        """The checks left to people who examine babies."""
        return self.walk.left

    @property
    def at(self) -> Station:
        """The saved station, or the first that is open."""
        return self.walk.at

    @property
    def resumed_at(self) -> Station:
        """Where the parent takes it up again."""
        return self.walk.resumed_at

    @property
    def stations(self) -> tuple[Station, ...]:
        """Every station as far as it is known now."""
        return self.walk.stations

    @property
    def is_reviewing(self) -> bool:
        """Whether one jumped to where one is from all answers, and comes back to them."""
        return self.course is Course.REVIEWING

    @property
    def is_closing(self) -> bool:
        return self.course is Course.CLOSING

    def comes_back(self, station: Station) -> bool:
        """Whether forward leads back to all answers, which one came from."""
        came = self.course in (Course.REVIEWING, Course.FILLING)
        return came and self.walk.after(station, self.course) == REVIEW

    def forward(self, station: Station) -> Station | None:
        """Leave a station for the next one and say which that is.

        None while something urgent stands that no doctor has seen: nothing leads past it.
        """
        self._catch_up()
        if self.alarms():
            return None
        self.save(self.walk.forward(station, self.course))
        return self.walk.at

    def back(self, station: Station) -> Station | None:
        """Go to the station that `way_back` names; None at the first."""
        before = self.way_back(station)
        if before is not None:
            self.go(before)
        return before

    def way_back(self, station: Station) -> Station | None:
        """The station before, or the review where one jumped from there; None at the first."""
        if (self.is_reviewing or self.is_closing) and REVIEW in self.stations:
            return REVIEW
        before = self.walk.before(station)
        return None if before == station else before

    def go(self, station: Station) -> None:
        self.save(self.walk.go(station))

    # What it adds up to --------------------------------------------------------------------

    @property
    def has_ages(self) -> bool:
        return self.walk.ages is not None

    def screening(self) -> Screening:
        """The answers as a screening. Raises InputError while the child is missing."""
        return with_replaced(self.draft.screening(), self._first)

    def result(self) -> Result:
        if self._result is None:
            rules = self.services.rules
            self._result = score(self.pack, self.screening(), self._handed_on(), rules)
        return self._result

    def earlier(self) -> tuple[Screening, ...]:
        """The finished screenings of the same child before this one, oldest first."""
        return self.services.store.earlier_screenings(self.id)

    def _handed_on(self) -> tuple[Earlier, ...]:
        if self._earlier is None:
            self._earlier = earlier_readings(self.pack, self.earlier())
        return self._earlier

    def alarms(self) -> tuple[Alarm, ...]:
        """Everything urgent among the answers that no doctor has seen yet."""
        seen = self.draft.table("seen_by_doctor")
        found = [
            Alarm(f"urgent.{sign}", self.pack.protocol.sign_by_id[sign].how == "call_now", sign)
            for sign, answer in self.draft.table("urgent").items()
            if answer == "yes"
        ]
        if self.has_ages:
            for finding in self.result().findings:
                if finding.severity is Level.URGENT:
                    key = f"{finding.check}.{finding.answer}"
                    found.append(Alarm(key, finding.how == "call_now", finding=finding))
        return tuple(alarm for alarm in found if alarm.key not in seen)

    @property
    def has_doctors_days(self) -> bool:
        return bool(self.draft.table("seen_by_doctor"))

    def doctors_days_again(self) -> list[Change]:
        """Take back the days a doctor saw something, so that they are asked for anew."""
        return [Change(f"seen_by_doctor.{key}", None) for key in self.draft.table("seen_by_doctor")]

    def new_alarms(self) -> tuple[Alarm, ...]:
        """The alarms no page has been shown for."""
        shown = self.draft.get(SHOWN, ())
        return tuple(alarm for alarm in self.alarms() if alarm.key not in shown)

    def alarms_shown(self, alarms: Sequence[Alarm]) -> None:
        if not alarms:
            return
        shown = [*self.draft.get(SHOWN, ()), *(alarm.key for alarm in alarms)]
        self.save([Change(SHOWN, list(dict.fromkeys(shown)))])

    def forget_shown(self) -> None:
        """An alarm that is gone is shown again should it return."""
        present = {alarm.key for alarm in self.alarms()}
        kept = [key for key in self.draft.get(SHOWN, ()) if key in present]
        if kept != list(self.draft.get(SHOWN, ())):
            self.save([Change(SHOWN, kept)])

    def seen_by_doctor(self, alarms: Sequence[Alarm], day: date) -> None:
        """A doctor has seen these; the parent goes on."""
        self.save([Change(f"seen_by_doctor.{alarm.key}", day.isoformat()) for alarm in alarms])

    def cried_before_today(self, check: str) -> bool:
        """Whether the baby cried at this check on an earlier day of this screening."""
        history = self.services.store.history(self.id, f"checks.{check}")
        cried = [e.at for e in history if e.value and e.value.get("not_seen") == "crying"]
        return bool(cried) and cried[-1].date() < self.services.clock().date()

    def finish(self) -> Result:
        """Close the screening with its result. Raises StoreError."""
        self.retry()
        self._catch_up()
        result = self.result()
        row = self.services.store.screening(self.id)
        if not row.is_finished:
            self.services.store.finish(
                self.id, result.model_dump_json(), self.pack, self.services.clock()
            )
        return result
