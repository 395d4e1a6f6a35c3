"""The page of the checks left to people who examine babies: nothing is kept that nobody told."""

from __future__ import annotations

from tests.tui.driving import opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.tui.screens.leave import LeaveScreen
from tonecheck.tui.widgets.choice_list import ChoiceList

SIZE = (80, 24)


async def test_enter_alone_keeps_nothing(world: World) -> None:
    """The caret begins on the list, on a row that says nothing was told."""
    id_ = world.screening(at="leave")
    before = world.store.draft(id_).table("checks")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        assert isinstance(pilot.app.focused, ChoiceList)
        await pilot.press("enter")
        await pilot.pause()
        assert "> 0 [x] Nothing about this" in screen_text(pilot.app)
        assert isinstance(pilot.app.focused, ChoiceList)
        await pilot.press("enter", "0")
        await pilot.pause()

        assert isinstance(pilot.app.screen, LeaveScreen)
        assert "> 1 [ ]" in screen_text(pilot.app)
        assert world.store.draft(id_).table("checks") == before


async def test_what_was_told_can_be_taken_back_whole(world: World) -> None:
    """The row for nothing clears the answer and who gave it; keys are keys until one writes."""
    id_ = world.screening(at="leave")
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, id_)
        check = way.running.left[0].check
        first = check.answers[0].id
        await pilot.press("1", "1", "enter", "d", "r", "enter")
        await pilot.pause()
        told = world.store.draft(id_).get(f"checks.{check.id}")
        assert told == {"answers": [first], "reported_by": "dr"}
        await pilot.press("1", "0")
        await pilot.pause()

        assert world.store.draft(id_).get(f"checks.{check.id}") is None


async def test_only_what_others_can_tell_is_offered(world: World) -> None:
    """What a parent alone sees is no row; why a check is left out is said as it is."""
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, world.screening(at="leave"))
        assert "Some we ask only after" in " ".join(screen_text(pilot.app).split())
        await pilot.press("2")
        await pilot.pause()
        shown = {c.id for c in pilot.app.screen.query_one(ChoiceList).choices}

        assert len(shown) > 1
        assert not {"limp", "locked"} & shown
