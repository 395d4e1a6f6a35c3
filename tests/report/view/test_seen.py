"""The box of what the parent saw: findings by side, all else apart, and the body map."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.factories import at_months
from tests.report.cases import MADE, asymmetric, scored, typical, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import build_view
from tonecheck.report.view.model import Mark
from tonecheck.scoring.score import score

EVERYWHERE = set(product(("head_trunk", "arms", "legs"), ("left", "right")))


def test_seen_is_by_side_and_holds_no_reading(pack: Pack) -> None:
    """Findings are told by side in words of sight, the other side beside; no rule's word."""
    seen = view_of(pack, asymmetric(pack)).front.seen
    assert seen is not None
    groups = {group.title: group.lines for group in seen.groups}
    stiff = next(line for line in groups["Right"] if "resists abduction" in line)
    assert stiff.endswith("(see note; left: hip opens part way, softly)")
    assert not any("mild resistance" in line for line in groups["Left"])
    said = " ".join(line for lines in groups.values() for line in lines)
    assert "visit" not in said
    assert "higher tone" not in said


def test_answers_of_an_off_state_or_of_another_are_marked(pack: Pack) -> None:
    """An answer seen while crying, and one told by a doctor, say so on page 1."""
    seen = view_of(pack, asymmetric(pack)).front.seen
    assert seen is not None
    lines = [line for group in seen.groups for line in group.lines]
    assert any(line.endswith("(crying)") for line in lines)
    told = seen.others[0]
    assert (told.label, told.strong) == ("Not seen by the parent, but told by others", True)
    assert "extensor plantar response (right) (told by Dr Okafor" in told.value


def test_findings_stand_apart_from_what_else_was_seen(pack: Pack) -> None:
    """What only the article reads as one, and what is only recorded, is no finding on page 1."""
    seen = view_of(pack, asymmetric(pack)).front.seen
    assert seen is not None
    others = {fact.label: fact.value for fact in seen.others}
    assert "ATNR" in others["Seen and recorded, without a reading"]
    assert "hands not brought to midline" in others["Seen and recorded, without a reading"]
    found = " ".join(line for group in seen.groups for line in group.lines)
    assert "plantar" not in found
    assert "midline" not in found


def test_typical_answers_are_told_in_words_of_sight(pack: Pack) -> None:
    """What was seen and is typical stands as it was seen, not as the name of its check."""
    seen = view_of(pack, typical(pack)).front.seen
    assert seen is not None
    told = next(fact.value for fact in seen.others if fact.label == "Typical for age, as answered")
    assert "no scissoring" in told.split("; ")
    assert not [check for check in pack.words.checks.values() if f"{check.clinical}:" in told]


def test_answers_of_one_check_that_are_read_apart_are_told_apart(pack: Pack) -> None:
    """What is typical is not called without a reading, as another answer of its check is."""
    data = typical(pack)
    data["child"] = {"age_months": 4, "age_weeks": 1}
    data["checks"] = {"stepping": {"answers": ["stands", "toes_curl"]}}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    words = pack.words.checks["stepping"].answers
    told = {fact.label: fact.value for fact in seen.others if fact.label}
    assert told == {
        "Seen and recorded, without a reading": words["stands"].clinical,
        "Typical for age, as answered": words["toes_curl"].clinical,
    }


def test_the_side_of_an_answer_stands_in_its_words(pack: Pack) -> None:
    """A sided answer names its side; where the side is not known, it says one and says so."""
    data = asymmetric(pack)
    told = str(view_of(pack, data))
    assert "left hand used much less, other hand preferred" in told
    assert "asymmetric fisting, right hand more" in told
    assert "other hand preferred (left)" not in told
    data["checks"]["hand_preference"] = {"answers": ["one"]}
    assert "one hand used much less, other hand preferred (side not known)" in str(
        view_of(pack, data)
    )


def test_difference_of_the_sides_alone_is_told_at_the_side_it_names(pack: Pack) -> None:
    """Where neither side's answer is a finding, the side that does less is, beside the other."""
    data = typical(pack)
    data |= {
        "observed_on": "2026-01-01",
        "checks": {"fists": {"left": ["open"], "right": ["thumb"]}},
    }
    seen = view_of(pack, data).front.seen
    assert seen is not None
    (group,) = seen.groups
    assert group.title == "Right"
    assert group.lines[0].endswith("(left: hand often open)")


def test_body_map_marks_each_side_apart(pack: Pack) -> None:
    """The stiff right leg is marked stiff, the left is not; a part not seen in full says so."""
    seen = view_of(pack, asymmetric(pack)).front.seen
    assert seen is not None
    marks = {(part.region, part.side): part.marks for part in seen.body_map.parts}
    assert "stiff" in marks["legs", "right"]
    assert marks["legs", "left"] == ("nothing", "not_seen")


