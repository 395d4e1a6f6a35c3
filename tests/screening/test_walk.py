from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import OBSERVED, clear_gate
from tonecheck.protocol.check import Check, Mode, Sides
from tonecheck.protocol.load import load_pack
from tonecheck.screening.ages import Days
from tonecheck.screening.document import Child, screening_from
from tonecheck.screening.draft import Change, Draft
from tonecheck.screening.validate import problems
from tonecheck.screening.walk import GATE, LEAVE, REVIEW, Station, Status, Walk, hangs_on_age

PROTOCOL = load_pack().protocol
ASKED_AT = datetime(2026, 3, 1, 8)


def _walk(months: int = 4, /, **fields: Any) -> Walk:
    base: dict[str, Any] = {
        "child": {"age_months": months, "age_weeks": 1},
        "observed_on": OBSERVED.isoformat(),
        **{f"urgent.{sign}": "no" for sign in clear_gate(PROTOCOL)},
        "situations": [],
    }
    return Walk(PROTOCOL, Draft({**base, **fields}))


def _after(walk: Walk, changes: list[Change]) -> Walk:
    return walk.changed(*changes)


def test_urgent_signs_come_before_anything() -> None:
    """A new walk begins at the gate and asks every sign that hangs on no age."""
    walk = Walk(PROTOCOL, Draft())
    anyone = [sign.id for sign in PROTOCOL.signs if not hangs_on_age(sign)]

    assert walk.at == GATE
    assert list(walk.open_signs) == anyone
    assert walk.stations == (GATE, Station("child"))


def test_signs_that_hang_on_age_are_asked_as_soon_as_it_is_known() -> None:
    """Going on from the child leads back to the gate for them, and from there on."""
    anyone = [f"urgent.{sign.id}" for sign in PROTOCOL.signs if not hangs_on_age(sign)]
    child = Station("child")
    walk = Walk(PROTOCOL, Draft(dict.fromkeys(anyone, "no")))
    walk = _after(walk, walk.forward(GATE))
    assert walk.at == child
    walk = _after(walk, [Change("child", {"age_months": 2}), Change("observed_on", "2026-03-01")])
    aged = {sign.id for sign in PROTOCOL.signs if hangs_on_age(sign) and sign.applies(62)}
    walk = _after(walk, walk.forward(child))
    assert walk.at == GATE
    assert aged
    assert set(walk.open_signs) == aged
    walk = _after(walk, walk.answer_signs(walk.open_signs, "no", ASKED_AT))

    assert _after(walk, walk.forward(GATE)).at == Station("situations")


def test_the_stations_keep_their_order() -> None:
    """What is urgent first, the worry before what is asked about it, the result last."""
    kinds = list(dict.fromkeys(station.kind for station in _walk().stations))

    assert kinds == [
        "gate",
        "child",
        "situations",
        "worry",
        "background",
        "readiness",
        "check",
        "leave",
        "review",
        "result",
    ]


def test_what_is_left_to_others_shares_one_station() -> None:
    """Each asked check has a station; passing the one for the rest settles all of them."""
    walk = _walk()
    asked = [station.check for station in walk.stations if station.kind == "check"]
    assert asked == [card.check.id for card in walk.cards if card.mode is not Mode.LEAVE]
    assert walk.stations.count(LEAVE) == 1
    assert walk.left
    assert {card.status for card in walk.left} == {Status.OPEN}
    passed = _after(walk, walk.forward(LEAVE))

    assert {card.status for card in passed.left} == {Status.NOT_SEEN}
    assert passed.at == REVIEW


def test_while_reviewing_every_station_leads_back_to_the_review() -> None:
    """All but the review itself; without a review one goes on as usual."""
    walk = _walk(passed=["gate", "child"])
    for station in walk.stations:
        changes = walk.forward(station, is_reviewing=True)
        expected = Station("result") if station == REVIEW else REVIEW
        assert _after(walk, changes).at == expected
    outside = _walk(child={"age_months": 14})
    child = Station("child")

    assert _after(outside, outside.forward(child, is_reviewing=True)).at.kind == "out_of_range"


def test_the_worry_asked_once_more_leads_to_the_result() -> None:
    """While the walk is closing, and not before."""
    walk, worry = _walk(), Station("worry")

    assert _after(walk, walk.forward(worry, is_closing=True)).at == Station("result")
    assert _after(walk, walk.forward(worry)).at.kind == "background"


@pytest.mark.parametrize(
    ("child", "stop"),
    [
        ({"age_months": 14}, "out_of_range"),
        ({"age_months": 0, "age_weeks": 1, "gestation_weeks": 30}, "out_of_range"),
    ],
)
def test_outside_the_range_there_is_a_page_and_no_check(child: dict[str, Any], stop: str) -> None:
    """Too old or before the due date: what to do instead, after the urgent signs."""
    assert [station.kind for station in _walk(child=child).stations] == ["gate", "child", stop]


def test_a_situation_that_stops_all_leaves_no_check() -> None:
    """A stop page stands where the checks would be."""
    stopping = next(s.id for s in PROTOCOL.situations if s.stops)

    assert _walk(situations=[stopping]).stations[-1].kind == "stop"


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


