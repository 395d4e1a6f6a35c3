"""The pictures on the page of a check: beside the answers, and ahead of the key."""

from __future__ import annotations

import pytest

from tests.tui.checks import check_page, check_with_sides
from tests.tui.driving import LARGE, SMALL, drawn, opened, press, until
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck import figures
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.ask_pane import AskPane


async def test_each_answer_has_its_picture_beside_it_where_there_is_room(world: World) -> None:
    """At 120 columns every row holds the picture of its own answer, in dots, not in colour."""
    check = check_with_sides(world)
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(at=f"check.{check.id}"))
        await drawn(pilot)
        page = check_page(pilot)
        columns, rows = page.in_rows(page.page, "see")

        for choice in page.choices.choices:
            answer = page.page.parts.derived if choice.key == "d" else choice.id
            figure = figures.answer_id(check.id, answer)
            shown = figures.has(world.pack, figure) and figures.braille(
                world.pack, figure, columns, rows
            )
            assert choice.picture == (shown or ())


async def test_the_row_with_the_caret_is_in_view_with_its_picture(world: World) -> None:
    """Wherever the arrows lead, all lines of that row are on the screen."""
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(at="check.hip_opening"))
        await drawn(pilot)
        choices = check_page(pilot).choices
        for choice in choices.choices[1:]:
            await press(pilot, "down")
            seen = screen_text(pilot.app)
            assert f"> {choice.key} [ ]" in seen
            for line in choice.picture:
                assert line.strip("\u2800") in seen


async def test_pictures_are_drawn_before_a_key_asks_for_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a check is shown, moving, left, right, which side, and the next find theirs ready."""
    monkeypatch.setattr("tonecheck.figures._kept", {})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await press(pilot, "enter")
        await drawn(pilot)
        monkeypatch.setattr("tonecheck.tui.draw_ahead.PAUSE", 600.0)
        to_side = ("down", "down", "d", "down", "1 enter", "down", "1 enter")
        for keys in (*to_side, "down", "1", "enter", "down"):
            await press(pilot, keys)
            assert any("\u2800" < char <= "\u28ff" for char in screen_text(pilot.app)), keys

        assert check_page(pilot).station.check != "fists"


async def test_a_page_that_closes_draws_no_more_pictures(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long its parts take to close, none that is gone is looked for."""
    monkeypatch.setattr("tonecheck.figures._kept", {})
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, world.screening(at="check.fists"))
        ahead = check_page(pilot)._ahead

        async def close_slowly(_: AskPane) -> None:
            await until(lambda: not ahead._is_at_work)

        monkeypatch.setattr(AskPane, "on_unmount", close_slowly, raising=False)
        assert ahead._is_at_work
        way.jump(Station("worry"))
        await pilot.pause()

        assert isinstance(pilot.app.screen, WorryScreen)
