"""The box of what was computed."""

from __future__ import annotations

import pytest

from tests.report.cases import asymmetric, signs, typical, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.computed import floor_lines
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def test_computed_box_names_itself_unvalidated(pack: Pack) -> None:
    """The second box says its rules are unvalidated, and holds pattern, action and article."""
    computed = view_of(pack, asymmetric(pack)).front.computed
    assert computed is not None
    assert "unvalidated" in computed.title
    labels = {fact.label for fact in computed.facts}
    assert labels >= {
        "Pattern",
        "Advice given to the parent",
        "To consider",
        "By the parenting article",
    }


def test_nothing_marked_is_told_soberly(pack: Pack) -> None:
    """Without a finding, pattern and advice are not bold, and say what was not seen."""
    computed = view_of(pack, typical(pack)).front.computed
    assert computed is not None
    facts = {fact.label: fact for fact in (*computed.facts, *computed.others)}
    pattern, advice = facts["Pattern"], facts["Advice given to the parent"]
    assert pattern.value == (
        "Seen: 13 of 19 checks that could lead to a visit at this age, none read as a finding."
        " Not seen: 6. This cannot rule a disorder out."
    )
    assert advice.value == "Bring this paper to the next check-up; sooner if worried"
    assert not any(fact.strong for fact in facts.values())
    assert "33 %" not in str(computed)


def test_too_little_seen_stands_on_the_line_of_the_pattern(pack: Pack) -> None:
    """Findings among too few checks say at once that the rest cannot be judged."""
    computed = view_of(pack, asymmetric(pack)).front.computed
    assert computed is not None
    assert computed.facts[0].strong
    assert computed.facts[0].value == (
        "Findings towards higher tone (right arm, right leg); left/right difference"
        " (head and trunk, right arm, right leg, left arm) — too little seen to judge the rest"
        " (seen: 6 of 22 checks that could lead to a visit at this age)"
    )


def test_one_sided_findings_on_both_sides_of_a_part_are_pointed_out(pack: Pack) -> None:
    """Perhaps the parent mixed up left and right: the clinician is told to have it shown."""
    data = typical(pack)
    fists = {"left": ["open"], "right": ["always"]}
    for side, is_told in (("left", True), ("right", False)):
        used_less = {"answers": ["one"], "side": side}
        data["child"] = {"age_months": 6, "age_weeks": 1}
        data["checks"] = {"fists": fists, "hand_preference": used_less}
        computed = view_of(pack, data).front.computed
        assert computed is not None
        assert any(fact.label == "Sides" for fact in computed.facts) is is_told
        assert ("one answer names the left side" in str(view_of(pack, data).parent)) is is_told


def test_the_article_has_its_own_pattern_and_no_finding_on_page_one(pack: Pack) -> None:
    """What it alone reads as a finding stands with the sources that differ, not by the advice."""
    data = typical(pack)
    data["child"] = {"age_months": 6, "age_weeks": 1}
    data["checks"] = {
        "hand_preference": {"answers": ["one"], "side": "left"},
        "atnr": {"answers": ["stuck"]},
        "hip_opening": {"answers": ["loose"]},
    }
    computed = view_of(pack, data).front.computed
    assert computed is not None
    facts = {fact.label: fact.value for fact in computed.facts}
    assert facts["Advice given to the parent"] == "Phone today for a visit this week"
    told = facts["By the parenting article"]
    assert told == (
        "Findings towards both higher and lower tone (upper limbs, lower limbs); the same advice;"
        " see “Sources differ”"
    )


def test_what_was_told_of_the_baby_stands_with_what_to_consider(pack: Pack) -> None:
    """Bottom first and a hip that opens less belong together, and come first."""
    data = asymmetric(pack)
    for breech, first in (("no", "Neck"), ("yes", "Hip")):
        data["background"]["breech"] = breech
        computed = view_of(pack, data).front.computed
        assert computed is not None
        (told,) = [fact.value for fact in computed.facts if fact.label == "To consider"]
        _, leading, *_ = told.split("; ")
        assert told.startswith("Neurological examination")
        assert leading.startswith(first)
        assert ("(told: Breech presentation)" in told) is (breech == "yes")


def test_what_is_for_the_young_alone_is_not_asked_for_later(pack: Pack) -> None:
    """A movement assessment whose age has passed is not named any more."""
    data = asymmetric(pack)
    for months, is_named in ((4, True), (5, False)):
        data["child"] = {"age_months": months, "age_weeks": 1}
        computed = view_of(pack, data).front.computed
        assert computed is not None
        (told,) = [fact.value for fact in computed.facts if fact.label == "To consider"]
        assert "Movement assessment" in told
        assert ("General Movements" in told) is is_named


def test_a_sign_not_answered_no_is_told_apart_from_too_little_seen(pack: Pack) -> None:
    """Where enough was seen, what is incomplete is the signs; else it is what was seen."""
    data = typical(pack)
    data["urgent"]["fever_young"] = "not_sure"
    unsure = view_of(pack, data).front.computed
    data["checks"] = {"rest": {"answers": ["bent"]}}
    little = view_of(pack, data).front.computed
    assert unsure is not None
    assert little is not None
    assert unsure.facts[0].value == "Incomplete: an urgent sign not answered no"
    assert little.facts[0].value.startswith("Too little seen to judge")


def test_the_advice_names_the_call_for_a_sign_not_answered_no(pack: Pack) -> None:
    """What the parent was told to do first stands first; a result as urgent says it anyway."""
    data = typical(pack)
    for sign, said in (("fit", "Call the emergency number"), ("lost_skill", "Phone a doctor now")):
        data["urgent"] = signs(pack, **{sign: "not_sure"})
        computed = view_of(pack, data).front.computed
        assert computed is not None
        (advice,) = [f.value for f in computed.facts if f.label == "Advice given to the parent"]
        assert advice.startswith(said)


def test_a_check_sets_the_advice_alone_though_two_answers_to_it_ask_for_as_much(
    pack: Pack,
) -> None:
    """Arm and leg of one look are not told as things that each ask for it."""
    sides = {"answers": ["arm", "leg"], "side": "left"}
    computed = view_of(pack, {**asymmetric(pack), "checks": {"move_sides": sides}}).front.computed
    assert computed is not None
    (set_by,) = [fact.value for fact in computed.others if fact.label == "Set by"]
    assert set_by == "Spontaneous movement: symmetry"


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        (["upright"], "Head control, held upright"),
        (["upright", "hip_opening"], "this alone asks for as much: Head control, held upright"),
        (["upright", "scissor"], "each alone asks for as much: Leg crossing (scissoring); Head"),
    ],
)
def test_each_is_said_only_of_more_than_one(pack: Pack, checks: list[str], told: str) -> None:
    """A check that sets the advice by itself is not told as several, beside other rules or not."""
    answers = {"upright": "falls", "hip_opening": "stiff", "scissor": "stiff"}
    data = typical(pack)
    data["child"] = {"age_months": 5}
    data["checks"] = {check: {"answers": [answers[check]]} for check in checks}
    screening = screening_from(data)
    last = floor_lines(Phrases(pack), screening, score(pack, screening))[-1]
    assert last.startswith(told)
