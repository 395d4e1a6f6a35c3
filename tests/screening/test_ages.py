from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tonecheck.protocol.pack import Pack
from tonecheck.screening.ages import Days, Place, ages_of
from tonecheck.screening.document import Child

BORN = date(2026, 1, 1)


def test_every_gestation_and_age_is_corrected_by_the_formula(pack: Pack) -> None:
    """280 days less gestation come off the calendar age of a baby born before 37+0, and only then.

    Enumerates gestation 22+0 to 44+6 and calendar ages 0 to 500 days.
    """
    rules = pack.protocol.result.ages
    for gestation in range(22 * 7, 45 * 7):
        weeks, days = divmod(gestation, 7)
        child = Child(birth_date=BORN, gestation_weeks=weeks, gestation_days=days)
        for calendar in range(0, 501, 1 if gestation in (258, 259) else 50):
            ages = ages_of(child, BORN + timedelta(days=calendar), rules)
            corrected = calendar - (280 - gestation) if gestation < 259 else calendar
            assert ages.calendar == Days(calendar, calendar)
            assert ages.corrected.first == corrected
            assert (ages.place is Place.BEFORE_TERM) == (corrected < 0)
            assert (ages.place is Place.PAST_RANGE) == (corrected > 380)


def test_the_worked_example(pack: Pack) -> None:
    """Born at 32+0 and seen 20 weeks later: 84 days corrected."""
    child = Child(birth_date=BORN, gestation_weeks=32, gestation_days=0)

    ages = ages_of(child, BORN + timedelta(weeks=20), pack.protocol.result.ages)

    assert (ages.calendar.first, ages.corrected.first) == (140, 84)
    assert ages.youngest == 84


def test_a_birth_date_after_the_screening_is_in_the_future(pack: Pack) -> None:
    """A baby not yet born has no checks."""
    child = Child(birth_date=BORN)

    assert ages_of(child, BORN - timedelta(days=1), pack.protocol.result.ages).place is Place.FUTURE


@pytest.mark.parametrize(
    ("months", "weeks", "span"),
    [
        (0, None, (0, 30)),
        (3, None, (92, 121)),
        (3, 0, (92, 98)),
        (3, 2, (106, 112)),
        (3, 4, (120, 121)),
        (3.5, None, (106, 106)),
    ],
)
def test_an_age_without_a_date_spans_its_days(
    pack: Pack, months: float, weeks: int | None, span: tuple[int, int]
) -> None:
    """A month spans all its days, a week of a month its own, a decimal one day."""
    child = Child(age_months=months, age_weeks=weeks)

    assert ages_of(child, None, pack.protocol.result.ages).calendar == Days(*span)


def test_without_an_age_it_may_be_any_the_checklist_covers(pack: Pack) -> None:
    """No check is read at an age that is not known, and no age is made up."""
    ages = ages_of(Child(), None, pack.protocol.result.ages)

    assert (ages.place, ages.youngest) == (Place.UNKNOWN, 0)


def test_an_age_in_days_reads_as_the_dates_do(pack: Pack) -> None:
    """Days without a date give the same ages as a birth date, before the birth too."""
    rules = pack.protocol.result.ages
    for days in (-9, 0, 88, 380, 381, 9_000):
        day = BORN + timedelta(days=days)
        dated = ages_of(Child(birth_date=BORN, gestation_weeks=34), day, rules)
        exact = ages_of(Child(age_days=days, gestation_weeks=34), None, rules)
        assert exact == replace(dated, reached_on=None)


def test_the_last_day_is_the_380th(pack: Pack) -> None:
    """Day 380 is in, day 381 is out."""
    rules = pack.protocol.result.ages
    places = [
        ages_of(Child(birth_date=BORN), BORN + timedelta(days=d), rules).place for d in (380, 381)
    ]

    assert places == [Place.IN_RANGE, Place.PAST_RANGE]
