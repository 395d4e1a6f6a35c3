"""Nothing that was typed or picked is lost, however the page is left."""

from __future__ import annotations

import pytest

from tests.tui.driving import SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Course, Station
from tonecheck.tui.widgets.fields import Field, Words
from tonecheck.tui.widgets.go_button import GoButton


@pytest.mark.parametrize("leave", ["tab", "home", "ctrl+q"])
async def test_a_name_that_was_typed_is_kept_however_the_page_is_left(
    world: World, leave: str
) -> None:
    """By Tab, by the menu's way home, and by stopping in the middle of a word."""
    id_ = world.screening(at="readiness")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await press(pilot, "2 D a d")
        if leave == "home":
            way.home()
        else:
            await press(pilot, leave)
        await pilot.pause()

    assert world.store.draft(id_).get("observer") == "Dad"


async def test_half_a_birth_date_is_there_again_the_next_time(world: World) -> None:
    """What is not complete yet is kept for this page alone; once complete it makes the age."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "M i a tab 1 0 tab 7 ctrl+q")
    assert world.store.draft(id_).get("child") is None
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        screen = pilot.app.screen
        assert isinstance(screen, ChildScreen)
        assert [f.value for f in screen.query(Field)][:4] == ["Mia", "10", "7", ""]
        screen.query_one("#year", Field).value = "2026"
        screen.query_one(GoButton).focus()
        await press(pilot, "enter")

        assert world.store.draft(id_).get("child") == {"name": "Mia", "birth_date": "2026-07-10"}
        assert world.store.draft(id_).get("child_typed") is None


async def test_passing_through_a_page_is_nothing_to_take_back(world: World) -> None:
    """Only what was changed can be undone: a known child looked at again is left alone."""
    id_ = world.screening(at="child")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "tab shift+tab u")

        assert "There is nothing to take back." in screen_text(pilot.app)


async def test_enter_on_an_answered_list_takes_the_same_answer(world: World) -> None:
    """The caret begins on what was chosen before, not on the first row."""
    id_ = world.screening(Change("readiness.fed_when", "between"), at="readiness")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter")

        assert isinstance(pilot.app.focused, Field)
        assert world.store.draft(id_).get("readiness.fed_when") == "between"


async def test_the_worry_asked_again_leaves_its_words_alone(world: World) -> None:
    """Enter takes the answer and leads on, and whoever writes more writes behind the words."""
    told = {"level": "yes", "words": "One hand."}
    id_ = world.screening(Change("worry", told), at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        way.running.course = Course.CLOSING
        way.show(Station("worry"))
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, WorryScreen)
        await press(pilot, "1")
        assert isinstance(pilot.app.focused, GoButton)
        screen.query_one(Words).focus()
        await press(pilot, "exclamation_mark tab")

        assert world.store.draft(id_).get("worry") == {"level": "yes", "words": "One hand.!"}


async def test_undo_takes_a_typed_name_off_the_page_too(world: World) -> None:
    """The field shows what is kept, so that leaving the page cannot bring it back."""
    id_ = world.screening(at="readiness")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "2 D a d tab u")
        assert pilot.app.screen.query_one(Field).value == ""
        await press(pilot, "enter")

        assert world.store.draft(id_).get("observer") is None
        assert "Check 1 of " in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("keys", "birth"),
    [
        ("1 4 0 7 2 0 2 6", ["14", "07", "2026"]),
        ("1 5 7 2 0 2 6", ["15", "7", "2026"]),
        ("4 0 7 2 6", ["4", "07", "26"]),
        ("3 1 1 2 2 5", ["31", "12", "25"]),
        ("3 tab 1 tab 2 0 2 6", ["3", "1", "2026"]),
    ],
)
async def test_a_digit_without_room_begins_the_next_field(
    world: World, keys: str, birth: list[str]
) -> None:
    """A date typed in one go stands each part in its own field; no month begins with 7."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, f"tab {keys}")
        typed = [pilot.app.screen.query_one(f"#{f}", Field).value for f in ("day", "month", "year")]

    assert typed == birth


