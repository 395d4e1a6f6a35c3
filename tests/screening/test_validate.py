from __future__ import annotations

from typing import Any

import pytest

from tests.factories import at_months
from tonecheck.errors import InputError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.validate import problems, require_valid


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"checks": {"juggling": {}}}, "checks.juggling: no such check"),
        (
            {"checks": {"moro": {"answers": ["waves"]}}},
            "checks.moro.answers: no such answer 'waves'",
        ),
        ({"checks": {"moro": {"left": ["both"], "right": ["both"]}}}, "not asked left and right"),
        ({"checks": {"hip_opening": {"left": ["even"]}}}, "checks.hip_opening.right"),
        (
            {"checks": {"hip_opening": {"left": ["even", "stiff"], "right": ["even"]}}},
            "checks.hip_opening.left: 'even' cannot stand with another answer",
        ),
        (
            {"checks": {"hip_opening": {"left": ["cross"], "right": ["even"]}}},
            "'cross' is not asked of one side",
        ),
        (
            {
                "checks": {
                    "hip_opening": {"answers": ["stiff"], "left": ["even"], "right": ["even"]}
                }
            },
            "not both",
        ),
        ({"checks": {"moro": {"answers": ["both"], "side": "left"}}}, "checks.moro.side"),
        ({"checks": {"moro": {"state": "dancing"}}}, "checks.moro.state: no such state"),
        ({"urgent": {"sneeze": "yes"}}, "urgent.sneeze: no such sign"),
        ({"situations": ["holiday"]}, "situations: no such situation"),
        ({"background": {"shoe_size": "yes"}}, "background.shoe_size: no such question"),
        ({"background": {"breech": "perhaps"}}, "background.breech: must be yes, no or not_sure"),
    ],
)
def test_what_the_protocol_does_not_know_is_named(
    pack: Pack, fields: dict[str, Any], problem: str
) -> None:
    """Unknown names and impossible sides are refused with the field."""
    with pytest.raises(InputError) as error:
        require_valid(pack.protocol, at_months(4, **fields))

    assert problem in error.value.message


def test_an_answer_of_the_whole_baby_stands_beside_sides(pack: Pack) -> None:
    """Legs may cross and open unevenly at once."""
    entry = {"answers": ["cross"], "left": ["even"], "right": ["stiff"]}

    assert not list(problems(pack.protocol, at_months(4, checks={"hip_opening": entry})))
