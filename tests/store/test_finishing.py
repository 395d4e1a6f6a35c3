"""Finishing, revising and taking in screenings."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import screening_at, typical_baby
from tests.store.filled import NOW, finished
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.draft import Change
from tonecheck.store import Store, open_store


def test_finishing_keeps_result_and_content(store: Store, pack: Pack) -> None:
    """The result, its short form in the list, and the files that read the answers."""
    screening = typical_baby(pack.protocol, 120)
    id_ = finished(store, pack, screening)

    assert store.result(id_) == score(pack, screening)
    row = store.screening(id_)
    assert (row.patterns, row.action, row.finished_at) == (("normal",), "none", NOW)
    assert store.unfinished() == ()
    assert store.pack_files(pack.fingerprint) == pack.files


def test_a_content_pack_is_kept_once(store: Store, pack: Pack, folder: Path) -> None:
    """Ten screenings by one content take little more room than one."""
    finished(store, pack, screening_at(100))
    store.close()
    size = (folder / "tonecheck.db").stat().st_size
    with open_store(folder) as again:
        for day in range(101, 105):
            finished(again, pack, screening_at(day))
    packed = len(b"".join(text.encode() for text in pack.files.values())) // 10

    assert (folder / "tonecheck.db").stat().st_size - size < packed


def test_a_finished_screening_stays_as_it_is(store: Store, pack: Pack) -> None:
    """No answer and no second result goes into it; only the walk may still move."""
    id_ = finished(store, pack, screening_at(120))
    before = store.draft(id_).document()

    with pytest.raises(StoreError, match="finished"):
        store.record(id_, [Change("urgent.fit", "no")], NOW)
    with pytest.raises(StoreError, match="finished"):
        store.finish(id_, score(pack, screening_at(120)).model_dump_json(), pack, NOW)
    store.record(id_, [Change("at", "result")], NOW)

    assert store.draft(id_).document() == before


def test_a_revision_is_a_copy_beside_the_old(store: Store, pack: Pack) -> None:
    """Same child, next number, answers copied with their times, the old one untouched."""
    old = finished(store, pack, typical_baby(pack.protocol, 120))
    later = NOW + timedelta(days=1)

    new = store.revise(old, later)
    store.record(new, [Change("urgent.fit", "yes")], later)

    assert store.screening(new).revision == 2
    assert store.screening(new).first_id == old
    assert store.screening(new).child == store.screening(old).child
    assert [entry.value for entry in store.history(new, "urgent.fit")] == ["no", "yes"]
    assert store.history(new, "urgent.fit")[0].at == NOW
    assert store.draft(old).get("urgent.fit") == "no"
    copied = store.draft(new).document()
    original = store.draft(old).document()
    assert {k: v for k, v in copied.items() if k not in ("id", "revision", "urgent")} == {
        k: v for k, v in original.items() if k not in ("id", "revision", "urgent")
    }


def test_revising_twice_is_one_revision(store: Store, pack: Pack) -> None:
    """While a revision is open it is the one that is meant; an open screening needs none."""
    old = finished(store, pack, screening_at(120))
    new = store.revise(old, NOW)

    assert store.revise(old, NOW) == new
    with pytest.raises(StoreError, match="not finished"):
        store.revise(new, NOW)
    with pytest.raises(StoreError, match="revision"):
        store.choose_child(new, None, NOW)


def test_a_screening_is_taken_in_whole(store: Store, pack: Pack) -> None:
    """What comes from elsewhere reads back the same, under its own id."""
    screening = typical_baby(pack.protocol, 120, id="elsewhere", observer="A", entered="paper")

    assert store.add_screening(screening, pack, NOW) == "elsewhere"
    assert store.draft("elsewhere").screening() == screening

    again = store.add_screening(screening, pack, NOW)
    assert again != "elsewhere"


def test_a_private_situation_is_not_taken_in(store: Store, pack: Pack) -> None:
    """What a parent says in confidence is not kept."""
    private = [s.id for s in pack.protocol.situations if s.private]
    other = next(s.id for s in pack.protocol.situations if not s.private)
    assert private

    id_ = store.add_screening(screening_at(120, situations=[*private, other]), pack, NOW)

    assert store.draft(id_).get("situations") == [other]
