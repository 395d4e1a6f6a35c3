"""Colour may be taken away or changed freely: every page says the same in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.driving import SMALL, drawn, loaded, opened
from tests.tui.screen_text import screen_text
from tests.tui.test_screens import FISTS, PRONE, WORRY
from tests.tui.world import World
from tonecheck.settings import Settings, load_settings, save_settings
from tonecheck.tui import theme
from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.session import Station

FILL = re.compile(r'fill[:=] ?"?#([0-9a-fA-F]{6})')
FRAME = "c5c8c6"
"""The colour of the picture's own frame, which is not the app's."""
CIRCLE = re.compile("<circle[^>]*>")
READABLE, STRONG = 4.5, 7.0


async def _check(pilot: Pilot[None], world: World) -> None:
    way = await opened(pilot, world.screening(FISTS, at="review"))
    way.jump(Station("check", "fists"))
    await drawn(pilot)


async def _review(pilot: Pilot[None], world: World) -> None:
    await opened(pilot, world.screening(WORRY, FISTS, PRONE, at="review"))


PAGES = {"check_see": _check, "review": _review}


def _colours(pilot: Pilot[None]) -> set[str]:
    drawn = CIRCLE.sub("", pilot.app.export_screenshot(simplify=True))
    return set(FILL.findall(drawn)) - {FRAME}


def _is_grey(colour: str) -> bool:
    return len({colour[0:2], colour[2:4], colour[4:6]}) == 1


@pytest.mark.parametrize("page", PAGES)
async def test_without_colour_every_state_still_reads(
    world: World, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR takes all colours away and not one character."""
    async with world.app().run_test(size=SMALL) as pilot:
        await PAGES[page](pilot, world)
        assert not all(map(_is_grey, _colours(pilot)))
        coloured = screen_text(pilot.app)

    monkeypatch.setenv("NO_COLOR", "1")
    async with world.app().run_test(size=SMALL) as pilot:
        await PAGES[page](pilot, world)

        assert all(map(_is_grey, _colours(pilot)))
        assert screen_text(pilot.app) == coloured
        assert "x done" in coloured


async def test_every_look_says_the_same(world: World) -> None:
    """Light, dark, strong contrast and the terminal's own colours change no character.

    The last leaves ground and words to the terminal, and no other does.
    """
    said, left = set(), []
    for look, name in theme.NAMES.items():
        world.settings = Settings(region="uk", theme=look)
        async with world.app().run_test(size=SMALL) as pilot:
            await _check(pilot, world)
            assert pilot.app.theme == name
            said.add(screen_text(pilot.app))
            styles = pilot.app.screen.styles
            if styles.background.ansi is not None:
                assert styles.color.ansi is not None
                left.append(look)

    assert left == ["ansi"]
    assert len(said) == 1
    assert "Hands and thumbs" in said.pop()


async def test_a_look_chosen_on_a_page_reaches_all_of_it(world: World) -> None:
    """A page has the same colours whether the look was there before it or came afterwards."""
    async with world.app().run_test(size=SMALL) as pilot:
        await _check(pilot, world)
        before = _colours(pilot)
        app = pilot.app
        assert isinstance(app, ToneCheckApp)
        app.set_look("contrast")
        await pilot.pause()
        changed = _colours(pilot)
    world.settings = Settings(region="uk", theme="contrast")
    async with world.app().run_test(size=SMALL) as pilot:
        await _check(pilot, world)

        assert changed == _colours(pilot) != before


@pytest.mark.parametrize("look", theme.THEMES, ids=lambda look: look.name)
def test_words_stand_out_from_their_ground(look: Theme) -> None:
    """At least 4.5 to 1 in every look, and 7 to 1 in the strong one (WCAG 2.2, AA and AAA)."""
    least = STRONG if look is theme.CONTRAST else READABLE
    grounds = [Color.parse(ground or "") for ground in (look.background, look.panel)]
    inks = (look.foreground, look.accent, look.warning, look.error, look.success)
    for ink in inks:
        for ground in grounds:
            assert _contrast(Color.parse(ink or ""), ground) >= least, (ink, ground)


def _contrast(one: Color, other: Color) -> float:
    lights = sorted((_light(one), _light(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: Color) -> float:
    """Relative luminance, 0 to 1."""
    parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


async def test_a_look_is_chosen_in_the_menu_and_remembered(world: World, tmp_path: Path) -> None:
    """By keyboard alone; the next start of the app reads it from the disk."""

    def app() -> ToneCheckApp:
        world.settings = load_settings(tmp_path).settings
        made = world.app()
        made.services.save = lambda settings: save_settings(settings, tmp_path)
        return made

    save_settings(world.settings, tmp_path)
    async with app().run_test(size=SMALL) as pilot:
        await loaded(pilot)
        assert pilot.app.theme == theme.DEFAULT
        await pilot.press("m")
        await pilot.press(*"Strong")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        assert pilot.app.theme == theme.CONTRAST.name

    async with app().run_test(size=SMALL) as pilot:
        await loaded(pilot)
        assert pilot.app.theme == theme.CONTRAST.name
        assert world.settings == Settings(region="uk", theme="contrast")
