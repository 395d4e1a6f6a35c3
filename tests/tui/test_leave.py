"""The page of the checks left to people who examine babies: nothing is kept that nobody told."""

from __future__ import annotations

from tests.tui.driving import SMALL, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.leave import LeaveScreen
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton


async def test_enter_alone_keeps_nothing(world: World) -> None:
    """The way on has the focus; a check that is opened begins on the row for nothing told."""
    id_ = world.screening(at="leave")
    before = world.store.draft(id_).table("checks")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        assert isinstance(pilot.app.focused, GoButton)
        await pilot.press("1")
        assert "> 0 [x] Nothing about this" in screen_text(pilot.app)
        assert isinstance(pilot.app.focused, ChoiceList)
        await pilot.press("enter", "0")

        assert isinstance(pilot.app.screen, LeaveScreen)
        assert isinstance(pilot.app.focused, GoButton)
        assert world.store.draft(id_).table("checks") == before


async def test_what_was_told_can_be_taken_back_whole(world: World) -> None:
    """The row for nothing clears the answer and who gave it; keys are keys until one writes."""
    id_ = world.screening(at="leave")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        check = way.running.left[0].check
        first = check.answers[0].id
        await pilot.press("1", "1", "enter", "d", "r", "enter")
        told = world.store.draft(id_).get(f"checks.{check.id}")
        assert told == {"answers": [first], "reported_by": "dr"}
        await pilot.press("1", "0")

        assert world.store.draft(id_).get(f"checks.{check.id}") is None


async def test_only_what_others_can_tell_is_offered(world: World) -> None:
    """What a parent alone sees is no row; why a check is left out is said as it is."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="leave"))
        assert "Only after you saw 'Stays steady'" in screen_text(pilot.app)
        await pilot.press("2")
        shown = {c.id for c in pilot.app.screen.query_one(ChoiceList).choices}

        assert len(shown) > 1
        assert not {"limp", "locked"} & shown


async def test_each_reason_stands_once_above_its_checks(world: World) -> None:
    """A reason that holds for several checks is a heading: no row, and a click on it opens none."""
    spine = next(
        s for s in world.pack.protocol.situations if s.leaves and "pull_to_sit" in s.leaves
    )
    id_ = world.screening(Change("situations", [spine.id]), at="leave")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        why = world.pack.words(f"situations.{spine.id}.reason")
        left = [card for card in way.running.left if card.situation]
        rows = pilot.app.screen.query_one(ChoiceList)
        lines = screen_text(pilot.app).splitlines()
        at = next(n for n, line in enumerate(lines) if why[:40] in line)
        assert sum(why[:40] in line for line in lines) == 1
        assert rows.row_count == len(way.running.left)
        assert len(left) > 1
        before = rows.current
        await pilot.click(rows, offset=(4, at - rows.region.y))
        assert rows.current == before

        assert "What did they tell you?" not in screen_text(pilot.app)
