"""The way through by keys: what is asked, what is on disk, and where one comes out."""

from __future__ import annotations

import pytest

from tests.tui.driving import SMALL, loaded, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.screens.help import HelpScreen
from tonecheck.tui.screens.result import ResultScreen
from tonecheck.tui.screens.review import ReviewScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Station


def _field(world: World, screening_id: str, name: str) -> object:
    return world.store.draft(screening_id).get(name)


async def test_an_answer_is_on_disk_before_the_next_thing_is_drawn(world: World) -> None:
    """A second program sees the answer as soon as the key is handled."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 3")

        assert _field(world, id_, "checks.fists") == {"answers": ["always"]}


async def test_an_answer_that_cannot_be_saved_is_said_and_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen says so, still shows the answer, does not go on, and saves it with the next."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        with monkeypatch.context() as broken:

            def full(*_: object) -> None:
                raise StoreError("The disk is full.", hint="Make room.")

            broken.setattr(type(world.store), "record", full)
            await press(pilot, "enter 3 enter")
            shown = " ".join(screen_text(pilot.app).split())
            assert "The disk is full. Your answer is still here. Make room." in shown
            assert "3 [x]" in shown
        assert _field(world, id_, "checks.fists") is None
        await press(pilot, "4")

        assert _field(world, id_, "checks.fists") == {"answers": ["always", "thumb"]}


async def test_sides_that_differ_are_asked_left_then_right(world: World) -> None:
    """The key for differing sides leads through both lists and on to the next check."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter d")
        assert "LEFT" in screen_text(pilot.app)
        await press(pilot, "1 enter")
        assert "RIGHT" in screen_text(pilot.app)
        await press(pilot, "3 enter")
        screen = pilot.app.screen

        assert _field(world, id_, "checks.fists") == {"left": ["open"], "right": ["always"]}
        assert isinstance(screen, CheckScreen)
        assert screen.station != Station("check", "fists")


async def test_one_screen_serves_every_check(world: World) -> None:
    """The page is changed in place: the next check is no new screen."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        first = pilot.app.screen
        await press(pilot, "enter 1 enter enter 1 enter")

        assert pilot.app.screen is first


async def test_a_hands_on_check_asks_for_the_state(world: World) -> None:
    """After the answer of a check that is done by hand comes how the baby was."""
    id_ = world.screening(at="check.prone")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 3 enter 4")

        assert _field(world, id_, "checks.prone") == {"answers": ["forearms"], "state": "calm"}


async def test_too_stiff_offers_the_answer_that_says_the_same(world: World) -> None:
    """What could not be done for a reason that is itself a sign is not lost."""
    id_ = world.screening(at="check.hip_opening")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter c 8 1")

        assert _field(world, id_, "checks.hip_opening") == {"answers": ["stiff"]}


async def test_undo_takes_back_the_last_answer_wherever_it_was_given(world: World) -> None:
    """From the next check one key leads back and takes the answer away, on disk too, and says so.

    It names the answer that is gone, on one line.
    """
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 1 enter u")
        screen = pilot.app.screen
        words = world.pack.words
        first = world.pack.protocol.by_id["rest"].answers[0].id
        said = f"Taken back: {words.checks['rest'].name}: {words.answer('rest', first).label}"

        assert any(said in line for line in screen_text(pilot.app).splitlines())
        assert _field(world, id_, "checks.rest") is None
        assert isinstance(screen, CheckScreen)
        assert screen.station == Station("check", "rest")


async def test_undo_of_a_note_says_so(world: World) -> None:
    """What was written is named, so that it can be written again."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 1 t N o w escape u")

        assert "Taken back: Lying at rest: Note: Now" in screen_text(pilot.app)
        assert _field(world, id_, "checks.rest") == {"answers": ["bent"]}


async def test_from_the_review_one_jumps_to_a_check_and_comes_back(world: World) -> None:
    """The check's button leads back to the list, with the caret where it was."""
    id_ = world.screening(at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter enter 1 enter")

        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "> x Lying at rest" in screen_text(pilot.app)


async def test_the_worry_is_asked_once_more_and_the_result_closes_the_screening(
    world: World,
) -> None:
    """Between the review and the result stands the worry; then the screening is finished.

    Back from it leads to all answers, and so does back from a page jumped to from there.
    """
    worry = Change("worry", {"level": "no"})
    id_ = world.screening(worry, at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "tab tab enter")
        assert isinstance(pilot.app.screen, WorryScreen)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "home down enter")
        assert isinstance(pilot.app.screen, ChildScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "tab tab enter")
        assert isinstance(pilot.app.screen, WorryScreen)
        await press(pilot, "1 x y tab enter")
        assert isinstance(pilot.app.screen, ResultScreen)

        assert world.store.screening(id_).is_finished
        assert _field(world, id_, "worry") == {"level": "yes", "words": "xy"}


async def test_help_for_a_parent_at_the_end_is_everywhere_and_never_stored(world: World) -> None:
    """Its key works on any page; ticking the private situation opens it and keeps nothing."""
    id_ = world.screening(at="situations")
    private = next(s for s in world.pack.protocol.situations if s.private)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "enter")
        number = [s.id for s in way.app.screen.situations].index(private.id) + 1  # type: ignore[attr-defined]
        await press(pilot, str(number))
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "enter")
        assert "is not kept" in screen_text(pilot.app)

        assert not _field(world, id_, "situations")


async def test_a_bruise_is_asked_about_once(world: World) -> None:
    """Whoever answered the urgent sign is not asked again among the situations."""
    asked = world.pack.protocol.situation_by_id["bruise"]
    no = world.screening(at="situations")
    unsure = world.screening(Change(f"urgent.{asked.sign}", "not_sure"), at="situations")
    label = world.pack.words(f"situations.{asked.id}.label")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, no)
        assert label not in screen_text(pilot.app)
        way.leave_walk()
        way.go_on(unsure)
        await pilot.pause()

        assert label in screen_text(pilot.app)


async def test_the_mouse_alone_answers_and_goes_on(world: World) -> None:
    """A click takes an answer, a click on the button leads on, a click on a key does its work."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.click("#go")
        await pilot.click("#list", offset=(8, 3))
        assert _field(world, id_, "checks.rest") == {"answers": ["open"]}
        await pilot.click("#go")
        await pilot.click("KeyHint")
        screen = pilot.app.screen

        assert isinstance(screen, CheckScreen)
        assert screen.station == Station("check", "rest")


async def test_the_look_and_the_region_are_remembered(world: World) -> None:
    """Both are handed to the settings as soon as they are chosen."""
    app = world.app()
    async with app.run_test(size=SMALL) as pilot:
        await loaded(pilot)
        app.set_look("contrast")
        app.choose_region("eu")

        assert app.theme == "tonecheck-contrast"
        assert (world.saved[-1].theme, world.saved[-1].region) == ("contrast", "eu")


async def test_leaving_saves_the_words_that_are_being_typed(world: World) -> None:
    """Ctrl+Q in the middle of a note loses none of it."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter t s t i l l ctrl+q")

    assert _field(world, id_, "checks.fists") == {"note": "still"}
