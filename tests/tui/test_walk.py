"""The way through by keys: what is asked, what is on disk, and where one comes out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from tests.tui.driving import loaded, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.child import ChildScreen
from tonecheck.tui.screens.gate import GateScreen
from tonecheck.tui.screens.help import HelpScreen
from tonecheck.tui.screens.result import ResultScreen
from tonecheck.tui.screens.review import ReviewScreen
from tonecheck.tui.screens.situations import SituationsScreen
from tonecheck.tui.screens.urgent import UrgentScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Session, Station

SIZE = (80, 24)


def _field(world: World, screening_id: str, name: str) -> object:
    return world.store.draft(screening_id).get(name)


async def _press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())


async def test_none_of_these_answers_the_page_and_leads_on(world: World) -> None:
    """One key answers every open sign of the page no, and on disk, before the next is shown."""
    async with world.app().run_test(size=SIZE) as pilot:
        (await loaded(pilot)).begin(None)
        await pilot.pause()
        await _press(pilot, "0")
        screen = pilot.app.screen
        assert isinstance(screen, GateScreen)

        answered = world.store.draft("id1").table("urgent")
        assert set(answered.values()) == {"no"}
        assert len(answered) == 4
        assert "Page 2" in screen_text(pilot.app)


async def test_signs_that_hang_on_age_are_asked_once_the_age_is_known(world: World) -> None:
    """A fever limit is not put to a parent whose baby's age is unknown, and not left out."""
    async with world.app().run_test(size=SIZE) as pilot:
        way = await loaded(pilot)
        way.begin(None)
        await pilot.pause()
        await _press(pilot, "0 0 0 0")
        assert isinstance(pilot.app.screen, ChildScreen)
        aged = {s.id for s in world.pack.protocol.signs if s.start > 0 or s.until is not None}
        assert not aged & set(world.store.draft("id1").table("urgent"))
        await _press(pilot, "tab 1 0 full_stop 7 full_stop 2 0 2 6 enter enter enter enter")
        assert isinstance(pilot.app.screen, GateScreen)
        asked = {s.id for s in way.running.walk.signs} & aged
        await _press(pilot, "0")

        assert asked
        assert asked <= set(world.store.draft("id1").table("urgent"))
        assert isinstance(pilot.app.screen, SituationsScreen)


async def test_a_yes_opens_the_urgent_page_and_can_be_corrected(world: World) -> None:
    """The page comes at once with the chosen number; correcting leads back to that very sign."""
    async with world.app().run_test(size=SIZE) as pilot:
        (await loaded(pilot)).begin(None)
        await pilot.pause()
        await _press(pilot, "2 1")
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert "999" in screen_text(pilot.app)
        await _press(pilot, "1")
        assert isinstance(pilot.app.screen, GateScreen)
        await _press(pilot, "2")

        assert set(world.store.draft("id1").table("urgent").values()) == {"no"}
        assert isinstance(pilot.app.screen, GateScreen)


@pytest.mark.parametrize("keys", ["4 1", "n 1"])
async def test_without_a_region_no_number_is_assumed(world: World, keys: str) -> None:
    """The urgent page then names no number, and one key chooses where one is."""
    world.settings = type(world.settings)(region=None)
    async with world.app().run_test(size=SIZE) as pilot:
        way = await loaded(pilot)
        way.begin(None)
        await pilot.pause()
        await _press(pilot, "b 1")
        shown = screen_text(pilot.app)
        numbers = [r.emergency for r in world.pack.protocol.regions if r.emergency]
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert not [number for number in numbers if number in shown]
        assert "Call your local emergency number now." in shown
        await _press(pilot, keys)

        assert "Call 999 now." in screen_text(pilot.app)
        assert "n Emergency number" not in screen_text(pilot.app)


async def test_a_region_without_a_number_is_no_number(world: World) -> None:
    """The first page does not call the words for no number a number."""
    world.settings = type(world.settings)(region="other")
    async with world.app().run_test(size=SIZE) as pilot:
        await loaded(pilot)

        assert "Emergency number: not in our list" in screen_text(pilot.app)


async def test_the_gate_is_not_left_while_a_yes_stands(world: World) -> None:
    """Going on opens the urgent page again, until a doctor has seen it; then it is written down."""
    async with world.app().run_test(size=SIZE) as pilot:
        (await loaded(pilot)).begin(None)
        await pilot.pause()
        await _press(pilot, "1 1 0")
        assert isinstance(pilot.app.screen, UrgentScreen)
        await _press(pilot, "3 2 0 enter enter enter enter")
        seen = world.store.draft("id1").table("seen_by_doctor")

        assert list(seen.values()) == [world.clock.now.date().isoformat()]
        assert isinstance(pilot.app.screen, GateScreen)


async def test_an_urgent_answer_inside_a_check_opens_the_page_at_once(world: World) -> None:
    """The answer of a check counts like a sign: its page comes before anything else."""
    id_ = world.screening(at="check.moro")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter 7")

        assert isinstance(pilot.app.screen, UrgentScreen)
        assert _field(world, id_, "checks.moro") == {"answers": ["runs"]}


