"""Filling in screenings."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.filled import CHILD, DAY, NOW, begun
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change, Draft
from tonecheck.store import Store, open_store

json_values = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


changes = st.builds(
    Change,
    st.sampled_from(["urgent.a", "urgent.b", "checks.c", "worry", "situations"]),
    st.none() | json_values,
)


@given(groups=st.lists(st.lists(changes, max_size=4), max_size=6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_log_folds_to_what_direct_changes_give(
    store: Store, pack: Pack, groups: list[list[Change]]
) -> None:
    """Whatever is recorded, in whatever groups, reads back as if it had never left memory."""
    id_ = store.start(None, DAY, "tui", pack, NOW)
    direct = store.draft(id_)
    for group in groups:
        store.record(id_, group, NOW)
        direct = direct.changed(*group)

    assert store.draft(id_) == direct


def test_a_draft_survives_closing(folder: Path, pack: Pack) -> None:
    """What was recorded is there after the program ended."""
    with open_store(folder) as store:
        id_ = begun(store, pack)
        store.record(id_, [Change("urgent.fit", "no")], NOW)
        before = store.draft(id_)
    with open_store(folder) as store:
        assert store.draft(id_) == before
        assert store.draft(id_).get("urgent.fit") == "no"


def test_a_changed_answer_keeps_its_history(store: Store, pack: Pack) -> None:
    """Every value a field has had stays, with its time, also its being taken away."""
    id_ = begun(store, pack)
    later = NOW + timedelta(minutes=5)
    store.record(id_, [Change("urgent.fit", "no")], NOW)
    store.record(id_, [Change("urgent.fit", "yes")], later)
    store.record(id_, [Change("urgent.fit", None)], later)

    assert store.history(id_, "urgent.fit") == ((NOW, "no"), (later, "yes"), (later, None))
    assert store.draft(id_).get("urgent.fit") is None


def test_one_intent_is_one_transaction(store: Store, pack: Pack) -> None:
    """All changes of one intent are saved, or none of them."""
    id_ = begun(store, pack)
    before = store.draft(id_)

    with pytest.raises(ValueError, match="JSON"):
        store.record(id_, [Change("urgent.fit", "no"), Change("worry", float("nan"))], NOW)

    assert store.draft(id_) == before


def test_any_text_can_be_kept(store: Store, pack: Pack) -> None:
    """Markup, escape codes, half characters and a very long note come back as they were."""
    words = "[/b]{{7*7}}\x1b[31m\x00\ud800\u202e\u0623\u0647\u0644👶🏽" + "x" * 100_000
    id_ = begun(store, pack, {**CHILD, "name": words})
    store.record(id_, [Change("observer", words), Change("worry", {"words": words})], NOW)

    assert store.draft(id_).get("worry") == {"words": words}
    assert store.children()[0].name == words
    assert store.screening(id_).observer.startswith("[/b]")


def test_a_draft_is_a_screening_with_its_id(store: Store, pack: Pack) -> None:
    """The document carries id, day and how it was entered, and nothing of the walk."""
    id_ = begun(store, pack)
    store.record(id_, [Change("at", "gate"), Change("passed", ["gate"])], NOW)

    screening = store.draft(id_).screening()

    assert (screening.id, screening.observed_on, screening.entered) == (id_, DAY, "tui")
    assert "passed" not in store.draft(id_).document()


def test_a_child_exists_from_the_moment_it_is_entered(store: Store, pack: Pack) -> None:
    """A screening given up at the gate leaves no child; a corrected name changes the child."""
    id_ = begun(store, pack, None)
    assert store.children() == ()

    store.record(id_, [Change("child", CHILD)], NOW)
    store.record(id_, [Change("child", {**CHILD, "name": "Mila R."})], NOW)

    assert [child.name for child in store.children()] == ["Mila R."]
    assert store.screening(id_).child == store.children()[0]


def test_a_known_child_brings_its_birth_date(store: Store, pack: Pack) -> None:
    """A second screening of a child starts with what is known of it."""
    begun(store, pack)
    child = store.children()[0]

    second = store.start(child.id, DAY, "tui", pack, NOW)

    assert store.draft(second).get("child") == CHILD
    assert len(store.children()) == 1


def test_an_age_is_asked_anew(store: Store, pack: Pack) -> None:
    """A child known by age alone has grown since, so all but its age is taken over."""
    begun(store, pack, {"name": "Mila", "age_months": 3, "age_weeks": 1, "gestation_weeks": 34})
    child = store.children()[0]

    second = store.start(child.id, DAY, "tui", pack, NOW)

    assert store.draft(second).get("child") == {"name": "Mila", "gestation_weeks": 34}
    assert store.screening(second).child == child


def test_what_lasts_is_not_asked_twice(store: Store, pack: Pack) -> None:
    """A second screening brings the newest answer to each lasting question, and no other."""
    lasting, kept, gone = [q.id for q in pack.protocol.background if q.lasting][:3]
    passing = next(q.id for q in pack.protocol.background if not q.lasting)
    first = begun(store, pack)
    given = {lasting: "yes", kept: "no", gone: "yes", passing: "yes"}
    store.record(first, [Change(f"background.{q}", value) for q, value in given.items()], NOW)
    store.record(first, [Change(f"background.{gone}", None)], NOW)
    second = store.start(store.children()[0].id, DAY, "tui", pack, NOW)
    store.record(second, [Change(f"background.{lasting}", "not_sure")], NOW)

    third = store.start(store.children()[0].id, DAY, "tui", pack, NOW)
    strangers = store.start(None, DAY, "tui", pack, NOW)

    assert store.draft(second).table("background") == {lasting: "not_sure", kept: "no"}
    assert store.draft(third).table("background") == {lasting: "not_sure", kept: "no"}
    assert store.draft(strangers).table("background") == {}


def test_a_child_can_be_chosen_and_unchosen(store: Store, pack: Pack) -> None:
    """Choosing a known child after the gate links it; a child left without screenings goes."""
    begun(store, pack)
    known = store.children()[0]
    second = begun(store, pack, {"name": "Wrong", "birth_date": "2026-01-01"})

    store.choose_child(second, known.id, NOW)
    assert store.draft(second).get("child") == CHILD
    assert store.children() == (known,)

    store.choose_child(second, None, NOW)
    assert store.draft(second).get("child") is None
    assert store.children() == (known,)


def test_an_unknown_id_is_said(store: Store) -> None:
    """A wrong id is named."""
    for call in (store.draft, store.screening, store.result, store.earlier_screenings):
        with pytest.raises(StoreError, match="'nope'"):
            call("nope")
    with pytest.raises(StoreError, match="child 'nope'"):
        store.screenings("nope")


def test_recording_nothing_changes_nothing(store: Store, pack: Pack) -> None:
    """An intent without a change is no transaction."""
    id_ = begun(store, pack)
    store.record(id_, [], NOW)

    assert store.draft(id_) == Draft.from_changes(
        [
            Change("entered", "tui"),
            Change("observed_on", DAY.isoformat()),
            Change("child", CHILD),
            Change("id", id_),
            Change("revision", 1),
        ]
    )
