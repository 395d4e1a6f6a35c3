"""The age in plain lines, as people type days, weeks and months."""

from __future__ import annotations

import pytest

from tests.tui.plain.talk import CHILD, GATE, Talk
from tonecheck.tui.plain.dates import read_counts, read_date, read_day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 2 2026", "not a day in the calendar"),
        ("3 13 2025", "a number from 1 to 12"),
        ("2 3 2026", "has not come yet"),
        ("3 11 205", "four digits"),
        ("tomorrow", "fill in day, month and year"),
        ("\u0663 \u0661\u0661 \u0662\u0660\u0662\u0665", "fill in day, month and year"),
        ("3 11 1999", "check the year"),
    ],
)
def test_a_wrong_day_of_birth_is_named_and_asked_again(talk: Talk, typed: str, said: str) -> None:
    """Nothing is kept of it, and the next line may put it right."""
    told = talk.type("1", *GATE, "", typed, "2025-11-03")

    assert said in told.text
    assert "Born on 3 November 2025." in told.after(said)


def test_a_year_of_two_digits_is_read_back_in_full(talk: Talk) -> None:
    """So that nobody wonders which century was meant."""
    assert "Born on 3 November 2025." in talk.type("1", *GATE, "", "3/11/25").text


def test_months_and_weeks_do_without_a_date(talk: Talk) -> None:
    """Out of range says so and leads back to the age."""
    told = talk.type("1", *GATE, "", "", "", "20 9", "20", "", *GATE, "1", "", "", "4 2", "", *GATE)

    assert "Please give the age." in told.text
    assert "leaves it out" not in told.after("The age in whole months").partition("How many")[0]
    assert "Weeks on top of the months must be 0 to 4." in told.text
    assert "Past the first birthday" in told.text
    assert talk.fields()["child"] == {"age_months": 4, "age_weeks": 2}


def test_a_newborn_has_an_age_in_days(talk: Talk) -> None:
    """Typed in days, said again in weeks and days, and kept by Enter."""
    told = talk.type("1", *GATE, "", "", "4 months 3 days", "10 days", "b", "", "")

    assert "Days count only in the first month." in told.text
    assert "Age: 1 week, 3 days" in told.text
    assert "Now: 1 week, 3 days" in told.text
    assert talk.fields()["child"] == {"age_days": 10}


def test_dates_and_numbers_as_people_type_them() -> None:
    """Digits in several orders, a month by its name, and nothing else."""
    months = ("January", "February", "March", "November")
    assert read_date("3 november 2025", ("x",) * 10 + ("November",)) == ("3", "11", "2025")
    assert read_date("3.11.2025", months) == read_date("3/11/2025", months) == ("3", "11", "2025")
    assert read_day("2025-02-29", months) is None
    assert read_day("", months) is None
    units = {"m": ("months",), "w": ("weeks", "week"), "d": ("days",)}
    assert read_counts("39+2", units) == read_counts("39, 2", units) == {"m": "39", "w": "2"}
    assert read_counts("10 months", units) == {"m": "10"}
    assert read_counts("4 Months 1 week", units) == {"m": "4", "w": "1"}
    assert read_counts("10 days", units) == {"d": "10"}
    assert read_counts("1 week, 3", units) == {"w": "1", "d": "3"}
    for wrong in ("1 2 3 4", "3 days 1 week", "weeks 3", "4 x", "²", ""):
        assert read_counts(wrong, units) is None


def test_undo_names_the_part_and_asks_it_again(talk: Talk) -> None:
    """The last part told of the child is taken back alone, and no other is asked before it."""
    told = talk.type("1", *GATE, *CHILD, "u", "u")
    back = told.after("Taken back: About your baby: the length of the pregnancy")

    assert "A name, if you like." not in back
    assert back.count("How many weeks was the pregnancy?") == 1
    assert "Taken back: About your baby: the day of birth" in back
    assert talk.fields()["child"] == {"name": "Mia"}
