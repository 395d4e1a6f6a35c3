"""Which background questions are asked."""

from __future__ import annotations

from tests.screening.walks import walk_at
from tests.shipped import PROTOCOL


def test_nobody_whom_nothing_worries_is_asked_about_a_worry() -> None:
    """Unless it was answered before; while the worry is open or is one, all is asked."""
    of_worry = {question.id for question in PROTOCOL.background if question.of_worry}
    assert of_worry
    for worry, given, missing in (
        ({}, {}, set()),
        ({"level": "yes"}, {}, set()),
        ({"level": "not_sure"}, {}, set()),
        ({"level": "no"}, {}, of_worry),
        ({"level": "no"}, {"background.trend": "worse"}, of_worry - {"trend"}),
    ):
        asked = {question.id for question in walk_at(worry=worry, **given).questions}
        assert asked == {question.id for question in PROTOCOL.background} - missing
