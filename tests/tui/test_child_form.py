"""What is typed about a child: each mistake is named by its field, and good entries are read."""

from __future__ import annotations

from datetime import date

import pytest

from tonecheck.screening.document import Child
from tonecheck.tui.child_form import FIELDS, Mistake, read_child, typed_from

TODAY = date(2026, 11, 20)
BORN = {"day": "10", "month": "7", "year": "2026"}
MISTAKES: dict[str, tuple[dict[str, str], str, str]] = {
    "nothing": ({}, "day", "need_age"),
    "no such day": ({"day": "31", "month": "2", "year": "2026"}, "day", "bad_date"),
    "month 13": ({"day": "1", "month": "13", "year": "2026"}, "month", "month_range"),
    "short year": ({"day": "1", "month": "7", "year": "202"}, "year", "year_short"),
    "a year to come": ({"day": "1", "month": "7", "year": "2027"}, "year", "future_year"),
    "a month to come": ({"day": "1", "month": "12", "year": "2026"}, "month", "future_month"),
    "a day to come": ({"day": "21", "month": "11", "year": "2026"}, "day", "future_day"),
    "long ago": ({"day": "1", "month": "7", "year": "2001"}, "year", "too_old"),
    "half a date": ({"day": "1", "year": "2026"}, "month", "half_date"),
    "date and age": ({**BORN, "months": "4"}, "months", "both"),
    "days of an older baby": ({"months": "1", "days": "3"}, "days", "days_later"),
    "more days than a month": ({"days": "32"}, "days", "days_range"),
    "days on top of weeks": ({"weeks": "1", "days": "10"}, "days", "days_range"),
    "six weeks alone": ({"weeks": "6"}, "days", "days_missing"),
    "month 99": ({"months": "99"}, "months", "months_range"),
    "five weeks": ({"months": "4", "weeks": "5"}, "weeks", "weeks_range"),
    "gestation 55": ({**BORN, "gestation_weeks": "55"}, "gestation_weeks", "gestation_range"),
    "day 9 of a week": (
        {**BORN, "gestation_weeks": "35", "gestation_days": "9"},
        "gestation_days",
        "gestation_days_range",
    ),
    "days alone": ({**BORN, "gestation_days": "2"}, "gestation_weeks", "gestation_days_alone"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_named_by_its_field(case: str) -> None:
    """The field to put right and the key of the words that say why."""
    typed, field, key = MISTAKES[case]
    found = read_child(typed, TODAY)

    assert isinstance(found, Mistake)
    assert (found.field, found.key) == (field, key)


@pytest.mark.parametrize(
    "child",
    [
        Child(birth_date=date(2026, 7, 10)),
        Child(name="Mia", birth_date=date(2026, 7, 10), gestation_weeks=35, gestation_days=2),
        Child(age_months=0),
        Child(age_days=0),
        Child(age_days=45),
        Child(age_months=4, age_weeks=3, gestation_weeks=40),
    ],
)
def test_what_was_typed_reads_back_as_the_same_child(child: Child) -> None:
    """A child shown in the fields and read again is the same child."""
    typed = typed_from(child.model_dump(mode="json", exclude_defaults=True))

    assert set(typed) == set(FIELDS)
    assert read_child(typed, TODAY) == child


@pytest.mark.parametrize(
    ("typed", "child"),
    [
        ({"days": "10"}, Child(age_days=10)),
        ({"months": "0", "weeks": "1", "days": "3"}, Child(age_days=10)),
        ({"weeks": "3"}, Child(age_months=0, age_weeks=3)),
    ],
)
def test_a_newborn_needs_no_months(typed: dict[str, str], child: Child) -> None:
    """Days are exact, alone or on top of weeks; weeks alone are those of the first month."""
    assert read_child(typed, TODAY) == child


def test_an_age_from_a_file_is_shown_to_the_day() -> None:
    """Parts of a month become the weeks and days of the same age; before the birth, nothing."""
    assert read_child(typed_from({"age_months": 4.5}), TODAY) == Child(age_days=136)
    assert read_child(typed_from({"age_days": -3}), TODAY) == Mistake("day", "need_age")


def test_a_year_of_two_digits_is_of_this_century() -> None:
    """Nobody is sent back for the year as it is mostly written."""
    assert read_child({**dict.fromkeys(FIELDS, ""), **BORN, "year": "26"}, TODAY) == Child(
        birth_date=date(2026, 7, 10)
    )
