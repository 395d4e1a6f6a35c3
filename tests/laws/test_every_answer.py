"""The laws of scoring over every check, answer, side, state, interval and rule set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.factories import clear_gate, screening_at
from tonecheck.protocol.check import RULE_SETS, Check, RuleSet, Sides
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Action, Level, Reading
from tonecheck.scoring.result import Finding, Result
from tonecheck.scoring.score import score
from tonecheck.screening.validate import problems


def _entries(check: Check) -> Iterator[dict[str, Any]]:
    """Every single answer of a check, and every pair of sides."""
    per_side = [answer.id for answer in check.answers if not answer.whole]
    for answer in check.answers:
        yield {"answers": [answer.id]}
        if answer.sided:
            yield from ({"answers": [answer.id], "side": side} for side in ("left", "right"))
    if check.sides is Sides.PAIRED:
        yield from ({"left": [a], "right": [b]} for a in per_side for b in per_side)


def _every_age(pack: Pack) -> Iterator[tuple[Check, dict[str, Any], int]]:
    for check in pack.protocol.checks:
        for entry in _entries(check):
            for day in check.first_days:
                yield check, entry, day


def _everything(pack: Pack) -> Iterator[tuple[Check, dict[str, Any], str | None, int]]:
    for state in (None, *pack.protocol.state_by_id):
        yield from ((check, entry, state, day) for check, entry, day in _every_age(pack))


def _action(result: Result) -> Action:
    return Action[(result.how or result.action).upper()]


def _score(
    pack: Pack, check: Check, entry: dict[str, Any], state: str | None, day: int, rules: RuleSet
) -> Result:
    full = {**entry, "state": state} if state else entry
    screening = screening_at(day, urgent=clear_gate(pack.protocol), checks={check.id: full})
    assert not list(problems(pack.protocol, screening))
    return score(pack, screening, rules=rules)


def test_every_answer_reads_as_its_content_says(pack: Pack) -> None:
    """Each single answer's finding has the content's reading, held only by its state.

    Under both rule sets: nothing else changes a reading, a finding never stands beside `normal`,
    the action is never below a published finding, the article's readings stay at doctor, and its
    action never asks for less than the published one.
    """
    counted = 0
    for check, entry, state, day in _everything(pack):
        result = _score(pack, check, entry, state, day, "published")
        counted += 1
        read: tuple[tuple[RuleSet, tuple[Finding, ...], tuple[str, ...]], ...] = (
            ("published", result.findings, result.patterns),
            ("article", result.article.findings, result.article.patterns),
        )
        for rules, found, patterns in read:
            for finding in found:
                cell = check.by_id[finding.answer].readings(rules)[check.interval(day)]
                assert cell is not None
                assert finding.severity == cell.level or finding.capped_by == state
                assert finding.direction is cell.direction
                assert "normal" not in patterns
        assert all(_action(result) >= Action(f.severity - 1) for f in result.findings)
        assert all(f.severity <= Level.DOCTOR for f in result.article.findings)
        assert Action[(result.article.how or result.article.action).upper()] >= _action(result)
    assert counted > 5_000


def test_swapping_left_and_right_swaps_only_the_sides(pack: Pack) -> None:
    """The mirrored baby has the mirrored result."""
    mirror = {"left": "right", "right": "left"}
    for check, entry, day in _every_age(pack):
        swapped = {
            mirror.get(key, key): mirror.get(value, value) if key == "side" else value
            for key, value in entry.items()
        }
        here = _score(pack, check, entry, None, day, "published")
        there = _score(pack, check, swapped, None, day, "published")
        assert (here.patterns, here.action, here.coverage) == (
            there.patterns,
            there.action,
            there.coverage,
        )
        assert sorted((f.answer, mirror.get(f.side or "", f.side)) for f in here.findings) == (
            sorted((f.answer, f.side) for f in there.findings)
        )


def test_sides_that_differ_say_what_the_answer_for_it_says(pack: Pack) -> None:
    """Each pair of sides a check lists reads as its derived answer, with the side that does less.

    Under both rule sets and at every age; so there is one way to say it, and no second result.
    """
    compared = 0
    for check in pack.protocol.checks:
        if check.derive is None:
            continue
        derived = check.by_id[check.derive.answer]
        for more, less in check.derive.pairs:
            for side, other in (("left", "right"), ("right", "left")):
                named = {"side": side} if derived.sided else {}
                for day in check.first_days:
                    for rules in RULE_SETS:
                        entries = (
                            {side: [less], other: [more]},
                            {"answers": [derived.id], **named},
                        )
                        found = [_score(pack, check, e, None, day, rules) for e in entries]
                        apart, told = (
                            [
                                item.model_dump(exclude={"derived"})
                                for item in result.readings
                                if item.answer == derived.id
                            ]
                            for result in found
                        )
                        compared += 1
                        assert apart == told
                        assert _action(found[0]) >= _action(found[1])
    assert compared > 100


def test_every_urgent_sign_gives_its_action_whatever_else_is_seen(pack: Pack) -> None:
    """At any age and under either rule set a yes at the gate asks for what the sign says."""
    for sign in pack.protocol.signs:
        wanted = Action[sign.how.upper()]
        for day in (0, 45, 100, 380, 500):
            for rules in RULE_SETS:
                gate = {**clear_gate(pack.protocol), sign.id: "yes"}
                result = score(pack, screening_at(day, urgent=gate), rules=rules)
                assert _action(result) == wanted
                assert result.patterns == ("incomplete",)


def test_a_reflex_inside_its_published_window_is_never_a_finding(pack: Pack) -> None:
    """A reflex with a published window reads no finding for being there until that window ends.

    Stands for `free`, `both`, `steps`, …: the answers the article alone reads as late or stiff.
    """
    checked = 0
    for check in pack.protocol.checks:
        window = check.window
        if window is None or window.kind != "reflex" or window.published is None:
            continue
        end = window.published.grey_until or window.published.end
        assert end is not None
        calm_at_birth = [a for a in check.answers if _is_calm(a.published[0])]
        for answer in calm_at_birth:
            for index, start in enumerate(check.ages):
                cell = answer.published[index]
                present = answer.article[index]
                if cell is None or present is None or start >= end:
                    continue
                if present.is_finding and _is_calm(answer.article[0]):
                    checked += 1
                    assert not cell.is_finding, (check.id, answer.id, start)
    assert checked >= 10


def _is_calm(reading: Reading | None) -> bool:
    return reading is not None and not reading.is_finding
