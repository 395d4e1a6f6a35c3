"""The rules behind each finding, and where the two sets differ."""

from __future__ import annotations

from tests.report.cases import asymmetric, typical, view_of
from tests.report.view.parts import section_of, table_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.blocks import Lines, Windows


def test_sources_differ_draws_both_windows(pack: Pack) -> None:
    """An answer read differently has a row, and a figure of both windows that is explained."""
    section = section_of(view_of(pack, asymmetric(pack)), "differ")
    assert any("ATNR" in row[0] for row in table_of(section).rows)
    figure = next(block for block in section.blocks if isinstance(block, Windows))
    assert len(figure.bars) == 2
    assert figure.points
    before = section.blocks[section.blocks.index(figure) - 1]
    assert isinstance(before, Lines)
    assert "hatched, sources differ" in before.lines[0]


def test_trace_has_a_row_for_every_finding(pack: Pack) -> None:
    """Each finding has its rule id, graded sources and the answer that would change it."""
    view = view_of(pack, asymmetric(pack))
    screening_findings = table_of(section_of(view, "trace")).rows
    rules = [row[1] for row in screening_findings]
    assert "published:hip_opening.stiff@[4, 6)" in rules
    assert any("weak source" in row[2] for row in screening_findings)
    assert all(row[3] for row in screening_findings)


def test_every_source_in_the_trace_is_in_the_bibliography(pack: Pack) -> None:
    """No reading rests on a source that the bibliography leaves out."""
    view = view_of(pack, asymmetric(pack))
    listed = {row[0] for row in table_of(section_of(view, "sources")).rows}
    cited = {
        source.split(" (")[0].strip()
        for row in table_of(section_of(view, "trace")).rows
        for source in row[2].replace("), ", ")|").split("|")
    }
    assert cited <= listed


def test_a_weak_reading_names_the_weak_sources_it_rests_on(pack: Pack) -> None:
    """Not the stronger ones of its check, which do not say so; any other reading names all."""
    data = typical(pack)
    data["checks"] = {"upright": {"answers": ["wobbles"]}}
    for months, is_weak in ((4, True), (6, False)):
        data["child"] = {"age_months": months}
        (row,) = table_of(section_of(view_of(pack, data), "trace")).rows
        types = [source.rpartition("(")[2] for source in row[2].split("), ")]
        assert (set(types) == {"C, weak source)"}) is is_weak
