"""A finished screening that is changed, and one taken up after too long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tui.driving import SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.tui.session import Session, Station


def _field(world: World, screening_id: str, name: str) -> object:
    return world.store.draft(screening_id).get(name)


async def test_changing_a_finished_screening_makes_a_new_revision(world: World) -> None:
    """The first one stays as it was; both can be opened."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "r enter enter 1")
        rows = world.store.screenings()

        assert sorted(row.revision for row in rows) == [1, 2]
        assert _field(world, id_, "checks.rest") is None


async def test_a_change_taken_back_leaves_no_version_behind(world: World) -> None:
    """Who undoes the change and stops has the finished one, and nothing to go on with."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "r enter enter 1")
        assert len(world.store.screenings()) == 2
        await press(pilot, "u ctrl+q")

    assert [row.id for row in world.store.screenings()] == [id_]


async def test_leaving_the_result_changes_nothing_and_changing_it_says_so(world: World) -> None:
    """Back leads to where it was opened; the list names the version that is begun, and its day."""
    id_ = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        await press(pilot, "end")
        read = pilot.app.screen.query_one("#read")
        assert 0 < read.max_scroll_y == read.scroll_offset.y
        await press(pilot, "escape")
        assert len(world.store.screenings()) == 1
        for is_later in (False, True):
            way.records.open_result(id_)
            await pilot.pause()
            await press(pilot, "r")

            assert "that makes version 2." in screen_text(pilot.app)
            assert ("count as seen on" in screen_text(pilot.app)) is is_later
            await press(pilot, "b b")
            world.clock.now += timedelta(days=1)


async def test_an_older_version_says_so_and_is_changed_from_the_newest(world: World) -> None:
    """No answer of the newest version is dropped by looking at an older one first."""
    first = world.screening(Change("worry", {"level": "no"}), at="result")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, first)
        second = world.store.revise(first, world.clock.now)
        world.store.record(second, [Change("worry", {"level": "yes"})], world.clock.now)
        Session(world.app().services, world.pack, second).finish()
        way.records.open_result(first)
        await pilot.pause()
        assert "Version 1 of 2, not the newest" in screen_text(pilot.app)
        await press(pilot, "r")
        third = way.running.id

        assert "These are the answers of the newest" in screen_text(pilot.app)
        assert world.store.screening(third).revision == 3
        assert _field(world, third, "worry") == {"level": "yes"}


def test_a_later_version_carries_what_the_first_one_said(world: World) -> None:
    """Through every version after it, wherever a paper is made of one; the first says nothing."""
    entries = [{"answers": [answer]} for answer in ("always", "often", "open")]
    services = world.app().services
    first = id_ = world.screening(Change("checks.fists", entries[0]), at="result")
    Session(services, world.pack, first).finish()
    for entry in entries[1:]:
        id_ = world.store.revise(id_, world.clock.now)
        world.store.record(id_, [Change("checks.fists", entry)], world.clock.now)
        session = Session(services, world.pack, id_)
        session.finish()

        assert session.screening().replaced.checks["fists"].answers == ("always",)
        assert world.store.versions_before(id_)[0] == first
    assert not Session(services, world.pack, first).screening().replaced.checks


@pytest.mark.parametrize(("days", "said"), [(8, "7 days ago"), (-90, "the clock was not right")])
async def test_after_a_week_a_new_screening_shows_the_old_answers(
    world: World, days: int, said: str
) -> None:
    """Babies change, and a clock may have been ahead: the old answers stand beside the checks."""
    id_ = world.screening(Change("checks.fists", {"answers": ["open"]}), at="check.fists")
    world.clock.now += timedelta(days=days)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        assert way.running.id != id_
        assert not way.running.draft.table("urgent")
        assert said in " ".join(screen_text(pilot.app).split())
        way.jump(Station("check", "fists"))
        await pilot.pause()
        await press(pilot, "enter")

        assert "Last time: Often open" in screen_text(pilot.app)
        assert way.running.draft.get("checks.fists") is None
