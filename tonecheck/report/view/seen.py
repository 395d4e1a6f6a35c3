"""What the parent saw, kept apart from what any rule makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.check import Mode
from tonecheck.report.view.body import body_map
from tonecheck.report.view.model import Fact, Group, SeenBox
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.scoring.result import ItemReading, Result
from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.screening.plain import plain_line


def seen_box(say: Phrases, screening: Screening, result: Result) -> SeenBox:
    """The answers that either rule set reads as a finding, by side; then all the others."""
    derived = {item.check for item in result.readings if item.derived and is_odd(item)}
    groups: dict[str, list[str]] = {"left": [], "right": [], "both": [], "unknown": []}
    named: set[str] = set()
    for item in sorted(result.readings, key=_severity):
        if item.derived or not (is_odd(item) or item.check in derived):
            continue
        named.add(item.check)
        groups[item.side or "both"].append(_line(say, screening, item))
    for check, entry in screening.checks.items():
        if entry.not_seen == "hurts":
            line = say("seen.line", check=say.check(check), answer=say("seen.hurts"))
            groups["both"].append(line)
    return SeenBox(
        title=say("seen.title"),
        note=say("seen.note"),
        body_map=body_map(say, screening, result),
        groups=tuple(
            Group(title=say(f"seen.{key}"), lines=tuple(lines))
            for key, lines in groups.items()
            if lines
        ),
        others=tuple(_others(say, result, named, is_odd_seen=any(groups.values()))),
    )


def _others(say: Phrases, result: Result, named: set[str], *, is_odd_seen: bool) -> Iterator[Fact]:
    """The checks without a finding, by name: recorded ones, then typical ones."""
    rest = [item for item in result.readings if item.check not in named]
    if not result.readings:
        yield Fact(label="", value=say("seen.no_checks"))
    elif not is_odd_seen:
        yield Fact(label="", value=say("seen.nothing"))
    noted = [item for item in rest if item.published and item.published.level == "noted"]
    if noted:
        yield Fact(label=say("seen.noted"), value=say.checks(item.check for item in noted))
    names = {item.check for item in noted}
    typical = [item.check for item in rest if item.check not in names]
    if typical:
        yield Fact(label=say("seen.typical"), value=say.checks(typical))


def _severity(item: ItemReading) -> int:
    levels = [f.severity for f in (item.published, item.article) if f is not None]
    return -max(levels, default=0)


def _line(say: Phrases, screening: Screening, item: ItemReading) -> str:
    line = say("seen.line", check=say.check(item.check), answer=say.answer(item.check, item.answer))
    marks = list(entry_marks(say, item.check, screening.checks[item.check]))
    return f"{line} ({'; '.join(marks)})" if marks else line


def entry_marks(say: Phrases, check: str, entry: CheckEntry) -> Iterator[str]:
    """What weakens an answer as seen: the state it was seen in, or that it was only told."""
    if say.is_off_state(check, entry):
        yield say("seen.state", state=say.state(entry.state))
    if entry.reported_by:
        yield say("seen.reported", who=plain_line(entry.reported_by))


def not_seen_lines(say: Phrases, screening: Screening, result: Result) -> tuple[str, ...]:
    """The checks that were not seen, grouped by the reason; then those left to others by age."""
    reasons: dict[str, list[str]] = {}
    for missed in result.missed:
        if missed.reason:
            reason = say.words(f"result.not_seen.{missed.reason}.clinical")
        elif missed.situation:
            situation = say.words(f"situations.{missed.situation}.clinical")
            reason = say("not_seen.situation", situation=situation)
        else:
            reason = say("not_seen.no_reason")
        reasons.setdefault(reason, []).append(missed.check)
    first, last = result.ages.corrected_days
    left_out = [
        check.id
        for check in sorted(say.pack.protocol.checks, key=lambda check: check.order)
        if check.mode_at(first, last) is Mode.LEAVE and check.id not in screening.checks
    ]
    if left_out:
        reasons.setdefault(say("not_seen.left_out"), []).extend(left_out)
    return tuple(
        say("not_seen.line", reason=reason, checks=say.checks(checks))
        for reason, checks in reasons.items()
    )
