"""What to film, and how it was read."""

from __future__ import annotations

from tests.report.cases import asymmetric, typical, view_of
from tests.report.view.parts import section_of
from tonecheck.protocol.pack import Pack


def test_under_five_months_two_minutes_of_movement_are_asked(pack: Pack) -> None:
    """A young baby is always to be filmed moving freely, also with nothing odd."""
    young = str(section_of(view_of(pack, typical(pack)), "filming"))
    older = str(section_of(view_of(pack, asymmetric(pack)), "filming"))
    assert "Two minutes of free movement" in young
    assert "Two minutes of free movement" not in older
    assert "nappy change" in older


def test_base_rates_stand_beside_recheck_and_doctor_only(pack: Pack) -> None:
    """Base rates could calm: never beside a more urgent action, no finding, nor on page 1."""
    data = typical(pack)
    assert "Brief-HINE" not in str(section_of(view_of(pack, data), "method"))
    data["worry"] = {"level": "yes"}
    view = view_of(pack, data)
    assert "Brief-HINE" not in str(section_of(view, "method"))
    assert pack.words("result.base_rates.text") not in str(view.parent)
    data["checks"]["fists"] = {"answers": ["thumb"]}
    assert "Brief-HINE" in str(section_of(view_of(pack, data), "method"))
    assert "Brief-HINE" not in str(view_of(pack, data).front)
    assert "Brief-HINE" not in str(section_of(view_of(pack, asymmetric(pack)), "method"))
