from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from tonecheck.protocol.check import Check, Mode
from tonecheck.protocol.reading import Level


def _check(**changes: Any) -> Check:
    data: dict[str, Any] = {
        "id": "waving",
        "order": 1,
        "region": "arms",
        "sides": "none",
        "ages": [0, 1.5, 4],
        "mode": ["skip", "leave", "watch"],
        "sources": [[], [], []],
        "answers": [
            {"id": "yes", "published": ["-", "noted", "low doctor"], "article": ["-", "-", "-"]}
        ],
    }
    return Check.model_validate({**data, **changes})


@pytest.mark.parametrize(("days", "interval"), [(0, 0), (45, 0), (46, 1), (121, 1), (122, 2)])
def test_intervals_are_half_open(days: int, interval: int) -> None:
    """1.5 months is reached on day 46 and 4 months on day 122."""
    assert _check().interval(days) == interval


def test_a_span_of_days_touches_every_interval_it_crosses() -> None:
    """An age known only to the month reads all its intervals."""
    assert list(_check().intervals(40, 130)) == [0, 1, 2]


def test_the_most_careful_mode_counts() -> None:
    """A baby who may be too young for a check is not given it."""
    check = _check()

    assert check.mode_at(50, 130) is Mode.LEAVE
    assert check.mode_at(0, 10) is Mode.SKIP
    assert check.mode_at(200, 200) is Mode.WATCH


def test_reaching_a_level_is_asked_of_one_interval() -> None:
    """Only the interval with a doctor reading reaches a doctor."""
    assert [_check().reaches(Level.DOCTOR, i) for i in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ages": [1, 2, 3]}, "start at 0"),
        ({"ages": [0, 3, 3]}, "rise"),
        ({"mode": ["skip", "watch"]}, "mode has 2 entries for 3 ages"),
        ({"sources": [[]]}, "sources has 1 entries"),
    ],
)
def test_lists_that_do_not_match_the_ages_are_refused(changes: dict[str, Any], reason: str) -> None:
    """Every list has one entry for every age."""
    with pytest.raises(ValidationError, match=reason):
        _check(**changes)


@pytest.mark.parametrize(
    ("kinds", "takes_many"),
    [
        ([{}, {}], True),
        ([{}, {"alone": True}], False),
        ([{"scale": "how_much"}, {"scale": "how_much"}], False),
        ([{"scale": "how_much"}, {"scale": "how_much"}, {}], True),
    ],
)
def test_many_are_taken_where_two_answers_go_together(
    kinds: list[dict[str, Any]], takes_many: bool
) -> None:
    """Grades of one thing, and answers that stand alone, leave room for one only."""
    same = {"published": ["-", "noted", "noted"], "article": ["-", "-", "-"]}
    answers = [{"id": f"a{n}", **same, **kind} for n, kind in enumerate(kinds)]

    assert _check(answers=answers).takes_many() is takes_many


def test_ages_keep_their_decimals() -> None:
    """11.4 months is not 11.400000000000000355."""
    assert _check(ages=[0, 1.5, 11.4]).ages[2] == Decimal("11.4")
