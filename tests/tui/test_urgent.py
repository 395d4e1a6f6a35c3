"""What is urgent is never passed by: not by going back and on, not by coming back later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.tui.driving import SMALL, begun, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.alarm_ways import causes
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.export import ExportScreen
from tonecheck.tui.screens.gate import GateScreen
from tonecheck.tui.screens.review import ReviewScreen
from tonecheck.tui.screens.urgent import UrgentScreen
from tonecheck.tui.session import Course, Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.fields import Field


async def test_a_gate_left_in_the_middle_keeps_its_answers(world: World) -> None:
    """The first answer says when it was asked: a yes among the signs is there a minute later."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "2 1")
    answered = world.store.draft("id1").table("urgent")
    world.clock.now += timedelta(minutes=1)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, "id1")

        assert sorted(answered.values()) == ["no", "yes"]
        assert world.store.draft("id1").table("urgent") == answered
        assert isinstance(pilot.app.screen, UrgentScreen)


async def test_a_former_yes_stands_until_it_is_answered_anew(world: World) -> None:
    """After half a day the signs are asked again, and a yes no doctor has seen opens its page."""
    sign = world.pack.protocol.signs[1].id
    id_ = world.screening(
        Change(f"urgent.{sign}", "yes"), Change("urgent_shown", [f"urgent.{sign}"]), at="gate"
    )
    world.clock.now += timedelta(hours=13)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert world.store.draft(id_).table("urgent") == {sign: "yes"}
        await press(pilot, "1 2 0 0")

        assert world.store.draft(id_).get(f"urgent.{sign}") == "no"
        assert isinstance(pilot.app.screen, GateScreen)


async def test_a_yes_given_again_after_a_doctor_saw_the_first_opens_its_page(world: World) -> None:
    """A doctor's date belongs to the yes it was given for, not to the next one."""
    id_ = world.screening(at="check.fists")
    session = Session(world.app().services, world.pack, id_)
    sign = world.pack.protocol.signs[0].id
    answer = session.walk.answer_signs
    session.save(answer([sign], "yes", world.clock()))
    session.seen_by_doctor(session.alarms(), world.clock().date())
    seen = session.alarms()
    session.save(session.walk.answer_signs([sign], "no", world.clock()))
    session.save(session.walk.answer_signs([sign], "yes", world.clock()))

    assert seen == ()
    assert [alarm.sign for alarm in session.alarms()] == [sign]


async def test_only_a_doctor_opens_the_way_past_an_urgent_answer(world: World) -> None:
    """Its page comes at once, and again on every way on, until the day is written down."""
    id_ = world.screening(at="check.moro")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await press(pilot, "enter 7")
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert world.store.draft(id_).get("checks.moro") == {"answers": ["runs"]}
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, CheckScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, UrgentScreen)
        await press(pilot, "b r")
        assert isinstance(pilot.app.screen, UrgentScreen)
        await press(pilot, "b b b enter 1 enter")
        assert isinstance(pilot.app.screen, UrgentScreen)
        assert world.store.draft(id_).get("checks.moro") == {"answers": ["runs"]}
        await press(pilot, "3 2 0 enter enter enter enter")
        await press(pilot, "enter enter")
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        checks = [card.check.id for card in way.running.asked]

        assert checks.index(screen.station.check) > checks.index("moro")


async def test_a_number_meant_for_the_check_does_not_reach_the_urgent_page(world: World) -> None:
    """Ticking on at once leaves the page as it came."""
    id_ = world.screening(at="check.moro")
    world.seconds.step = 0.1
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 7 3")

        assert isinstance(pilot.app.screen, UrgentScreen)
        assert not pilot.app.screen.query_one("#seen").display


async def test_a_stray_enter_leaves_the_urgent_page_as_it_is(world: World) -> None:
    """Its page opens at a tick; only a number, or a row moved to, leads back, and a line warns."""
    for keys in ("1", "down up enter", "b"):
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, world.screening(at="check.moro"))
            await press(pilot, "enter 7 enter enter")
            assert isinstance(pilot.app.screen, UrgentScreen)
            assert "Press its number" in screen_text(pilot.app)
            await press(pilot, keys)

            assert isinstance(pilot.app.screen, CheckScreen)
            assert "The advice to get help still stands" in screen_text(pilot.app)
            await press(pilot, "7")
            assert "still stands" not in screen_text(pilot.app)


