"""A window made larger or smaller in the middle of anything loses nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from time import monotonic
from types import SimpleNamespace

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from tests.tui.driving import opened
from tests.tui.screen_text import screen_text
from tests.tui.test_screens import FISTS, SCREENS
from tests.tui.world import World
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.key_bar import KeyBar, KeyHint

LATE_CALLS = 20
"""How often a timer looks at the clock and finds it later than it should be."""
SIZES = ((120, 40), (60, 20), (200, 60), (50, 15), (80, 24))


async def _through_all(pilot: Pilot[None]) -> None:
    for size in SIZES:
        await pilot.resize_terminal(*size)


def _state(pilot: Pilot[None]) -> tuple[str, list[tuple[int, list[Choice]]], list[str]]:
    """The title, each list in sight with its row, pictures aside, and what is typed."""
    screen = pilot.app.screen
    lists = [
        (found.current, [replace(choice, picture=()) for choice in found.choices])
        for found in screen.query(ChoiceList).results()
        if found.size.height
    ]
    typed = [field.value for field in screen.query(Field).results()]
    return screen_text(pilot.app).partition("\n")[0], lists, typed


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    ["gate", "child", "readiness", "check_see", "check_left", "check_state", "review", "home"],
)
async def test_the_focus_and_the_page_come_back_as_they_were(world: World, name: str) -> None:
    """Through five sizes, one of them too small, to the same page with the same focus."""
    async with world.app().run_test(size=(80, 24)) as pilot:
        await SCREENS[name](pilot, world)
        await pilot.pause()
        focused, before = pilot.app.focused, _state(pilot)
        await _through_all(pilot)

        assert pilot.app.focused is focused
        assert _state(pilot) == before


async def test_a_machine_too_busy_for_the_timers_still_resizes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However late the app comes to its timers, a window of another size is laid out."""
    calls = count()

    def late() -> float:
        return monotonic() + 0.05 * min(next(calls), LATE_CALLS)

    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, world.screening(at="review"))
        monkeypatch.setattr("textual.timer._time", SimpleNamespace(get_time=late))
        await pilot.resize_terminal(120, 40)

        assert pilot.app.screen.query_one(KeyBar).region.bottom == 40


async def test_a_note_half_written_and_an_answer_half_given_stay(world: World) -> None:
    """What is typed goes on where it was, and the answers on disk are the ones given."""
    async with world.app().run_test(size=(80, 24)) as pilot:
        id_ = world.screening(FISTS, at="review")
        way = await opened(pilot, id_)
        way.jump(Station("check", "fists"))
        await pilot.pause()
        await pilot.press("t", "end")
        await pilot.press(*" and")
        await _through_all(pilot)
        await pilot.press(*" now")
        await pilot.press("tab", "enter")

        entry = world.store.draft(id_).get("checks.fists")
        assert entry["note"] == "Since birth and now"
        assert (entry["left"], entry["right"]) == (["open"], ["always"])


async def test_an_older_size_that_comes_late_does_not_chase_the_newer_one(world: World) -> None:
    """The page told itself 80 columns and hears of it after 120: it stays at 120, and rests."""
    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await pilot.resize_terminal(120, 40)
        older = Size(80, 24)
        pilot.app.screen.post_message(Resize(older, older))
        await pilot.pause()

        assert pilot.app.screen.outer_size == Size(120, 40)
        assert "Hands and thumbs" in screen_text(pilot.app)


async def test_a_size_of_a_moment_leaves_no_trace_in_the_keys(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys changed while the window is small, and large again before it is drawn, are all there."""
    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        bar = pilot.app.screen.query_one(KeyBar)
        keys = [hint.key for hint in bar.query(KeyHint).results()]
        wanted = screen_text(pilot.app).splitlines()[-1]
        with monkeypatch.context() as moment:
            moment.setattr(type(pilot.app), "size", Size(60, 20))
            await bar.show(keys[1:])
            await bar.show(keys)
        await pilot.pause()

        assert screen_text(pilot.app).splitlines()[-1] == wanted
