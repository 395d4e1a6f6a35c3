"""The page of a check: its steps, its answers, the state, and what is in view."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.checks import check_page
from tests.tui.driving import LARGE, SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.check_words import CheckPage
from tonecheck.tui.session import Course, Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.how_pane import HowPane
from tonecheck.tui.widgets.key_bar import KeyHint


async def test_not_sure_stands_among_the_answers(world: World) -> None:
    """A parent who is not sure finds it in the list, and again first among the reasons."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        await press(pilot, "enter end")
        assert "Not sure, not seen, none fits" in screen_text(pilot.app)
        await press(pilot, "c")

        assert "1 ( ) Not sure" in screen_text(pilot.app)


async def test_what_was_chosen_is_in_view_when_one_comes_back(world: World) -> None:
    """The caret is on the chosen row, also where it is the last, and up leads there."""
    seen = Change("checks.hip_opening", {"not_seen": "crying"})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(seen, at="check.hip_opening"))
        assert "c [x] Not sure, not seen, none fits" in screen_text(pilot.app)
        assert isinstance(pilot.app.focused, GoButton)
        await press(pilot, "up")

        assert "> c [x] Not sure" in screen_text(pilot.app)


async def test_a_state_in_which_it_does_not_count_is_said_and_kept(world: World) -> None:
    """One calm sentence, no refusal; the state can be mended by its key, and then one is back."""
    lying = Change("checks.prone", {"answers": ["forearms"]})
    id_ = world.screening(lying, at="check.prone")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "s 6")
        shown = screen_text(pilot.app)
        assert "Crying. Look again when your baby is awake and calm, if you can." in shown
        assert "Your baby was: Crying" in shown
        assert "s Calm?" in shown
        await press(pilot, "s")
        assert "s Calm?" not in screen_text(pilot.app)
        await press(pilot, "4")

        assert "Your baby was: Awake and calm" in screen_text(pilot.app)
        assert world.store.draft(id_).get("checks.prone")["state"] == "calm"
        assert check_page(pilot).station == Station("check", "prone")


@pytest.mark.parametrize("course", [Course.THROUGH, Course.REVIEWING])
@pytest.mark.parametrize(
    ("entry", "part"),
    [({}, "see"), ({"left": ["down"]}, "right"), ({"not_seen": "asleep"}, "")],
)
async def test_the_state_told_first_leads_to_what_is_not_answered(
    world: World, entry: dict[str, Any], part: str, course: Course
) -> None:
    """It is kept, and the check is not left behind without an answer; one not seen is done."""
    given = [Change("checks.plantar", entry)] if entry else []
    id_ = world.screening(*given, at="check.plantar")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        way.running.course = course
        await press(pilot, "s 4")

        assert world.store.draft(id_).get("checks.plantar") == {**entry, "state": "calm"}
        assert (way.running.at == Station("check", "plantar")) is bool(part)
        assert not part or check_page(pilot).led_from == part


async def test_no_line_of_an_answer_is_covered(world: World) -> None:
    """The line for what is below stands by itself, with its keys; a click on it scrolls there."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.hip_opening"))
        await press(pilot, "enter")
        lines = [line[:42].strip() for line in screen_text(pilot.app).splitlines()]
        assert "\u2193 more  d Sides differ  c None fits" in lines
        choices = check_page(pilot).choices
        await pilot.click(choices, offset=(5, choices.size.height - 1))

        assert choices.scroll_offset.y > 0
        assert not choices.any_chosen


async def test_the_arrows_lead_from_the_button_back_to_the_answers(world: World) -> None:
    """Up goes to the list and down to the button, whichever has the focus."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        await press(pilot, "enter 1")
        assert isinstance(pilot.app.focused, GoButton)
        await press(pilot, "up")
        assert isinstance(pilot.app.focused, ChoiceList)
        await press(pilot, "end down")

        assert isinstance(pilot.app.focused, GoButton)


@pytest.mark.parametrize("keys", ["down down down down down down", "pagedown"])
async def test_steps_that_do_not_fit_are_scrolled(world: World, keys: str) -> None:
    """In the smallest window no step is out of reach of the keyboard."""
    async with world.app().run_test(size=(60, 20)) as pilot:
        await opened(pilot, world.screening(at="check.prone"))
        last = world.pack.words.checks["prone"].invalid[-1].split()[-1]
        assert last not in screen_text(pilot.app)
        await press(pilot, keys)

        assert last in screen_text(pilot.app)


