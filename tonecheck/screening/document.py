"""The screening: the one format used by files, store, report and PDF attachment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from tonecheck.errors import InputError

FORMAT: Literal["tonecheck-screening-1"] = "tonecheck-screening-1"
YesNo = Literal["yes", "no", "not_sure"]
Side = Literal["left", "right", "unknown"]
NotSeen = Literal[
    "crying",
    "asleep",
    "not_sure",
    "fits_none",
    "too_stiff",
    "too_floppy",
    "hurts",
    "not_done",
    "already_seen",
]
"""Why a check has no answer."""
FITS_NONE: Literal["fits_none"] = "fits_none"
"""Something was seen that no answer of the check says; its note tells what."""
Entered = Literal["tui", "plain", "paper", "browser", "json"]


class Record(BaseModel):
    """A frozen part of a screening; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# About as many days (of age) as two calendar dates can lie apart.
_FARTHEST = 3_700_000
_NO_AGE = "no_age"


class Child(Record):
    """Who: a birth date; or, without a date, an age in months (and weeks) or in whole days.

    Beside an urgent sign the age may be missing. `age_days` is exact: the days from birth to the
    screening, below 0 before the birth.
    """

    name: str | None = Field(default=None, max_length=500)
    birth_date: date | None = None
    age_months: int | float | None = Field(default=None, ge=0, le=240)
    age_weeks: int | None = Field(default=None, ge=0, le=4)
    age_days: int | None = Field(default=None, ge=-_FARTHEST, le=_FARTHEST)
    gestation_weeks: int | None = Field(default=None, ge=22, le=44)
    gestation_days: int | None = Field(default=None, ge=0, le=6)

    @model_validator(mode="after")
    def _one_age(self) -> Child:
        ages = (self.birth_date, self.age_months, self.age_days)
        if sum(age is not None for age in ages) > 1:
            raise ValueError("give either birth_date or age_months or age_days")
        if self.age_weeks is not None and not isinstance(self.age_months, int):
            raise ValueError("age_weeks goes with whole age_months")
        if self.gestation_days is not None and self.gestation_weeks is None:
            raise ValueError("gestation_days goes with gestation_weeks")
        return self

    @property
    def has_age(self) -> bool:
        """Whether it is known how old the child is."""
        ages = (self.birth_date, self.age_months, self.age_days)
        return any(age is not None for age in ages)


class Worry(Record):
    """Whether the parent is worried, and about what, in their own words."""

    level: YesNo | None = None
    words: str = ""


class CheckEntry(Record):
    """One check as answered: the same for both sides, or left and right, or not seen."""

    answers: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    side: Side | None = None
    not_seen: NotSeen | None = None
    days_not_calm: int = Field(default=0, ge=0)
    state: str | None = None
    reported_by: str | None = None
    note: str = ""

    @field_validator("answers", "left", "right", mode="before")
    @classmethod
    def _a_list(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise ValueError("must be a list of answers, not a text")
        return value

    @field_validator("answers", "left", "right")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(value)) != len(value):
            raise ValueError("names an answer twice")
        return value

    @model_validator(mode="after")
    def _one_kind(self) -> CheckEntry:
        if self.not_seen and self.has_answers:
            raise ValueError("is marked not_seen and has answers")
        return self

    @property
    def has_answers(self) -> bool:
        """Whether an answer was given."""
        return bool(self.answers or self.left or self.right)

    @property
    def was_seen(self) -> bool:
        """Whether anything was seen, be it only in the words of the note."""
        return self.has_answers or self.fits_none

    @property
    def fits_none(self) -> bool:
        """Whether what was seen is told in words alone, as no answer fits."""
        return self.not_seen == FITS_NONE


class Replaced(Record):
    """What the first result of a screening rested on and a later version says otherwise.

    A check without an entry's answers had none; nobody's words and no names are kept here.
    """

    urgent: dict[str, YesNo] = {}
    worry: YesNo | None = None
    checks: dict[str, CheckEntry] = {}


class Screening(Record):
    """One walk through the checklist. Everything but an age may be absent.

    An urgent sign answered yes needs no age: nothing may hold up an emergency paper.
    """

    format: Literal["tonecheck-screening-1"] = FORMAT
    id: str | None = Field(default=None, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")
    revision: int = Field(default=1, ge=1)
    child: Child = Child()
    observed_on: date | None = None
    observed_at: str | None = Field(default=None, pattern=r"^\d{2}:\d{2}$")
    observer: str | None = Field(default=None, max_length=500)
    entered: Entered = "json"
    urgent: dict[str, YesNo] = {}
    urgent_asked_at: datetime | None = None
    """When the urgent signs were asked."""
    seen_by_doctor: dict[str, str] = {}
    """When a doctor saw an urgent sign (`urgent.<sign>`) or answer (`<check>.<answer>`)."""
    situations: tuple[str, ...] = ()
    background: dict[str, str] = {}
    readiness: dict[str, str] = {}
    worry: Worry = Worry()
    checks: dict[str, CheckEntry] = {}
    replaced: Replaced = Replaced()

    @model_validator(mode="after")
    def _aged(self) -> Screening:
        if not self.child.has_age and "yes" not in self.urgent.values():
            raise PydanticCustomError(_NO_AGE, "give either birth_date or age_months or age_days")
        return self

    @model_validator(mode="after")
    def _dated(self) -> Screening:
        if self.child.birth_date and self.observed_on is None:
            raise ValueError("observed_on is needed with a birth_date")
        return self

    def to_data(self) -> dict[str, Any]:
        """This screening as plain data: absent fields left out, keys in a fixed order."""
        return {"format": FORMAT, **self.model_dump(mode="json", exclude_defaults=True)}

    def to_json(self) -> str:
        """This screening as JSON."""
        return json.dumps(self.to_data(), ensure_ascii=False, indent=2) + "\n"


def screening_from(data: Mapping[str, Any]) -> Screening:
    """Read a screening from plain data. Raises InputError naming every wrong field."""
    try:
        return Screening.model_validate(data)
    except ValidationError as error:
        raise explained(error) from None


def explained(error: ValidationError) -> InputError:
    """The error that names every wrong field."""
    return InputError(
        "; ".join(_explain(detail) for detail in error.errors(include_url=False)),
        hint="Mend the named fields and try again. Nothing was changed.",
    )


def _explain(detail: Mapping[str, Any]) -> str:
    whole = "child" if detail["type"] == _NO_AGE else "screening"
    field = ".".join(str(part) for part in detail["loc"]) or whole
    reason = str(detail["msg"]).removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        reason = "is not a field of a screening"
    return f"{field}: {reason}"
