from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import OBSERVED, clear_gate
from tonecheck.protocol.check import Mode, Sides
from tonecheck.protocol.load import load_pack
from tonecheck.screening.document import screening_from
from tonecheck.screening.draft import Change, Draft
from tonecheck.screening.validate import problems
from tonecheck.screening.walk import Status, Step, StepKind, Walk

PROTOCOL = load_pack().protocol


def _walk(months: int = 4, /, **fields: Any) -> Walk:
    base: dict[str, Any] = {
        "child": {"age_months": months, "age_weeks": 1},
        "observed_on": OBSERVED.isoformat(),
        **{f"urgent.{sign}": "no" for sign in clear_gate(PROTOCOL)},
        "situations": [],
    }
    return Walk(PROTOCOL, Draft({**base, **fields}))


def _after(walk: Walk, changes: list[Change]) -> Walk:
    return Walk(PROTOCOL, walk.draft.changed(*changes))


def test_urgent_signs_come_before_anything() -> None:
    """A new walk begins at the gate and asks every sign."""
    walk = Walk(PROTOCOL, Draft())

    assert walk.at == Step(StepKind.GATE)
    assert len(walk.open_signs) == len(PROTOCOL.signs)


def test_the_stations_keep_their_order() -> None:
    """Gate, child, situations, background, readiness, worry, the checks, review, result."""
    kinds = list(dict.fromkeys(step.kind for step in _walk().steps))

    assert kinds == [
        StepKind.GATE,
        StepKind.CHILD,
        StepKind.SITUATIONS,
        StepKind.BACKGROUND,
        StepKind.READINESS,
        StepKind.WORRY,
        StepKind.CHECK,
        StepKind.REVIEW,
        StepKind.RESULT,
    ]


@pytest.mark.parametrize(
    ("child", "stop"),
    [
        ({"age_months": 14}, StepKind.OUT_OF_RANGE),
        ({"age_months": 0, "age_weeks": 1, "gestation_weeks": 30}, StepKind.OUT_OF_RANGE),
    ],
)
def test_outside_the_range_there_is_a_page_and_no_check(
    child: dict[str, Any], stop: StepKind
) -> None:
    """Too old or before the due date: what to do instead, after the urgent signs."""
    assert [step.kind for step in _walk(child=child).steps] == [
        StepKind.GATE,
        StepKind.CHILD,
        stop,
    ]


def test_a_situation_that_stops_all_leaves_no_check() -> None:
    """A stop page stands where the checks would be."""
    stopping = next(s.id for s in PROTOCOL.situations if s.stops)

    assert _walk(situations=[stopping]).steps[-1].kind is StepKind.STOP


def test_a_situation_leaves_its_checks_to_others() -> None:
    """Every check a situation names becomes a leave card with the situation as its reason."""
    for situation in PROTOCOL.situations:
        if situation.stops:
            continue
        walk = _walk(situations=[situation.id])
        cards = {card.check.id: card for card in walk.cards}
        for check in set(situation.leaves) & cards.keys():
            assert cards[check].mode is Mode.LEAVE


def test_a_required_answer_opens_its_check() -> None:
    """What rests on another answer is a leave card until that answer is given."""
    check = next(check for check in PROTOCOL.checks if check.requires)
    needed, _, answer = str(check.requires).partition(".")
    before = _walk().card(check.id)
    after = _walk(**{f"checks.{needed}": {"answers": [answer]}}).card(check.id)

    assert (before.mode, before.requires) == (Mode.LEAVE, check.requires)
    assert after.mode is Mode.DO


def test_the_eight_named_checks_have_a_card_at_every_age() -> None:
    """From birth to the first birthday none of them is missing."""
    named = {"hip_opening", "pull_to_sit", "stepping", "stnr", "atnr", "tlr", "moro", "plantar"}
    for months in range(13):
        shown = {card.check.id for card in _walk(child={"age_months": months}).cards}
        assert named <= shown


def test_the_cards_keep_the_order_of_the_content() -> None:
    """Watched checks, milestones, sides, hands-on: as the content numbers them."""
    for months in range(13):
        order = [c.check.order for c in _walk(child={"age_months": months}).cards]
        assert order == sorted(order)