def test_body_map_takes_no_side_of_the_trunk_for_the_weaker_one(pack: Pack) -> None:
    """A preferred turn of the head and a curved trunk mark head and trunk on both sides alike."""
    for check, answer in (("head_turn", "prefers"), ("rest", "curve")):
        data = asymmetric(pack)
        data["checks"] = {check: {"answers": [answer], "side": "right"}}
        seen = view_of(pack, data).front.seen
        assert seen is not None
        marked = {(p.region, p.side) for p in seen.body_map.parts if "one_sided" in p.marks}
        assert marked == {("head_trunk", "right"), ("head_trunk", "left")}


@pytest.mark.parametrize(
    ("check", "given", "mark", "marked"),
    [
        (
            "move_sides",
            {"answers": ["arm", "leg"], "side": "left"},
            "one_sided",
            {("arms", "left"), ("legs", "left")},
        ),
        ("move_sides", {"answers": ["leg"], "side": "left"}, "one_sided", {("legs", "left")}),
        ("changes", {"answers": ["changes"]}, "changing", EVERYWHERE),
        ("carry", {"answers": ["limp"]}, "loose", EVERYWHERE),
        (
            "rest",
            {"answers": ["arch"]},
            "stiff",
            {("head_trunk", "left"), ("head_trunk", "right")},
        ),
    ],
)
def test_body_map_marks_each_part_that_an_answer_is_of(
    pack: Pack, check: str, given: dict[str, Any], mark: Mark, marked: set[tuple[str, str]]
) -> None:
    """The limbs of the side that move less, the whole body where it is the whole body."""
    data = {**asymmetric(pack), "checks": {check: given}}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    assert {(p.region, p.side) for p in seen.body_map.parts if mark in p.marks} == marked


def test_what_an_answer_marks_changes_no_count(pack: Pack) -> None:
    """Twisting arms and legs are marked, yet a look at them is not claimed."""
    data = {**asymmetric(pack), "checks": {"changes": {"answers": ["changes"]}}}
    _, result = scored(pack, data)
    assert result.coverage.regions == ("head_trunk",)
    assert result.coverage.seen == 1


def test_body_map_of_nothing_answered_is_not_seen(pack: Pack) -> None:
    """Without an answer every part is marked as not seen."""
    screening = at_months(3)
    view = build_view(pack, screening, score(pack, screening), made_at=MADE)
    assert view.front.seen is not None
    assert {part.marks for part in view.front.seen.body_map.parts} == {("not_seen",)}


def test_a_look_at_the_whole_body_marks_no_other_part_as_seen(pack: Pack) -> None:
    """Resting posture alone leaves the arms unmarked on the map; a check of arms does not."""
    data = typical(pack)
    data["checks"] = {"rest": {"answers": ["bent"]}}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    marks = {part.region: part.marks for part in seen.body_map.parts}
    assert marks["arms"] == ("not_seen",)
    assert marks["legs"] == ("nothing", "not_seen")


def test_what_was_seen_while_crying_marks_nothing_on_the_map(pack: Pack) -> None:
    """It is held back by the rules, so the map does not show it as a finding, but as not seen."""
    data = typical(pack)
    data["checks"]["upright"] = {"answers": ["falls"], "state": "crying"}
    data["child"] = {"age_months": 5, "age_weeks": 1}
    for state, marks in (
        ("crying", ("nothing", "not_seen")),
        ("calm", ("loose", "not_seen")),
    ):
        data["checks"]["upright"]["state"] = state
        seen = view_of(pack, data).front.seen
        assert seen is not None
        trunk = {part.marks for part in seen.body_map.parts if part.region == "head_trunk"}
        assert trunk == {marks}


def test_a_note_to_an_ordinary_answer_is_pointed_to_on_page_one(pack: Pack) -> None:
    """What was seen at times only is not passed over, though its answer is an ordinary one."""
    data = typical(pack)
    data["checks"]["scissor"] = {"answers": ["none"], "note": "At times, once a day."}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    (told,) = [fact.value for fact in seen.others if "no scissoring" in fact.value]
    assert "no scissoring (see note)" in told
    assert "no constant tipping to one side (see note)" not in told


def test_what_no_answer_says_marks_nothing_on_the_map(pack: Pack) -> None:
    """It was not read, so no part is told as a finding for it; what is missing there is said."""
    data = typical(pack)
    data["checks"]["move_sides"] = {"not_seen": "fits_none", "note": "The right arm, some days."}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    assert not any("other" in part.marks for part in seen.body_map.parts)
    arms = [part.marks for part in seen.body_map.parts if part.region == "arms"]
    assert all("not_seen" in marks for marks in arms)
