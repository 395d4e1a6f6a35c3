"""Months and days. One month is 30.4375 days (365.25 / 12)."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

DAYS_PER_MONTH = Decimal("30.4375")


def first_day(months: Decimal) -> int:
    """The first whole day of age at which a baby has reached `months`."""
    return int((months * DAYS_PER_MONTH).to_integral_value(ROUND_CEILING))


def in_months(days: int) -> Decimal:
    """`days` as months, to two decimals."""
    return (Decimal(days) / DAYS_PER_MONTH).quantize(Decimal("0.01"))


def months_and_days(days: int) -> tuple[int, int]:
    """Whole months reached and the days beyond them."""
    months = int(Decimal(days) // DAYS_PER_MONTH)
    return months, days - first_day(Decimal(months))
