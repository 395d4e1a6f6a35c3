"""Answers that cannot both be true are found, and nothing else is."""

from __future__ import annotations

from tests.shipped import PROTOCOL
from tonecheck.protocol.check import Sides
from tonecheck.screening.contradictions import contradictions

PAIRS = [tuple(tuple(name.split(".")) for name in pair) for pair in PROTOCOL.contradictions]


def test_every_pair_of_the_content_is_found() -> None:
    """Given both answers of a pair, that pair is named, in the order of the content."""
    for one, other in PAIRS:
        entries = {check: {"answers": [answer]} for check, answer in (one, other)}

        assert list(contradictions(PROTOCOL, entries)) == [(one, other)]


def test_one_answer_of_a_pair_contradicts_nothing() -> None:
    """Half a pair, and no answers at all, are fine."""
    for one, _ in PAIRS:
        assert not list(contradictions(PROTOCOL, {one[0]: {"answers": [one[1]]}}))
    assert not list(contradictions(PROTOCOL, {}))


def test_one_side_alone_says_nothing_of_the_whole_baby() -> None:
    """A leg that takes no weight does not contradict a baby who stands; both legs do."""
    paired = [
        (one, other) for one, other in PAIRS if PROTOCOL.by_id[other[0]].sides is Sides.PAIRED
    ]
    assert paired
    for one, other in paired:
        entries = {one[0]: {"answers": [one[1]]}, other[0]: {"left": [other[1]]}}
        assert not list(contradictions(PROTOCOL, entries))

        entries[other[0]]["right"] = [other[1]]
        assert list(contradictions(PROTOCOL, entries)) == [(one, other)]


def test_each_pair_can_be_given_at_one_age() -> None:
    """No pair names checks that are never on one list."""
    for (one, _), (other, _) in PAIRS:
        first, second = PROTOCOL.by_id[one], PROTOCOL.by_id[other]
        days = range(0, PROTOCOL.result.ages.end_days)

        assert any(first.mode_at(d, d) != "skip" != second.mode_at(d, d) for d in days)
