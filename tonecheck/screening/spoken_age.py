"""An age as it is said: by the calendar where a birth date is known. Rules read days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tonecheck.protocol.months import months_and_days


def spoken_age(days: int, reached_on: date | None) -> tuple[int, int]:
    """Completed months of an age of `days` (0 or more), and the days beyond them.

    `reached_on` is the day it was reached where that is known: months then end on the day of the
    month the age began on, or on the last of a shorter month. Else they are of equal length.
    """
    if reached_on is None:
        return months_and_days(days)
    began = reached_on - timedelta(days=days)
    months = 12 * (reached_on.year - began.year) + reached_on.month - began.month
    if months_after(began, months) > reached_on:
        months -= 1
    return months, (reached_on - months_after(began, months)).days


def months_after(day: date, months: int) -> date:
    """The same day of the month, `months` later; the last day of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
