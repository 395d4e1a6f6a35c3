"""Sides that were said to differ never end as if they were the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import OBSERVED
from tests.shipped import PROTOCOL
from tonecheck.protocol.check import Check, Sides
from tonecheck.screening.document import screening_from
from tonecheck.screening.draft import Draft
from tonecheck.screening.validate import problems
from tonecheck.screening.walk import Walk

DERIVING = [c for c in PROTOCOL.checks if c.sides is Sides.PAIRED and c.derive]


def _after(walk: Walk, check: str, answer: str, side: str) -> Walk:
    found = walk.choose(check, answer, side) if answer else walk.differ(check)
    return Walk(PROTOCOL, walk.draft.changed(*found))


@pytest.mark.parametrize("check", DERIVING, ids=lambda check: check.id)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_same_on_both_sides_still_says_that_they_differ(
    check: Check, data: st.DataObject
) -> None:
    """Whatever is picked and taken back: equal sides carry the answer that they differ."""
    assert check.derive is not None
    steps = [("", "")]
    steps += [(a.id, side) for a in check.answers for side in ("left", "right") if not a.whole]
    steps += [(a.id, "") for a in check.answers]
    child = {"age_months": 4}
    walk = Walk(PROTOCOL, Draft({"child": child, "observed_on": OBSERVED.isoformat()}))
    for step in data.draw(st.lists(st.sampled_from(steps), min_size=2, max_size=8)):
        walk = _after(walk, check.id, *step)
        entry = walk.entry(check.id)
        if entry.get("left") and entry.get("left") == entry.get("right"):
            assert check.derive.answer in entry["answers"]
        if bool(entry.get("left")) == bool(entry.get("right")):
            assert list(problems(PROTOCOL, screening_from(walk.draft.document()))) == []
