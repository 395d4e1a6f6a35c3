"""Left and right on the page of a check, and which side differs."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.tui.checks import check_page, check_with_sides
from tests.tui.driving import LARGE, SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.check_words import CheckPage
from tonecheck.tui.review_words import said_of
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton


async def test_left_and_right_stand_as_the_baby_faces_one(world: World) -> None:
    """In a wide window both lists are on one page: the baby's left on the right, as pictured."""
    check = check_with_sides(world)
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await press(pilot, "d 1")
        page = check_page(pilot)
        left, right = (page.query_one(f"#{side}", ChoiceList) for side in ("left", "right"))
        assert left.region.x > right.region.x
        assert "> Your baby's LEFT side" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert "> Your baby's RIGHT side" in screen_text(pilot.app)
        assert right.current == 0
        await press(pilot, "3")
        first, third = check.answers[0].id, check.answers[2].id

        assert world.store.draft(id_).get(f"checks.{check.id}") == {
            "left": [first],
            "right": [third],
        }


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_caret_does_not_stay_on_the_other_sides_answer(
    world: World, size: tuple[int, int]
) -> None:
    """The second side begins at its own first row."""
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await press(pilot, "d" if size == LARGE else "enter d")
        await press(pilot, "3 enter")

        assert check_page(pilot).choices.current == 0


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_sides_that_differ_are_said_in_one_way(world: World, size: tuple[int, int]) -> None:
    """No row of its own for what two lists say; beside the first, that alone, then its side."""
    check = check_with_sides(world)
    assert check.derive is not None
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, id_)
        await press(pilot, "d" if size == LARGE else "enter")
        await press(pilot, "b" if size == LARGE else "home")
        ids = [choice.id for choice in check_page(pilot).choices.choices]
        assert check.derive.answer not in ids
        await press(pilot, "d n")
        words = world.pack.words.answer(check.id, check.derive.answer)
        side = words.side or world.pack.words.checks[check.id].which_side
        assert side in screen_text(pilot.app)
        session = check_page(pilot).session
        await press(pilot, "3")
        said = next(c for c in CheckPage(session, check.id).parts.answers() if c.key == "d")

        assert world.store.draft(id_).get(f"checks.{check.id}") == {
            "answers": [check.derive.answer],
            "side": "unknown",
        }
        assert said.is_chosen
        assert said.sentence == f"{words.label}, side not known"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_same_on_both_sides_asks_which_side_differs(
    world: World, size: tuple[int, int]
) -> None:
    """It is not taken for the same: the side is asked at once, and kept beside both answers."""
    id_ = world.screening(at="check.hip_opening")
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, id_)
        await press(pilot, "d" if size == LARGE else "enter d")
        await press(pilot, "1 enter 1 enter")
        text = " ".join(screen_text(pilot.app).split())
        assert "You picked the same for both sides. Which leg opens less?" in text
        session = check_page(pilot).session
        await press(pilot, "1")
        page = CheckPage(session, "hip_opening")
        said = next(c for c in page.parts.answers() if c.key == "d")
        row = said_of(world.pack.words, session.walk, "hip_opening")

        assert row.startswith("One leg opens less (Which leg opens less? left)")
        assert page.said().startswith("Which leg opens less? Left")
        assert world.store.draft(id_).get("checks.hip_opening") == {
            "left": ["even"],
            "right": ["even"],
            "answers": ["oneside"],
            "side": "left",
        }
        assert said.sentence.startswith("Left: Opens part way, softly. Right:")
        assert said.sentence.endswith("One leg opens less, left")


async def test_two_one_sided_answers_need_not_be_of_one_side(world: World) -> None:
    """Their side is asked of all of them, and "not all on one side" is a way to answer."""
    pairs = [
        (check, first, second)
        for check in world.pack.protocol.checks
        for first, second in combinations((a for a in check.answers if a.sided), 2)
        if not first.excludes(second)
    ]
    check, first, second = pairs[0]
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at=f"check.{check.id}"))
        await press(pilot, "enter")
        rows = [choice.id for choice in check_page(pilot).choices.choices]
        await press(pilot, " ".join(f"{rows.index(a.id) + 1}" for a in (first, second)))
        await press(pilot, "enter")
        text = " ".join(screen_text(pilot.app).split())
        offered = [choice.label for choice in check_page(pilot).choices.choices]
        await press(pilot, "3")
        entry = check_page(pilot).session.walk.entry(check.id)

    known = world.pack.words.checks[check.id]
    asked = [known.side_question(answer.id) for answer in (first, second)]
    assert f"{' '.join(asked)} If it is the same side each time, pick it." in text
    assert offered[2] == "I do not know, or they are not all on one side"
    assert entry == {"answers": [first.id, second.id], "side": "unknown"}


async def test_once_both_sides_are_answered_the_button_leads_on(world: World) -> None:
    """Whichever was answered first: nobody is sent back to a side that has its answer."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await press(pilot, "d left 1 enter 3")
        go = pilot.app.screen.query_one(GoButton)
        assert "right side" not in go.label
        await press(pilot, "enter")

        assert check_page(pilot).station.check != "fists"


async def test_a_side_is_shown_with_what_was_asked(world: World) -> None:
    """Not a bare left: on its check and among all answers the question stands beside it."""
    used_less = {"answers": ["one"], "side": "left"}
    id_ = world.screening(Change("checks.hand_preference", used_less), at="check.hand_preference")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        shown = " ".join(screen_text(pilot.app).split())
        assert "Which hand does your baby use less? Left: your baby's left" in shown

        said = said_of(world.pack.words, way.running.walk, "hand_preference")
        assert said.endswith("(Which hand does your baby use less? left)")


async def test_the_second_side_says_what_the_same_answer_leads_to(world: World) -> None:
    """Who sees a difference that no answer tells is not left to fear that it goes unsaid."""
    asked = "Pick it again. Then we ask: Which leg opens less?"
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.hip_opening"))
        await press(pilot, "enter d")
        assert asked not in screen_text(pilot.app)
        await press(pilot, "1 enter")
        assert asked in screen_text(pilot.app)
        await press(pilot, "1 enter")

        assert "You picked the same for both sides. Which leg opens less?" in screen_text(pilot.app)
