"""The menu: our commands alone, in our order."""

from __future__ import annotations

from textual.command import Command, CommandList

from tests.tui.driving import SMALL, opened
from tests.tui.world import World
from tonecheck.tui import theme


async def test_what_concerns_the_baby_and_help_comes_first_and_the_looks_last(
    world: World,
) -> None:
    """Not by the alphabet: nobody at the end of their strength reads past colours to be helped."""
    words = world.pack.words
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        await pilot.press("m")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        listed = pilot.app.screen.query_one(CommandList).options
        titles = [option.hit.text for option in listed if isinstance(option, Command)]

        first = ["help.gate.title", "ui.keys.harm", "ui.menu.region", "ui.keys.review"]
        assert titles[:4] == [words(key) for key in first]
        assert titles[-len(theme.NAMES) :] == [words(f"ui.theme.{name}") for name in theme.NAMES]
