"""The page of a check: pictures beside the answers, left and right, the state, what is missing."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import drawn, opened, until
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck import figures
from tonecheck.protocol.check import Check
from tonecheck.screening.draft import Change
from tonecheck.tui import say
from tonecheck.tui.check_words import CheckPage
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.ask_pane import AskPane
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.how_pane import HowPane

SMALL, LARGE = (80, 24), (120, 40)


def _derived(world: World) -> Check:
    """A check whose sides can differ in a way that has an answer of its own."""
    return next(c for c in world.pack.protocol.checks if c.derive and len(c.answers) < 6)


def _page(pilot: Pilot[None]) -> CheckScreen:
    assert isinstance(pilot.app.screen, CheckScreen)
    return pilot.app.screen


async def _press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())


async def test_each_answer_has_its_picture_beside_it_where_there_is_room(world: World) -> None:
    """At 120 columns every row holds the picture of its own answer, in dots, not in colour."""
    check = _derived(world)
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(at=f"check.{check.id}"))
        await drawn(pilot)
        page = _page(pilot)
        columns, rows = page.in_rows(page.page, "see")

        for choice in page.choices.choices:
            answer = page.page.parts.derived if choice.key == "d" else choice.id
            figure = figures.answer_id(check.id, answer)
            shown = figures.has(world.pack, figure) and figures.braille(
                world.pack, figure, columns, rows
            )
            assert choice.picture == (shown or ())


async def test_the_row_with_the_caret_is_in_view_with_its_picture(world: World) -> None:
    """Wherever the arrows lead, all lines of that row are on the screen."""
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(at="check.hip_opening"))
        await drawn(pilot)
        choices = _page(pilot).choices
        for choice in choices.choices[1:]:
            await _press(pilot, "down")
            seen = screen_text(pilot.app)
            assert f"> {choice.key} [ ]" in seen
            for line in choice.picture:
                assert line.strip("\u2800") in seen


async def test_pictures_are_drawn_before_a_key_asks_for_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a check is shown, moving, left, right, which side, and the next find theirs ready."""
    monkeypatch.setattr("tonecheck.figures._kept", {})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await _press(pilot, "enter")
        await drawn(pilot)
        monkeypatch.setattr("tonecheck.tui.draw_ahead.PAUSE", 600.0)
        to_side = ("down", "down", "d", "down", "1 enter", "down", "1 enter")
        for keys in (*to_side, "down", "1", "enter", "down"):
            await _press(pilot, keys)
            assert any("\u2800" < char <= "\u28ff" for char in screen_text(pilot.app)), keys

        assert _page(pilot).station.check != "fists"


async def test_a_page_that_closes_draws_no_more_pictures(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long its parts take to close, none that is gone is looked for."""
    monkeypatch.setattr("tonecheck.figures._kept", {})
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, world.screening(at="check.fists"))
        ahead = _page(pilot)._ahead

        async def close_slowly(_: AskPane) -> None:
            await until(lambda: not ahead._is_at_work)

        monkeypatch.setattr(AskPane, "on_unmount", close_slowly, raising=False)
        assert ahead._is_at_work
        way.jump(Station("worry"))
        await pilot.pause()

        assert isinstance(pilot.app.screen, WorryScreen)


async def test_left_and_right_stand_as_the_baby_faces_one(world: World) -> None:
    """In a wide window both lists are on one page: the baby's left on the right, as pictured."""
    check = _derived(world)
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "d 1")
        page = _page(pilot)
        left, right = (page.query_one(f"#{side}", ChoiceList) for side in ("left", "right"))
        assert left.region.x > right.region.x
        assert "> Your baby's LEFT side" in screen_text(pilot.app)
        await _press(pilot, "enter")
        assert "> Your baby's RIGHT side" in screen_text(pilot.app)
        assert right.current == 0
        await _press(pilot, "3")
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
        await _press(pilot, "d" if size == LARGE else "enter d")
        await _press(pilot, "3 enter")

        assert _page(pilot).choices.current == 0


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_sides_that_differ_are_said_in_one_way(world: World, size: tuple[int, int]) -> None:
    """No row of its own for what two lists say; beside the first, that alone, then its side."""
    check = _derived(world)
    assert check.derive is not None
    id_ = world.screening(at=f"check.{check.id}")
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "d" if size == LARGE else "enter")
        await _press(pilot, "b" if size == LARGE else "home")
        ids = [choice.id for choice in _page(pilot).choices.choices]
        assert check.derive.answer not in ids
        await _press(pilot, "d n")
        words = world.pack.words.answer(check.id, check.derive.answer)
        side = words.side or world.pack.words.checks[check.id].which_side
        assert side in screen_text(pilot.app)
        session = _page(pilot).session
        await _press(pilot, "3")
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
        await _press(pilot, "d" if size == LARGE else "enter d")
        await _press(pilot, "1 enter 1 enter")
        text = " ".join(screen_text(pilot.app).split())
        assert "You picked the same for both sides. Which leg opens less?" in text
        session = _page(pilot).session
        await _press(pilot, "1")
        said = next(c for c in CheckPage(session, "hip_opening").parts.answers() if c.key == "d")

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
        await _press(pilot, "enter")
        rows = [choice.id for choice in _page(pilot).choices.choices]
        await _press(pilot, " ".join(f"{rows.index(a.id) + 1}" for a in (first, second)))
        await _press(pilot, "enter")
        text = " ".join(screen_text(pilot.app).split())
        offered = [choice.label for choice in _page(pilot).choices.choices]
        await _press(pilot, "3")
        entry = _page(pilot).session.walk.entry(check.id)

    assert "You ticked more than one sign. On which side are they?" in text
    assert offered[2] == "I do not know, or they are not all on one side"
    assert entry == {"answers": [first.id, second.id], "side": "unknown"}


