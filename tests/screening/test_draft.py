from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import typical_baby
from tests.shipped import PROTOCOL
from tonecheck.screening.draft import Change, Draft

FIELDS = st.sampled_from(["urgent.fit", "worry", "checks.moro", "at", "passed"])


@given(st.lists(st.tuples(FIELDS, st.none() | st.integers())))
def test_a_draft_is_the_last_word_on_each_field(changes: list[tuple[str, int | None]]) -> None:
    """Folding a log keeps the newest value of a field, and None takes it away."""
    draft = Draft.from_changes(Change(field, value) for field, value in changes)
    last = dict(changes)

    assert draft.fields == {f: v for f, v in last.items() if v is not None}


def test_a_screening_survives_as_fields() -> None:
    """Revising a screening starts from exactly its answers."""
    screening = typical_baby(PROTOCOL, 120, worry={"level": "yes", "words": "she is floppy"})

    assert Draft.from_screening(screening).screening() == screening


def test_what_steers_the_walk_stays_behind() -> None:
    """Where the parent was is no part of the screening."""
    draft = Draft({"child": {"age_months": 4}, "at": "gate", "passed": ["gate"]})

    assert draft.document() == {"child": {"age_months": 4}}


def test_a_field_is_split_at_its_first_dot_only() -> None:
    """What a doctor has seen is named by a key with a dot of its own."""
    draft = Draft({"seen_by_doctor.urgent.fit": "2026-01-01"})

    assert draft.document() == {"seen_by_doctor": {"urgent.fit": "2026-01-01"}}
