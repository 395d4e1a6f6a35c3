"""Deleting says what goes, takes it all, and leaves no trace on disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.factories import screening_at
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.draft import Change
from tonecheck.store import Store

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
SECRET = "Zebulon-Quartz"  # noqa: S105


def _named(name: str) -> Screening:
    screening = screening_at(120, worry={"level": "yes", "words": f"about {name}"})
    return screening.model_copy(update={"child": screening.child.model_copy(update={"name": name})})


def _finished(store: Store, pack: Pack, name: str) -> str:
    id_ = store.add_screening(_named(name), pack, NOW)
    store.finish(id_, score(pack, _named(name)).model_dump_json(), pack, NOW)
    return id_


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_a_screening_goes_with_its_revisions_and_its_last_child(store: Store, pack: Pack) -> None:
    """All revisions go, and a child that has no other screening with them."""
    first = _finished(store, pack, SECRET)
    second = store.revise(first, NOW)

    said = store.deletion_of_screening(second)
    gone = store.delete_screening(second)

    assert said == gone
    assert [row.id for row in gone.screenings] == [first, second]
    assert gone.child is not None
    assert (store.screenings(), store.children()) == ((), ())


def test_a_child_with_other_screenings_stays(store: Store, pack: Pack) -> None:
    """Deleting one screening of two keeps the child and the other."""
    first = _finished(store, pack, SECRET)
    child = store.children()[0]
    second = store.start(child.id, None, "tui", pack, NOW)

    assert store.delete_screening(second).child is None
    assert [row.id for row in store.screenings()] == [first]
    assert store.children() == (child,)


def test_a_child_goes_with_everything(store: Store, pack: Pack) -> None:
    """Every screening of the child goes; another child's stays."""
    mine = _finished(store, pack, SECRET)
    other = _finished(store, pack, "Other")
    child = store.screening(mine).child
    assert child is not None
    store.start(child.id, None, "tui", pack, NOW)
    store.revise(mine, NOW)

    gone = store.delete_child(child.id)

    assert (len(gone.screenings), gone.child) == (3, child)
    assert [row.id for row in store.screenings()] == [other]
    assert store._db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_nothing_of_it_stays_on_disk(store: Store, pack: Pack, folder: Path) -> None:
    """Neither the database nor its write-ahead log holds a word of what was deleted."""
    kept = _finished(store, pack, "Other")
    gone = _finished(store, pack, SECRET)
    for number in range(30):
        store.record(
            store.revise(gone, NOW), [Change("worry", {"words": f"{SECRET} {number}" * 50})], NOW
        )
    assert SECRET.encode() in _on_disk(folder)

    store.delete_screening(gone)

    assert SECRET.encode() not in _on_disk(folder)
    assert b"Other" in _on_disk(folder)
    assert store.draft(kept).get("child")["name"] == "Other"


def test_an_unknown_id_deletes_nothing(store: Store, pack: Pack) -> None:
    """A wrong id is named and everything stays."""
    _finished(store, pack, SECRET)

    with pytest.raises(StoreError, match="'nope'"):
        store.delete_screening("nope")
    with pytest.raises(StoreError, match="'nope'"):
        store.delete_child("nope")
    assert len(store.screenings()) == 1


def test_a_begun_version_is_dropped_alone(store: Store, pack: Pack) -> None:
    """The versions before it stay whole; a finished one, or the first, is not dropped."""
    first = _finished(store, pack, SECRET)
    kept = store.draft(first)
    begun = store.revise(first, NOW)

    store.drop_version(begun)

    assert [row.id for row in store.screenings()] == [first]
    assert store.draft(first) == kept
    with pytest.raises(StoreError, match="not finished"):
        store.drop_version(first)