def test_the_ages_are_those_of_the_child_entered_last() -> None:
    """Another child, or another day, gives other ages; an answer leaves them as they are."""
    walk = _walk(4)
    older = _after(walk, walk.set_child(Child(age_months=8)))
    born = _after(walk, walk.set_child(Child(birth_date=OBSERVED - timedelta(days=100))))
    later = (OBSERVED + timedelta(days=3)).isoformat()

    assert older.ages == _walk(child={"age_months": 8}).ages != walk.ages
    assert born.ages is not None
    assert born.ages.calendar == Days(100, 100)
    assert _after(born, born.choose("fists", "open")).ages == born.ages
    assert _after(born, [Change("observed_on", later)]).ages != born.ages


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
    """And is cleared by them; a grade takes the place of another grade of its scale."""
    walk = _after(_walk(), _walk().choose("hip_opening", "stiff"))
    grade = _after(walk, walk.choose("hip_opening", "loose"))
    assert grade.entry("hip_opening") == {"answers": ["loose"]}
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


@pytest.mark.parametrize("check", PROTOCOL.checks, ids=lambda check: check.id)
def test_a_second_one_sided_answer_does_not_take_the_side_of_the_first(check: Check) -> None:
    """Whatever one-sided answers are ticked or taken back, their side is asked anew."""
    sided = [answer.id for answer in check.answers if answer.sided]
    for first, second in product(sided, repeat=2):
        walk = _after(_walk(), _walk().choose(check.id, first))
        walk = _after(walk, walk.set_in_entry(check.id, "side", "left"))
        told = {answer.id for answer in check.answers if not answer.sided}
        kept = [_after(walk, walk.choose(check.id, other)) for other in told]

        assert "side" not in _after(walk, walk.choose(check.id, second)).entry(check.id)
        for after in kept:
            has = first in after.entry(check.id)["answers"]
            assert after.entry(check.id).get("side") == ("left" if has else None)


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
    for station, following in pairwise(walk.stations):
        walk = _after(walk, walk.forward(station))
        assert walk.at == following
        assert walk.before(following) == station


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
    assert _after(walk, walk.ask_signs_again()).at == GATE


def test_the_first_answer_says_when_the_signs_were_asked() -> None:
    """A gate left in the middle is as fresh as its first answer; later ones do not renew it."""
    walk = Walk(PROTOCOL, Draft())
    first, second, *_ = walk.open_signs
    later = ASKED_AT + timedelta(hours=PROTOCOL.result.times.ask_again_hours)
    walk = _after(walk, walk.answer_signs([first], "yes", ASKED_AT))
    assert not walk.gate_is_stale(ASKED_AT + timedelta(minutes=1))
    walk = _after(walk, walk.answer_signs([second], "no", later))

    assert walk.gate_is_stale(later)


def test_a_yes_stands_when_the_signs_are_asked_again() -> None:
    """All others are taken back; the next answer begins the hours anew."""
    walk = _walk(urgent_asked_at=ASKED_AT.isoformat())
    sign, other, *_ = walk.draft.table("urgent")
    walk = _after(walk, [Change(f"urgent.{sign}", "yes")])
    again = _after(walk, walk.ask_signs_again())
    assert again.draft.table("urgent") == {sign: "yes"}
    later = ASKED_AT + timedelta(days=1)
    answered = _after(again, again.answer_signs([other], "no", later))

    assert not answered.gate_is_stale(later)


def test_a_doctors_date_goes_with_the_yes_it_was_given_for() -> None:
    """A sign answered no and then yes again is new to every doctor."""
    sign = PROTOCOL.signs[0].id
    seen = {f"seen_by_doctor.urgent.{sign}": "2026-03-01", f"urgent.{sign}": "yes"}
    walk = _walk(**seen)
    same = _after(walk, walk.answer_signs([sign], "yes", ASKED_AT))
    no = _after(walk, walk.answer_signs([sign], "no", ASKED_AT))

    assert same.draft.table("seen_by_doctor")
    assert not no.draft.table("seen_by_doctor")


def test_a_screening_covers_a_week() -> None:
    """On the eighth day it starts anew; so it does where it was begun on a clock far ahead."""
    walk = _walk()

    assert walk.is_expired(OBSERVED - timedelta(days=2))
    assert not walk.is_expired(OBSERVED - timedelta(days=1))

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


def test_a_clock_set_back_does_not_keep_the_signs_fresh() -> None:
    """Signs that seem to have been asked in the future are asked again."""
    walk = _walk(urgent_asked_at=ASKED_AT.isoformat())

    assert not walk.gate_is_stale(ASKED_AT)
    assert walk.gate_is_stale(ASKED_AT - timedelta(seconds=1))


def test_nothing_leads_past_an_open_sign() -> None:
    """While signs are asked again, no station after them can be gone to or come back to."""
    walk = _walk(urgent_asked_at=ASKED_AT.isoformat())
    again = _after(walk, walk.ask_signs_again())

    assert Station("review") in walk.stations
    assert again.stations == (GATE, Station("child"))
    assert _after(again, again.go(Station("review"))).at == GATE
