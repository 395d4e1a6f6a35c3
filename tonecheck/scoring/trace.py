"""Why a result is what it is: the trace of each finding, and the age-edge note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tonecheck.protocol.check import RuleSet
from tonecheck.protocol.pack import Protocol
from tonecheck.protocol.reading import Level, Reading
from tonecheck.scoring.given import given_answers
from tonecheck.scoring.readings import Reader, base_reading, interval_text
from tonecheck.scoring.result import Finding, Result
from tonecheck.screening.ages import Days, Place, ages_of
from tonecheck.screening.document import Screening


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One finding, and the nearest answer of the same check that would not be one."""

    finding: Finding
    instead: str | None
    instead_level: Level | None


@dataclass(frozen=True, slots=True)
class AgeEdge:
    """An answer that a week, or the other age, would read differently."""

    check: str
    answer: str
    because: Literal["week_younger", "week_older", "calendar_age"]
    now: Reading
    then: Reading


def trace(protocol: Protocol, result: Result) -> tuple[TraceLine, ...]:
    """A line for each finding of a result."""
    first, last = result.ages.corrected_days
    days = Days(first, last)
    return tuple(_line(protocol, finding, days, result.rules) for finding in result.findings)


def _line(protocol: Protocol, finding: Finding, days: Days, rules: RuleSet) -> TraceLine:
    """What would have read calmer in place of the answer given, not beside it."""
    check = protocol.by_id[finding.check]
    given = check.by_id.get(finding.answer)
    calmer = []
    for place, answer in enumerate(check.answers):
        base = base_reading(check, answer, days, rules)
        is_beside = given is not None and not given.excludes(answer)
        if base and base[1].level < Level.RECHECK and not is_beside:
            calmer.append((base[1].level, place, answer.id))
    if not calmer:
        return TraceLine(finding, None, None)
    level, _, answer_id = min(calmer)
    return TraceLine(finding, answer_id, level)


def age_edges(protocol: Protocol, screening: Screening) -> tuple[AgeEdge, ...]:
    """The given answers whose published reading a week more or less, or the other age, changes.

    What the state it was seen in holds back is left out: no age would read that.
    """
    rules = protocol.result.ages
    ages = ages_of(screening.child, screening.observed_on, rules)
    if ages.place is not Place.IN_RANGE:
        return ()
    days = ages.corrected
    others: list[tuple[Literal["week_younger", "week_older", "calendar_age"], Days]] = [
        ("week_younger", days.shifted(-rules.edge_days)),
        ("week_older", days.shifted(rules.edge_days)),
    ]
    if ages.is_corrected:
        others.append(("calendar_age", ages.calendar))
    return tuple(_edges(protocol, screening, days, others))


def _edges(
    protocol: Protocol,
    screening: Screening,
    days: Days,
    others: list[tuple[Literal["week_younger", "week_older", "calendar_age"], Days]],
) -> Iterator[AgeEdge]:
    given_all = given_answers(protocol, screening)
    reader = Reader(protocol, screening, days, given_all)
    free = (given for given in given_all if reader.cap(given.check, given.entry) is None)
    seen = {(given.check.id, given.answer.id): given for given in free}
    for (check_id, answer_id), given in seen.items():
        now = base_reading(given.check, given.answer, days, "published")
        for because, other in others:
            if other.last < 0:
                continue
            then = base_reading(given.check, given.answer, other, "published")
            if (
                now
                and then
                and (now[1].level, now[1].direction)
                != (
                    then[1].level,
                    then[1].direction,
                )
            ):
                yield AgeEdge(check_id, answer_id, because, now[1], then[1])


__all__ = ["AgeEdge", "TraceLine", "age_edges", "interval_text", "trace"]
