"""Reads what was typed about a child; every mistake is named by its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tonecheck.protocol.months import DAYS_PER_MONTH
from tonecheck.protocol.rules import AgeRules
from tonecheck.screening.document import Child

FIELDS = (
    "name",
    "day",
    "month",
    "year",
    "months",
    "weeks",
    "days",
    "gestation_weeks",
    "gestation_days",
)
# App's limits for a typing mistake; the checklist itself ends soon after the first birthday.
OLDEST_YEARS = 3
MOST_MONTHS = 24
MOST_DAYS = 31
MOST_WEEKS = 4
EARLY_WEEKS = 8
HIGHEST = {"day": 31, "month": 12}
AGE = ("months", "weeks", "days")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, by the key of its words, and the field to put right."""

    field: str
    key: str
    values: tuple[tuple[str, object], ...] = ()


def read_child(typed: Mapping[str, str], today: date) -> Child | Mistake:
    """The child as typed, or the first mistake."""
    text = {field: typed.get(field, "").strip() for field in FIELDS}
    birth = [text[field] for field in ("day", "month", "year")]
    has_age = any(text[field] for field in AGE)
    if any(birth) and has_age:
        return Mistake("months", "both")
    data: dict[str, Any] = {"name": text["name"]} if text["name"] else {}
    if any(birth):
        found = _birth_date(text, today)
        if isinstance(found, Mistake):
            return found
        data["birth_date"] = found
    elif has_age:
        wrong = _read_age(text, data)
        if wrong:
            return wrong
    else:
        return Mistake("day", "need_age")
    wrong = _read_gestation(text, data)
    return wrong or Child(**data)


def early_birth(rules: AgeRules) -> dict[str, int]:
    """Weeks of a whole pregnancy, and of one that ended so many weeks early."""
    due = rules.term_days // 7
    return {"due": due, "early": EARLY_WEEKS, "weeks": due - EARLY_WEEKS}


def ahead(day: date, today: date) -> str:
    """Which of year, month and day lies ahead first, in a day after `today`."""
    parts = ("year", "month", "day")
    return next(part for part in parts if getattr(day, part) > getattr(today, part))


def full_year(typed: str) -> int:
    """A year as typed; one of two digits is of this century, 26 is 2026."""
    return int(typed) + (2000 if len(typed) == len("26") else 0)


def _birth_date(text: Mapping[str, str], today: date) -> date | Mistake:
    for field in ("day", "month", "year"):
        if not text[field]:
            return Mistake(field, "half_date")
    day, month, year = int(text["day"]), int(text["month"]), full_year(text["year"])
    if not 1 <= month <= HIGHEST["month"]:
        return Mistake("month", "month_range")
    if year < 1000:
        return Mistake("year", "year_short")
    try:
        born = date(year, month, day)
    except ValueError:
        return Mistake("day", "bad_date")
    if born > today:
        field = ahead(born, today)
        return Mistake(field, f"future_{field}")
    if today.year - born.year > OLDEST_YEARS:
        return Mistake("year", "too_old", (("years", OLDEST_YEARS),))
    return born


def _read_age(text: Mapping[str, str], data: dict[str, Any]) -> Mistake | None:
    months, weeks = (int(text[field] or 0) for field in ("months", "weeks"))
    if months > MOST_MONTHS:
        return Mistake("months", "months_range")
    if text["days"]:
        return _read_days(months, weeks, int(text["days"]), data)
    if weeks > MOST_WEEKS:
        return Mistake("weeks", "weeks_range") if months else Mistake("days", "days_missing")
    data["age_months"] = months
    if text["weeks"]:
        data["age_weeks"] = weeks
    return None


def _read_days(months: int, weeks: int, days: int, data: dict[str, Any]) -> Mistake | None:
    """An age that is known to the day; it has no months."""
    if months:
        return Mistake("days", "days_later")
    if days > (6 if weeks else MOST_DAYS):
        return Mistake("days", "days_range", (("days", MOST_DAYS),))
    data["age_days"] = 7 * weeks + days
    return None


def _read_gestation(text: Mapping[str, str], data: dict[str, Any]) -> Mistake | None:
    weeks, days = text["gestation_weeks"], text["gestation_days"]
    if days and not weeks:
        return Mistake("gestation_weeks", "gestation_days_alone")
    if weeks:
        if not 22 <= int(weeks) <= 44:
            return Mistake("gestation_weeks", "gestation_range")
        data["gestation_weeks"] = int(weeks)
    if days:
        if int(days) > 6:
            return Mistake("gestation_days", "gestation_days_range")
        data["gestation_days"] = int(days)
    return None


def typed_from(child: Mapping[str, Any]) -> dict[str, str]:
    """The fields as they would be typed for a child already known."""
    typed = dict.fromkeys(FIELDS, "")
    typed["name"] = str(child.get("name") or "")
    if isinstance(child.get("birth_date"), str):
        year, month, day = child["birth_date"].split("-")
        typed |= {"day": str(int(day)), "month": str(int(month)), "year": year}
    days = _days_of_age(child)
    if days is not None:
        typed |= {"weeks": str(days // 7 or ""), "days": str(days % 7)}
        child = {key: child[key] for key in child if key != "age_months"}
    for field, key in (
        ("months", "age_months"),
        ("weeks", "age_weeks"),
        ("gestation_weeks", "gestation_weeks"),
        ("gestation_days", "gestation_days"),
    ):
        if child.get(key) is not None:
            typed[field] = str(child[key])
    return typed


def _days_of_age(child: Mapping[str, Any]) -> int | None:
    """The days of an age known to the day; None of any other, and before the birth."""
    months = child.get("age_months")
    if isinstance(months, float):
        return int(Decimal(str(months)) * DAYS_PER_MONTH)
    days = child.get("age_days")
    return days if isinstance(days, int) and days >= 0 else None
