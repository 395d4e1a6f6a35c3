"""Lists by index, and what earlier screenings hand on."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.factories import OBSERVED, clear_gate, screening_at
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.earlier import earlier_readings
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.draft import Change
from tonecheck.store import Position, ScreeningRow, Store

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def _dated(day: date, age: int = 200, **fields: object) -> Screening:
    """A screening on `day` of a child that is `age` days old on the day of OBSERVED."""
    child = {"birth_date": (OBSERVED - timedelta(days=age)).isoformat()}
    return screening_from({"child": child, "observed_on": day.isoformat(), **fields})


def _finish(store: Store, pack: Pack, id_: str) -> None:
    before = earlier_readings(pack, store.earlier_screenings(id_))
    result = score(pack, store.draft(id_).screening(), before)
    store.finish(id_, result.model_dump_json(), pack, NOW)


def _same_child(store: Store, pack: Pack, screenings: list[Screening]) -> list[str]:
    """These screenings, all of one child, each finished."""
    ids = [store.add_screening(screenings[0], pack, NOW)]
    _finish(store, pack, ids[0])
    child = store.screening(ids[0]).child
    assert child is not None
    for screening in screenings[1:]:
        id_ = store.add_screening(screening, pack, NOW)
        store.choose_child(id_, child.id, NOW)
        _finish(store, pack, id_)
        ids.append(id_)
    return ids


def test_pages_hold_every_row_once_newest_day_first(store: Store, pack: Pack) -> None:
    """Paging by position neither drops nor repeats a row, also where days are the same."""
    days = [OBSERVED - timedelta(days=k // 3) for k in range(20)]
    ids = [store.add_screening(_dated(day), pack, NOW) for day in days]

    seen: list[ScreeningRow] = []
    before: Position | None = None
    while page := store.screenings(before=before, limit=3):
        seen += page
        before = page[-1].position

    assert sorted(row.id for row in seen) == sorted(ids)
    assert [row.position for row in seen] == sorted((r.position for r in seen), reverse=True)


def test_a_child_lists_only_its_own(store: Store, pack: Pack) -> None:
    """One child's page holds no other child's screening."""
    store.add_screening(_dated(OBSERVED), pack, NOW)
    mine = store.add_screening(_dated(OBSERVED), pack, NOW)
    child = store.screening(mine).child
    assert child is not None

    assert [row.id for row in store.screenings(child.id)] == [mine]


@pytest.mark.parametrize("of_child", [False, True])
@pytest.mark.parametrize("has_before", [False, True])
def test_lists_are_read_by_index(
    store: Store, pack: Pack, folder: Path, of_child: bool, has_before: bool
) -> None:
    """No list scans a table, sorts, or reads a result."""
    ids = [store.add_screening(_dated(OBSERVED), pack, NOW) for _ in range(3)]
    row = store.screening(ids[0])
    child = row.child.id if row.child and of_child else None
    statements: list[str] = []
    store._db.set_trace_callback(statements.append)
    store.screenings(child, row.position if has_before else None)
    store.unfinished()
    store._db.set_trace_callback(None)

    lists = [text for text in statements if "ORDER BY" in text]
    assert len(lists) == 2
    with sqlite3.connect(folder / "tonecheck.db") as other:
        for text in lists:
            plan = [step[3] for step in other.execute(f"EXPLAIN QUERY PLAN {text}")]
            assert all("USING" in step for step in plan), plan
            assert "results" not in text
            assert "json" not in text
    other.close()


def test_unfinished_are_listed_newest_first(store: Store, pack: Pack) -> None:
    """What can be gone on with."""
    first, second, third = (store.start(None, OBSERVED, "tui", pack, NOW) for _ in range(3))
    store.record(second, [Change("child", {"age_months": 3})], NOW)
    _finish(store, pack, second)

    assert [row.id for row in store.unfinished()] == [third, first]


def test_earlier_screenings_reach_scoring(store: Store, pack: Pack) -> None:
    """The same recheck finding two weeks apart counts for more, through the store."""
    check, answer, age = next(
        (check.id, answer.id, age)
        for check in pack.protocol.checks
        for answer in check.answers
        for age in range(20, 380)
        if not answer.sided
        and answer.raised is None
        and all(
            (cell := answer.published[check.interval(day)]) and cell.level.key == "recheck"
            for day in (age - 20, age)
        )
    )
    entry = {check: {"answers": [answer]}}
    urgent = clear_gate(pack.protocol)
    dates = [OBSERVED - timedelta(days=20), OBSERVED]
    screenings = [_dated(day, age, checks=entry, urgent=urgent) for day in dates]

    first, second = _same_child(store, pack, screenings)

    assert store.screening(first).action == "recheck"
    assert store.screening(second).action == "doctor"
    assert [item.id for item in store.earlier_screenings(second)] == [first]


def test_later_other_and_own_screenings_are_not_earlier(store: Store, pack: Pack) -> None:
    """Neither a later one, nor another child's, nor this one's own older revision."""
    days = [OBSERVED - timedelta(days=30), OBSERVED]
    first, second = _same_child(store, pack, [_dated(day) for day in days])
    other = store.add_screening(screening_at(120), pack, NOW)
    _finish(store, pack, other)
    revised = store.revise(second, NOW)

    assert store.earlier_screenings(first) == ()
    assert [item.id for item in store.earlier_screenings(revised)] == [first]


def test_of_a_revised_screening_the_last_revision_counts(store: Store, pack: Pack) -> None:
    """An older version of the same screening is not counted beside the newer."""
    days = [OBSERVED - timedelta(days=30), OBSERVED]
    first, second = _same_child(store, pack, [_dated(day) for day in days])
    revised = store.revise(first, NOW)
    assert [item.id for item in store.earlier_screenings(second)] == [first]

    _finish(store, pack, revised)

    assert [item.id for item in store.earlier_screenings(second)] == [revised]


def test_a_later_version_is_unchanged_until_an_answer_differs(store: Store, pack: Pack) -> None:
    """What steers the walk is no change; a first version is never a copy of another."""
    first = store.add_screening(screening_at(120), pack, NOW)
    store.finish(first, score(pack, screening_at(120)).model_dump_json(), pack, NOW)
    begun = store.revise(first, NOW)
    store.record(begun, [Change("at", "review")], NOW)
    assert store.is_unchanged(begun)
    assert not store.is_unchanged(first)

    store.record(begun, [Change("observer", "gran")], NOW)
    assert not store.is_unchanged(begun)


def test_signs_not_sure_of_are_those_that_still_are(store: Store, pack: Pack) -> None:
    """What was said before or after counts for nothing, nor does what another one says."""
    id_, other = (store.add_screening(_dated(OBSERVED), pack, NOW) for _ in range(2))
    for field, answer in (
        ("urgent.fit", "not_sure"),
        ("urgent.fever", "yes"),
        ("urgent.fever", "not_sure"),
        ("urgent.fit", "no"),
        ("background.film", "not_sure"),
    ):
        store.record(id_, [Change(field, answer)], NOW)

    assert store.unsure_signs(id_) == ("fever",)
    assert store.unsure_signs(other) == ()