async def test_an_answer_is_on_disk_before_the_next_thing_is_drawn(world: World) -> None:
    """A second program sees the answer as soon as the key is handled."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter 3")

        assert _field(world, id_, "checks.fists") == {"answers": ["always"]}


async def test_an_answer_that_cannot_be_saved_is_said_and_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen says so, still shows the answer, does not go on, and saves it with the next."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        with monkeypatch.context() as broken:

            def full(*_: object) -> None:
                raise StoreError("The disk is full.", hint="Make room.")

            broken.setattr(type(world.store), "record", full)
            await _press(pilot, "enter 3 enter")
            shown = " ".join(screen_text(pilot.app).split())
            assert "The disk is full. Your answer is still here. Make room." in shown
            assert "3 [x]" in shown
        assert _field(world, id_, "checks.fists") is None
        await _press(pilot, "4")

        assert _field(world, id_, "checks.fists") == {"answers": ["always", "thumb"]}


async def test_sides_that_differ_are_asked_left_then_right(world: World) -> None:
    """The key for differing sides leads through both lists and on to the next check."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter d")
        assert "LEFT" in screen_text(pilot.app)
        await _press(pilot, "1 enter")
        assert "RIGHT" in screen_text(pilot.app)
        await _press(pilot, "3 enter")
        screen = pilot.app.screen

        assert _field(world, id_, "checks.fists") == {"left": ["open"], "right": ["always"]}
        assert isinstance(screen, CheckScreen)
        assert screen.station != Station("check", "fists")


async def test_one_screen_serves_every_check(world: World) -> None:
    """The page is changed in place: the next check is no new screen."""
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, world.screening(at="check.rest"))
        first = pilot.app.screen
        await _press(pilot, "enter 1 enter enter 1 enter")

        assert pilot.app.screen is first


async def test_a_hands_on_check_asks_for_the_state(world: World) -> None:
    """After the answer of a check that is done by hand comes how the baby was."""
    id_ = world.screening(at="check.prone")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter 3 enter 4")

        assert _field(world, id_, "checks.prone") == {"answers": ["forearms"], "state": "calm"}


async def test_too_stiff_offers_the_answer_that_says_the_same(world: World) -> None:
    """What could not be done for a reason that is itself a sign is not lost."""
    id_ = world.screening(at="check.hip_opening")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter c 7 1")

        assert _field(world, id_, "checks.hip_opening") == {"answers": ["stiff"]}


async def test_undo_takes_back_the_last_answer_wherever_it_was_given(world: World) -> None:
    """From the next check one key leads back and takes the answer away, on disk too."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter 1 enter u")
        screen = pilot.app.screen

        assert _field(world, id_, "checks.rest") is None
        assert isinstance(screen, CheckScreen)
        assert screen.station == Station("check", "rest")


async def test_from_the_review_one_jumps_to_a_check_and_comes_back(world: World) -> None:
    """The check's button leads back to the list, with the caret where it was."""
    id_ = world.screening(at="review")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter enter 1 enter")

        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "> x Lying at rest" in screen_text(pilot.app)


async def test_the_worry_is_asked_once_more_and_the_result_closes_the_screening(
    world: World,
) -> None:
    """Between the review and the result stands the worry; then the screening is finished."""
    worry = Change("worry", {"level": "no"})
    id_ = world.screening(worry, at="review")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "tab tab enter")
        assert isinstance(pilot.app.screen, WorryScreen)
        await _press(pilot, "1 x y tab enter")
        assert isinstance(pilot.app.screen, ResultScreen)

        assert world.store.screening(id_).is_finished
        assert _field(world, id_, "worry") == {"level": "yes", "words": "xy"}


async def test_changing_a_finished_screening_makes_a_new_revision(world: World) -> None:
    """The first one stays as it was; both can be opened."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "r enter enter 1")
        rows = world.store.screenings()

        assert sorted(row.revision for row in rows) == [1, 2]
        assert _field(world, id_, "checks.rest") is None


async def test_leaving_the_result_changes_nothing_and_changing_it_says_so(world: World) -> None:
    """Back leads to where it was opened; the list of answers names the version that is begun."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, id_)
        await _press(pilot, "end")
        read = pilot.app.screen.query_one("#read")
        assert 0 < read.max_scroll_y == read.scroll_offset.y
        await _press(pilot, "escape")
        assert len(world.store.screenings()) == 1
        way.records.open_result(id_)
        await pilot.pause()
        await _press(pilot, "r")

        assert "You are changing version 2." in screen_text(pilot.app)


async def test_an_older_version_says_so_and_is_changed_from_the_newest(world: World) -> None:
    """No answer of the newest version is dropped by looking at an older one first."""
    first = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, first)
        second = world.store.revise(first, world.clock.now)
        world.store.record(second, [Change("worry", {"level": "yes"})], world.clock.now)
        Session(world.app().services, world.pack, second).finish()
        way.records.open_result(first)
        await pilot.pause()
        assert "Version 1 of 2, not the newest" in screen_text(pilot.app)
        await _press(pilot, "r")
        third = way.running.id

        assert "These are the answers of the newest" in screen_text(pilot.app)
        assert world.store.screening(third).revision == 3
        assert _field(world, third, "worry") == {"level": "yes"}


