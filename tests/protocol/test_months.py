from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.protocol.months import DAYS_PER_MONTH, first_day, in_months, months_and_days


@given(st.decimals(min_value=0, max_value=20, places=1))
def test_the_first_day_is_the_first_that_reaches_the_months(months: Decimal) -> None:
    """No earlier whole day has reached `months`, and this one has."""
    day = first_day(months)

    assert Decimal(day) >= months * DAYS_PER_MONTH > Decimal(day - 1)


@given(st.integers(min_value=0, max_value=800))
def test_months_and_days_add_up(days: int) -> None:
    """The whole months and the days beyond them are the age again."""
    months, beyond = months_and_days(days)

    assert first_day(Decimal(months)) + beyond == days
    assert 0 <= beyond <= 30


def test_the_worked_example_of_corrected_age() -> None:
    """84 days are 2.76 months."""
    assert in_months(84) == Decimal("2.76")
