"""What changed: looks side by side, item by item, and findings over age, without colour."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

from tests.factories import typical_baby
from tests.tui.driving import LARGE, SMALL, loaded, until
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.world import BORN, World
from tonecheck.protocol.months import in_months
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.draft import Change
from tonecheck.tui import looks
from tonecheck.tui.changes import Look, looks_of
from tonecheck.tui.screens.history import HistoryScreen
from tonecheck.tui.session import Session
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.drawing import Drawing

DAYS = (30, 61, 91, 133, 183)
ANSWERS = (
    {"fists": {"answers": ["mostly"]}, "moro": {"answers": ["both"]}},
    {"fists": {"answers": ["mostly"]}, "moro": {"answers": ["both"]}},
    {"fists": {"left": ["open"], "right": ["always"]}, "moro": {"answers": ["both"]}},
    {"fists": {"left": ["open"], "right": ["always"]}, "prone": {"answers": ["forearms"]}},
    {"fists": {"answers": ["open"]}, "moro": {"answers": ["both"]}, "rest": {"answers": ["tight"]}},
)


def _looks(world: World, count: int, apart: Sequence[int] = DAYS) -> None:
    child = None
    for days, answers in list(zip(apart, ANSWERS, strict=True))[-count:]:
        day = BORN + timedelta(days=days)
        world.clock.now = world.clock.now.replace(year=day.year, month=day.month, day=day.day)
        changes = [Change(f"checks.{check}", entry) for check, entry in answers.items()]
        if child is None:
            id_ = world.screening(*changes, at="result")
        else:
            id_ = world.store.start(child, day, "tui", world.pack, world.clock.now)
            signs = [Change(f"urgent.{s.id}", "no") for s in world.pack.protocol.signs]
            world.store.record(id_, [*signs, *changes], world.clock.now)
        Session(world.app().services, world.pack, id_).finish()
        row = world.store.screening(id_).child
        assert row is not None
        child = row.id


async def _history(pilot: Pilot[None]) -> None:
    way = await loaded(pilot)
    way.home()
    await pilot.pause()
    for wanted in ("open:", "compare"):
        rows = pilot.app.screen.query_one(ChoiceList)
        ids = [choice.id for choice in rows.choices]
        rows.take(next(i for i, id_ in enumerate(ids) if id_.startswith(wanted)))
        await pilot.pause()


def _page(pilot: Pilot[None]) -> str:
    page = pilot.app.screen.query_one("#page", Drawing)
    return page.render().plain


@pytest.mark.parametrize("count", [1, 2, 5])
async def test_the_looks_and_the_chart_read_as_their_goldens(world: World, count: int) -> None:
    """With one look, two and more than fit, at both sizes, also after resizing.

    With one there is nothing to compare, and the chart comes first.
    """
    _looks(world, count)
    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        if count == 1:
            await pilot.press("c")
        expect_golden(pilot.app, f"history_{count}.80x24")
        await pilot.press("c")
        expect_golden(pilot.app, f"history_{count}_chart.80x24")
        await pilot.resize_terminal(*LARGE)
        expect_golden(pilot.app, f"history_{count}_chart.120x40")
        await pilot.press("c")
        expect_golden(pilot.app, f"history_{count}.120x40")


async def test_of_sizes_that_come_fast_the_last_one_holds(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window dragged on while the page still answers to a size it had is laid out as it is."""
    _looks(world, 2)
    may_go_on, show = asyncio.Event(), HistoryScreen._show

    async def show_late(page: HistoryScreen) -> None:
        await may_go_on.wait()
        await show(page)

    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        page = pilot.app.screen
        monkeypatch.setattr(HistoryScreen, "_show", show_late)
        for size in (Size(120, 40), Size(100, 30)):
            pilot.app.post_message(Resize(size, size))
            await until(partial(_is_told, page, size))
        may_go_on.set()
        await pilot.pause()

        assert page.region.size == Size(100, 30)


def _is_told(page: Screen[object], size: Size) -> bool:
    return page.app.size == size and page.app._resize_event is None


async def test_a_change_has_its_mark_and_what_stayed_has_none(world: World) -> None:
    """The mark stands before the new answer alone; an item not seen is not called a change."""
    _looks(world, 2)
    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        changed, _, rest = _page(pilot).partition("Seen once")

        assert "Changed: 1" in changed
        assert "* Often open" in changed
        assert "*" not in rest
        assert "not seen" in rest


async def test_earlier_looks_are_reached_by_key_and_mouse(world: World) -> None:
    """With more looks than columns none is out of reach, and one comes back."""
    _looks(world, 5)
    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        newest = screen_text(pilot.app)
        assert "9 August 2026" not in newest
        await pilot.press("left", "left", "left")
        assert "9 August 2026" in screen_text(pilot.app)
        hint = next(h for h in pilot.app.screen.query("KeyHint") if "Later" in str(h.render()))
        for _ in range(2):
            await pilot.click(hint)
        assert screen_text(pilot.app) == newest


def _drawn(pack: Pack, found: list[Look], width: int) -> dict[str, str]:
    def wrap(text: str, _: int) -> list[str]:
        return [text]

    return {text.split("  ")[0]: text for text, _ in looks.chart(pack, found, width, wrap)}


