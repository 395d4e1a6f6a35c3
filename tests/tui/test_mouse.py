"""The mouse alone reaches everything: answers, both sides, the way on, the way back."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot

from tests.tui.driving import LARGE, SMALL, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import KeyHint


async def _on(pilot: Pilot[None]) -> None:
    await pilot.click(GoButton)


async def _choose(pilot: Pilot[None], text: str) -> None:
    """Click on the label of a choice, scrolling to it with the wheel where it is out of sight."""
    rows = pilot.app.screen.query_one(ChoiceList)
    for _ in range(30):
        lines = screen_text(pilot.app).split("\n")
        found = [y for y, line in enumerate(lines) if text in line and rows.region.contains(8, y)]
        if found:
            await pilot.click(offset=(lines[found[0]].index(text), found[0]))
            return
        rows.scroll_relative(y=2, animate=False, immediate=True)
        await pilot.pause()
    raise AssertionError(f"{text!r} is on no line:\n{screen_text(pilot.app)}")


async def _hint(pilot: Pilot[None], word: str) -> None:
    hints = pilot.app.screen.query(KeyHint).results()
    await pilot.click(next(hint for hint in hints if word in str(hint.render())))


async def test_a_click_beside_the_button_is_not_one_on_it(world: World) -> None:
    """On a check the rest of the button's line tells of take-backs, and leads nowhere."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.click(GoButton, offset=(60, 0))
        assert "> What did you see? <" in screen_text(pilot.app)
        await _on(pilot)
        assert "What did you see?" not in screen_text(pilot.app)


async def test_a_check_whose_sides_differ_is_answered_by_clicks(world: World) -> None:
    """How, then what was seen on the left, then on the right, then on to the next check."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await _on(pilot)
        await _choose(pilot, "The two sides")
        assert "LEFT" in screen_text(pilot.app)
        await _choose(pilot, "Often open")
        await _on(pilot)
        assert "RIGHT" in screen_text(pilot.app)
        await _choose(pilot, "Always in a fist")
        await _on(pilot)
        entry = world.store.draft(id_).get("checks.fists")
        assert (entry["left"], entry["right"]) == (["open"], ["always"])
        for _ in range(3):
            if way.running.at.check != "fists":
                break
            if "How was your baby" in screen_text(pilot.app):
                rows = pilot.app.screen.query_one(ChoiceList)
                await _choose(pilot, rows.choices[0].label[:12])
            else:
                await _on(pilot)
        assert way.running.at.check not in ("", "fists")


async def test_the_menu_opens_by_clicks(world: World) -> None:
    """From help, over the page that help was about: its looks and ways are not for keys alone."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="situations"))
        page = pilot.app.screen
        await _hint(pilot, "Help")
        await _hint(pilot, "Menu")

        assert isinstance(pilot.app.screen, CommandPalette)
        assert pilot.app.screen_stack[-2] is page


@pytest.mark.parametrize(("word", "asked"), [("Sides differ", "LEFT"), ("None fits", "Why is")])
async def test_the_keys_of_what_is_below_are_buttons_too(
    world: World, word: str, asked: str
) -> None:
    """Each word of the line below the answers does what its key does, at both its ends."""
    for at in (-2, len(word) - 1):
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, world.screening(at="check.hip_opening"))
            await _on(pilot)
            lines = screen_text(pilot.app).split("\n")
            y = next(y for y, line in enumerate(lines) if "\u2193 more" in line)
            await pilot.click(offset=(lines[y].index(word) + at, y))

            assert asked in screen_text(pilot.app)


async def test_the_keys_at_the_foot_are_buttons(world: World) -> None:
    """Help, all answers and back by clicks; a row of the list of answers opens its check."""
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, world.screening(at="check.fists"))
        await _hint(pilot, "Help")
        assert "Keys" in screen_text(pilot.app) or "Close" in screen_text(pilot.app)
        await _on(pilot)
        await _hint(pilot, "All answers")
        assert way.running.at == Station("review")
        await _choose(pilot, "Lying at rest")
        assert way.running.at == Station("check", "rest")
        await _hint(pilot, "All answers")
        assert way.running.at == Station("review")


async def test_whichever_side_is_clicked_first_the_other_is_asked(world: World) -> None:
    """Where both lists stand side by side, none can stay empty without a word."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=LARGE) as pilot:
        way = await opened(pilot, id_)
        await pilot.press("d")
        right, left = pilot.app.screen.query("#right, #left").results(ChoiceList)
        first = right if right.id == "right" else left
        await pilot.click(first, offset=(8, 0))
        assert "Now the left side" in screen_text(pilot.app)
        await _on(pilot)
        assert way.running.at.check == "fists"
        assert pilot.app.screen.query_one("#left").has_focus


async def test_a_click_on_a_label_goes_into_its_field(world: World) -> None:
    """What is typed after it stands where the parent pointed."""
    for at, labels in (
        ("child", {"Days": "days", "Name, if you like": "name", "Day of birth": "day"}),
        ("worry", {"What worries you?": "words"}),
    ):
        id_ = world.screening(at=at, child={"age_months": 4})
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, id_)
            for label, field in labels.items():
                lines = screen_text(pilot.app).split("\n")
                y = next(y for y, line in enumerate(lines) if label in line)
                await pilot.click(offset=(lines[y].index(label) + 1, y))
                assert pilot.app.focused is not None
                assert pilot.app.focused.id == field


async def test_a_click_beside_a_field_goes_into_the_nearest_of_its_row(world: World) -> None:
    """The blank between a label and its line is no trap."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        lines = screen_text(pilot.app).split("\n")
        y = next(y for y, line in enumerate(lines) if "Weeks" in line and "Months" not in line)
        await pilot.click(offset=(lines[y].index("Weeks") + len("Weeks"), y))

        assert pilot.app.focused is pilot.app.screen.query_one("#gestation_weeks")


async def test_a_double_click_answers_once_and_skips_nothing(world: World) -> None:
    """It leaves its tick, and the page it leads to is not pressed through unseen."""
    id_ = world.screening(at="check.head_turn")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await pilot.press("enter")
        rows = pilot.app.screen.query_one(ChoiceList)
        at = next(i for i, c in enumerate(rows.choices) if c.id == "prefers")
        await pilot.click(rows, offset=(8, rows._starts[at]), times=2)
        assert way.running.draft.get("checks.head_turn")["answers"] == ["prefers"]
        await pilot.click(GoButton, times=2)

        assert way.running.at.check == "head_turn"
        assert not pilot.app.screen.query_one(GoButton).display


async def test_nothing_moves_under_a_click(world: World) -> None:
    """A row in view stays where it is when it is clicked, however the list was scrolled."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter")
        rows = pilot.app.screen.query_one(ChoiceList)
        rows.scroll_relative(y=1, animate=False, immediate=True)
        await pilot.pause()
        await pilot.click(rows, offset=(8, 6))

        assert rows.scroll_offset.y == 1
        assert rows.any_chosen


async def test_what_is_below_is_reached_by_clicks_however_fast(world: World) -> None:
    """The line that says there is more takes each click of several in a row."""
    id_ = world.screening(at="check.stepping")
    async with world.app().run_test(size=(60, 20)) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter")
        rows = pilot.app.screen.query_one(ChoiceList)
        last = (8, rows.size.height - 1)
        rows.on_click(events.Click(rows, *last, 0, 0, 1, False, False, False, chain=2))
        await pilot.pause()

        assert rows.scroll_offset.y == rows.size.height
        assert not rows.any_chosen
