"""What to film, how it was read, and from where."""

from __future__ import annotations

from tests.report.cases import asymmetric, endless, typical, view_of
from tests.report.view.parts import rows_of, section_of
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


def test_no_address_is_printed_of_a_source_that_was_read_as_a_copy(pack: Pack) -> None:
    """Its line says so instead; of other sources only the address of their own page stands."""
    rows = rows_of(section_of(view_of(pack, endless(pack)), "sources"))
    printed = {row[0]: row[1] for row in rows}
    sources = {key: pack.protocol.sources[key] for key in printed}
    copied = [key for key, source in sources.items() if source.copied]
    assert copied
    assert len(copied) < len(sources)
    for key, source in sources.items():
        assert ("read as a copy" in printed[key]) is source.copied
        assert (source.address in printed[key]) is not (source.copied and bool(source.address))
        assert not any(address in printed[key] for address in source.also)
        assert "://" not in source.note
