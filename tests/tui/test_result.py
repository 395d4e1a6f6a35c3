"""What the result page says beyond today's answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tui.driving import SMALL, result_shown
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.result import ResultScreen
from tonecheck.tui.session import Session
from tonecheck.tui.widgets.go_button import GoButton


async def test_advice_given_before_stands_beside_a_lesser_one(world: World) -> None:
    """Half an hour after a call for this week, a quiet look does not take it back."""
    first = world.screening(Change("urgent.odd_cry", "not_sure"), at="result")
    Session(world.app().services, world.pack, first).finish()
    child = world.store.screening(first).child
    assert child is not None
    world.clock.now += timedelta(minutes=30)
    day = world.clock.now.date()
    later = world.store.start(child.id, day, "tui", world.pack, world.clock.now)
    signs = [Change(f"urgent.{sign.id}", "no") for sign in world.pack.protocol.signs]
    world.store.record(later, signs, world.clock.now)

    async with world.app().run_test(size=SMALL) as pilot:
        await result_shown(pilot, later)
        said = " ".join(screen_text(pilot.app).split())

    assert "On 20 November 2026 you were asked to phone for a visit this week." in said


@pytest.mark.parametrize(("size", "reads_on"), [(SMALL, True), ((120, 120), False)])
async def test_the_key_that_reads_on_is_there_where_there_is_more(
    world: World, size: tuple[int, int], reads_on: bool
) -> None:
    """In a window that shows all, no key does nothing."""
    finished = world.screening(at="result")
    async with world.app().run_test(size=size) as pilot:
        await result_shown(pilot, finished)
        await pilot.pause()

        assert ("Down More" in screen_text(pilot.app)) is reads_on


async def test_an_arrow_reads_on_and_enter_still_saves(world: World) -> None:
    """The first Down scrolls: nobody loses a key press to the focus."""
    finished = world.screening(at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        await result_shown(pilot, finished)
        read = pilot.app.screen.query_one("#read")
        await pilot.press("down", "down", "up")

        assert read.scroll_offset.y == 1
        assert isinstance(pilot.app.focused, GoButton)
        await pilot.press("pageup", "pagedown")

        assert read.scroll_offset.y == read.size.height


async def test_looking_at_the_answers_leads_back_to_the_result(world: World) -> None:
    """By back or by the way on, and nothing is left of the look; a change makes a new version."""
    finished = world.screening(at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await result_shown(pilot, finished)
        for leave in ("b", "enter"):
            await pilot.press("r")
            assert "that makes version 2." in screen_text(pilot.app)
            if leave == "enter":
                pilot.app.screen.query_one("#go").focus()
                await pilot.pause()
            await pilot.press(leave)
            await pilot.pause()
            assert isinstance(pilot.app.screen, ResultScreen)
            assert way.running.id == finished
            assert len(world.store.screenings()) == 1
        await pilot.press("r")
        way.running.save([Change("observer", "gran")])
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultScreen)
        assert len(world.store.screenings()) == 2
