"""The answers of one check: chosen, taken back, by side, not seen."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.screening.walks import walk_at
from tests.shipped import PROTOCOL
from tonecheck.protocol.check import Check, Sides
from tonecheck.screening.document import screening_from
from tonecheck.screening.validate import problems
from tonecheck.screening.walk import Status, Walk

WAITING = [check for check in PROTOCOL.checks if check.requires]
NEEDED = [PROTOCOL.by_id[check.needed[0]] for check in WAITING]
CHECKS = st.sampled_from(PROTOCOL.checks) | st.sampled_from([*WAITING, *NEEDED])


def test_choosing_again_takes_the_answer_back() -> None:
    """Any answer can be undone."""
    walk = walk_at()
    chosen = walk.changed(*walk.choose("hip_opening", "stiff"))
    back = chosen.changed(*chosen.choose("hip_opening", "stiff"))

    assert chosen.entry("hip_opening") == {"answers": ["stiff"]}
    assert back.card("hip_opening").status is Status.OPEN


@settings(deadline=None)
@given(st.lists(st.tuples(CHECKS, st.integers(0, 20)), max_size=8))
def test_answers_taken_in_one_by_one_leave_the_cards_as_read_anew(
    pressed: list[tuple[Check, int]],
) -> None:
    """What is kept from before an answer is what it would be worked out to be after it."""
    walk = walk_at()
    for check, number in pressed:
        assert walk.cards
        answer = check.answers[number % len(check.answers)]
        walk = walk.changed(*walk.choose(check.id, answer.id))
        assert walk.cards == Walk(PROTOCOL, walk.draft).cards


def test_an_answer_that_stands_alone_clears_the_others() -> None:
    """And is cleared by them; a grade takes the place of another grade of its scale."""
    walk = walk_at().changed(*walk_at().choose("hip_opening", "stiff"))
    grade = walk.changed(*walk.choose("hip_opening", "loose"))
    assert grade.entry("hip_opening") == {"answers": ["loose"]}
    alone = walk.changed(*walk.choose("hip_opening", "even"))
    other = alone.changed(*alone.choose("hip_opening", "stiff"))

    assert alone.entry("hip_opening") == {"answers": ["even"]}
    assert other.entry("hip_opening") == {"answers": ["stiff"]}


def test_one_side_alone_is_not_done() -> None:
    """A check with sides is open until both have an answer."""
    walk = walk_at().changed(*walk_at().choose("hip_opening", "even", "left"))
    both = walk.changed(*walk.choose("hip_opening", "stiff", "right"))

    assert walk.card("hip_opening").status is Status.OPEN
    assert both.card("hip_opening").status is Status.DONE


@pytest.mark.parametrize("check", PROTOCOL.checks, ids=lambda check: check.id)
def test_a_second_one_sided_answer_does_not_take_the_side_of_the_first(check: Check) -> None:
    """Whatever one-sided answers are ticked or taken back, their side is asked anew."""
    sided = [answer.id for answer in check.answers if answer.sided]
    for first, second in product(sided, repeat=2):
        walk = walk_at().changed(*walk_at().choose(check.id, first))
        walk = walk.changed(*walk.set_in_entry(check.id, "side", "left"))
        told = {answer.id for answer in check.answers if not answer.sided}
        kept = [walk.changed(*walk.choose(check.id, other)) for other in told]

        assert "side" not in walk.changed(*walk.choose(check.id, second)).entry(check.id)
        for after in kept:
            has = first in after.entry(check.id)["answers"]
            assert after.entry(check.id).get("side") == ("left" if has else None)


def test_not_seen_keeps_the_note_and_takes_the_answers() -> None:
    """A parent who could not do a check keeps what they wrote."""
    entry = {"answers": ["stiff"], "note": "only when cold"}
    walk = walk_at(**{"checks.hip_opening": entry})
    after = walk.changed(*walk.not_seen("hip_opening", "crying"))

    assert after.entry("hip_opening") == {
        "note": "only when cold",
        "not_seen": "crying",
        "days_not_calm": 1,
    }


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_run_of_choices_makes_an_invalid_screening(data: st.DataObject) -> None:
    """Whatever is chosen, taken back and split into sides, the document stays valid."""
    walk = walk_at(data.draw(st.integers(0, 12)))
    for _ in range(data.draw(st.integers(1, 12))):
        check = data.draw(st.sampled_from([card.check for card in walk.cards]))
        sides = ["", "left", "right"] if check.sides is Sides.PAIRED else [""]
        side = data.draw(st.sampled_from(sides))
        ids = [a.id for a in check.answers if not (side and a.whole)]
        if data.draw(st.booleans()):
            walk = walk.changed(*walk.choose(check.id, data.draw(st.sampled_from(ids)), side))
        else:
            walk = walk.changed(*walk.not_seen(check.id, "asleep"))
    screening = screening_from(walk.draft.document())
    found = [p for p in problems(PROTOCOL, screening) if "the other side has answers" not in p]

    assert found == []
