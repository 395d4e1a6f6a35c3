"""The picture page: `p` shows what is beside the answers, large, with its words."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from tests.tui.driving import LARGE, SMALL, drawn, opened, until
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck import figures
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.picture import PictureScreen
from tonecheck.tui.widgets.figure_view import FigureView


def _with_a_struck_out_picture(world: World) -> str:
    ids = (check.id for check in world.pack.protocol.checks)
    return next(id_ for id_ in ids if figures.has(world.pack, figures.dont_id(id_)))


async def test_p_shows_the_picture_of_the_answer_large(world: World) -> None:
    """The answer in focus, as large as the window, with what it shows in words; p closes it."""
    check = next(c for c in world.pack.protocol.checks if c.window is None)
    first = figures.answer_id(check.id, check.answers[0].id)
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await pilot.press("p")
        await drawn(pilot)
        shown = screen_text(pilot.app)
        assert isinstance(pilot.app.screen, PictureScreen)
        await pilot.press("p")
        assert isinstance(pilot.app.screen, CheckScreen)
    picture = figures.braille(world.pack, first, 114, 31)

    assert all(line.strip("\u2800 ") in shown for line in picture)


async def test_p_on_the_how_page_also_shows_what_never_to_do(world: World) -> None:
    """The steps' picture, and the struck-out one where the content has one."""
    check = _with_a_struck_out_picture(world)
    id_ = world.screening(at=f"check.{check}")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("p")
        await drawn(pilot)
        await pilot.press("end")
        words = " ".join(screen_text(pilot.app).split())
    said = " ".join(world.pack.words(figures.alt_key(figures.dont_id(check))).split())

    assert said.split(". ")[-1].strip(".") in words


async def test_a_picture_page_may_close_before_its_pictures_are_drawn(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long its parts take to close, none that is gone is looked for."""
    check = _with_a_struck_out_picture(world)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at=f"check.{check}"))
        await drawn(pilot)
        is_closing, draw = Event(), figures.braille

        def draw_late(*args: Any) -> tuple[str, ...]:
            is_closing.wait()
            return draw(*args)

        async def close_late(view: FigureView) -> None:
            if view.id == "figure0":
                await until(lambda: len(page.query(FigureView)) == 1)
                is_closing.set()
                await until(lambda: not pilot.app.workers)

        monkeypatch.setattr(FigureView, "on_unmount", close_late, raising=False)
        monkeypatch.setattr("tonecheck.figures.braille", draw_late)
        await pilot.press("p")
        page = pilot.app.screen
        assert isinstance(page, PictureScreen)
        await pilot.press("p")

        assert isinstance(pilot.app.screen, CheckScreen)
