"""How one given answer reads: its interval, what raises it, what its state holds it to.

What an answer means at an age is the same for every screening, so it is worked out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tonecheck.protocol.check import RULE_SETS, Answer, Check, RuleSet
from tonecheck.protocol.pack import Protocol
from tonecheck.protocol.reading import Direction, Level, Reading
from tonecheck.protocol.rules import Rule
from tonecheck.scoring.given import Given
from tonecheck.scoring.result import OF_REASON, Finding, ItemReading
from tonecheck.screening.ages import Days
from tonecheck.screening.document import CheckEntry, Screening, Side

KEPT = 4096
"""Readings kept at a time: more than all answers of the checklist have at one age."""


@lru_cache(maxsize=KEPT)
def base_reading(
    check: Check, answer: Answer, days: Days, rules: RuleSet
) -> tuple[int, Reading] | None:
    """The interval and reading of an answer over `days`; of several, the most urgent."""
    cells = answer.readings(rules)
    touched = check.intervals(days.first, days.last)
    read = [(i, cell) for i in touched if (cell := cells[i]) is not None]
    if len(read) == 1:
        return read[0]
    return max(read, key=lambda item: (item[1].action, item[1].level), default=None)


def interval_text(check: Check, interval: int) -> str:
    """The half-open interval in months; the last has no end of its own."""
    start = check.ages[interval]
    last = interval + 1 == len(check.ages)
    return f"[{start:g}, end)" if last else f"[{start:g}, {check.ages[interval + 1]:g})"


class Reader:
    """Reads the answers of one screening under either rule set."""

    def __init__(
        self, protocol: Protocol, screening: Screening, days: Days, given: Sequence[Given]
    ) -> None:
        self._protocol = protocol
        self._days = days
        self._article_cap = protocol.result.rules.article_cap.floor
        self._screening = screening
        self._given = given

    @cached_property
    def _signs(self) -> frozenset[str]:
        """What can raise an answer: the signs, background and other answers that are present."""
        screening = self._screening
        signs = {f"urgent.{sign}" for sign, value in screening.urgent.items() if value == "yes"}
        signs |= {f"background.{k}" for k, value in screening.background.items() if value == "yes"}
        for item in self._given:
            base = base_reading(item.check, item.answer, self._days, "published")
            if base and base[1].level >= Level.DOCTOR:
                signs.add(f"{item.check.id}.{item.answer.id}")
        return frozenset(signs)

    def read(self, given: Given) -> ItemReading:
        """A given answer as both rule sets read it."""
        cap = self.cap(given.check, given.entry)
        seen = _Seen(
            given.check,
            given.answer,
            given.side,
            given.derived,
            self._days,
            self._raised_by(given),
            cap,
            given.entry.state if cap is not None else None,
        )
        item = _item(seen, self._article_cap)
        told = given.entry.reported_by
        return _as_reported(item, told) if told else item

    def _raised_by(self, given: Given) -> str | None:
        raising = given.answer.raised
        if raising is None:
            return None
        return next((sign for sign in raising.any if sign in self._signs), None)

    def cap(self, check: Check, entry: CheckEntry) -> Level | None:
        """The level an answer is held to by the state it was seen in, if it is."""
        if entry.state is None or check.any_state:
            return None
        state = self._protocol.state_by_id[entry.state]
        return Level[state.cap.upper()] if state.cap else None


class _Seen(NamedTuple):
    """All of a given answer that its readings hang on, and nothing that is a person's own."""

    check: Check
    answer: Answer
    side: Side | None
    derived: bool
    days: Days
    raised_by: str | None
    cap: Level | None
    state: str | None


@lru_cache(maxsize=KEPT)
def _item(seen: _Seen, article_cap: Level) -> ItemReading:
    published = article = None
    if base := base_reading(seen.check, seen.answer, seen.days, "published"):
        interval, reading = _raised(seen, base)
        raised_by = seen.raised_by if (interval, reading) != base else None
        held = _capped(reading, seen.cap)
        published = _finding(seen, "published", interval, held, held != reading, raised_by)
    if base := base_reading(seen.check, seen.answer, seen.days, "article"):
        interval, reading = base
        held = _held(_capped(reading, seen.cap), article_cap)
        article = _finding(seen, "article", interval, held, held != reading)
    return ItemReading(
        check=seen.check.id,
        answer=seen.answer.id,
        side=seen.side,
        derived=seen.derived,
        published=published,
        article=article,
    )


def _raised(seen: _Seen, base: tuple[int, Reading]) -> tuple[int, Reading]:
    """The most urgent of `base` and what the present sign raises it to."""
    best = base
    if seen.raised_by and seen.answer.raised:
        for index in seen.check.intervals(seen.days.first, seen.days.last):
            cell = seen.answer.raised.published[index]
            if cell and (cell.action, cell.level) > (best[1].action, best[1].level):
                best = index, cell
    return best


def _capped(reading: Reading, cap: Level | None) -> Reading:
    return reading if cap is None else reading.capped(cap)


def _finding(
    seen: _Seen,
    rules: RuleSet,
    interval: int,
    reading: Reading,
    is_capped: bool,
    raised_by: str | None = None,
) -> Finding:
    check, answer = seen.check, seen.answer
    sources = ("ART",) if rules == "article" else (*answer.sources, *check.sources[interval])
    return Finding(
        check=check.id,
        answer=answer.id,
        side=seen.side,
        group=check.group_of(answer),
        direction=reading.direction,
        level=reading.level.key,
        how=reading.how,
        route=answer.route,
        rule=f"{rules}:{check.id}.{answer.id}@{interval_text(check, interval)}",
        sources=tuple(dict.fromkeys(sources)),
        inferred=reading.inferred,
        weak=reading.weak or answer.weak,
        raised_by=raised_by,
        capped_by=seen.state if is_capped else None,
    )


def _as_reported(item: ItemReading, by: str) -> ItemReading:
    told: dict[str, Finding] = {
        rules: finding.model_copy(update={"reported_by": by})
        for rules in RULE_SETS
        if (finding := getattr(item, rules))
    }
    return item.model_copy(update=told)


def reason_finding(check: Check, reason: str, rule: Rule) -> Finding:
    """A check without an answer, for a reason that a doctor or nurse is to hear of."""
    return Finding(
        check=check.id,
        answer=reason,
        group=check.id,
        direction=Direction.NONE,
        level=rule.floor.key,
        rule=f"{OF_REASON}{reason}",
        sources=rule.sources,
    )


def _held(reading: Reading, cap: Level) -> Reading:
    """A reading of the article, which never goes above `cap`, not even when urgent."""
    if reading.level <= cap:
        return reading
    return Reading(cap, reading.direction, None, reading.inferred, reading.weak)
