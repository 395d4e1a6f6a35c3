"""Every screen as text, at 80 x 24 and at 120 x 40."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.tui.driving import LARGE, SMALL, begun, drawn, loaded, opened
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.key_bar import KeyHint
from tonecheck.tui.widgets.progress import ProgressStrip

Go = Callable[[Pilot[None], World], Awaitable[None]]
FED = Change("readiness.fed_when", "between")
WORRY = Change("worry", {"level": "yes", "words": "One hand is always shut."})
FISTS = Change("checks.fists", {"left": ["open"], "right": ["always"], "note": "Since birth"})
PRONE = Change("checks.prone", {"answers": ["forearms"], "state": "calm"})


async def _welcome(pilot: Pilot[None], world: World) -> None:
    await loaded(pilot)


async def _welcome_again(pilot: Pilot[None], world: World) -> None:
    world.screening(at="check.fists")
    await loaded(pilot)


async def _region(pilot: Pilot[None], world: World) -> None:
    (await loaded(pilot)).choose_region()


async def _new(pilot: Pilot[None], world: World) -> None:
    await begun(pilot)


async def _not_sure(pilot: Pilot[None], world: World) -> None:
    await _new(pilot, world)
    await pilot.press("2", "3")


async def _urgent(pilot: Pilot[None], world: World) -> None:
    await _new(pilot, world)
    await pilot.press("1")


async def _urgent_seen(pilot: Pilot[None], world: World) -> None:
    await _urgent(pilot, world)
    await pilot.press("3")


def _at(station: str, *changes: Change, keys: str = "") -> Go:
    async def go(pilot: Pilot[None], world: World) -> None:
        way = await opened(pilot, world.screening(*changes, at="review"))
        kind, _, check = station.partition(".")
        way.jump(Station(kind, check))
        await pilot.pause()
        if keys:
            await pilot.press(*keys.split())

    return go


def _out_of_range(born: str) -> Go:
    async def go(pilot: Pilot[None], world: World) -> None:
        child = {"birth_date": born, "gestation_weeks": 30}
        await opened(pilot, world.screening(at="out_of_range", child=child))

    return go


async def _result(pilot: Pilot[None], world: World) -> None:
    await opened(pilot, world.screening(FED, WORRY, FISTS, PRONE, at="result"))


async def _export(pilot: Pilot[None], world: World) -> None:
    await _result(pilot, world)
    await pilot.press("e")
    # The folder is the user's own; the screen is what counts here.
    pilot.app.screen.query_one("#folder").value = "/home/mum/Documents"  # type: ignore[attr-defined]


async def _paper(pilot: Pilot[None], world: World) -> None:
    await _export(pilot, world)
    await pilot.press("4")


async def _home(pilot: Pilot[None], world: World) -> None:
    world.screening(at="check.fists", child={"name": "Tom", "age_months": 4})
    await _result(pilot, world)
    await pilot.press("o")


async def _home_open(pilot: Pilot[None], world: World) -> None:
    await _home(pilot, world)
    await pilot.press("2")


async def _delete(pilot: Pilot[None], world: World) -> None:
    await _home_open(pilot, world)
    await pilot.press("5")


async def _history(pilot: Pilot[None], world: World) -> None:
    await _home_open(pilot, world)
    await pilot.press("4")


async def _help(pilot: Pilot[None], world: World) -> None:
    await _at("check.fists")(pilot, world)
    await pilot.press("question_mark")


async def _glossary(pilot: Pilot[None], world: World) -> None:
    await loaded(pilot)
    await pilot.press("g")


async def _harm(pilot: Pilot[None], world: World) -> None:
    await loaded(pilot)
    await pilot.press("h")


FEWEST_LINES = {"ways": 3, "signs": 12, "list": 6}


SCREENS: dict[str, Go] = {
    "welcome": _welcome,
    "welcome_again": _welcome_again,
    "region": _region,
    "gate": _new,
    "gate_not_sure": _not_sure,
    "urgent": _urgent,
    "urgent_seen": _urgent_seen,
    "child": _at("child"),
    "before_term": _out_of_range("2026-11-10"),
    "past_range": _out_of_range("2025-06-01"),
    "situations": _at("situations", keys="4"),
    "stop": _at("situations", keys="1"),
    "background": _at("background"),
    "background_words": _at("background", keys="tab " * 5 + "enter " + "tab " * 4 + "enter"),
    "readiness": _at("readiness", FED),
    "worry": _at("worry", WORRY),
    "check_how": _at("check.fists"),
    "check_see": _at("check.fists", FISTS),
    "check_left": _at("check.fists", FISTS, keys="d"),
    "check_side": _at("check.head_turn", keys="enter 2 enter"),
    "check_state": _at("check.prone", keys="enter 3 enter"),
    "check_reason": _at("check.prone", keys="enter c"),
    "check_match": _at("check.hip_opening", keys="enter c 8"),
    "check_note": _at("check.fists", FISTS, keys="t"),
    "leave": _at("leave"),
    "leave_told": _at("leave", keys="1"),
    "review": _at("review", WORRY, FISTS, PRONE),
    "result": _result,
    "export": _export,
    "paper": _paper,
    "home": _home,
    "home_open": _home_open,
    "delete": _delete,
    "history": _history,
    "help": _help,
    "glossary": _glossary,
    "harm": _harm,
}


@pytest.mark.parametrize("name", SCREENS)
async def test_each_screen_reads_as_its_golden(world: World, name: str) -> None:
    """What a parent sees is what was looked at and agreed, at both sizes, also after resizing.

    On every page the line of keys says how to stop.
    """
    async with world.app().run_test(size=SMALL) as pilot:
        await SCREENS[name](pilot, world)
        await drawn(pilot)
        assert "Ctrl+Q" in screen_text(pilot.app).splitlines()[-1]
        expect_golden(pilot.app, f"{name}.80x24")
        await pilot.resize_terminal(*LARGE)
        await drawn(pilot)
        expect_golden(pilot.app, f"{name}.120x40")


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((60, 20), id="60x20"),
        pytest.param((200, 60), id="200x60", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        "welcome_again",
        "gate",
        "child",
        "check_see",
        "readiness",
        "review",
        "result",
        "urgent",
        "export",
    ],
)
async def test_all_that_can_be_used_lies_inside_the_screen(
    world: World, name: str, size: tuple[int, int]
) -> None:
    """Every widget that takes the focus, and every key of the bar, is on the screen in full."""
    async with world.app().run_test(size=size) as pilot:
        await SCREENS[name](pilot, world)
        await pilot.pause()
        screen = pilot.app.screen

        assert screen.focus_chain
        keys = [hint for hint in screen.query(KeyHint) if hint.display]
        for widget in (*screen.focus_chain, *keys):
            assert screen.region.contains_region(widget.region), widget
            assert widget.size.area > 0, widget
            assert widget.size.height >= FEWEST_LINES.get(widget.id or "", 1), widget


async def test_where_one_is_in_the_checks_takes_one_line(world: World) -> None:
    """In the smallest window it stands closer, with every meaning."""
    async with world.app().run_test(size=(60, 20)) as pilot:
        await SCREENS["check_see"](pilot, world)
        await pilot.pause()
        line = screen_text(pilot.app).splitlines()[1]
        assert line == " 5/26 ....>..................... x done - not seen . open"
        assert pilot.app.screen.query_one(ProgressStrip).size.height == 1
        await pilot.resize_terminal(*SMALL)

        assert screen_text(pilot.app).splitlines()[1].endswith("x done  - not seen  . open")


async def test_a_window_too_small_says_so_and_keeps_the_focus(world: World) -> None:
    """Below 60 x 20 a notice covers the page; made larger again, all is as it was."""
    async with world.app().run_test(size=SMALL) as pilot:
        await SCREENS["check_see"](pilot, world)
        focused = pilot.app.focused
        await pilot.resize_terminal(59, 19)
        expect_golden(pilot.app, "too_small.59x19")
        await pilot.resize_terminal(*SMALL)
        await drawn(pilot)

        assert pilot.app.focused is focused
        expect_golden(pilot.app, "check_see.80x24")
