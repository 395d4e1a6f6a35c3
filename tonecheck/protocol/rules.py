"""The protocol around the checks: urgent signs, situations, background, states, result rules."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Literal

from pydantic import Field

from tonecheck.protocol.check import CellReading, Frozen, Months, Region, Route
from tonecheck.protocol.months import first_day
from tonecheck.protocol.reading import Action, How, Level


class Sign(Frozen):
    """An urgent sign; `start` and `until` (months) count in the younger of the two ages.

    `named` ones are named on page 1 of a report also where they were answered no.
    """

    id: str
    how: How
    named: bool = False
    start: Months = Field(default=Decimal(0), alias="from")
    until: Months | None = None
    sources: tuple[str, ...]

    def applies(self, youngest_days: int) -> bool:
        """Whether the sign is asked of a baby of `youngest_days` (its younger age)."""
        start, end = self._days
        return start <= youngest_days and (end is None or youngest_days < end)

    @cached_property
    def _days(self) -> tuple[int, int | None]:
        """Its first day, and the first day after its last."""
        return first_day(self.start), None if self.until is None else first_day(self.until)


class Situation(Frozen):
    """Something that keeps a parent from some checks, or from the whole checklist.

    `sign` is the urgent sign that asks the same.
    """

    id: str
    sign: str = ""
    leaves: tuple[str, ...] = ()
    stops: bool = False
    reading: CellReading = None
    until: Months | None = None
    private: bool = False
    sources: tuple[str, ...]


class Question(Frozen):
    """A background question; the answer to a `lasting` one holds for the next screening too.

    A yes says more of the `route`, where a finding asks for that one. One that is `of_worry` is
    not asked of a parent whom nothing worries.
    """

    id: str
    kind: Literal["yesno", "text", "choice"] = "yesno"
    options: tuple[str, ...] = ()
    lasting: bool = False
    of_worry: bool = False
    route: Route | None = None
    sources: tuple[str, ...] = ()


class State(Frozen):
    """A behavioural state; an answer seen in an invalid one is capped and not counted as seen."""

    id: str
    valid: Literal["yes", "partly", "no"]
    cap: Literal["recheck"] | None = None
    sources: tuple[str, ...]


class Readiness(Frozen):
    """What to see to before the checks, and the states a baby can be in."""

    states: tuple[State, ...]
    items: tuple[Question, ...] = ()


class AgeRules(Frozen):
    """Days and months that decide on correction and range."""

    correct_below_days: int
    term_days: int
    end_days: int
    edge_days: int
    young_until: Months
    programme_below_days: int
    sources: tuple[str, ...]


class Times(Frozen):
    """How long answers stay current."""

    ask_again_hours: int
    screening_days: int
    advice_days: int
    sources: tuple[str, ...]


class Coverage(Frozen):
    """When enough was seen to say anything."""

    level: Literal["recheck", "doctor", "prompt"]
    share: float
    regions: tuple[Region, ...]
    compared: int
    sources: tuple[str, ...]

    @property
    def needed(self) -> Level:
        """The level a check must be able to reach to count."""
        return Level[self.level.upper()]


class Rule(Frozen):
    """One rule that sets a floor under the action."""

    level: Literal["recheck", "doctor", "prompt"]
    sources: tuple[str, ...]
    days: int = 0
    checks: int = 0

    @property
    def floor(self) -> Level:
        """The level as a Level."""
        return Level[self.level.upper()]

    @property
    def action(self) -> Action:
        """The least the result may ask for."""
        return Action[self.level.upper()]


class Rules(Frozen):
    """Every rule that joins readings into a result."""

    two_doctor: Rule
    two_recheck: Rule
    repeat_recheck: Rule
    mixed: Rule
    worry_yes: Rule
    worry_not_sure: Rule
    gate_not_sure: Rule
    hurts: Rule
    fits_none: Rule
    not_calm: Rule
    seen_by_doctor: Rule
    article_cap: Rule

    def of_reason(self, reason: str) -> Rule | None:
        """The rule for a check left without an answer for a reason that is itself a finding."""
        return {"hurts": self.hurts, "fits_none": self.fits_none}.get(reason)


class ResultRules(Frozen):
    """result.toml."""

    ages: AgeRules
    times: Times
    coverage: Coverage
    rules: Rules


class Source(Frozen):
    """One entry of the bibliography; `address` and `also` are the pages that were read.

    `copied`: they are not the source's own, so that no report names them.
    """

    title: str
    address: str = ""
    also: tuple[str, ...] = ()
    copied: bool = False
    grade: Literal["A", "B", "C", "article", "app"]
    note: str = ""


class EmergencyRegion(Frozen):
    """A part of the world with its emergency number; empty where none is assumed."""

    id: str
    emergency: str = ""
    nurse_line: str = ""


class Contradictions(Frozen):
    """Pairs of answers, each as `check.answer`, that cannot both be true."""

    pairs: tuple[tuple[str, str], ...] = ()
