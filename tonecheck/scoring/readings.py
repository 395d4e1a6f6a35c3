"""How one given answer reads: its interval, what raises it, what its state holds it to."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.protocol.check import Answer, Check, RuleSet
from tonecheck.protocol.pack import Protocol
from tonecheck.protocol.reading import Direction, Level, Reading
from tonecheck.scoring.given import Given
from tonecheck.scoring.result import Finding
from tonecheck.screening.ages import Days
from tonecheck.screening.document import CheckEntry, Screening


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
        self, protocol: Protocol, screening: Screening, days: Days, given: Iterable[Given]
    ) -> None:
        self._protocol = protocol
        self._days = days
        self._signs = self._present_signs(screening, given)

    def _present_signs(self, screening: Screening, given: Iterable[Given]) -> frozenset[str]:
        signs = {f"urgent.{sign}" for sign, value in screening.urgent.items() if value == "yes"}
        signs |= {f"background.{k}" for k, value in screening.background.items() if value == "yes"}
        for item in given:
            base = base_reading(item.check, item.answer, self._days, "published")
            if base and base[1].level >= Level.DOCTOR:
                signs.add(f"{item.check.id}.{item.answer.id}")
        return frozenset(signs)

    def read(self, given: Given, rules: RuleSet) -> Finding | None:
        """The reading of a given answer, or None where the rule set says nothing."""
        base = base_reading(given.check, given.answer, self._days, rules)
        if base is None:
            return None
        interval, reading = base
        raised_by = None
        if rules == "published":
            interval, reading, raised_by = self._raised(given, interval, reading)
        cap = self.cap(given.check, given.entry)
        capped = reading if cap is None else reading.capped(cap)
        if rules == "article":
            capped = _held(capped, self._protocol.result.rules.article_cap.floor)
        return Finding(
            check=given.check.id,
            answer=given.answer.id,
            side=given.side,
            group=given.check.group_of(given.answer),
            direction=capped.direction,
            level=capped.level.key,
            how=capped.how,
            route=given.answer.route,
            rule=f"{rules}:{given.check.id}.{given.answer.id}"
            f"@{interval_text(given.check, interval)}",
            sources=self._sources(given, interval, rules),
            inferred=capped.inferred,
            weak=capped.weak or given.answer.weak,
            raised_by=raised_by,
            capped_by=given.entry.state if cap is not None and capped != reading else None,
            reported_by=given.entry.reported_by,
        )

    def _raised(
        self, given: Given, interval: int, reading: Reading
    ) -> tuple[int, Reading, str | None]:
        raising = given.answer.raised
        if raising is None:
            return interval, reading, None
        by = next((sign for sign in raising.any if sign in self._signs), None)
        if by is None:
            return interval, reading, None
        best: tuple[int, Reading, str | None] = (interval, reading, None)
        for index in given.check.intervals(self._days.first, self._days.last):
            cell = raising.published[index]
            if cell and (cell.action, cell.level) > (best[1].action, best[1].level):
                best = (index, cell, by)
        return best

    def cap(self, check: Check, entry: CheckEntry) -> Level | None:
        """The level an answer is held to by the state it was seen in, if it is."""
        if entry.state is None or check.any_state:
            return None
        state = self._protocol.state_by_id[entry.state]
        return Level[state.cap.upper()] if state.cap else None

    def _sources(self, given: Given, interval: int, rules: RuleSet) -> tuple[str, ...]:
        if rules == "article":
            return ("ART",)
        return tuple(dict.fromkeys((*given.answer.sources, *given.check.sources[interval])))


def hurts_finding(check: Check, level: Level, sources: tuple[str, ...]) -> Finding:
    """A check the parent left because it seemed to hurt."""
    return Finding(
        check=check.id,
        answer="hurts",
        group=check.id,
        direction=Direction.NONE,
        level=level.key,
        rule="not_seen:hurts",
        sources=sources,
    )


def _held(reading: Reading, cap: Level) -> Reading:
    """A reading of the article, which never goes above `cap`, not even when urgent."""
    if reading.level <= cap:
        return reading
    return Reading(cap, reading.direction, None, reading.inferred, reading.weak)