async def test_all_answers_lead_back_to_where_one_was(world: World) -> None:
    """From the middle of the checks to the list, whose caret is on that check, and back again."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await press(pilot, "r")
        assert "> . Hands and thumbs" in screen_text(pilot.app)
        await press(pilot, "home enter b b")

        assert check_page(pilot).station == Station("check", "fists")


@pytest.mark.parametrize(("months", "is_done"), [(2, True), (6, False)])
async def test_steps_are_those_of_the_age(world: World, months: int, is_done: bool) -> None:
    """Where a check is only watched its page says what to think of, not what to do."""
    words = world.pack.words.checks["stepping"]
    id_ = world.screening(at="check.stepping", child={"age_months": months})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        shown = " ".join(screen_text(pilot.app).split())

        assert (words.steps[0] in shown) is is_done
        assert (words.watch_steps[0] in shown) is not is_done


@pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE])
async def test_every_mark_and_every_key_is_named_in_full(
    world: World, size: tuple[int, int]
) -> None:
    """The strip's legend is not cut, nor is a key; the one that stops is there in any window."""
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, world.screening(at="check.prone"))
        shown = screen_text(pilot.app)
        words = world.pack.words

        assert words("ui.check.open") in shown.partition(words("ui.check.not_seen"))[2][:20]
        named = shown.splitlines()[-1].split()
        hints = [hint for hint in check_page(pilot).query(KeyHint) if hint.display]
        assert named == " ".join(f"{hint.key.key} {hint.key.word}" for hint in hints).split()
        assert named[-2:] == ["Ctrl+Q", "Stop"]
        assert len(hints) == {60: 6, 80: 7, 120: 7}[size[0]]


async def test_the_steps_stand_as_they_will_before_they_are_shown(world: World) -> None:
    """Where the picture goes is known beforehand, so that no line moves under the eye."""
    seen = Change("checks.tlr", {"answers": ["diff"]})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(seen, at="check.tlr"))
        page = check_page(pilot)
        how, items = page.query_one(HowPane), page.page.how()
        before = how.place(items)
        await press(pilot, "w")

        assert how.is_on_screen
        assert before is not None
        assert how.place(items) == before


def test_the_word_to_stop_is_said_once(world: World) -> None:
    """Before a line that begins with it there is no label of the same name; else there is."""
    id_ = world.screening(at="check.pull_to_sit", child={"age_months": 4})
    session = Session(world.app().services, world.pack, id_)
    said = {
        check: [f"{item.marker} {item.text}".strip() for item in CheckPage(session, check).how()]
        for check in ("pull_to_sit", "fists")
    }

    assert "Stop if your baby cries, stiffens or goes pale." in said["pull_to_sit"]
    assert not [line for line in said["pull_to_sit"] if line.startswith("Stop: Stop")]
    assert "Stop: Never pull a thumb or fingers open." in said["fists"]


async def test_from_the_steps_one_key_says_that_it_could_not_be_seen(world: World) -> None:
    """The key and a reason are on disk without passing the answers."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("c", "1")

        assert world.store.draft(id_).get("checks.rest") == {"not_seen": "not_sure"}


async def test_back_from_the_steps_looked_at_again_leads_to_the_answers(world: World) -> None:
    """Only steps that were come to from the check before lead back to it."""
    id_ = world.screening(at="check.prone")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter w b")
        assert check_page(pilot).choices.has_focus
        assert check_page(pilot).station == Station("check", "prone")
        await press(pilot, "b b")

        assert check_page(pilot).station != Station("check", "prone")


async def test_back_to_a_check_shows_its_own_answers(world: World) -> None:
    """Also where the list of the check come from, hidden by its steps, takes as many lines."""
    id_ = world.screening(at="check.move_sides")
    async with world.app().run_test(size=(100, 30)) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 1 enter enter 1 b")
        assert check_page(pilot).station == Station("check", "tips")
        await press(pilot, "b")

        label = world.pack.words.answer("move_sides", "both").label
        assert check_page(pilot).station == Station("check", "move_sides")
        assert f"1 [x] {label}" in screen_text(pilot.app)


async def test_a_check_that_waits_for_another_is_not_passed_over_in_silence(world: World) -> None:
    """The page after it says which was left out and why."""
    id_ = world.screening(at="check.upright")
    async with world.app().run_test(size=LARGE) as pilot:
        way = await opened(pilot, id_)
        ids = way.running.walk.counted
        after = ids[ids.index("pull_to_sit") + 1]
        way.jump(Station("check", after))
        await pilot.pause()
        said = " ".join(screen_text(pilot.app).split())

        assert "is left out: Coming up to sit. Only after you saw" in said


async def test_a_note_begun_at_the_side_leads_back_to_the_side(world: World) -> None:
    """What was asked when it was begun is asked again, not the question before."""
    id_ = world.screening(at="check.moro")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await press(pilot, "5 enter")
        asked = world.pack.words.checks["moro"].side_question("oneside")
        assert asked in screen_text(pilot.app)
        await press(pilot, "t N o w escape")

        assert asked in screen_text(pilot.app)
        assert world.store.draft(id_).get("checks.moro")["note"] == "Now"


async def test_an_answer_that_closes_another_check_says_so_at_once(world: World) -> None:
    """Which one and why, when its mark appears; an answer that closes none says nothing."""
    for key, is_closed in (("1", False), ("2", True)):
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, world.screening(at="check.upright"))
            await press(pilot, f"enter {key}")
            said = " ".join(screen_text(pilot.app).split())

            told = "Check 24 is left out: Coming up to sit. Only after you saw 'Stays steady'"
            assert (told in said) is is_closed
            assert ("/ left out" in said) is is_closed
