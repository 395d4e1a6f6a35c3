"""Walks through the checklist for made-up babies."""

from __future__ import annotations

from typing import Any

from tests.factories import OBSERVED, clear_gate
from tests.shipped import PROTOCOL
from tonecheck.screening.draft import Draft
from tonecheck.screening.walk import Walk


def walk_at(months: int = 4, /, **fields: Any) -> Walk:
    """A walk for a baby of that age, with every urgent sign answered no."""
    base: dict[str, Any] = {
        "child": {"age_months": months, "age_weeks": 1},
        "observed_on": OBSERVED.isoformat(),
        **{f"urgent.{sign}": "no" for sign in clear_gate(PROTOCOL)},
        "situations": [],
    }
    return Walk(PROTOCOL, Draft({**base, **fields}))
