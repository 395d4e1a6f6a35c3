"""The PDF's structure: archival, accessible, in reading order."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest
from pikepdf.pdfa import check

from tests.report.cases import CASES
from tests.report.made import elements, made


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_structure_is_in_order(name: str) -> None:
    """Headings do not skip, header cells have a scope, figures alternatives, lists items."""
    levels, figures = [], 0
    for above, element in elements(made(name)[1]):
        kind = str(element.S)
        if kind[:2] == "/H" and kind[2:].isdigit():
            levels.append(int(kind[2:]))
        elif kind == "/TH":
            assert str(element.A.Scope) == ("/Column" if "/THead" in above else "/Row")
        elif kind == "/TD":
            assert list(element.A.Headers)
        elif kind == "/Figure":
            figures += 1
            assert str(element.Alt)
        elif kind == "/L":
            assert {str(item.S) for item in element.K} == {"/LI"}
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert figures or name == "urgent"


@pytest.mark.parametrize("name", ["typical", "urgent"])
def test_margin_text_is_no_content(name: str) -> None:
    """Text in page margins is an artifact; all marked content is reached from the tree."""
    _, data = made(name)
    reached = set()
    for _, element in elements(data):
        kids = element.get("/K", [])
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                reached.add((element.Pg.objgen, kid))
    with pikepdf.open(io.BytesIO(data)) as document:
        marked, margins = set(), 0
        for page in document.pages:
            for instruction in pikepdf.parse_content_stream(page):
                if str(instruction.operator) != "BDC":
                    continue
                kind, properties = instruction.operands
                if "/MCID" in properties:
                    marked.add((page.objgen, int(properties.MCID)))
                else:
                    assert str(kind) == "/Artifact"
                    margins += 1
    assert marked == reached
    assert margins >= 2


def test_archive_check_finds_only_what_it_cannot_know() -> None:
    """The PDF/A-3b check reports the level mark and the PDF/UA schema, and nothing else."""
    with pikepdf.open(io.BytesIO(made("asymmetric")[1])) as document:
        found = [str(finding) for finding in check(document, "3b").findings]
    known = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid", "expected 'B'")
    assert not [line for line in found if not any(word in line for word in known)]


def test_metadata_has_both_marks_language_and_title() -> None:
    """The file says it is PDF/A-3a and PDF/UA-1, and has a language and a shown title."""
    view, data = made("typical")
    with pikepdf.open(io.BytesIO(data)) as document:
        metadata = document.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3" pdfaid:conformance="A"' in metadata
        assert b'pdfuaid:part="1"' in metadata
        assert str(document.Root.Lang) == view.language
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title) == view.title
        checksum = f"sha256:{view.attachment.sha256}"
        assert checksum in str(document.docinfo.Keywords)
        assert checksum.encode() in metadata
