"""One Enter too many answers nothing: no list that asks takes a row nobody has pointed at."""

from __future__ import annotations

import pytest

from tests.tui.driving import LARGE, SMALL, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.row_list import RowList

ASKING = {
    "answers, next check": ("check.rest", ["enter", "1 enter enter"], SMALL),
    "answers, next check, roomy": ("check.rest", ["", "1 enter"], LARGE),
    "left, right": ("check.fists", ["d", "1 enter"], LARGE),
    "answers, side": ("check.moro", ["", "5 enter"], LARGE),
    "state": ("check.prone", ["3 enter"], LARGE),
    "reason, match": ("check.hip_opening", ["c", "8"], LARGE),
    "readiness": ("readiness", [""], SMALL),
    "worry": ("worry", [""], SMALL),
    "situations": ("situations", [""], SMALL),
    "urgent signs": ("gate", [""], SMALL),
    "background": ("background", [""], SMALL),
    "a stop": ("situations", ["1"], SMALL),
    "what was told": ("leave", ["1"], SMALL),
}


@pytest.mark.parametrize(("at", "ways", "size"), ASKING.values(), ids=ASKING.keys())
async def test_enter_alone_takes_nothing(
    world: World, at: str, ways: list[str], size: tuple[int, int]
) -> None:
    """Whatever is asked: Enter on a caret that was not moved leaves page and answers alone."""
    id_ = world.asking(at)
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, id_)
        for keys in ways:
            await pilot.press(*keys.split())
            before, asking = dict(world.store.draft(id_).fields), pilot.app.focused
            assert isinstance(asking, RowList)
            await pilot.press("enter")

            assert world.store.draft(id_).fields == before
            assert pilot.app.focused is asking


@pytest.mark.parametrize(
    ("at", "keys", "said"),
    [
        ("situations", "enter", "Press its number, or 0 for none."),
        ("background", "0", "Press a number from 1 to 3. To leave it out, press Enter."),
        ("gate", "7", "Press 1 for yes, 2 for no, 3 for not sure."),
    ],
)
async def test_a_key_that_takes_nothing_says_which_do(
    world: World, at: str, keys: str, said: str
) -> None:
    """The line names the keys of that very page."""
    id_ = world.asking(at)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press(*keys.split())

        assert said in screen_text(pilot.app)


@pytest.mark.parametrize("way", ["down", "up", "tab", "shift+tab", "home", "click"])
@pytest.mark.parametrize("at", ["situations", "gate"])
async def test_a_page_that_stops_invites_no_enter(world: World, at: str, way: str) -> None:
    """It has no caret, also after an Enter, until one comes to its first row; that is taken."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.asking(at))
        await pilot.press("1")
        page, rows = pilot.app.screen, pilot.app.screen.query_one(ChoiceList)
        assert rows.has_focus
        await pilot.press("enter")
        assert "> 1" not in screen_text(pilot.app)
        if way == "click":
            await pilot.click(rows, offset=(8, 0))
        else:
            await pilot.press(way)
            assert "> 1" in screen_text(pilot.app)
            assert pilot.app.screen is page
            await pilot.press("enter")

        assert pilot.app.screen is not page


@pytest.mark.parametrize("keys", ["space", "down enter", "down up enter", "home enter", "1"])
async def test_what_was_pointed_at_is_taken(world: World, keys: str) -> None:
    """A number, Space, or Enter once the caret was moved answer; before that a line says how."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter")
        assert "Press its number. Or move to it first" in screen_text(pilot.app)
        await pilot.press(*keys.split())

        assert isinstance(pilot.app.screen, CheckScreen)
        assert world.store.draft(id_).get("checks.rest")
        assert "Press its number" not in screen_text(pilot.app)


@pytest.mark.parametrize("by", ["number", "click"])
@pytest.mark.parametrize(("at", "field"), [("check.rest", "checks.rest"), ("situations",) * 2])
async def test_what_was_unticked_is_not_ticked_again(
    world: World, at: str, field: str, by: str
) -> None:
    """Enter, as a habit, brings nothing back; a number or Enter on a row moved to does."""
    id_ = world.screening(at=at)
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await pilot.press("4")
        ticked = world.store.draft(id_).get(field)
        rows = next(found for found in pilot.app.screen.query(ChoiceList) if found.any_chosen)
        if by == "number":
            await pilot.press("4")
        else:
            await pilot.click(rows, offset=(8, rows._starts[3]))
        assert not world.store.draft(id_).get(field)
        await pilot.press("enter", "enter")

        assert not world.store.draft(id_).get(field)
        assert pilot.app.focused is rows
        assert "Press its number" in screen_text(pilot.app)
        await pilot.press("up", "down", "enter")
        assert world.store.draft(id_).get(field) == ticked
