"""The urgent signs: asked before anything, at every age their own, and again when they are old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tui.driving import SMALL, begun, loaded, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.screens.gate import GateScreen
from tonecheck.tui.screens.situations import SituationsScreen
from tonecheck.tui.screens.urgent import UrgentScreen


async def test_one_key_answers_a_page_of_signs_and_none_is_passed_over(world: World) -> None:
    """On disk before the next page is shown; those that hang on the age follow once it is known.

    A fever limit is not put to a parent whose baby's age is unknown, and not left out. Back from
    the age leads through the signs page by page.
    """
    async with world.app().run_test(size=SMALL) as pilot:
        way = await begun(pilot)
        await press(pilot, "0")
        assert isinstance(pilot.app.screen, GateScreen)
        answered = world.store.draft("id1").table("urgent")
        assert set(answered.values()) == {"no"}
        assert len(answered) == 4
        assert "Page 2" in screen_text(pilot.app)

        await press(pilot, "0 0 0")
        assert isinstance(pilot.app.screen, ChildScreen)
        aged = {s.id for s in world.pack.protocol.signs if s.start > 0 or s.until is not None}
        assert not aged & set(world.store.draft("id1").table("urgent"))
        await press(pilot, "tab 1 0 full_stop 7 full_stop 2 0 2 6 enter enter enter enter")
        assert "At this age we also ask:\n" in screen_text(pilot.app)
        asked = {s.id for s in way.running.walk.signs} & aged
        assert asked

        await press(pilot, "b")
        assert isinstance(pilot.app.screen, ChildScreen)
        await press(pilot, "escape")
        assert "Page 4 of 4." in screen_text(pilot.app)
        await press(pilot, "b")
        assert "Page 3 of 4." in screen_text(pilot.app)
        await press(pilot, "enter enter 0")
        assert asked <= set(world.store.draft("id1").table("urgent"))
        assert isinstance(pilot.app.screen, SituationsScreen)

        await press(pilot, "b")
        assert "At this age we also ask:\n" in screen_text(pilot.app)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, ChildScreen)


async def test_a_yes_opens_the_urgent_page_and_can_be_corrected(world: World) -> None:
    """The page comes at once with the chosen number; correcting leads back to that very sign."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "2 1")
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert "999" in screen_text(pilot.app)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, GateScreen)
        await press(pilot, "2")

        assert set(world.store.draft("id1").table("urgent").values()) == {"no"}
        assert isinstance(pilot.app.screen, GateScreen)


async def test_no_region_is_taken_that_nobody_pointed_at(world: World) -> None:
    """Where none was chosen yet, one Enter too many chooses none; a key down points at one."""
    world.settings = type(world.settings)(region=None)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await loaded(pilot)
        way.choose_region()
        await press(pilot, "enter")
        assert not world.saved
        await press(pilot, "down enter")

        assert [settings.region for settings in world.saved] == ["uk"]


@pytest.mark.parametrize("keys", ["4 1", "n 1"])
async def test_without_a_region_no_number_is_assumed(world: World, keys: str) -> None:
    """The urgent page then names no number, and one key chooses where one is."""
    world.settings = type(world.settings)(region=None)
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "b 1")
        shown = screen_text(pilot.app)
        numbers = [r.emergency for r in world.pack.protocol.regions if r.emergency]
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert not [number for number in numbers if number in shown]
        assert "Call your local emergency number now." in shown
        await press(pilot, keys)

        assert "Call 999 now." in screen_text(pilot.app)
        assert "n Emergency number" not in screen_text(pilot.app)


async def test_a_region_without_a_number_is_no_number(world: World) -> None:
    """The first page does not call the words for no number a number."""
    world.settings = type(world.settings)(region="other")
    async with world.app().run_test(size=SMALL) as pilot:
        await loaded(pilot)

        assert "Emergency number: not in our list" in screen_text(pilot.app)


async def test_the_gate_is_not_left_while_a_yes_stands(world: World) -> None:
    """Going on opens the urgent page again, until a doctor has seen it; then it is written down."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "1 1 0")
        assert isinstance(pilot.app.screen, UrgentScreen)
        await press(pilot, "3 2 0 enter enter enter enter")
        seen = world.store.draft("id1").table("seen_by_doctor")

        assert list(seen.values()) == [world.clock.now.date().isoformat()]
        assert isinstance(pilot.app.screen, GateScreen)


async def test_after_half_a_day_the_urgent_signs_are_asked_again(world: World) -> None:
    """Taken up too late, the walk begins with the signs; earlier it goes on where it was."""
    id_ = world.screening(at="check.fists")
    world.clock.now += timedelta(hours=13)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)

        assert isinstance(pilot.app.screen, GateScreen)
        assert not world.store.draft(id_).table("urgent")


async def test_the_key_that_leads_on_is_called_what_it_does(world: World) -> None:
    """None of all signs, then of the others, then on."""
    async with world.app().run_test(size=SMALL) as pilot:
        (await loaded(pilot)).begin(None)
        await pilot.pause()
        shown = [screen_text(pilot.app).splitlines()[-1]]
        for keys in ("3", "2 2 2"):
            await press(pilot, keys)
            shown.append(screen_text(pilot.app).splitlines()[-1])

        words = ("None of these", "None of the others", "Go on")
        assert [line.startswith(f" 0 {word}") for line, word in zip(shown, words, strict=True)] == [
            True
        ] * 3


async def test_from_all_answers_the_sign_one_was_not_sure_of_is_in_view(world: World) -> None:
    """On its own page, with the caret on it, and with what to do first where one can measure."""
    id_ = world.screening(at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        way.running.save([Change("urgent.fever", "not_sure")])
        await press(pilot, "home enter")
        shown = " ".join(screen_text(pilot.app).split())
        assert "> Is the temperature 39 °C" in shown
        assert "If you can, measure it first." in shown
