"""How findings join: patterns, the action and what set it, coverage, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from tonecheck.protocol.check import Check, Mode, Sides
from tonecheck.protocol.pack import Protocol
from tonecheck.protocol.reading import Action, Direction, How, Level, Reading
from tonecheck.scoring.result import Asymmetry, Coverage, Earlier, Finding, Pattern
from tonecheck.screening.ages import Days
from tonecheck.screening.document import CheckEntry, Screening

Floor = tuple[str, Action]
_DIRECTIONS: dict[Pattern, frozenset[Direction]] = {
    "mixed": frozenset({Direction.BOTH, Direction.HIGH, Direction.LOW}),
    "hypertonic": frozenset({Direction.HIGH}),
    "hypotonic": frozenset({Direction.LOW}),
    "asymmetric": frozenset({Direction.SIDE}),
}
"""The directions of the findings behind each pattern of tone."""
AGES_KEPT = 64
"""Ages at a time for which it is known what the checklist asks."""


def tone_patterns(findings: Sequence[Finding]) -> tuple[Pattern, ...]:
    """The patterns that findings at `doctor` or above make; empty when they make none."""
    strong = {f.direction for f in findings if f.severity >= Level.DOCTOR}
    found: list[Pattern] = []
    if Direction.BOTH in strong or {Direction.HIGH, Direction.LOW} <= strong:
        found.append("mixed")
    elif Direction.HIGH in strong:
        found.append("hypertonic")
    elif Direction.LOW in strong:
        found.append("hypotonic")
    if Direction.SIDE in strong:
        found.append("asymmetric")
    if not found and findings:
        found.append("unclear")
    return tuple(found)


def findings_behind(pattern: Pattern, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that make a pattern; none for what rests on no direction."""
    directions = _DIRECTIONS.get(pattern, frozenset())
    return tuple(f for f in findings if f.severity >= Level.DOCTOR and f.direction in directions)


