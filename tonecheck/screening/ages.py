"""Calendar and corrected age in days.

A birth date gives one day, and so does an age in days; a bare month or week gives the days it
spans, and every interval those days touch is read. Correction: born before 37+0 weeks, 40+0
counts as day 0 (clinical evidence, AAP04 and NG72C).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tonecheck.errors import InputError
from tonecheck.protocol.months import DAYS_PER_MONTH, first_day
from tonecheck.protocol.rules import AgeRules
from tonecheck.screening.document import Child


class Place(StrEnum):
    """Whether the checklist covers an age."""

    IN_RANGE = "in_range"
    BEFORE_TERM = "before_term"
    PAST_RANGE = "past_range"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Days(NamedTuple):
    """The first and last day of age an entry can mean (equal with a birth date)."""

    first: int
    last: int

    def shifted(self, days: int) -> Days:
        """The same span, `days` later."""
        return Days(self.first + days, self.last + days)


@dataclass(frozen=True, slots=True)
class Ages:
    """Both ages of one baby on one day."""

    calendar: Days
    corrected: Days
    is_corrected: bool
    gestation_days: int | None
    place: Place
    reached_on: date | None = None
    """The day both ages were reached, where a birth date was given."""

    @property
    def youngest(self) -> int:
        """The smallest day either age can mean, never below 0."""
        return max(0, min(self.calendar.first, self.corrected.first))


def missing_days(gestation_days: int | None, rules: AgeRules) -> int:
    """Days to take off the calendar age: 280 less gestation, if born before 37+0."""
    if gestation_days is None or gestation_days >= rules.correct_below_days:
        return 0
    return max(0, rules.term_days - gestation_days)


def ages_of(child: Child, observed_on: date | None, rules: AgeRules) -> Ages:
    """Both ages of `child` on `observed_on`.

    Without an age, both are every age the checklist covers. Raises InputError when a birth date
    comes without the day of the screening.
    """
    if not child.has_age:
        whole = Days(0, rules.end_days)
        return Ages(whole, whole, False, None, Place.UNKNOWN)
    calendar = _calendar_days(child, observed_on)
    gestation = None
    if child.gestation_weeks is not None:
        gestation = 7 * child.gestation_weeks + (child.gestation_days or 0)
    missing = missing_days(gestation, rules)
    corrected = calendar.shifted(-missing)
    if calendar.first < 0:
        place = Place.FUTURE
    elif corrected.first < 0:
        place = Place.BEFORE_TERM
    elif corrected.first > rules.end_days:
        place = Place.PAST_RANGE
    else:
        place = Place.IN_RANGE
        corrected = Days(corrected.first, min(corrected.last, rules.end_days))
    reached_on = observed_on if child.birth_date else None
    return Ages(calendar, corrected, missing > 0, gestation, place, reached_on)


def _calendar_days(child: Child, observed_on: date | None) -> Days:
    if child.birth_date is not None:
        if observed_on is None:
            raise InputError("observed_on: is needed with a birth_date")
        days = (observed_on - child.birth_date).days
        return Days(days, days)
    if child.age_days is not None:
        return Days(child.age_days, child.age_days)
    months = child.age_months
    if months is None:
        raise InputError("child: give either birth_date or age_months or age_days")
    if not isinstance(months, int):
        days = int(Decimal(str(months)) * DAYS_PER_MONTH)
        return Days(days, days)
    first = first_day(Decimal(months))
    last = first_day(Decimal(months + 1)) - 1
    if child.age_weeks is not None:
        first += 7 * child.age_weeks
        last = min(last, first + 6)
    return Days(first, last)
