"""Earlier screenings of the same child, as one file: what a report carries beside its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from pydantic import Field, ValidationError

from tonecheck.screening.document import Record, Screening, explained

FORMAT: Literal["tonecheck-earlier-1"] = "tonecheck-earlier-1"
_LONGEST = 36_500
_SOME_DAY = date(2000, 1, 1)


class Before(Record):
    """One earlier screening.

    `days_before` says how many days it lies before the later one where both leave out the day.
    """

    screening: Screening
    days_before: int | None = Field(default=None, ge=0, le=_LONGEST)


class EarlierScreenings(Record):
    """Earlier screenings of one child, oldest first."""

    format: Literal["tonecheck-earlier-1"] = FORMAT
    screenings: tuple[Before, ...] = ()

    def to_json(self) -> str:
        """These screenings as JSON: absent fields left out, keys in a fixed order."""
        data = {"format": FORMAT, "screenings": [_plain(before) for before in self.screenings]}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def earlier_screenings_from(data: Mapping[str, Any]) -> EarlierScreenings:
    """Read earlier screenings from plain data. Raises InputError naming every wrong field."""
    try:
        return EarlierScreenings.model_validate(data)
    except ValidationError as error:
        raise explained(error) from None


def days_before(later: Screening, earlier: Screening) -> int | None:
    """The days between two screenings; None where one has no day."""
    if later.observed_on is None or earlier.observed_on is None:
        return None
    return min(max(0, (later.observed_on - earlier.observed_on).days), _LONGEST)


def dated(later: Screening, befores: Iterable[Before]) -> tuple[Screening, tuple[Screening, ...]]:
    """The screenings as they lie to each other, on made-up days where theirs were left out."""
    befores = tuple(befores)
    day = later.observed_on
    if day is None and any(before.days_before is not None for before in befores):
        day = _SOME_DAY
    return _on(later, day), _all_dated(befores, day or _SOME_DAY)


def _all_dated(befores: Sequence[Before], day: date) -> tuple[Screening, ...]:
    return tuple(
        _on(before.screening, day - timedelta(days=before.days_before or 0)) for before in befores
    )


def _on(screening: Screening, day: date | None) -> Screening:
    if screening.observed_on is not None or day is None:
        return screening
    return screening.model_copy(update={"observed_on": day})


def _plain(before: Before) -> dict[str, Any]:
    days = {} if before.days_before is None else {"days_before": before.days_before}
    return {**days, "screening": before.screening.to_data()}
