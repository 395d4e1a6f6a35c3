from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.factories import OBSERVED, at_months, clear_gate, screening_at, typical_baby
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import Earlier, Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def _score(pack: Pack, months: float, **fields: Any) -> Result:
    fields.setdefault("urgent", clear_gate(pack.protocol))
    return score(pack, at_months(months, **fields))


def _checks(**entries: Any) -> dict[str, Any]:
    return {check: {"answers": [answer]} for check, answer in entries.items()}


@pytest.mark.parametrize("days", range(0, 381, 10))
def test_a_baby_seen_wholly_typical_is_normal(pack: Pack, days: int) -> None:
    """With every check seen at its calmest and no urgent sign, the result asks for nothing."""
    result = score(pack, typical_baby(pack.protocol, days))

    assert result.patterns == ("normal",)
    assert (result.action, result.findings) == ("none", ())
    assert result.coverage.seen == result.coverage.total > 0


def test_nothing_seen_is_incomplete(pack: Pack) -> None:
    """No answer, no conclusion."""
    result = _score(pack, 4)

    assert result.patterns == ("incomplete",)
    assert result.coverage.seen == 0


def test_signs_not_answered_keep_a_result_from_normal(pack: Pack) -> None:
    """Normal needs the urgent signs answered."""
    seen = typical_baby(pack.protocol, 120).model_copy(update={"urgent": {}})

    assert score(pack, seen).patterns == ("incomplete",)


@pytest.mark.parametrize(
    ("checks", "patterns"),
    [
        (_checks(scissor="stiff"), ("hypertonic",)),
        (_checks(carry="limp"), ("hypotonic",)),
        (_checks(scissor="stiff", carry="limp"), ("mixed",)),
        (_checks(changes="changes"), ("mixed",)),
        (_checks(head_turn="cannot"), ("asymmetric",)),
        (_checks(scissor="stiff", head_turn="cannot"), ("hypertonic", "asymmetric")),
        (_checks(rolls="none"), ("unclear",)),
    ],
)
def test_findings_make_the_patterns_they_name(
    pack: Pack, checks: dict[str, Any], patterns: tuple[str, ...]
) -> None:
    """Direction makes the tone pattern; side is an axis of its own beside it."""
    assert _score(pack, 6.5, checks=checks).patterns == patterns


def test_two_things_seen_ask_for_more_than_one(pack: Pack) -> None:
    """Two checks at doctor that see different things make a prompt visit."""
    one = _score(pack, 3.5, checks=_checks(fists="always"))
    two = _score(pack, 3.5, checks=_checks(fists="always", rest="tight"))

    assert (one.action, two.action) == ("doctor", "prompt")
    assert "two_doctor" in two.floors


def test_the_same_thing_seen_twice_counts_once(pack: Pack) -> None:
    """Legs that cross at a nappy change and when lifted are one thing, not two."""
    once = _score(pack, 1.2, checks=_checks(scissor="stiff"))
    twice = _score(pack, 1.2, checks=_checks(scissor="stiff", hip_opening="cross"))

    assert (once.action, twice.action) == ("doctor", "doctor")


def test_arm_and_leg_that_move_less_are_one_thing(pack: Pack) -> None:
    """Both limbs ask for no more than one, and their check is named once."""
    sides = [
        _score(pack, 4, checks={"move_sides": {"answers": answers, "side": "left"}})
        for answers in (["arm"], ["leg"], ["arm", "leg"])
    ]

    assert {(found.action, found.patterns) for found in sides} == {("prompt", ("asymmetric",))}
    assert [found.asymmetry.left for found in sides if found.asymmetry] == [("move_sides",)] * 3


def test_two_rechecks_in_one_direction_make_a_visit(pack: Pack) -> None:
    """A stiff hip and closed fists at the level of a recheck are a visit together."""
    alone = _score(pack, 2.5, checks=_checks(fists="always"))
    both = _score(pack, 3, checks={**_checks(hip_opening="stiff"), **_checks(fists="thumb")})

    assert (alone.action, both.action) == ("recheck", "doctor")