async def test_the_day_a_doctor_saw_it_is_checked_and_can_be_changed(world: World) -> None:
    """None before the birth; from all answers another day is given."""
    seen = Change("seen_by_doctor.moro.runs", "2026-11-19")
    moro = Change("checks.moro", {"answers": ["runs"]})
    id_ = world.screening(moro, seen, at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        rows = pilot.app.screen.query_one(ChoiceList)
        rows.show(rows.choices, current="doctors_days")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, UrgentScreen)
        await press(pilot, "3 1")
        pilot.app.screen.query_one("#month", Field).value = "7"
        await press(pilot, "enter enter enter enter")
        assert "This day is before the birth" in screen_text(pilot.app)
        await press(pilot, "1 2 enter enter enter enter")

        assert isinstance(pilot.app.screen, ReviewScreen)
        assert world.store.draft(id_).table("seen_by_doctor") == {"moro.runs": "2026-07-12"}


async def test_an_alarm_of_two_answers_leads_back_to_the_one_given_last(world: World) -> None:
    """Back opens the check one stands at; the other one is offered, too."""
    frog = Change("checks.rest", {"answers": ["frog"]})
    id_ = world.screening(frog, at="check.feed_cry")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await press(pilot, "enter 2")
        assert isinstance(pilot.app.screen, UrgentScreen)
        shown = screen_text(pilot.app)
        assert f"1 I made a mistake. Change: {world.pack.words.checks['feed_cry'].name}" in shown
        assert f"2 I made a mistake. Change: {world.pack.words.checks['rest'].name}" in shown
        await press(pilot, "b")

        assert isinstance(pilot.app.screen, CheckScreen)
        assert pilot.app.screen.station == Station("check", "feed_cry")
        assert causes(way.running, way.running.alarms())[1] == Station("check", "rest")


async def test_an_emergency_paper_needs_no_age(world: World, tmp_path: Path) -> None:
    """A yes at the first question, and the paper is there with what is known."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "1 2 3")
        screen = pilot.app.screen
        assert isinstance(screen, ExportScreen)
        screen.query_one("#folder", Field).value = str(tmp_path)
        await press(pilot, "enter")
        found = next(tmp_path.glob("*.txt")).read_text()

        assert "age not entered" in found
        assert "999" in found


async def test_undo_that_brings_an_urgent_answer_back_opens_its_page(world: World) -> None:
    """Taking a correction back is an urgent answer like any other."""
    id_ = world.screening(at="check.moro")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 7 b 7")
        assert world.store.draft(id_).get("checks.moro") is None
        await press(pilot, "u")

        assert isinstance(pilot.app.screen, UrgentScreen)


async def test_undo_on_the_urgent_page_takes_the_answer_back(world: World) -> None:
    """The key that works on every page of the walk works here and at the signs, and says what."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await press(pilot, "2 1 u")

        assert isinstance(pilot.app.screen, GateScreen)
        assert "Taken back: Yes: Is your baby" in screen_text(pilot.app)
        assert list(world.store.draft("id1").table("urgent").values()) == ["no"]
        await press(pilot, "u")
        assert "Taken back: No: Is your baby" in screen_text(pilot.app)
        await press(pilot, "0 u")

        assert "Taken back: Urgent signs" in screen_text(pilot.app)


async def test_a_finished_screening_is_not_undone(world: World) -> None:
    """The key says calmly that it is finished, and which key changes an answer."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="worry")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        way.running.course = Course.CLOSING
        await press(pilot, "2 enter")
        before = world.store.draft(id_)
        assert world.store.screening(id_).is_finished
        await press(pilot, "u")

        assert "This one is finished. Press r to change an answer." in screen_text(pilot.app)
        assert world.store.draft(id_) == before


async def test_the_side_of_what_someone_told_is_asked(world: World) -> None:
    """An answer that belongs to one side is not kept without it; not known is an answer too."""
    protocol = world.pack.protocol
    sided = {c.id: a.id for c in protocol.checks for a in c.answers if a.sided}
    id_ = world.screening(at="leave")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        left = [card.check for card in way.running.left]
        check = next(check for check in left if check.id in sided)
        answer = [a.id for a in check.answers].index(sided[check.id]) + 1
        await press(pilot, f"{[c.id for c in left].index(check.id) + 1} {answer}")
        assert "I do not know which side" in screen_text(pilot.app)
        await press(pilot, "2 enter d r enter")

        assert world.store.draft(id_).get(f"checks.{check.id}") == {
            "answers": [sided[check.id]],
            "side": "right",
            "reported_by": "dr",
        }
