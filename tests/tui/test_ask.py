"""Pages of questions: a correction goes to the question it was made for, and ticks are kept."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.ask_base import AskScreen
from tonecheck.tui.screens.background import BackgroundScreen
from tonecheck.tui.screens.situations import SituationsScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.ask_list import AskList
from tonecheck.tui.widgets.fields import Field, Words
from tonecheck.tui.widgets.go_button import GoButton

PAGED = ("gate", "background")


def _asking(pilot: Pilot[None]) -> AskScreen:
    assert isinstance(pilot.app.screen, AskScreen)
    return pilot.app.screen


@pytest.mark.parametrize("at", PAGED)
async def test_undo_leads_back_to_its_question(world: World, at: str) -> None:
    """The next number corrects the answer that was taken back, also from a later page."""
    id_ = world.asking(at)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        page = _asking(pilot)
        first = page.asked[0]
        for keys in ("2", "3"):
            await pilot.press(*keys)
        await pilot.press("u", "2")
        fields = world.store.draft(id_).fields
        assert [fields.get(field) for field in first[:3]] == ["no", "no", None]
        await pilot.press(*"2" * (len(first) - 2), "enter", "u")

        assert page.asks.current == len(first) - 1
        assert page.focused is page.asks
        assert page.asks.asks[-1].id == first[-1].partition(".")[2]


async def test_undo_from_another_station_leads_to_its_question_too(world: World) -> None:
    """Not to the first question of the first page."""
    id_ = world.screening(at="background")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await pilot.press("2", "2")
        way.jump(Station("worry"))
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        page = _asking(pilot)

        assert page.asks.current == 1
        assert "Taken back: No: " in screen_text(pilot.app)


async def test_what_is_asked_about_a_worry_comes_and_goes_with_it(world: World) -> None:
    """To pick and to write; where the worry is taken back, so are its questions."""
    id_ = world.screening(at="background")
    since = world.pack.words("background.since.question")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        for level, is_asked in (("no", False), ("yes", True), ("no", False)):
            way.running.save([Change("worry", {"level": level})])
            way.show(Station("background"))
            await pilot.pause()
            page = pilot.app.screen
            assert isinstance(page, BackgroundScreen)
            questions = [q.id for questions in page.pages for q in questions]
            assert ("trend" in questions) is is_asked
            for _ in page.pages[1:]:
                page.query_one(GoButton).action_press()
                await pilot.pause()
            assert (since in screen_text(pilot.app)) is is_asked
            assert page.query_one("#text-diagnosis").has_focus


async def test_tab_passes_one_question_and_not_all_that_follow(world: World) -> None:
    """Every question of a page is come to; after the last the button, and then nothing is said."""
    id_ = world.screening(at="background")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        page = _asking(pilot)
        for at in range(1, len(page.asked[0])):
            await press(pilot, "tab")
            assert (page.focused, page.asks.current) == (page.asks, at)
        await press(pilot, "tab")

        assert isinstance(page.focused, GoButton)
        assert not world.store.draft(id_).table("background")


@pytest.mark.parametrize("at", PAGED)
async def test_digits_answer_nothing_while_the_button_is_on(world: World, at: str) -> None:
    """They lead back to the last question; the same number again leaves its answer."""
    id_ = world.asking(at)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        page = _asking(pilot)
        last = page.asked[0][-1]
        await pilot.press(*"2" * len(page.asked[0]))
        assert isinstance(page.focused, GoButton)
        await pilot.press("3")
        assert isinstance(page.focused, AskList)
        assert world.store.draft(id_).get(last) == "no"
        await pilot.press("2")
        assert world.store.draft(id_).get(last) == "no"
        await pilot.press("home")
        page.focus_go()
        await pilot.press("up")

        assert (page.focused, page.asks.current) == (page.asks, len(page.asked[0]) - 1)


async def test_what_is_ticked_is_kept_by_the_key_for_nothing(world: World) -> None:
    """Once something is ticked, 0 says that it goes on, and so it does."""
    id_ = world.screening(Change("situations", []), at="situations")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        assert "0 None of these" in screen_text(pilot.app)
        page = pilot.app.screen
        assert isinstance(page, SituationsScreen)
        ticked = next(s.id for s in page.situations if s.leaves)
        await pilot.press(str([s.id for s in page.situations].index(ticked) + 1))
        assert "0 Go on" in screen_text(pilot.app)
        await pilot.press("0")

        assert world.store.draft(id_).get("situations") == [ticked]
        assert not isinstance(pilot.app.screen, SituationsScreen)


async def test_after_a_stop_is_unticked_the_rest_of_its_page_is_asked(world: World) -> None:
    """What stood below it was not looked at; only then it goes on, forward."""
    id_ = world.screening(
        Change("situations", []), Change("passed", ["gate", "child"]), at="situations"
    )
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        page = pilot.app.screen
        assert isinstance(page, SituationsScreen)
        stops = next(s.id for s in page.situations if s.stops and not s.private)
        await pilot.press(str([s.id for s in page.situations].index(stops) + 1))
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, SituationsScreen)
        assert "situations" not in world.store.draft(id_).get("passed")
        await press(pilot, "0")
        assert isinstance(pilot.app.screen, WorryScreen)
        await press(pilot, "2 enter")

        assert isinstance(pilot.app.screen, BackgroundScreen)
        assert "Page 1 of" in screen_text(pilot.app)


async def test_tab_stays_in_the_field_one_was_just_led_to(world: World) -> None:
    """Who presses it to get there is there already; pressed again, it leads on."""
    id_ = world.screening(at="readiness")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "2 tab m e")
        assert pilot.app.screen.query_one(Field).value == "me"
        await press(pilot, "tab")

        assert isinstance(pilot.app.screen.focused, GoButton)
        assert world.store.draft(id_).get("observer") == "me"


async def test_the_arrows_lead_out_of_the_words_at_their_ends(world: World) -> None:
    """Up from the first line is back at the answers, down from the last at the button."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="worry"))
        await press(pilot, "1 a enter b up")
        assert isinstance(pilot.app.focused, Words)
        await press(pilot, "up")
        assert pilot.app.focused is pilot.app.screen.query_one("#level")
        await press(pilot, "tab down down")

        assert isinstance(pilot.app.focused, GoButton)
