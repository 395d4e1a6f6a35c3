"""Ages as they are said."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.protocol.months import months_and_days
from tonecheck.screening.spoken_age import months_after, spoken_age

AGES = st.integers(min_value=0, max_value=800)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), AGES)
def test_months_and_days_lead_from_the_birth_to_the_day(born: date, age: int) -> None:
    """That many calendar months after the birth, and then that many days, it is the day."""
    day = born + timedelta(days=age)

    months, days = spoken_age(age, day)

    assert months_after(born, months) + timedelta(days=days) == day
    assert months_after(born, months + 1) > day
    assert months >= 0
    assert 0 <= days <= 30


def test_the_worked_example_by_the_calendar() -> None:
    """14 December to 12 March are two months and 26 days, to 14 March three months."""
    assert spoken_age(88, date(2026, 3, 12)) == (2, 26)
    assert spoken_age(90, date(2026, 3, 14)) == (3, 0)


def test_a_month_without_the_day_ends_on_its_last() -> None:
    """From 31 January a month has passed on 28 February, and two on 31 March."""
    assert spoken_age(28, date(2026, 2, 28)) == (1, 0)
    assert spoken_age(59, date(2026, 3, 31)) == (2, 0)


@given(AGES)
def test_without_a_birth_date_months_are_of_equal_length(age: int) -> None:
    """An age without a date is told in the months that the rules use."""
    assert spoken_age(age, None) == months_and_days(age)
