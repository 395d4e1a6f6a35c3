"""What was said of urgent signs, first on the parent's page."""

from __future__ import annotations

import pytest

from tests.report.cases import signs, typical, usual, view_of
from tests.report.view.parts import lists
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.blocks import Bullets


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"urgent": {"fit": "not_sure"}},
            "or your doctor now, unless you can rule this out: a first fit (seizure).",
        ),
        (
            {"urgent": {"lost_skill": "not_sure"}},
            "Phone your doctor now and ask about this: a lost skill.",
        ),
        (
            {"urgent": {"fit": "yes"}, "seen_by_doctor": {"urgent.fit": "2026-03-11"}},
            "told of: a first fit (seizure). A doctor saw it: 11 March 2026. If it is still there",
        ),
    ],
)
def test_parents_page_begins_with_what_was_said_of_urgent_signs(
    pack: Pack, said: dict[str, dict[str, str]], told: str
) -> None:
    """Not sure, or seen by a doctor: named with whom to call, and never called ordinary."""
    data = {**typical(pack), **said, "urgent": signs(pack, **said["urgent"])}
    blocks = [b for b in view_of(pack, data).parent.blocks if isinstance(b, Bullets)]
    is_first = "not_sure" in said["urgent"].values()
    assert told in blocks[0].lines[0 if is_first else 1]
    assert "only write down" not in str(blocks)


def test_nobody_who_was_told_to_phone_now_reads_of_opening_hours(pack: Pack) -> None:
    """A visit this week may wait for the doctor to open; a sign one was not sure of may not."""
    data = usual(pack)
    waits = "phone as soon as they open"
    assert waits in lists(view_of(pack, data))["What to do next"][0]
    data["urgent"]["lost_skill"] = "not_sure"
    lines = lists(view_of(pack, data))["What to do next"]
    assert waits not in str(lines)
    assert any("If you reach no one, go to a hospital." in line for line in lines)


@pytest.mark.parametrize(("sign", "begins"), [("lost_skill", "In the same call"), ("fit", "Phone")])
def test_a_doctor_who_is_phoned_now_is_asked_for_the_visit_too(
    pack: Pack, sign: str, begins: str
) -> None:
    """One call for both; beside an emergency call the visit is a call of its own."""
    data = {**usual(pack), "urgent": signs(pack, **{sign: "not_sure"})}
    (_, visit, *_) = lists(view_of(pack, data))["What to do next"]
    assert visit.startswith(begins)
    assert "a visit this week" in visit