def test_the_same_recheck_two_weeks_later_makes_a_visit(pack: Pack) -> None:
    """What was to be looked at again and is still there goes to a doctor."""
    screening = at_months(2.5, urgent=clear_gate(pack.protocol), checks=_checks(fists="always"))
    found = score(pack, screening)
    actions = [
        score(
            pack,
            screening,
            [Earlier(observed_on=OBSERVED - timedelta(days=days), findings=found.findings)],
        ).action
        for days in (13, 14)
    ]

    assert actions == ["recheck", "doctor"]


def test_a_difference_between_the_sides_names_the_side_that_does_less(pack: Pack) -> None:
    """Left opens, right is stiff: the right opens less, and the stiff side keeps its reading."""
    entry = {"hip_opening": {"left": ["even"], "right": ["stiff"]}}

    result = _score(pack, 7, checks=entry)

    assert [(f.answer, f.side) for f in result.findings] == [
        ("stiff", "right"),
        ("oneside", "right"),
    ]
    assert result.patterns == ("hypertonic", "asymmetric")
    assert result.asymmetry is not None
    assert result.asymmetry.right == ("hip_opening",)


def test_soles_that_differ_are_written_down_and_nothing_else(pack: Pack) -> None:
    """Differing soles are common in healthy babies and name no side."""
    result = _score(pack, 5, checks={"plantar": {"left": ["up"], "right": ["down"]}})
    derived = [r for r in result.readings if r.derived]

    assert [(r.answer, r.side) for r in derived] == [("differs", None)]
    assert not result.findings


def test_what_is_seen_while_crying_is_held_down_and_not_counted(pack: Pack) -> None:
    """A crying baby's stiffness is kept, marked, at most a recheck, and no coverage."""
    entry = {"scissor": {"answers": ["stiff"], "state": "crying"}}

    result = _score(pack, 5, checks=entry)

    assert [(f.level, f.capped_by) for f in result.findings] == [("recheck", "crying")]
    assert result.coverage.seen == 0


def test_no_state_lowers_an_urgent_sign(pack: Pack) -> None:
    """Startles in a row stay urgent, whatever the state."""
    result = _score(pack, 5, checks={"moro": {"answers": ["runs"], "state": "crying"}})

    assert (result.action, result.how) == ("urgent", "today")


def test_loose_hips_only_support_another_sign(pack: Pack) -> None:
    """Loose hips alone are written down; beside a limp carry they count."""
    alone = _score(pack, 2.5, checks=_checks(hip_opening="loose"))
    beside = _score(pack, 2.5, checks=_checks(hip_opening="loose", carry="limp"))

    assert alone.findings == ()
    assert [(f.check, f.raised_by) for f in beside.findings if f.raised_by] == [
        ("hip_opening", "carry.limp")
    ]


def test_frog_legs_with_a_weak_cry_are_urgent(pack: Pack) -> None:
    """The one pairing the evidence calls an emergency."""
    result = _score(pack, 2.5, checks=_checks(rest="frog", feed_cry="weak_cry"))

    assert (result.action, result.how) == ("urgent", "today")


@pytest.mark.parametrize(
    ("fields", "action", "floor"),
    [
        ({"worry": {"level": "yes"}}, "doctor", "worry_yes"),
        ({"worry": {"level": "not_sure"}}, "recheck", "worry_not_sure"),
        ({"checks": {"fists": {"not_seen": "hurts"}}}, "doctor", "not_seen:hurts"),
        ({"checks": {"fists": {"not_seen": "fits_none"}}}, "recheck", "not_seen:fits_none"),
        (
            {
                "checks": {
                    "prone": {"not_seen": "crying", "days_not_calm": 2},
                    "stepping": {"not_seen": "crying", "days_not_calm": 2},
                }
            },
            "doctor",
            "not_calm",
        ),
    ],
)
def test_what_the_parent_says_sets_a_floor(
    pack: Pack, fields: dict[str, Any], action: str, floor: str
) -> None:
    """Worry, pain, a baby never calm and what no answer says each ask for something."""
    result = _score(pack, 3.5, **fields)

    assert (result.action, result.floors) == (action, (floor,))