def test_choosing_again_takes_the_answer_back() -> None:
    """Any answer can be undone."""
    walk = _walk()
    chosen = _after(walk, walk.choose("hip_opening", "stiff"))
    back = _after(chosen, chosen.choose("hip_opening", "stiff"))

    assert chosen.entry("hip_opening") == {"answers": ["stiff"]}
    assert back.card("hip_opening").status is Status.OPEN


def test_an_answer_that_stands_alone_clears_the_others() -> None:
    """And is cleared by them."""
    walk = _after(_walk(), _walk().choose("hip_opening", "stiff"))
    alone = _after(walk, walk.choose("hip_opening", "even"))
    other = _after(alone, alone.choose("hip_opening", "stiff"))

    assert alone.entry("hip_opening") == {"answers": ["even"]}
    assert other.entry("hip_opening") == {"answers": ["stiff"]}


def test_one_side_alone_is_not_done() -> None:
    """A check with sides is open until both have an answer."""
    walk = _after(_walk(), _walk().choose("hip_opening", "even", "left"))
    both = _after(walk, walk.choose("hip_opening", "stiff", "right"))

    assert walk.card("hip_opening").status is Status.OPEN
    assert both.card("hip_opening").status is Status.DONE


def test_not_seen_keeps_the_note_and_takes_the_answers() -> None:
    """A parent who could not do a check keeps what they wrote."""
    entry = {"answers": ["stiff"], "note": "only when cold"}
    walk = _walk(**{"checks.hip_opening": entry})
    after = _after(walk, walk.not_seen("hip_opening", "crying"))

    assert after.entry("hip_opening") == {
        "note": "only when cold",
        "not_seen": "crying",
        "days_not_calm": 1,
    }


def test_forward_and_back_walk_the_same_way() -> None:
    """Every station is reached, and back leads to where one came from."""
    walk = _walk()
    for step, following in zip(walk.steps, walk.steps[1:], strict=False):
        walk = _after(walk, walk.forward(step))
        assert walk.at == following
        assert walk.before(following) == step


def test_a_private_situation_is_not_kept() -> None:
    """A parent at the end of their strength finds help, and nothing is written."""
    private = [s.id for s in PROTOCOL.situations if s.private]

    assert private
    assert _walk().set_situations(private) == [Change("situations", [])]


def test_the_signs_are_asked_again_after_a_while() -> None:
    """Answers to urgent signs grow old after the hours the content sets."""
    asked = datetime(2026, 3, 1, 8)
    walk = _walk(urgent_asked_at=asked.isoformat())
    hours = PROTOCOL.result.times.ask_again_hours

    assert not walk.gate_is_stale(asked + timedelta(hours=hours - 1))
    assert walk.gate_is_stale(asked + timedelta(hours=hours))
    assert _after(walk, walk.ask_signs_again()).at == Step(StepKind.GATE)


def test_a_screening_covers_a_week() -> None:
    """On the eighth day it starts anew."""
    walk = _walk()

    assert not walk.is_expired(OBSERVED + timedelta(days=6))
    assert walk.is_expired(date(2026, 3, 8))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_run_of_choices_makes_an_invalid_screening(data: st.DataObject) -> None:
    """Whatever is chosen, taken back and split into sides, the document stays valid."""
    walk = _walk(data.draw(st.integers(0, 12)))
    for _ in range(data.draw(st.integers(1, 12))):
        check = data.draw(st.sampled_from([card.check for card in walk.cards]))
        sides = ["", "left", "right"] if check.sides is Sides.PAIRED else [""]
        side = data.draw(st.sampled_from(sides))
        ids = [a.id for a in check.answers if not (side and a.whole)]
        if data.draw(st.booleans()):
            walk = _after(walk, walk.choose(check.id, data.draw(st.sampled_from(ids)), side))
        else:
            walk = _after(walk, walk.not_seen(check.id, "asleep"))
    screening = screening_from(walk.draft.document())
    found = [p for p in problems(PROTOCOL, screening) if "the other side has answers" not in p]

    assert found == []
