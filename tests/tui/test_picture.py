"""The picture page: `p` shows what is beside the answers, large, with its words."""

from __future__ import annotations

from tests.tui.driving import drawn, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck import figures
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.picture import PictureScreen


async def test_p_shows_the_picture_of_the_answer_large(world: World) -> None:
    """The answer in focus, as large as the window, with what it shows in words; p closes it."""
    check = next(c for c in world.pack.protocol.checks if c.window is None)
    first = figures.answer_id(check.id, check.answers[0].id)
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=(120, 40)) as pilot:
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
    check = next(
        c.id for c in world.pack.protocol.checks if figures.has(world.pack, figures.dont_id(c.id))
    )
    id_ = world.screening(at=f"check.{check}")
    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, id_)
        await pilot.press("p")
        await drawn(pilot)
        await pilot.press("end")
        words = " ".join(screen_text(pilot.app).split())
    said = " ".join(world.pack.words(figures.alt_key(figures.dont_id(check))).split())

    assert said.split(". ")[-1].strip(".") in words
