"""The figure of each finding, in all that shows figures."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from tests.report.cases import asymmetric, typical, view_of
from tests.report.made import elements, made
from tonecheck import figures
from tonecheck.protocol.pack import Pack
from tonecheck.report.html import to_html
from tonecheck.report.view import ReportView
from tonecheck.report.view.blocks import Bullets, Section, Table


def _section(view: ReportView, name: str) -> Section:
    return next(section for section in view.sections if section.id == name)


def test_finding_has_its_figure_where_it_is_told(pack: Pack) -> None:
    """Each answer read as a finding has a picture in its cell, the right side's mirrored."""
    view = view_of(pack, asymmetric(pack))
    tables = [block for block in _section(view, "items").blocks if isinstance(block, Table)]
    drawn = {
        (table.rows[picture.row][0].split("\n")[0], picture.column): picture
        for table in tables
        for picture in table.pictures
    }
    hips = drawn["Hip abduction at nappy change", 2]
    assert hips.svg == figures.svg(pack, "hip_opening/stiff", mirrored=True)
    assert hips.alt == pack.words("figures.hip_opening.stiff")
    assert ("Hip abduction at nappy change", 1) not in drawn
    assert ("Asymmetrical tonic neck reflex (ATNR)", 0) in drawn
    assert not any(name.startswith("Fluctuating") for name, _ in drawn)


def test_figure_that_cannot_be_drawn_is_left_out(pack: Pack) -> None:
    """A fault in a figure costs its picture, not the report."""
    broken = {**pack.files, "figures/poses/hip_opening.toml": "[stiff]\nbody = 1\n"}
    other = pack.model_copy(update={"files": broken, "fingerprint": "other"})
    tables = _section(view_of(other, asymmetric(pack)), "items").blocks
    drawn = {
        picture.alt for table in tables if isinstance(table, Table) for picture in table.pictures
    }
    assert drawn
    assert pack.words("figures.hip_opening.stiff") not in drawn


def test_side_that_is_not_known_is_drawn_as_left(pack: Pack) -> None:
    """A one-sided answer without its side has the picture as it was drawn."""
    data = typical(pack)
    data["checks"]["rest"] = {"answers": ["curve"], "side": "unknown"}
    tables = [b for b in _section(view_of(pack, data), "items").blocks if isinstance(b, Table)]
    pictures = [picture for table in tables for picture in table.pictures]
    assert figures.svg(pack, "rest/curve") in [picture.svg for picture in pictures]


def test_parents_page_has_a_picture_for_each_thing_seen(pack: Pack) -> None:
    """Each answer that led to something has one, in the order of the lines; four name the rest."""
    view = view_of(pack, asymmetric(pack))
    saw = next(b for b in view.parent.blocks if isinstance(b, Bullets) and b.pictures)
    assert len(saw.pictures) == len(saw.lines) - 4
    assert all(saw.pictures)
    assert not [b for b in view_of(pack, typical(pack)).parent.blocks if getattr(b, "pictures", ())]


def test_pictures_stand_in_the_page(pack: Pack) -> None:
    """A figure is part of the page, its words are its title, and a line begins right beside it."""
    html = to_html(view_of(pack, asymmetric(pack)))
    assert f'</svg><span class="beside">{pack.words.checks["hip_opening"].name}, right' in html
    alt = pack.words("figures.hip_opening.stiff")
    assert f'class="picture" role="img"><title>{alt}</title>' in html


def test_pictures_are_drawn_and_told() -> None:
    """Each picture of the view is a vector figure of the PDF with its words."""
    view, data = made("asymmetric")
    told = [str(element.Alt) for _, element in elements(data) if str(element.S) == "/Figure"]
    blocks = [block for section in (*view.sections, view.parent) for block in section.blocks]
    pictures = [p for block in blocks for p in getattr(block, "pictures", ()) if p]
    assert len(pictures) > 10
    assert not {picture.alt for picture in pictures} - set(told)
    with pikepdf.open(io.BytesIO(data)) as document:
        assert not [item for item in document.objects if _is_raster(item)]


def _is_raster(item: Any) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