def test_a_sign_not_sure_asks_for_a_prompt_visit(pack: Pack) -> None:
    """Not sure about an urgent sign is never less than a call today."""
    gate = {**clear_gate(pack.protocol), "fit": "not_sure"}

    assert _score(pack, 4, urgent=gate).action == "prompt"


def test_a_sign_a_doctor_has_seen_still_asks_for_a_prompt_visit(pack: Pack) -> None:
    """Having been seen lets the parent go on, and is never an all-clear."""
    gate = {**clear_gate(pack.protocol), "fit": "yes"}
    result = _score(pack, 4, urgent=gate, seen_by_doctor={"urgent.fit": "2026-02-27"})

    assert (result.action, result.floors) == ("prompt", ("seen_by_doctor",))


def test_an_urgent_answer_a_doctor_has_seen_asks_for_a_prompt_visit(pack: Pack) -> None:
    """The same holds for an urgent answer inside a check."""
    result = _score(
        pack, 5, checks=_checks(moro="runs"), seen_by_doctor={"moro.runs": "2026-02-27"}
    )

    assert (result.action, result.floors) == ("prompt", ("seen_by_doctor",))
    assert result.findings[0].level == "urgent"


def test_a_bare_month_reads_every_interval_it_touches(pack: Pack) -> None:
    """Without a date the more urgent of the possible readings counts."""
    fields = {"urgent": clear_gate(pack.protocol), "checks": _checks(stepping="steps")}
    child = {"child": {"age_months": 1}}

    reading = score(pack, screening_from({**child, **fields})).readings[0]

    assert reading.article is not None
    assert reading.article.level == "doctor"


def test_outside_the_range_no_answer_is_read_but_signs_still_count(pack: Pack) -> None:
    """After the first birthday the checklist is silent, urgent signs are not."""
    result = score(pack, screening_at(400, urgent={"fit": "yes"}, checks=_checks(carry="limp")))

    assert (result.readings, result.patterns) == ((), ("incomplete",))
    assert (result.action, result.how) == ("urgent", "call_now")


def test_the_article_may_lead_and_never_asks_for_less(pack: Pack) -> None:
    """With its rules leading, its patterns show and the action stays at least the published one."""
    screening = at_months(
        4.5, urgent=clear_gate(pack.protocol), checks=_checks(atnr="free", scissor="stiff")
    )

    published, article = (score(pack, screening, rules=r) for r in ("published", "article"))

    assert [f.check for f in article.findings] == ["atnr"]
    assert all(f.level == "doctor" for f in article.findings)
    assert (published.action, article.action) == ("prompt", "prompt")


def test_a_level_that_makes_a_pattern_by_one_rule_set_alone_is_listed(pack: Pack) -> None:
    """Head lag at 4 months: a visit and a lean by the article, another look by the others."""
    result = _score(pack, 4.2, checks=_checks(pull_to_sit="lag"))

    assert (result.patterns, result.article.patterns) == (("unclear",), ("hypotonic",))
    assert [(r.check, r.answer) for r in result.sources_differ] == [("pull_to_sit", "lag")]


def test_a_reflex_between_two_windows_is_listed_and_changes_no_level(pack: Pack) -> None:
    """A fencing pose at 3 months: the sources differ, the action does not."""
    result = _score(pack, 3.2, checks=_checks(atnr="free"))

    assert [(r.check, r.answer) for r in result.sources_differ] == [("atnr", "free")]
    assert (result.action, result.findings) == ("none", ())
