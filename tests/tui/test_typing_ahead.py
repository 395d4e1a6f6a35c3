"""Keys typed faster than the screen is drawn go where they would have gone one by one."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.driving import loaded, opened
from tests.tui.world import World
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.session import Station

MOST_PAUSES = 60


def _type(pilot: Pilot[None], *keys: str) -> None:
    """All keys at once, as a terminal sends what was typed while it was busy."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_fast_typist_answers_each_check_shown(
    world: World, size: tuple[int, int], at_once: bool
) -> None:
    """Number and Enter, again and again without a pause: each check has its own answer."""
    id_ = world.screening(at="check.rest")
    how = ["enter"] if size == (80, 24) else []
    keys = [*how, "1", "enter", *how, "2", "enter", *how, "1", "enter"]
    async with world.app().run_test(size=size) as pilot:
        way = await opened(pilot, id_)
        asked = [card.check for card in way.running.asked]
        if at_once:
            _type(pilot, *keys)
        else:
            await pilot.press(*keys)
        expected = Station("check", asked[3].id)
        for _ in range(MOST_PAUSES):
            await pilot.pause()
            if way.running.at == expected:
                break
        screen = pilot.app.screen
        found = [world.store.draft(id_).get(f"checks.{check.id}") for check in asked[:4]]
        first, second, third = asked[:3]

        assert found == [
            {"answers": [first.answers[0].id]},
            {"answers": [second.answers[1].id]},
            {"answers": [third.answers[0].id]},
            None,
        ]
        assert isinstance(screen, CheckScreen)
        assert screen.station == expected


async def test_keys_typed_ahead_reach_the_page_that_opens(world: World) -> None:
    """From the last page of signs on: the name lands in the field of the next page."""
    async with world.app().run_test(size=(80, 24)) as pilot:
        (await loaded(pilot)).begin(None)
        await pilot.pause()
        _type(pilot, *"0000", *"Mia")
        for _ in range(MOST_PAUSES):
            await pilot.pause()
            if isinstance(pilot.app.screen, ChildScreen) and pilot.app.screen.typed["name"] != "":
                break
        await pilot.pause()
        screen = pilot.app.screen

        assert isinstance(screen, ChildScreen)
        assert screen.typed["name"] == "Mia"
