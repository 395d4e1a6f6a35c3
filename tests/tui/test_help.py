"""Help is on every page and about that page, and what its keys offer, they do."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import tonecheck.tui.screens as screens
from tests.tui.driving import SMALL, begun, loaded, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.protocol.pack import Pack
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.gate import GateScreen
from tonecheck.tui.screens.glossary import GlossaryScreen
from tonecheck.tui.screens.help import HelpScreen
from tonecheck.tui.widgets.fields import Field

HARM = "When you cannot go on"


def _pages() -> list[type[BaseScreen]]:
    names = [path.stem for path in Path(screens.__path__[0]).glob("[a-z]*.py")]
    modules = [import_module(f"{screens.__name__}.{name}") for name in sorted(names)]
    found = {v for m in modules for v in vars(m).values() if isinstance(v, type)}
    return sorted(
        (
            p
            for p in found
            if issubclass(p, BaseScreen) and p is not BaseScreen and "HELP_KEY" in vars(p)
        ),
        key=lambda page: page.__name__,
    )


def test_every_page_has_help_of_its_own(pack: Pack) -> None:
    """No two pages share their help text, the check and its picture apart."""
    keys = [page.HELP_KEY for page in _pages() if page.__name__ != "PictureScreen"]

    assert len(keys) > 15
    assert len(set(keys)) == len(keys)
    assert all(pack.words(f"help.{key}.text") for key in keys)


@pytest.mark.parametrize("from_page", ["gate", "help", "glossary"])
async def test_help_for_a_parent_at_the_end_opens_from_any_page(
    world: World, from_page: str
) -> None:
    """One key opens it on the urgent signs too, where the caret stands on a sign."""
    keys = {"gate": "h", "help": "f1 h", "glossary": "g tab h"}[from_page]
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, keys)
        assert HARM in screen_text(pilot.app)
        foot = screen_text(pilot.app).splitlines()[-1]
        assert foot.split() == ["b", "Close", "Ctrl+Q", "Stop"]
        await press(pilot, "b" if from_page == "gate" else "b b")

        assert isinstance(pilot.app.screen, GateScreen)


async def test_a_number_chosen_meanwhile_stands_on_the_page_below(world: World) -> None:
    """Help for a parent at the end shows the number of the region that was chosen over it."""
    async with world.app().run_test(size=SMALL) as pilot:
        way = await loaded(pilot)
        await press(pilot, "h")
        assert "call 999" in screen_text(pilot.app)
        way.choose_region()
        await pilot.pause()
        await press(pilot, "3")

        assert "call 911" in screen_text(pilot.app)


async def test_what_help_offers_at_its_foot_works(world: World) -> None:
    """From help to the words explained and back to help; the words open once; f1 closes help."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="situations"))
        page = pilot.app.screen
        await press(pilot, "f1 g")
        assert isinstance(pilot.app.screen, GlossaryScreen)
        words = pilot.app.screen
        await press(pilot, "f1 g")
        assert pilot.app.screen is words
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "f1")

        assert pilot.app.screen is page


async def test_typing_finds_a_word_by_any_of_its_names(world: World) -> None:
    """The term, its other names and its meaning are looked through; nothing found is said."""
    async with world.app().run_test(size=SMALL) as pilot:
        await loaded(pilot)
        await press(pilot, "g B a b i n")
        shown = screen_text(pilot.app)
        assert "Plantar response" in shown
        assert "Moro" not in shown
        await press(pilot, "q q")

        assert "This word is not here" in screen_text(pilot.app)


async def test_the_words_scroll_while_one_is_typed_and_the_search_is_one_tab_from_close(
    world: World,
) -> None:
    """Nothing between the search and the button takes the focus, so what is typed is searched."""
    async with world.app().run_test(size=SMALL) as pilot:
        await press(pilot, "g down pagedown")
        page = pilot.app.screen
        assert isinstance(page, GlossaryScreen)
        assert page.query_one("#read").scroll_y > 1
        await press(pilot, "tab shift+tab p l a n t")

        assert page.query_one(Field).value == "plant"