async def test_what_an_answer_takes_away_out_of_sight_is_named(world: World) -> None:
    """Sides said before are named when one answer for both, or that they differ, replaces them."""
    check = _derived(world)
    words = world.pack.words
    first, second = [a for a in check.answers if not a.whole][:2]
    sides = Change(f"checks.{check.id}", {"left": [first.id], "right": [second.id]})
    said = say.answers(words, check.id, [first.id, second.id])
    for keys in ("home 1", "d n"):
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, world.screening(sides, at=f"check.{check.id}"))
            await _press(pilot, keys)
            text = " ".join(screen_text(pilot.app).split())
            assert f"Taken back by this: {said}." in text


async def test_not_sure_stands_among_the_answers(world: World) -> None:
    """A parent who is not sure finds it in the list, and again first among the reasons."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        await _press(pilot, "enter end")
        assert "Not sure, or could not see it" in screen_text(pilot.app)
        await _press(pilot, "c")

        assert "1 ( ) Not sure" in screen_text(pilot.app)


async def test_what_was_chosen_is_in_view_when_one_comes_back(world: World) -> None:
    """The caret is on the chosen row, also where it is the last, and up leads there."""
    seen = Change("checks.hip_opening", {"not_seen": "crying"})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(seen, at="check.hip_opening"))
        assert "c [x] Not sure, or could not see it" in screen_text(pilot.app)
        assert isinstance(pilot.app.focused, GoButton)
        await _press(pilot, "up")

        assert "> c [x] Not sure" in screen_text(pilot.app)


async def test_a_state_in_which_it_does_not_count_is_said_and_kept(world: World) -> None:
    """One calm sentence, no refusal; the state can be mended by its key, and then one is back."""
    lying = Change("checks.prone", {"answers": ["forearms"]})
    id_ = world.screening(lying, at="check.prone")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "s 6")
        shown = screen_text(pilot.app)
        assert "Crying. Look again when your baby is awake and calm, if you can." in shown
        assert "Your baby was: Crying" in shown
        assert "s Mood" in shown
        await _press(pilot, "s")
        assert "s Mood" not in screen_text(pilot.app)
        await _press(pilot, "4")

        assert "Your baby was: Awake and calm" in screen_text(pilot.app)
        assert world.store.draft(id_).get("checks.prone")["state"] == "calm"
        assert _page(pilot).station == Station("check", "prone")


async def test_no_line_of_an_answer_is_covered(world: World) -> None:
    """The line for what is below stands by itself, with its keys; a click on it leads there."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.hip_opening"))
        await _press(pilot, "enter")
        lines = [line[:42].strip() for line in screen_text(pilot.app).splitlines()]
        assert "\u2193 more  d Sides differ  c Not seen" in lines
        choices = _page(pilot).choices
        await pilot.click(choices, offset=(5, choices.size.height - 1))

        assert choices.scroll_offset.y > 0
        assert not choices.any_chosen


