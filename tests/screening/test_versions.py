"""What a later version says otherwise than the first result did."""

from __future__ import annotations

from typing import Any

import pytest

from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.versions import with_replaced

FIRST: dict[str, Any] = {
    "id": "first",
    "child": {"age_months": 4},
    "urgent": {"fever": "not_sure"},
    "worry": {"level": "yes", "words": "His legs."},
    "checks": {
        "fists": {"answers": ["always"], "state": "calm", "note": "Mum saw it."},
        "prone": {"answers": ["forearms"], "reported_by": "Dr Okafor"},
    },
}


def _second(**changed: Any) -> Screening:
    return screening_from({**FIRST, "id": "second", "revision": 2, **changed})


def _replaced(**changed: Any) -> dict[str, Any]:
    found = with_replaced(_second(**changed), screening_from(FIRST)).replaced
    return found.model_dump(mode="json", exclude_defaults=True)


@pytest.mark.parametrize(
    ("changed", "replaced"),
    [
        ({}, {}),
        ({"worry": {"level": "no"}}, {"worry": "yes"}),
        ({"urgent": {"fever": "no"}}, {"urgent": {"fever": "not_sure"}}),
        ({"urgent": {}}, {}),
        (
            {"checks": {"prone": FIRST["checks"]["prone"]}},
            {"checks": {"fists": {"answers": ["always"]}}},
        ),
        (
            {"checks": {**FIRST["checks"], "rolls": {"answers": ["none"]}}},
            {"checks": {"rolls": {}}},
        ),
        ({"checks": {**FIRST["checks"], "fists": {"answers": ["always"], "note": ""}}}, {}),
    ],
)
def test_what_was_said_at_first_is_kept_where_it_is_said_otherwise(
    changed: dict[str, Any], replaced: dict[str, Any]
) -> None:
    """Answers, signs and the worry, no notes and names; a sign not asked again is no change."""
    assert _replaced(**changed) == replaced


def test_the_first_of_several_versions_is_what_counts() -> None:
    """Also where the first came from a paper that was changed before."""
    entry = {"answers": ["often"]}
    older = screening_from({**FIRST, "replaced": {"checks": {"fists": entry}, "worry": "no"}})
    found = with_replaced(_second(), older).replaced

    assert found.worry == "no"
    assert found.checks["fists"].answers == ("often",)
