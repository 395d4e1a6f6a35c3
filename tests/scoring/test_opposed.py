"""Findings that name opposite sides of the same limbs."""

from __future__ import annotations

import pytest

from tests.factories import at_months, clear_gate
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.opposed import opposed
from tonecheck.scoring.score import score

FIST = {"left": ["open"], "right": ["always"]}


@pytest.mark.parametrize(
    ("other", "side", "named"),
    [
        ({"hand_preference": "one"}, "left", {"arms": [("hand_preference", "fists")]}),
        ({"hand_preference": "one"}, "right", {}),
        ({"hand_preference": "one"}, "unknown", {}),
        ({"head_turn": "cannot"}, "left", {}),
        ({"folds": "shorter"}, "left", {}),
    ],
)
def test_opposite_sides_of_the_same_limbs_are_found(
    pack: Pack, other: dict[str, str], side: str, named: dict[str, list[tuple[str, str]]]
) -> None:
    """Left before right; never across limbs, and never by where the head turns."""
    ((check, answer),) = other.items()
    checks = {"fists": FIST, check: {"answers": [answer], "side": side}}
    screening = at_months(6, urgent=clear_gate(pack.protocol), checks=checks)

    found = opposed(pack.protocol, score(pack, screening).findings)

    assert {r: [(a.check, b.check) for a, b in pairs] for r, pairs in found.items()} == named
