"""What is kept of a screening that was opened and left: all of it, once anything was said."""

from __future__ import annotations

import pytest

from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui.session import Session
from tonecheck.tui.untouched import put_away, same_before

from .world import World

OBSERVER = Change("observer", "gran")


def _begun(world: World, *changes: Change) -> Session:
    now = world.clock.now
    id_ = world.store.start(None, now.date(), "tui", world.pack, now)
    session = Session(world.app().services, world.pack, id_)
    session.save(changes)
    return session


def _revised(world: World) -> Session:
    first = Session(world.app().services, world.pack, world.screening(at="result"))
    first.finish()
    id_ = world.store.revise(first.id, world.clock.now)
    return Session(first.services, world.pack, id_)


@pytest.mark.parametrize(
    "said",
    [
        Change("urgent.odd_cry", "no"),
        Change("passed", ["gate"]),
        Change("child_typed", {"name": "Mia"}),
        OBSERVER,
    ],
    ids=lambda change: change.field,
)
def test_a_screening_goes_only_while_nothing_was_said(world: World, said: Change) -> None:
    """Begun by mistake, nothing is left; an answer, a page passed or half a name keeps it."""
    put_away(_begun(world))
    assert not world.store.screenings()

    put_away(_begun(world, said))
    assert len(world.store.screenings()) == 1


def test_a_child_already_told_stays_when_the_signs_are_asked_again(world: World) -> None:
    """A day later every sign is taken back to be asked anew; leaving then loses no child."""
    id_ = world.screening(at="child")
    session = Session(world.app().services, world.pack, id_)
    session.save(session.walk.ask_signs_again())
    put_away(session)

    assert world.store.draft(id_).get("child")["name"] == "Mia"


def test_a_later_version_goes_while_it_says_the_same(world: World) -> None:
    """What it repeats is named as long as nothing differs; a change makes it stay."""
    looked_at = _revised(world)
    before = world.store.version_before(looked_at.id)
    assert same_before(looked_at) == before
    put_away(looked_at)
    assert [row.id for row in world.store.screenings()] == [before]

    changed = Session(looked_at.services, world.pack, world.store.revise(before, world.clock.now))
    changed.save([OBSERVER])
    assert same_before(changed) == ""
    put_away(changed)
    assert world.store.has(changed.id)


def test_a_change_the_disk_refused_is_not_taken_for_a_mere_look(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store knows nothing of it yet; it is not thrown away with its version."""
    session = _revised(world)
    with monkeypatch.context() as full:
        full.setattr(world.store, "record", _refuse)
        with pytest.raises(StoreError):
            session.save([OBSERVER])
        assert same_before(session) == ""
        put_away(session)
    session.retry()

    assert world.store.draft(session.id).get("observer") == "gran"


def _refuse(*_: object) -> None:
    raise StoreError("The disk is full.")