def behind(pattern: Pattern, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The checks whose findings make a pattern, each once."""
    return tuple(dict.fromkeys(f.check for f in findings_behind(pattern, findings)))


def told_by(pattern: Pattern, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings to name with a pattern: of one without a direction, those for a visit."""
    if pattern in _DIRECTIONS:
        return findings_behind(pattern, findings)
    return tuple(f for f in findings if f.severity >= Level.DOCTOR)


def beside(patterns: Iterable[Pattern], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of checks that are named with none of the patterns."""
    leaning = {f.check for pattern in patterns for f in told_by(pattern, findings)}
    return tuple(finding for finding in findings if finding.check not in leaning)


def most_seen_first(
    patterns: Iterable[Pattern], findings: Sequence[Finding]
) -> tuple[Pattern, ...]:
    """The patterns in the order of how many checks are behind each, the most first."""
    return tuple(sorted(patterns, key=lambda pattern: -len(behind(pattern, findings))))


def asymmetry(findings: Iterable[Finding]) -> Asymmetry | None:
    """The checks behind `asymmetric`, each once, by the side they name."""
    sides: dict[str, list[str]] = {"left": [], "right": [], "unknown": []}
    for finding in findings:
        if finding.direction is Direction.SIDE and finding.severity >= Level.DOCTOR:
            sides[finding.side or "unknown"].append(finding.check)
    if not any(sides.values()):
        return None
    return Asymmetry(**{side: tuple(dict.fromkeys(checks)) for side, checks in sides.items()})


def counts(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """How many findings there are by direction and side. Counts, not a scale."""
    table: dict[str, dict[str, int]] = {}
    for finding in findings:
        row = table.setdefault(finding.direction.value, {})
        side = finding.side or "none"
        row[side] = row.get(side, 0) + 1
    return table


@lru_cache(maxsize=AGES_KEPT)
def offered(protocol: Protocol, days: Days) -> tuple[Check, ...]:
    """The checks a parent is asked about at this age."""
    modes = ((check, check.mode_at(days.first, days.last)) for check in protocol.checks)
    return tuple(check for check, mode in modes if mode not in (Mode.SKIP, Mode.LEAVE))


@lru_cache(maxsize=AGES_KEPT)
def counted(protocol: Protocol, days: Days) -> tuple[Check, ...]:
    """Those of them with an answer that reaches the coverage level at this age."""
    level = protocol.result.coverage.needed
    return tuple(
        check
        for check in offered(protocol, days)
        if any(check.reaches(level, i) for i in check.intervals(days.first, days.last))
    )


def coverage(
    protocol: Protocol,
    screening: Screening,
    days: Days | None,
    cap: Callable[[Check, CheckEntry], Level | None],
) -> Coverage:
    """What was seen of the checks that have an answer reaching the coverage level at this age."""
    rules = protocol.result.coverage
    counting = counted(protocol, days) if days else ()
    total = len(counting)
    seen = compared = 0
    regions: set[str] = set()
    for check in counting:
        entry = screening.checks.get(check.id)
        if entry is None or not entry.has_answers or cap(check, entry) is not None:
            continue
        seen += 1
        compared += check.sides is not Sides.NONE
        regions.update(check.covers or (check.region,))
    enough = (
        total > 0
        and regions.issuperset(rules.regions)
        and compared >= rules.compared
        and seen / total >= rules.share
    )
    return Coverage(
        seen=seen, total=total, enough=enough, regions=tuple(sorted(regions)), compared=compared
    )


def finding_floors(
    protocol: Protocol, screening: Screening, findings: Sequence[Finding]
) -> Iterable[Floor]:
    """The actions the findings ask for, alone and together."""
    rules = protocol.result.rules
    for finding in findings:
        if finding.how and f"{finding.check}.{finding.answer}" in screening.seen_by_doctor:
            yield "seen_by_doctor", rules.seen_by_doctor.action
        else:
            yield finding.rule, _action(finding)
    if _apart(f for f in findings if f.severity >= Level.DOCTOR):
        yield "two_doctor", rules.two_doctor.action
    for direction in Direction:
        if direction is not Direction.NONE and _apart(
            f for f in findings if f.direction is direction
        ):
            yield "two_recheck", rules.two_recheck.action
    if "mixed" in tone_patterns(findings):
        yield "mixed", rules.mixed.action


def earlier_floors(
    protocol: Protocol,
    screening: Screening,
    findings: Sequence[Finding],
    earlier: Sequence[Earlier],
) -> Iterable[Floor]:
    """What earlier screenings add: the same recheck again, never calm enough on two days."""
    rules = protocol.result.rules
    on = screening.observed_on
    for before in earlier:
        if on is None or (on - before.observed_on).days < rules.repeat_recheck.days:
            continue
        same = {(f.check, f.answer, f.direction) for f in before.findings}
        if any((f.check, f.answer, f.direction) in same for f in findings):
            yield "repeat_recheck", rules.repeat_recheck.action
    never_calm = [
        check
        for check, entry in screening.checks.items()
        if entry.not_seen == "crying"
        and max(1, entry.days_not_calm)
        + sum(check in before.not_calm for before in earlier if before.observed_on != on)
        >= rules.not_calm.days
    ]
    if len(never_calm) >= rules.not_calm.checks:
        yield "not_calm", rules.not_calm.action


def spoken_floors(protocol: Protocol, screening: Screening) -> Iterable[Floor]:
    """What urgent signs, situations and the parent's worry ask for."""
    rules = protocol.result.rules
    for sign, answer in screening.urgent.items():
        if answer == "not_sure":
            yield "gate_not_sure", rules.gate_not_sure.action
        elif answer == "yes":
            if f"urgent.{sign}" in screening.seen_by_doctor:
                yield "seen_by_doctor", rules.seen_by_doctor.action
            else:
                is_now = protocol.sign_by_id[sign].how is How.CALL_NOW
                yield f"urgent:{sign}", Action.CALL_NOW if is_now else Action.TODAY
    for situation in screening.situations:
        reading = protocol.situation_by_id[situation].reading
        if reading:
            yield f"situation:{situation}", reading.action
    if screening.worry.level == "yes":
        yield "worry_yes", rules.worry_yes.action
    elif screening.worry.level == "not_sure":
        yield "worry_not_sure", rules.worry_not_sure.action


def _apart(findings: Iterable[Finding]) -> bool:
    """Whether two of the findings come from different checks that see different things."""
    return any(
        a.check != b.check and a.group != b.group for a, b in combinations(tuple(findings), 2)
    )


def _action(finding: Finding) -> Action:
    return Reading(finding.severity, how=finding.how).action
