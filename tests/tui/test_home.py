"""Home: what is unfinished first, every version opens, and deleting says what goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from tests.tui.driving import SMALL, loaded
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.world import World
from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.home import HomeScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList

FISTS = Change("checks.fists", {"left": ["open"], "right": ["always"]})
OPEN = Change("checks.fists", {"answers": ["open"]})


def _finished(world: World, *changes: Change) -> str:
    id_ = world.screening(*changes, at="result")
    Session(world.app().services, world.pack, id_).finish()
    return id_


def _revised(world: World, id_: str, *changes: Change) -> str:
    new = world.store.revise(id_, world.clock.now)
    world.store.record(new, list(changes), world.clock.now)
    Session(world.app().services, world.pack, new).finish()
    return new


async def _home(pilot: Pilot[None]) -> ChoiceList:
    way = await loaded(pilot)
    way.home()
    await pilot.pause()
    return pilot.app.screen.query_one(ChoiceList)


async def _take(pilot: Pilot[None], id_: str) -> None:
    choices = pilot.app.screen.query_one(ChoiceList)
    choices.take([choice.id for choice in choices.choices].index(id_))
    await pilot.pause()


async def test_the_newest_version_is_named_and_every_version_opens(world: World) -> None:
    """Revising overwrites nothing: the list names version 2 of 2, and version 1 opens as it was."""
    first = _finished(world, FISTS)
    second = _revised(world, first, OPEN)
    async with world.app().run_test(size=SMALL) as pilot:
        choices = await _home(pilot)
        assert "Mia, 20 November 2026 (version 2 of 2)" in [c.label for c in choices.choices]

        for way_in, opened in (("open", second), (f"open:{first}", first)):
            await _home(pilot)
            await _take(pilot, f"open:{second}")
            if way_in == "open":
                expect_golden(pilot.app, "home_versions.80x24")
            await _take(pilot, way_in)
            running = pilot.app.way.running  # type: ignore[attr-defined]
            assert running.id == opened
        assert running.draft.get("checks.fists") == FISTS.value
        assert world.store.screening(first).is_finished


async def test_a_sign_one_was_not_sure_of_comes_before_what_asks_for_less(world: World) -> None:
    """The row of a look says no less than its result; an answer changed to no is told no more."""
    unsure, cleared = Change("urgent.fever", "not_sure"), Change("urgent.fever", "no")
    first = _finished(world, unsure, OPEN)
    now = Change("urgent.fit", "not_sure")
    second = _finished(world, unsure, cleared, now)
    async with world.app().run_test(size=SMALL) as pilot:
        rows = {c.id: c.sentence for c in (await _home(pilot)).choices}

        doctor = "Phone your doctor now about a sign you were not sure of. In the same call, ask"
        ambulance = (
            "Call 999 or your doctor now about a sign you were not sure of. Phone your doctor"
        )
        assert rows[f"open:{first}"].startswith(doctor)
        assert rows[f"open:{second}"].startswith(ambulance)


async def test_what_is_unfinished_comes_first(world: World) -> None:
    """Whatever was finished before or after it, the one to go on with is on top."""
    world.screening(at="check.fists", child={"name": "Tom", "age_months": 4})
    _finished(world, FISTS)
    async with world.app().run_test(size=SMALL) as pilot:
        choices = await _home(pilot)

        assert choices.choices[0].label.startswith("Go on with Tom: check ")


async def test_an_unfinished_one_can_be_deleted_alone(world: World) -> None:
    """Nothing is kept that the parent cannot take away; the safe answer comes first."""
    drop = world.screening(at="check.fists", child={"name": "Tom", "age_months": 4})
    kept = _finished(world, FISTS)
    async with world.app().run_test(size=SMALL) as pilot:
        await _home(pilot)
        await _take(pilot, "drop")
        await _take(pilot, f"drop:{drop}")
        assert "Nothing else is kept about Tom" in screen_text(pilot.app)
        begun = f"{world.store.screening(drop).started_at:%H:%M}"
        assert f", {begun}, not finished, checks answered: 0" in screen_text(pilot.app)
        assert pilot.app.screen.query_one(ChoiceList).choices[0].id == "no"
        await _take(pilot, "yes")

        assert not world.store.has(drop)
        assert world.store.has(kept)
        assert "Deleted." in screen_text(pilot.app)
        await _take(pilot, f"open:{kept}")
        assert "Deleted." not in screen_text(pilot.app)


async def test_two_looks_of_one_day_are_told_apart(world: World) -> None:
    """In the list, as the heading, and side by side each has the time it was begun."""
    first = _finished(world, FISTS)
    child = world.store.screening(first).child
    assert child is not None
    world.clock.now += timedelta(hours=3)
    now = world.clock.now
    second = world.store.start(child.id, now.date(), "tui", world.pack, now)
    answers = [Change(f, v) for f, v in world.store.draft(first).fields.items() if f != "child"]
    world.store.record(second, answers, now)
    Session(world.app().services, world.pack, second).finish()
    times = [f"{world.store.screening(id_).started_at:%H:%M}" for id_ in (first, second)]
    async with world.app().run_test(size=SMALL) as pilot:
        await _home(pilot)
        shown = screen_text(pilot.app)
        assert [time for time in times if f", {time}" not in shown] == []
        await _take(pilot, f"open:{second}")
        assert f", {times[1]}" in screen_text(pilot.app)
        await _take(pilot, "compare")

        shown = screen_text(pilot.app)
        assert [time for time in times if f", {time}" not in shown] == []


async def test_a_baby_without_name_and_date_is_looked_at_again(world: World) -> None:
    """Its age is asked anew; what was told of its birth is there, and said to be."""
    lasting = next(q.id for q in world.pack.protocol.background if q.lasting)
    told = Change(f"background.{lasting}", "yes")
    child = {"age_months": 4, "gestation_weeks": 34}
    id_ = world.screening(told, FISTS, at="result", child=child)
    Session(world.app().services, world.pack, id_).finish()
    async with world.app().run_test(size=SMALL) as pilot:
        choices = await _home(pilot)
        again = next(c for c in choices.choices if c.id.startswith("new:") and c.id != "new:")
        assert "(first look 20 November 2026)" in again.label
        await _take(pilot, again.id)
        way = await loaded(pilot)
        session = way.running
        way.show(Station("child"))
        await pilot.pause()
        assert "Weeks 34" in screen_text(pilot.app)
        said = " ".join(screen_text(pilot.app).split())
        assert "Last look: 20 November 2026. Age: 4 months" in said
        session.save([Change("child", {**child, "age_months": 5})])
        way.show(Station("background"))
        await pilot.pause()
        assert "filled in from your last look" in screen_text(pilot.app)
        assert session.draft.get(f"background.{lasting}") == "yes"


async def test_an_open_version_is_dropped_and_takes_no_finished_one_with_it(world: World) -> None:
    """What goes is said first; the finished version stays as it was."""
    first = _finished(world, FISTS)
    world.store.revise(first, world.clock.now)
    async with world.app().run_test(size=SMALL) as pilot:
        await _home(pilot)
        await _take(pilot, "drop")
        await pilot.press("1")
        assert "Version 2, which is not finished, goes." in screen_text(pilot.app)
        await pilot.press("up", "down", "enter")

    assert [row.id for row in world.store.screenings()] == [first]
    assert world.store.draft(first).get("checks.fists") == FISTS.value


async def test_back_leads_out_of_a_version_just_begun(world: World) -> None:
    """From all answers, where changing begins, to the list it was begun from."""
    first = _finished(world, FISTS)
    async with world.app().run_test(size=SMALL) as pilot:
        await _home(pilot)
        await _take(pilot, f"open:{first}")
        await _take(pilot, "revise")
        assert "that makes version 2." in screen_text(pilot.app)
        await pilot.press("b")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert [row.id for row in world.store.screenings()] == [first]


async def test_what_was_begun_to_look_or_by_mistake_leaves_nothing(world: World) -> None:
    """A version without a change, and a checklist without an answer, go; one with either stays."""
    first = _finished(world, FISTS)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await loaded(pilot)
        for answers, kept in ((False, 1), (True, 2)):
            way.begin(None)
            await pilot.pause()
            if answers:
                await pilot.press("2")
            way.leave_walk()
            assert len(world.store.screenings()) == kept
        for changes, kept in (((), 2), ((OPEN,), 3)):
            way.records.open_revision(first)
            await pilot.pause()
            way.running.save(changes)
            way.close_record()
            await pilot.pause()
            assert len(world.store.screenings()) == kept


async def test_a_version_emptied_of_every_answer_takes_no_other_with_it(world: World) -> None:
    """Only a first version that was never answered goes by itself."""
    first = _finished(world, FISTS)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await loaded(pilot)
        way.records.open_revision(first)
        await pilot.pause()
        fields = [f for f in way.running.draft.fields if f not in ("id", "revision", "child")]
        way.running.save([Change(field, None) for field in fields])
        way.close_record()
        await pilot.pause()

    assert len(world.store.screenings()) == 2


async def test_deleting_a_child_names_every_day_that_goes(world: World) -> None:
    """Days, not only a number; versions of one day are counted as one day."""
    first = _finished(world, FISTS)
    _revised(world, first, OPEN)
    child = world.store.screening(first).child
    assert child is not None
    world.clock.now += timedelta(days=21)
    later = world.store.start(child.id, world.clock.now.date(), "tui", world.pack, world.clock.now)
    async with world.app().run_test(size=SMALL) as pilot:
        choices = await _home(pilot)
        await _take(pilot, next(c.id for c in choices.choices if c.id.startswith("open:")))
        await _take(pilot, "delete_child")
        text = screen_text(pilot.app)

        assert "- 20 November 2026, 10:00, with its versions: 2" in text
        assert "- 11 December 2026, 10:00, not finished, checks answered: 0\n" in text
        expect_golden(pilot.app, "delete_child.80x24")
        await _take(pilot, "yes")
        assert not world.store.has(first)
        assert not world.store.has(later)


@pytest.mark.parametrize("has_answers", [True, False])
async def test_leaving_says_that_the_answers_are_kept(
    world: World, capsys: pytest.CaptureFixture[str], has_answers: bool
) -> None:
    """One line in the terminal afterwards, with the word that starts it again; none for none."""
    if has_answers:
        world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await _home(pilot)
        await pilot.press("ctrl+q")

    assert (world.pack.words("ui.common.kept") in capsys.readouterr().err) is has_answers


async def test_leaving_ends_even_where_the_disk_cannot_be_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing stands between the parent and the way out."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk cannot be read.")

    async with world.app().run_test(size=SMALL) as pilot:
        await loaded(pilot)
        monkeypatch.setattr(world.store, "screenings", refuse)
        await pilot.press("ctrl+q")
        await pilot.pause()

    assert pilot.app.return_code == 0