@pytest.mark.parametrize("width", [74, 114])
def test_each_window_of_the_content_is_drawn_where_it_lies(pack: Pack, width: int) -> None:
    """The bars begin and end at the months of the content; what lasts longer says so."""
    scale = looks.Scale(width, 12)
    drawn = _drawn(pack, [], width)
    for check in pack.protocol.checks:
        if check.window is None or check.window.published is None:
            continue
        span = check.window.published
        name = pack.words.checks[check.id].name
        line = next(text for text in drawn.values() if text.startswith(name[: scale.label - 4]))
        bar = line[scale.label :].ljust(scale.at(scale_end := Decimal(13)) + 1)
        assert span.end is not None
        usual = [at for at, char in enumerate(bar) if char == looks.USUAL]
        assert usual[0] == scale.at(span.start)
        assert usual[-1] == scale.at(min(span.end, scale_end)) - 1
        assert (looks.BEYOND in bar) == (max(span.end, span.grey_until or span.end) > scale_end)


@pytest.mark.parametrize("width", [54, 74, 114])
def test_no_dot_runs_into_what_stands_beside_it(pack: Pack, width: int) -> None:
    """A number reads as itself at any age, not as a part of one."""
    scale = looks.Scale(width, 12)
    for days in range(0, 380, 5):
        at = scale.at(in_months(days))
        drawn = scale.row("Stiff", {at: "3"})[scale.label :].ljust(at + 2)

        assert drawn[at] == "3"
        assert looks.GRID not in (drawn[max(0, at - 1) : at] + drawn[at + 1])


@pytest.mark.parametrize("width", [54, 114])
def test_no_bar_says_that_a_skill_is_there_from_birth(pack: Pack, width: int) -> None:
    """Of a skill the article says from when it is a sign that it is not there, in words."""
    lines = [line for line, _ in looks.chart(pack, [], width, lambda text, _: [text])]
    skills = lines[next(i for i, line in enumerate(lines) if line.startswith("Skills")) :]

    assert not any(looks.ARTICLE in line for line in skills)
    assert skills.count("  The article: not yet is a sign from 12 months on.") == 2


@pytest.mark.parametrize("width", [54, 74, 114, 190])
def test_the_chart_never_runs_out_of_its_width(pack: Pack, width: int) -> None:
    """No line is cut off at any width of window."""
    lines = [
        *looks.axis(pack, [], width),
        *((text, "") for text in _drawn(pack, [], width).values()),
    ]
    legend = {line for line, _ in lines if line[:2] in (f"{looks.USUAL} ", f"{looks.FINE} ")}

    assert [line for line, _ in lines if len(line) > width and line not in legend] == []


async def test_findings_stand_at_the_age_they_were_made(world: World) -> None:
    """Each look is a number in the column of its corrected age; ? where too little was seen."""
    _looks(world, 2)
    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        await pilot.press("c")
        page = pilot.app.screen.query_one("#page", Drawing)
        scale = looks.Scale(page.size.width, 12)
        stiff = next(line for line in _page(pilot).split("\n") if line.startswith("Stiff"))
        loose = next(line for line in _page(pilot).split("\n") if line.startswith("Loose"))
        for days in DAYS[-2:]:
            at = scale.label + scale.at(in_months(days))
            assert stiff[at] == "1"
            assert loose[at] == "?"


def test_none_is_counted_only_where_enough_was_seen(pack: Pack) -> None:
    """0 stands for a look that saw enough and found none, and nothing speaks of too little."""
    screening = typical_baby(pack.protocol, 130)
    look = Look(screening, score(pack, screening))
    lines = [line for line, _ in looks.chart(pack, [look], 80, lambda text, _: [text])]
    loose = next(line for line in lines if line.startswith("Loose"))

    assert look.result.coverage.enough
    assert loose.count("0") == 1
    assert "?" not in "".join(lines)


async def test_two_looks_on_one_day_are_told_as_two(world: World) -> None:
    """The place says how many looks it holds, and shows the most that one of them found."""
    _looks(world, 2, (*DAYS[:3], 133, 133))
    async with world.app().run_test(size=SMALL) as pilot:
        await _history(pilot)
        await pilot.press("c")
        page = pilot.app.screen.query_one("#page", Drawing)
        scale = looks.Scale(page.size.width, 12)
        at = scale.label + scale.at(in_months(133))
        rows = {line.split("  ")[0]: line for line in _page(pilot).split("\n")}

        assert rows["Looks"][at] == "2"
        assert rows["One side"][at] == "1"


async def test_versions_of_the_only_look_stand_side_by_side(world: World) -> None:
    """Each under its number, with each change marked; the chart counts the newest alone."""
    _looks(world, 1)
    first = world.store.screenings()[0]
    second = world.store.revise(first.id, world.clock.now)
    changes = [
        Change(f"checks.{c}", {"answers": [a]})
        for c, a in (("fists", "always"), ("scissor", "none"))
    ]
    changes.append(Change("urgent.fever", "not_sure"))
    world.store.record(second, changes, world.clock.now)
    Session(world.app().services, world.pack, second).finish()
    async with world.app().run_test(size=LARGE) as pilot:
        await _history(pilot)
        text = screen_text(pilot.app)
        assert "9 January 2027, version 1" in text
        assert "9 January 2027, version 2" in text
        assert "Changed: 3." in text
        assert "* Not sure: a temperature of 39" in text
        assert "* Always in a fist" in text
        assert "* Soft, and apart" in text
        await pilot.press("c")

        assert len(looks_of(world.app().services, world.pack, second)) == 2
        assert "more than once" not in screen_text(pilot.app)


def test_the_days_of_this_test_are_the_ones_it_names() -> None:
    """The first look of five is on 9 August 2026."""
    assert BORN + timedelta(days=DAYS[0]) == date(2026, 8, 9)
