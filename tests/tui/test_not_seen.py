"""The reasons why a check was not seen: the same number for the same reason, everywhere."""

from __future__ import annotations

from tests.tui.world import World
from tonecheck.screening.draft import Draft
from tonecheck.screening.walk import Walk
from tonecheck.tui.not_seen import reasons


def test_a_reason_has_the_same_number_in_every_check(world: World) -> None:
    """Those that fit every check come first, so that a gap can only be behind them."""
    draft = Draft({"child": {"age_months": 4}})
    walk = Walk(world.pack.protocol, draft)
    found = [reasons(card) for card in walk.cards]
    numbers = {key: {r[key] for r in found if key in r} for key in set().union(*found)}

    assert all(len(each) == 1 for each in numbers.values())
    assert len({n for each in numbers.values() for n in each}) == len(numbers) == 8
    assert all([*r.values()][:4] == ["1", "2", "3", "4"] for r in found)
    assert len({tuple(r) for r in found}) > 1