async def test_back_from_the_worry_asked_again_leads_to_all_answers(world: World) -> None:
    """It was reached from there; so was a check that was jumped to."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="review")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "tab tab enter")
        assert isinstance(pilot.app.screen, WorryScreen)
        await _press(pilot, "b")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await _press(pilot, "home down enter")
        assert isinstance(pilot.app.screen, ChildScreen)
        await _press(pilot, "escape")

        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_after_half_a_day_the_urgent_signs_are_asked_again(world: World) -> None:
    """Taken up too late, the walk begins with the signs; earlier it goes on where it was."""
    id_ = world.screening(at="check.fists")
    world.clock.now += timedelta(hours=13)
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)

        assert isinstance(pilot.app.screen, GateScreen)
        assert not world.store.draft(id_).table("urgent")


@pytest.mark.parametrize(("days", "said"), [(8, "7 days ago"), (-90, "the clock was not right")])
async def test_after_a_week_a_new_screening_shows_the_old_answers(
    world: World, days: int, said: str
) -> None:
    """Babies change, and a clock may have been ahead: the old answers stand beside the checks."""
    id_ = world.screening(Change("checks.fists", {"answers": ["open"]}), at="check.fists")
    world.clock.now += timedelta(days=days)
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, id_)
        assert way.running.id != id_
        assert not way.running.draft.table("urgent")
        assert said in " ".join(screen_text(pilot.app).split())
        way.jump(Station("check", "fists"))
        await pilot.pause()
        await _press(pilot, "enter")

        assert "Last time: Often open" in screen_text(pilot.app)
        assert way.running.draft.get("checks.fists") is None


async def test_help_for_a_parent_at_the_end_is_everywhere_and_never_stored(world: World) -> None:
    """Its key works on any page; ticking the private situation opens it and keeps nothing."""
    id_ = world.screening(at="situations")
    private = next(s for s in world.pack.protocol.situations if s.private)
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, id_)
        await _press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpScreen)
        await _press(pilot, "enter")
        number = [s.id for s in way.app.screen.situations].index(private.id) + 1  # type: ignore[attr-defined]
        await _press(pilot, str(number))
        assert isinstance(pilot.app.screen, HelpScreen)
        await _press(pilot, "enter")
        assert "is not kept" in screen_text(pilot.app)

        assert not _field(world, id_, "situations")


async def test_back_from_the_age_leads_through_the_signs_page_by_page(world: World) -> None:
    """The signs that hang on the age lie behind the child's page, no page is skipped."""
    async with world.app().run_test(size=SIZE) as pilot:
        way = await loaded(pilot)
        way.begin(None)
        await pilot.pause()
        await _press(pilot, "0 0 0 0 tab 1 0 full_stop 7 full_stop 2 0 2 6 enter enter enter enter")
        assert "At this age we also ask:\n" in screen_text(pilot.app)
        await _press(pilot, "b")
        assert isinstance(pilot.app.screen, ChildScreen)
        await _press(pilot, "escape")
        assert "Page 4 of 4." in screen_text(pilot.app)
        await _press(pilot, "b")
        assert "Page 3 of 4." in screen_text(pilot.app)
        await _press(pilot, "enter enter 0")

        assert isinstance(pilot.app.screen, SituationsScreen)


async def test_a_bruise_is_asked_about_once(world: World) -> None:
    """Whoever answered the urgent sign is not asked again among the situations."""
    asked = world.pack.protocol.situation_by_id["bruise"]
    no = world.screening(at="situations")
    unsure = world.screening(Change(f"urgent.{asked.sign}", "not_sure"), at="situations")
    label = world.pack.words(f"situations.{asked.id}.label")
    async with world.app().run_test(size=SIZE) as pilot:
        way = await opened(pilot, no)
        assert label not in screen_text(pilot.app)
        way.leave_walk()
        way.go_on(unsure)
        await pilot.pause()

        assert label in screen_text(pilot.app)


async def test_the_mouse_alone_answers_and_goes_on(world: World) -> None:
    """A click takes an answer, a click on the button leads on, a click on a key does its work."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SIZE) as pilot:
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
    async with app.run_test(size=SIZE) as pilot:
        await loaded(pilot)
        app.set_look("contrast")
        app.choose_region("eu")

        assert app.theme == "tonecheck-contrast"
        assert (world.saved[-1].theme, world.saved[-1].region) == ("contrast", "eu")


async def test_leaving_saves_the_words_that_are_being_typed(world: World) -> None:
    """Ctrl+Q in the middle of a note loses none of it."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SIZE) as pilot:
        await opened(pilot, id_)
        await _press(pilot, "enter t s t i l l ctrl+q")

    assert _field(world, id_, "checks.fists") == {"note": "still"}
