from __future__ import annotations

from typing import Any

import pytest

from tonecheck.errors import InputError
from tonecheck.screening.document import screening_from

AGE = {"child": {"age_months": 4}}


def test_an_age_is_all_a_screening_needs() -> None:
    """Everything but an age may be absent."""
    assert screening_from(AGE).child.age_months == 4


def test_an_urgent_sign_needs_no_age() -> None:
    """Nothing may hold up an emergency; a sign answered no asks for the age again."""
    assert not screening_from({"urgent": {"fit": "yes"}}).child.has_age
    with pytest.raises(InputError, match="child: give either"):
        screening_from({"urgent": {"fit": "no"}})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "child: give either birth_date or age_months"),
        ({"child": {}}, "child: give either birth_date or age_months"),
        ({"child": {"age_months": 4, "birth_date": "2026-01-01"}}, "either birth_date or age"),
        ({"child": {"age_months": 4, "age_days": 120}}, "either birth_date or age"),
        ({"child": {"age_months": "four"}}, "child.age_months"),
        ({"child": {"age_months": 4, "gestation_weeks": 55}}, "child.gestation_weeks"),
        ({"child": {"age_months": 4.5, "age_weeks": 1}}, "age_weeks goes with whole age_months"),
        ({"child": {"birth_date": "2026-01-01"}}, "observed_on is needed"),
        ({"child": {"birth_date": "yesterday"}}, "child.birth_date"),
        ({**AGE, "chekcs": {}}, "chekcs: is not a field of a screening"),
        ({**AGE, "urgent": {"fit": "maybe"}}, "urgent.fit"),
        ({**AGE, "checks": {"moro": {"answers": "both"}}}, "must be a list of answers"),
        ({**AGE, "checks": {"moro": {"answers": ["a", "a"]}}}, "names an answer twice"),
        ({**AGE, "checks": {"moro": {"answers": ["a"], "not_seen": "crying"}}}, "has answers"),
        ({**AGE, "checks": {"moro": {"not_seen": "bored"}}}, "checks.moro.not_seen"),
        ({**AGE, "id": "../../etc"}, "id:"),
        ({**AGE, "format": "other"}, "format"),
    ],
)
def test_a_wrong_field_is_named(data: dict[str, Any], message: str) -> None:
    """Bad input is refused with the field and the reason."""
    with pytest.raises(InputError, match=message):
        screening_from(data)


def test_every_wrong_field_is_named_at_once() -> None:
    """A file is mended in one go."""
    with pytest.raises(InputError) as error:
        screening_from({"child": {"age_months": -1}, "worry": 3})

    assert "child.age_months" in error.value.message
    assert "worry" in error.value.message


@pytest.mark.parametrize(
    "note", ["x" * 100_000, "👶🏽", "שלום", "[/b]", "{{7*7}}", "\x1b[31mred", "\0"]
)
def test_hostile_text_is_kept_as_it_is(note: str) -> None:
    """What a parent wrote comes back unchanged from JSON."""
    screening = screening_from({**AGE, "checks": {"moro": {"note": note}}})

    assert type(screening).model_validate_json(screening.to_json()) == screening
    assert screening.checks["moro"].note == note
