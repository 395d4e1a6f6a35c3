"""The laws of scoring over whole screenings, drawn at random from everything a parent can enter."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import screening_at
from tests.shipped import PACK, PROTOCOL
from tonecheck.protocol.check import Check, Sides
from tonecheck.protocol.reading import Action, Level
from tonecheck.protocol.rules import Sign
from tonecheck.scoring.combine import counted
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.scoring.trace import trace
from tonecheck.screening.ages import Days
from tonecheck.screening.document import Screening
from tonecheck.screening.validate import problems

REASONS = (
    "crying",
    "asleep",
    "not_sure",
    "too_stiff",
    "too_floppy",
    "hurts",
    "fits_none",
    "not_done",
)
MIRROR = {"left": "right", "right": "left", "unknown": "unknown"}
KINDS = st.sampled_from(["same", "sides", "not_seen"])
SIDES = st.sampled_from(["left", "right", "unknown"])
STATES = st.none() | st.sampled_from(sorted(PROTOCOL.state_by_id))


@cache
def _chosen(check_id: str, whole: bool) -> st.SearchStrategy[list[str]]:
    check = PROTOCOL.by_id[check_id]
    ids = [a.id for a in check.answers if whole or not a.whole]
    alone = [a.id for a in check.answers if a.alone]
    several = [i for i in ids if i not in alone]
    one = st.sampled_from(ids).map(lambda answer: [answer])
    if not several:
        return one
    return one | st.lists(st.sampled_from(several), min_size=1, max_size=3, unique=True)


@cache
def entries(check_id: str) -> st.SearchStrategy[dict[str, Any]]:
    """Anything the check of this id can hold."""
    return _entries(PROTOCOL.by_id[check_id])


@st.composite
def _entries(draw: st.DrawFn, check: Check) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    kind = draw(KINDS)
    if kind == "not_seen":
        return {"not_seen": draw(st.sampled_from(REASONS))}
    if kind == "sides" and check.sides is Sides.PAIRED:
        entry = {side: draw(_chosen(check.id, False)) for side in ("left", "right")}
    else:
        entry = {"answers": draw(_chosen(check.id, True))}
        if any(check.by_id[a].sided for a in entry["answers"]):
            entry["side"] = draw(SIDES)
    if state := draw(STATES):
        entry["state"] = state
    return entry


@st.composite
def screenings(draw: st.DrawFn, without: str = "") -> Screening:
    """Anything a parent can enter for a term baby of 0 to 380 days."""
    checks = {
        check.id: draw(entries(check.id))
        for check in PROTOCOL.checks
        if check.id != without and draw(st.booleans())
    }
    signs = [sign.id for sign in PROTOCOL.signs]
    rare = draw(
        st.dictionaries(st.sampled_from(signs), st.sampled_from(["yes", "not_sure"]), max_size=1)
    )
    return screening_at(
        draw(st.integers(0, 380)),
        urgent={**dict.fromkeys(signs, "no"), **(rare if draw(st.booleans()) else {})},
        background=draw(st.sampled_from([{}, {"breech": "yes"}])),
        worry=draw(st.sampled_from([{}, {"level": "no"}, {"level": "yes"}])),
        checks=checks,
    )


def _action(result: Result) -> Action:
    return Action[(result.how or result.action).upper()]


def _with(screening: Screening, check: str, entry: dict[str, Any] | None) -> Screening:
    data = screening.model_dump(mode="json", exclude_defaults=True)
    data.setdefault("checks", {}).pop(check, None)
    if entry:
        data["checks"][check] = entry
    return Screening.model_validate(data)


@settings(max_examples=30, deadline=None)
@given(screenings())
def test_the_same_answers_give_the_same_result(screening: Screening) -> None:
    """Scoring is a function: same input, same output, and every input is valid and answered."""
    assert not list(problems(PROTOCOL, screening))
    assert score(PACK, screening) == score(PACK, screening)


@settings(max_examples=60, deadline=None)
@given(screenings())
def test_every_finding_is_traced(screening: Screening) -> None:
    """Also one that comes of not having been seen; what would read calmer is below a re-check."""
    for rules in ("published", "article"):
        result = score(PACK, screening, rules=rules)
        lines = trace(PROTOCOL, result)

        assert tuple(line.finding for line in lines) == result.findings
        levels = [line.instead_level for line in lines if line.instead_level is not None]
        assert all(level < Level.RECHECK for level in levels)


@settings(max_examples=100, deadline=None)
@given(screenings())
def test_normal_never_stands_beside_a_finding_or_an_open_sign(screening: Screening) -> None:
    """`normal` means no finding, every sign answered no, and enough seen."""
    for rules in ("published", "article"):
        result = score(PACK, screening, rules=rules)
        if "normal" in result.patterns:
            assert result.patterns == ("normal",)
            assert not result.findings
            assert result.coverage.enough
            assert set(screening.urgent.values()) == {"no"}


@settings(max_examples=100, deadline=None)
@given(screenings(), st.data())
def test_a_worse_answer_never_lowers_the_action(screening: Screening, data: st.DataObject) -> None:
    """An answer that reads worse asks for the same or more, where no other check reads milder.

    Another check may: the answer that was replaced can be one beside which it reads worse.
    """
    check = data.draw(st.sampled_from(PROTOCOL.checks))
    here, there = (_with(screening, check.id, data.draw(entries(check.id))) for _ in range(2))
    milder, worse = (score(PACK, s) for s in (here, there))
    others = [c.id for c in PROTOCOL.checks if c.id != check.id]
    if _worst(milder, check.id) < _worst(worse, check.id) and all(
        _worst(milder, other) <= _worst(worse, other) for other in others
    ):
        assert _action(milder) <= _action(worse)


def _worst(result: Result, check: str) -> tuple[int, bool]:
    read = [r.published for r in result.readings if r.check == check and r.published]
    hurt = [f for f in result.findings if f.check == check]
    return max(((f.severity, f.how == "call_now") for f in (*read, *hurt)), default=(0, False))


@settings(max_examples=40, deadline=None)
@given(screenings())
def test_the_mirrored_baby_has_the_mirrored_result(screening: Screening) -> None:
    """Swapping left and right everywhere swaps only the sides."""
    data = screening.model_dump(mode="json", exclude_defaults=True)
    for entry in data.get("checks", {}).values():
        left, right = entry.pop("left", None), entry.pop("right", None)
        entry.update({k: v for k, v in (("left", right), ("right", left)) if v})
        if "side" in entry:
            entry["side"] = MIRROR[entry["side"]]
    here, there = score(PACK, screening), score(PACK, Screening.model_validate(data))

    assert (here.patterns, here.action, here.coverage) == (
        there.patterns,
        there.action,
        there.coverage,
    )
    if here.asymmetry and there.asymmetry:
        assert sorted(here.asymmetry.left) == sorted(there.asymmetry.right)


@settings(max_examples=100, deadline=None)
@given(screenings(), st.data())
def test_what_is_not_seen_changes_only_coverage(screening: Screening, data: st.DataObject) -> None:
    """Leaving a check out, or saying why it was not seen, differ in nothing but the record."""
    check = data.draw(st.sampled_from(PROTOCOL.checks)).id
    reason = data.draw(st.sampled_from(["asleep", "not_sure", "not_done"]))
    absent = score(PACK, _with(screening, check, None))
    unseen = score(PACK, _with(screening, check, {"not_seen": reason}))

    assert unseen.model_copy(update={"missed": ()}) == absent.model_copy(update={"missed": ()})


@settings(max_examples=100, deadline=None)
@given(screenings())
def test_what_coverage_misses_is_named(screening: Screening) -> None:
    """Every counted check that was not seen is listed as missed, or was seen in a poor state."""
    result = score(PACK, screening)
    counting = counted(PROTOCOL, Days(*result.ages.corrected_days))
    poor = [
        check
        for check, entry in screening.checks.items()
        if entry.has_answers and entry.state and PROTOCOL.state_by_id[entry.state].cap
        if not PROTOCOL.by_id[check].any_state and PROTOCOL.by_id[check] in counting
    ]
    missed = [missed.check for missed in result.missed if missed.counted]

    if result.ages.place == "in_range":
        assert len(missed) + len(poor) == result.coverage.total - result.coverage.seen


@settings(max_examples=40, deadline=None)
@given(screenings(), st.sampled_from(PROTOCOL.signs))
def test_adding_an_urgent_yes_gives_at_least_its_action(screening: Screening, sign: Sign) -> None:
    """Whatever was seen, a sign at the gate is never outweighed."""
    with_sign = screening.model_copy(update={"urgent": {**screening.urgent, sign.id: "yes"}})

    assert _action(score(PACK, with_sign)) >= Action[sign.how.upper()]
