"""Keys typed faster than the screen is drawn go where they would have gone one by one."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import AppBlur
from textual.pilot import Pilot

from tests.tui.driving import LARGE, SMALL, begun, opened, typed
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton

HOUR = 3600.0
TURNS = 1000
"""Of the event loop; more than enough for all that does not wait."""


def _type(pilot: Pilot[None], *keys: str) -> None:
    """All keys at once, as a terminal sends what was typed while it was busy."""
    for key in keys:
        pilot.app.post_message(typed(key))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_fast_typist_answers_each_check_shown(world: World, size: tuple[int, int]) -> None:
    """Number and Enter, again and again without a pause: each check has its own answer."""
    id_ = world.screening(at="check.rest")
    how = ["enter"] if size == SMALL else []
    keys = [*how, "1", "enter", *how, "2", "enter", *how, "1", "enter"]
    async with world.app().run_test(size=size) as pilot:
        way = await opened(pilot, id_)
        asked = [card.check for card in way.running.asked]
        _type(pilot, *keys)
        await pilot.pause()
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
        assert screen.station == Station("check", asked[3].id)


async def test_no_key_overtakes_an_answer_that_takes_long(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long an answer takes, the keys typed meanwhile wait for the page it leads to."""
    id_ = world.screening(at="check.rest")
    loop, may_go_on = asyncio.get_running_loop(), asyncio.Event()
    now, passed = loop.time, 0.0
    monkeypatch.setattr(loop, "time", lambda: now() + passed)
    take = CheckScreen.on_choice_list_taken

    async def take_long(screen: CheckScreen, event: ChoiceList.Taken) -> None:
        await may_go_on.wait()
        take(screen, event)

    monkeypatch.setattr(CheckScreen, "on_choice_list_taken", take_long)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        _type(pilot, "enter", "1", "enter")
        for _ in range(TURNS):
            passed += HOUR
            await asyncio.sleep(0)
        may_go_on.set()
        await pilot.pause()
        first, second = (card.check for card in way.running.asked[:2])

        assert way.running.draft.get(f"checks.{first.id}") == {"answers": [first.answers[0].id]}
        assert way.running.at == Station("check", second.id)


async def test_an_answer_counts_before_the_page_is_laid_out(world: World) -> None:
    """The answers of a page can be taken as soon as it shows them, drawn or not."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        screen.on_go_button_pressed()
        screen.take_key(typed("1"))
        await pilot.pause()

        assert way.running.draft.get("checks.rest")


async def test_a_digit_tells_that_the_window_is_in_use_again(world: World) -> None:
    """A terminal need not say so itself: the answer is taken, and the caret is seen."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=LARGE) as pilot:
        way = await opened(pilot, id_)
        pilot.app.post_message(AppBlur())
        await pilot.pause()
        assert pilot.app.focused is None
        await pilot.press("1")

        assert way.running.draft.get("checks.rest")
        assert pilot.app.app_focus
        assert isinstance(pilot.app.focused, GoButton)


async def test_none_typed_ahead_does_not_answer_signs_unseen(world: World) -> None:
    """Neither a double press nor a held key answers a page of signs that just came."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        _type(pilot, "0")
        await pilot.pause()
        answered = world.store.draft("id1").table("urgent")
        world.seconds.step = 0.1
        _type(pilot, *"000")
        await pilot.pause()
        pilot.app.screen.query_one(GoButton).action_press()
        await pilot.pause()

        assert set(answered.values()) == {"no"}
        assert world.store.draft("id1").table("urgent") == answered
        assert "Please read these signs first" in screen_text(pilot.app)
        world.seconds.step = 1.0
        _type(pilot, "0")
        await pilot.pause()
        assert len(world.store.draft("id1").table("urgent")) > len(answered)


async def test_keys_typed_ahead_reach_the_page_that_opens(world: World) -> None:
    """From the last page of signs on: the name lands in the field of the next page."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        _type(pilot, *"0000", *"Mia")
        await pilot.pause()
        screen = pilot.app.screen

        assert isinstance(screen, ChildScreen)
        assert screen.typed["name"] == "Mia"