async def test_the_arrows_lead_from_the_button_back_to_the_answers(world: World) -> None:
    """Up goes to the list and down to the button, whichever has the focus."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        await _press(pilot, "enter 1")
        assert isinstance(pilot.app.focused, GoButton)
        await _press(pilot, "up")
        assert isinstance(pilot.app.focused, ChoiceList)
        await _press(pilot, "end down")

        assert isinstance(pilot.app.focused, GoButton)


@pytest.mark.parametrize("keys", ["down down down down down down", "pagedown"])
async def test_steps_that_do_not_fit_are_scrolled(world: World, keys: str) -> None:
    """In the smallest window no step is out of reach of the keyboard."""
    async with world.app().run_test(size=(60, 20)) as pilot:
        await opened(pilot, world.screening(at="check.prone"))
        last = world.pack.words.checks["prone"].invalid[-1].split()[-1]
        assert last not in screen_text(pilot.app)
        await _press(pilot, keys)

        assert last in screen_text(pilot.app)


async def test_no_answer_changes_how_many_checks_there_are(world: World) -> None:
    """A check that hangs on another's answer counts from the start, and is skipped if it closes."""
    later = next(c for c in world.pack.protocol.checks if c.requires)
    needed, _, answer = (later.requires or "").partition(".")
    id_ = world.screening(at=f"check.{needed}")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        walk = way.running.walk
        assert later.id in walk.counted
        assert later.id in [card.check.id for card in walk.left]
        counts = [len(walk.counted)]
        others = [a.id for a in world.pack.protocol.by_id[needed].answers if a.id != answer]
        for given in (answer, others[-1]):
            entry = {"answers": [given], "side": "left"}
            way.running.save([Change(f"checks.{needed}", entry)])
            counts.append(len(way.running.walk.counted))
        _page(pilot).redraw()
        await pilot.pause()
        strip = screen_text(pilot.app).splitlines()[1]

        assert len(set(counts)) == 1
        assert f"of {counts[0]}" in strip
        assert strip.split()[4].count("-") == 1


async def test_all_answers_lead_back_to_where_one_was(world: World) -> None:
    """From the middle of the checks to the list, whose caret is on that check, and back again."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.fists"))
        await _press(pilot, "r")
        assert "> . Hands and thumbs" in screen_text(pilot.app)
        await _press(pilot, "home enter b b")

        assert _page(pilot).station == Station("check", "fists")


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


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_mark_and_every_key_is_named_in_full(
    world: World, size: tuple[int, int]
) -> None:
    """Neither the strip's legend nor the line of keys is cut, also at a check with all keys."""
    async with world.app().run_test(size=size) as pilot:
        await opened(pilot, world.screening(at="check.prone"))
        shown = screen_text(pilot.app)
        words = world.pack.words

        assert words("ui.check.open") in shown.partition(words("ui.check.skipped"))[2][:20]
        for key in _page(pilot).keys:
            assert f"{key.key} {key.word}" in shown.splitlines()[-1]


async def test_the_steps_stand_as_they_will_before_they_are_shown(world: World) -> None:
    """Where the picture goes is known beforehand, so that no line moves under the eye."""
    seen = Change("checks.tlr", {"answers": ["diff"]})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(seen, at="check.tlr"))
        page = _page(pilot)
        how, items = page.query_one(HowPane), page.page.how()
        before = how.place(items)
        await _press(pilot, "w")

        assert how.is_on_screen
        assert before is not None
        assert how.place(items) == before


async def test_from_the_steps_one_key_says_that_it_could_not_be_seen(world: World) -> None:
    """The key and a reason are on disk without passing the answers."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, id_)
        await pilot.press("c", "1")

        assert world.store.draft(id_).get("checks.rest") == {"not_seen": "not_sure"}


async def test_only_where_several_go_together_all_that_fit_are_asked_for(world: World) -> None:
    """A check whose answers exclude each other does not ask to tick all that fit."""
    asked = {check.id: check.takes_many() for check in world.pack.protocol.checks}
    assert asked["rest"]
    assert not asked["prone"]
    async with world.app().run_test(size=(120, 40)) as pilot:
        way = await opened(pilot, world.screening(at="check.rest"))
        assert "Tick all that fit." in screen_text(pilot.app)
        way.jump(Station("check", "prone"))
        await pilot.pause()

        assert "Tick all that fit." not in screen_text(pilot.app)
