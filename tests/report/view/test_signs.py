"""Urgent signs in a report that is not urgent."""

from __future__ import annotations

from tests.report.cases import signs, typical, urgent, view_of
from tests.report.view.parts import section_of, value_of
from tonecheck.protocol.pack import Pack


def test_sign_seen_by_a_doctor_gives_the_whole_report(pack: Pack) -> None:
    """A sign that a doctor has seen is printed with the day, and the report is the full one."""
    data = {**urgent(pack), "seen_by_doctor": {"urgent.lost_skill": "10 March"}}
    view = view_of(pack, data)
    assert not view.is_emergency
    assert "seen by a doctor: 10 March" in str(view.front.more)
    assert view.front.computed is not None
    name = pack.words("gate.lost_skill.clinical")
    assert name in value_of(view.front.computed.others, "Set by")


def test_an_age_mended_after_the_signs_leaves_out_those_of_the_other_age(pack: Pack) -> None:
    """A no to a sign that is not asked at this age is not printed as one; a yes always is."""
    data = typical(pack)
    other = next(s for s in pack.protocol.signs if not s.applies(88))
    name = pack.words(f"gate.{other.id}.clinical")
    assert name not in str(section_of(view_of(pack, data), "signs"))
    data["urgent"] = signs(pack, **{other.id: "not_sure"})
    assert name in str(section_of(view_of(pack, data), "signs"))
