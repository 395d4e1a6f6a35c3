"""The way through the checklist: urgent signs first, then each station in its turn."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.factories import OBSERVED
from tests.screening.walks import walk_at
from tests.shipped import PROTOCOL
from tonecheck.protocol.check import Mode
from tonecheck.screening.ages import Days
from tonecheck.screening.document import Child
from tonecheck.screening.draft import Change, Draft
from tonecheck.screening.walk import (
    GATE,
    LEAVE,
    REVIEW,
    Course,
    Station,
    Status,
    Walk,
    hangs_on_age,
)

ASKED_AT = datetime(2026, 3, 1, 8)


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
    walk = walk.changed(*walk.forward(GATE))
    assert walk.at == child
    walk = walk.changed(Change("child", {"age_months": 2}), Change("observed_on", "2026-03-01"))
    aged = {sign.id for sign in PROTOCOL.signs if hangs_on_age(sign) and sign.applies(62)}
    walk = walk.changed(*walk.forward(child))
    assert walk.at == GATE
    assert aged
    assert set(walk.open_signs) == aged
    walk = walk.changed(*walk.answer_signs(walk.open_signs, "no", ASKED_AT))

    assert walk.changed(*walk.forward(GATE)).at == Station("situations")


def test_the_stations_keep_their_order() -> None:
    """What is urgent first, the worry before what is asked about it, the result last."""
    kinds = list(dict.fromkeys(station.kind for station in walk_at().stations))

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
    walk = walk_at()
    asked = [station.check for station in walk.stations if station.kind == "check"]
    assert asked == [card.check.id for card in walk.cards if card.mode is not Mode.LEAVE]
    assert walk.stations.count(LEAVE) == 1
    assert walk.left
    assert {card.status for card in walk.left} == {Status.OPEN}
    passed = walk.changed(*walk.forward(LEAVE))

    assert {card.status for card in passed.left} == {Status.NOT_SEEN}
    assert passed.at == REVIEW


def test_while_reviewing_every_station_leads_back_to_the_review() -> None:
    """All but the review itself; without a review one goes on as usual."""
    walk = walk_at(passed=["gate", "child"])
    for station in walk.stations:
        changes = walk.forward(station, Course.REVIEWING)
        expected = Station("result") if station == REVIEW else REVIEW
        assert walk.changed(*changes).at == expected
    outside = walk_at(child={"age_months": 14})
    child = Station("child")

    assert outside.changed(*outside.forward(child, Course.REVIEWING)).at.kind == "out_of_range"


def test_what_was_left_open_is_filled_in_past_what_is_done() -> None:
    """Forward leads to the next that is still open after it, and to the review after the last."""
    checks = [s for s in walk_at().stations if s.kind == "check"]
    gaps = [checks[1], checks[4]]
    seen = {f"checks.{s.check}": {"not_seen": "asleep"} for s in checks if s not in gaps}
    walk = walk_at(passed=["situations", "worry", "background", "readiness", "leave"], **seen)
    first, second = gaps

    assert walk.after(first, Course.FILLING) == second
    assert walk.after(second, Course.FILLING) == REVIEW
    assert walk.after(first) == checks[2]


def test_the_worry_asked_once_more_leads_to_the_result() -> None:
    """While the walk is closing, and not before."""
    walk, worry = walk_at(), Station("worry")

    assert walk.changed(*walk.forward(worry, Course.CLOSING)).at == Station("result")
    assert walk.changed(*walk.forward(worry)).at.kind == "background"


@pytest.mark.parametrize(
    ("child", "stop"),
    [
        ({"age_months": 14}, "out_of_range"),
        ({"age_months": 0, "age_weeks": 1, "gestation_weeks": 30}, "out_of_range"),
    ],
)
def test_outside_the_range_there_is_a_page_and_no_check(child: dict[str, Any], stop: str) -> None:
    """Too old or before the due date: what to do instead, after the urgent signs."""
    assert [station.kind for station in walk_at(child=child).stations] == ["gate", "child", stop]


def test_a_situation_that_stops_all_leaves_no_check() -> None:
    """A stop page stands where the checks would be."""
    stopping = next(s.id for s in PROTOCOL.situations if s.stops)

    assert walk_at(situations=[stopping]).stations[-1].kind == "stop"


def test_a_situation_leaves_its_checks_to_others() -> None:
    """Every check a situation names becomes a leave card with the situation as its reason."""
    for situation in PROTOCOL.situations:
        if situation.stops:
            continue
        walk = walk_at(situations=[situation.id])
        cards = {card.check.id: card for card in walk.cards}
        for check in set(situation.leaves) & cards.keys():
            assert cards[check].mode is Mode.LEAVE


def test_a_required_answer_opens_its_check() -> None:
    """What rests on another answer is a leave card until that answer is given."""
    check = next(check for check in PROTOCOL.checks if check.requires)
    needed, answer = check.needed
    before = walk_at().card(check.id)
    after = walk_at(**{f"checks.{needed}": {"answers": [answer]}}).card(check.id)

    assert (before.mode, before.requires) == (Mode.LEAVE, check.requires)
    assert after.mode is Mode.DO


def test_the_eight_named_checks_have_a_card_at_every_age() -> None:
    """From birth to the first birthday none of them is missing."""
    named = {"hip_opening", "pull_to_sit", "stepping", "stnr", "atnr", "tlr", "moro", "plantar"}
    for months in range(13):
        shown = {card.check.id for card in walk_at(child={"age_months": months}).cards}
        assert named <= shown


def test_the_ages_are_those_of_the_child_entered_last() -> None:
    """Another child, or another day, gives other ages; an answer leaves them as they are."""
    walk = walk_at(4)
    older = walk.changed(*walk.set_child(Child(age_months=8)))
    born = walk.changed(*walk.set_child(Child(birth_date=OBSERVED - timedelta(days=100))))
    later = (OBSERVED + timedelta(days=3)).isoformat()

    assert older.ages == walk_at(child={"age_months": 8}).ages != walk.ages
    assert born.ages is not None
    assert born.ages.calendar == Days(100, 100)
    assert born.changed(*born.choose("fists", "open")).ages == born.ages
    assert born.changed(Change("observed_on", later)).ages != born.ages


def test_the_cards_keep_the_order_of_the_content() -> None:
    """Watched checks, milestones, sides, hands-on: as the content numbers them."""
    for months in range(13):
        order = [c.check.order for c in walk_at(child={"age_months": months}).cards]
        assert order == sorted(order)


def test_forward_and_back_walk_the_same_way() -> None:
    """Every station is reached, and back leads to where one came from."""
    walk = walk_at()
    for station, following in pairwise(walk.stations):
        walk = walk.changed(*walk.forward(station))
        assert walk.at == following
        assert walk.before(following) == station


def test_a_private_situation_is_not_kept() -> None:
    """A parent at the end of their strength finds help, and nothing is written."""
    private = [s.id for s in PROTOCOL.situations if s.private]

    assert private
    assert walk_at().set_situations(private) == [Change("situations", [])]


def test_the_signs_are_asked_again_after_a_while() -> None:
    """Answers to urgent signs grow old after the hours the content sets."""
    asked = datetime(2026, 3, 1, 8)
    walk = walk_at(urgent_asked_at=asked.isoformat())
    hours = PROTOCOL.result.times.ask_again_hours

    assert not walk.gate_is_stale(asked + timedelta(hours=hours - 1))
    assert walk.gate_is_stale(asked + timedelta(hours=hours))
    assert walk.changed(*walk.ask_signs_again()).at == GATE


def test_the_first_answer_says_when_the_signs_were_asked() -> None:
    """A gate left in the middle is as fresh as its first answer; later ones do not renew it."""
    walk = Walk(PROTOCOL, Draft())
    first, second, *_ = walk.open_signs
    later = ASKED_AT + timedelta(hours=PROTOCOL.result.times.ask_again_hours)
    walk = walk.changed(*walk.answer_signs([first], "yes", ASKED_AT))
    assert not walk.gate_is_stale(ASKED_AT + timedelta(minutes=1))
    walk = walk.changed(*walk.answer_signs([second], "no", later))

    assert walk.gate_is_stale(later)


def test_a_yes_stands_when_the_signs_are_asked_again() -> None:
    """All others are taken back; the next answer begins the hours anew."""
    walk = walk_at(urgent_asked_at=ASKED_AT.isoformat())
    sign, other, *_ = walk.draft.table("urgent")
    walk = walk.changed(Change(f"urgent.{sign}", "yes"))
    again = walk.changed(*walk.ask_signs_again())
    assert again.draft.table("urgent") == {sign: "yes"}
    later = ASKED_AT + timedelta(days=1)
    answered = again.changed(*again.answer_signs([other], "no", later))

    assert not answered.gate_is_stale(later)


def test_a_doctors_date_goes_with_the_yes_it_was_given_for() -> None:
    """A sign answered no and then yes again is new to every doctor."""
    sign = PROTOCOL.signs[0].id
    seen = {f"seen_by_doctor.urgent.{sign}": "2026-03-01", f"urgent.{sign}": "yes"}
    walk = walk_at(**seen)
    same = walk.changed(*walk.answer_signs([sign], "yes", ASKED_AT))
    no = walk.changed(*walk.answer_signs([sign], "no", ASKED_AT))

    assert same.draft.table("seen_by_doctor")
    assert not no.draft.table("seen_by_doctor")


def test_a_screening_covers_a_week() -> None:
    """On the eighth day it starts anew; so it does where it was begun on a clock far ahead."""
    walk = walk_at()

    assert walk.is_expired(OBSERVED - timedelta(days=2))
    assert not walk.is_expired(OBSERVED - timedelta(days=1))

    assert not walk.is_expired(OBSERVED + timedelta(days=6))
    assert walk.is_expired(date(2026, 3, 8))


def test_a_clock_set_back_does_not_keep_the_signs_fresh() -> None:
    """Signs that seem to have been asked in the future are asked again."""
    walk = walk_at(urgent_asked_at=ASKED_AT.isoformat())

    assert not walk.gate_is_stale(ASKED_AT)
    assert walk.gate_is_stale(ASKED_AT - timedelta(seconds=1))


def test_nothing_leads_past_an_open_sign() -> None:
    """While signs are asked again, no station after them can be gone to or come back to."""
    walk = walk_at(urgent_asked_at=ASKED_AT.isoformat())
    again = walk.changed(*walk.ask_signs_again())

    assert Station("review") in walk.stations
    assert again.stations == (GATE, Station("child"))
    assert again.changed(*again.go(Station("review"))).at == GATE