async def test_the_row_of_the_birth_date_keeps_its_digits(world: World) -> None:
    """What is typed into a full year does not become an age."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "tab 1 4 0 7 2 0 2 6 3 5")
        page = pilot.app.screen

        assert page.query_one("#year", Field).value == "2026"
        assert page.query_one("#months", Field).value == ""


async def test_a_letter_where_digits_belong_is_not_swallowed_in_silence(world: World) -> None:
    """It says what is wanted; the next digit takes the line away."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "tab 1 tab J")
        assert "Only digits here, such as 7 for July." in screen_text(pilot.app)
        await press(pilot, "7")

        assert "Only digits" not in screen_text(pilot.app)


async def test_what_is_typed_takes_the_place_of_a_mistake(world: World) -> None:
    """The field that is named has its whole text marked: 202 becomes 2027, not 2022027."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "tab 1 0 tab 7 tab 2 0 2")
        pilot.app.screen.query_one(GoButton).focus()
        await press(pilot, "enter")
        assert "Please write the year with four digits." in screen_text(pilot.app)
        await press(pilot, "2 0 2 7")
        pilot.app.screen.query_one(GoButton).focus()
        await press(pilot, "enter")
        assert "Please check the year: it has not come yet." in screen_text(pilot.app)
        await press(pilot, "2 0 2 6")
        pilot.app.screen.query_one(GoButton).focus()
        await press(pilot, "enter")

        assert world.store.draft(id_).get("child") == {"birth_date": "2026-07-10"}


async def test_the_arrows_go_from_row_to_row(world: World) -> None:
    """Down from the age leads to the pregnancy, not to the next box of the age."""
    id_ = world.screening(at="child", child={})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        found = []
        for key in ("down", "down", "down", "down", "up", "up"):
            await pilot.press(key)
            assert pilot.app.focused is not None
            found.append(pilot.app.focused.id)

        assert found == ["day", "months", "gestation_weeks", "go", "gestation_days", "weeks"]


async def test_a_click_marks_a_number_so_that_typing_takes_its_place(world: World) -> None:
    """A full field that is clicked to mend it swallows nothing."""
    id_ = world.screening(at="child")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.click("#year")
        await press(pilot, "2 0 2 5")

        assert pilot.app.screen.query_one("#year", Field).value == "2025"


async def test_the_words_of_a_worry_go_where_they_belong(world: World) -> None:
    """With or without a Tab after the answer; a digit on the button changes no answer."""
    for keys in ("1 L e f t", "1 tab L e f t"):
        id_ = world.screening(at="worry")
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, id_)
            await press(pilot, f"{keys} tab 2")
            page = pilot.app.screen
            assert isinstance(page, WorryScreen)
            assert not isinstance(page.focused, GoButton)

        assert world.store.draft(id_).get("worry") == {"level": "yes", "words": "Left"}


async def test_a_number_come_back_to_is_typed_over(world: World) -> None:
    """What is typed takes its place and does not begin the field beside it."""
    child = {"age_months": 4, "gestation_weeks": 38}
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="child", child=child))
        page = pilot.app.screen
        page.query_one("#gestation_days", Field).focus()
        await press(pilot, "shift+tab 3 6")

        assert page.query_one("#gestation_weeks", Field).value == "36"
        assert page.query_one("#gestation_days", Field).value == ""


async def test_down_leads_to_the_first_field_of_a_row_while_it_is_empty(world: World) -> None:
    """Weeks of the pregnancy are not typed into its days; once begun, down goes straight."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.asking("child"))
        page = pilot.app.screen
        page.query_one("#year").focus()
        await press(pilot, "down down 3 7")
        assert page.query_one("#gestation_weeks", Field).value == "37"
