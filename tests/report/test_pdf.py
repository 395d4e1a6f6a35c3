"""The PDF: one page in front, archival, accessible, the same every time, and deaf to addresses."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.report.cases import CASES, HOSTILE, earlier, endless, urgent, view_of
from tonecheck.errors import PangoMissing
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.report import pdf as pdf_module
from tonecheck.report.pdf import refuse, to_pdf
from tonecheck.report.printable import coverage, printable
from tonecheck.report.view import ReportView


class _Said(logging.Handler):
    """Keeps what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@cache
def _rendered(name: str) -> tuple[ReportView, bytes, tuple[str, ...]]:
    pack = load_pack()
    before = earlier(pack) if name == "asymmetric" else ()
    view = view_of(pack, CASES[name](pack), before=before)
    said = _Said()
    logging.getLogger().addHandler(said)
    try:
        return view, to_pdf(view), tuple(said.lines)
    finally:
        logging.getLogger().removeHandler(said)


def _made(name: str) -> tuple[ReportView, bytes]:
    return _rendered(name)[:2]


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _flat(text: str) -> str:
    """Text without the white space and the hyphens that line breaks leave."""
    return "".join(text.split()).replace("\ufffe", "").replace("-", "")


def _elements(data: bytes) -> Iterator[tuple[list[str], Any]]:
    """Every structure element with the kinds of its parents, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as document:
        waiting: list[tuple[list[str], Any]] = [([], document.Root.StructTreeRoot.K[0])]
        while waiting:
            above, element = waiting.pop()
            yield above, element
            kids = element.get("/K", [])
            inside = [*above, str(element.S)]
            for kid in reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    waiting.append((inside, kid))


@pytest.mark.parametrize("name", CASES)
def test_front_sheet_is_one_page(name: str) -> None:
    """Page 1 holds the whole front sheet, its last line too, whatever was typed."""
    view, data = _made(name)
    first = _flat(_pages(data)[0])
    assert _flat(view.front.disclaimer.lead) in first
    assert _flat(view.attachment.sha256) in first
    if view.front.computed:
        assert _flat(view.front.computed.title) in first


def test_what_did_not_fit_stands_on_page_two() -> None:
    """The end of a very long worry and name are printed on the continuation."""
    view, data = _made("endless")
    pages = _pages(data)
    assert "continued on page 2" in " ".join(pages[0].split())
    assert view.overflow.title in pages[1]
    assert _flat(view.front.who[0].value) in _flat(pages[1])


@pytest.mark.parametrize("name", CASES)
def test_every_page_has_stamp_and_number(name: str) -> None:
    """Screening id, content version, fingerprint and page n of m stand on each page."""
    view, data = _made(name)
    pages = _pages(data)
    for number, page in enumerate(pages, start=1):
        assert _flat(view.stamp) in _flat(page)
        assert _flat(f"page {number} of {len(pages)}") in _flat(page)
    assert _flat(f"{view.pages_word} {len(pages)}") in _flat(pages[0])


def test_urgent_paper_has_two_pages_at_most() -> None:
    """The emergency paper can be read on the way."""
    assert len(_pages(_made("urgent")[1])) <= 2


@pytest.mark.parametrize("name", CASES)
def test_engine_says_nothing(name: str) -> None:
    """Not one warning of the engine: no unknown style, no missing glyph, no refused file."""
    assert _rendered(name)[2] == ()


def test_a_warning_of_the_engine_would_be_heard() -> None:
    """What the engine logs does arrive where the test above listens."""
    said = _Said()
    logging.getLogger().addHandler(said)
    try:
        pdf_module._lay_out("<p style='color: no-colour; width: 1px'>x</p>")
    finally:
        logging.getLogger().removeHandler(said)
    assert any("no-colour" in line for line in said.lines)


@pytest.mark.parametrize("name", CASES)
def test_no_glyph_is_missing(name: str) -> None:
    """No character is printed as an empty box: those the fonts lack are code points."""
    _, data = _made(name)
    assert "\x00" not in "".join(_pages(data))
    assert "\ufffd" not in "".join(_pages(data))


def test_characters_the_fonts_lack_are_code_points() -> None:
    """A character outside the fonts prints as its code point; Greek and Cyrillic as they are."""
    assert printable("Ωж\U0001f476") == "Ωж[U+1F476]"
    assert {ord(char) for char in "☐≠±○ЖΩé…“”\N{MINUS SIGN}"} <= coverage()
    assert "[U+1F476]" in _flat("".join(_pages(_made("endless")[1])))


def test_typed_addresses_are_never_read(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rendering hostile notes asks the fetcher for nothing at all."""
    asked: list[str] = []
    monkeypatch.setattr(pdf_module, "refuse", asked.append)
    data = urgent(pack)
    data["worry"] = {"level": "yes", "words": HOSTILE}
    data["child"]["name"] = HOSTILE
    data["checks"]["moro"]["note"] = HOSTILE
    to_pdf(view_of(pack, data))
    assert asked == []


def test_fetcher_refuses_every_address() -> None:
    """A file, a web address and data are refused alike."""
    for address in ("file:///etc/passwd", "http://example.org", "data:text/plain,x"):
        with pytest.raises(ValueError, match="reads no other file"):
            refuse(address)


def test_only_shipped_fonts_are_embedded() -> None:
    """Every font in the file is of the family that comes with the package, and embedded."""
    _, data = _made("endless")
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "DejaVu" in str(font.BaseFont)
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_answers_travel_inside() -> None:
    """The attachment is the screening, as data, related to the file, with fixed dates."""
    view, data = _made("asymmetric")
    with pikepdf.open(io.BytesIO(data)) as document:
        assert list(document.attachments) == ["screening.json"]
        attached = document.attachments["screening.json"]
        content = attached.get_file().read_bytes()
        assert attached.obj.AFRelationship == "/Data"
        assert len(document.Root.AF) == 1
        assert attached.get_file().obj.Params.CreationDate == "D:20260312184000Z"
    assert json.loads(content)["id"] == "tc-asymmetric"
    assert hashlib.sha256(content).hexdigest() == view.attachment.sha256


def test_metadata_has_both_marks_language_and_title() -> None:
    """The file says it is PDF/A-3a and PDF/UA-1, and has a language and a shown title."""
    view, data = _made("typical")
    with pikepdf.open(io.BytesIO(data)) as document:
        metadata = document.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3" pdfaid:conformance="A"' in metadata
        assert b'pdfuaid:part="1"' in metadata
        assert str(document.Root.Lang) == view.language
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title) == view.title


@pytest.mark.parametrize("name", CASES)
def test_structure_is_in_order(name: str) -> None:
    """Headings do not skip, header cells have a scope, figures alternatives, lists items."""
    levels, figures = [], 0
    for above, element in _elements(_made(name)[1]):
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
    _, data = _made(name)
    reached = set()
    for _, element in _elements(data):
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
    check = pytest.importorskip("pikepdf.pdfa").check
    with pikepdf.open(io.BytesIO(_made("asymmetric")[1])) as document:
        found = [str(finding) for finding in check(document, "3b").findings]
    known = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid", "expected 'B'")
    assert not [line for line in found if not any(word in line for word in known)]


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    """The same view gives identical files in two fresh processes, and in this one."""
    view, here = _made("asymmetric")
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        subprocess.run(
            [sys.executable, "-m", "tonecheck.report.render_child", str(file)],
            input=view.model_dump_json().encode(),
            env={**os.environ, "PYTHONHASHSEED": str(len(file.name))},
            check=True,
            capture_output=True,
        )
    assert files[0].read_bytes() == files[1].read_bytes() == here


def test_missing_pango_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Pango the error says so and names this platform's one command."""
    for module in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [_NoPango(), *sys.meta_path])
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(PangoMissing, match="Pango is not installed") as caught:
        pdf_module._engine.__wrapped__()
    assert "brew install pango" in caught.value.hint
    assert "HTML and text" in caught.value.hint


class _NoPango:
    """Stands for a machine on which the engine's library cannot be loaded."""

    def find_spec(self, name: str, *_: object) -> None:
        """Fail as the engine fails while it is imported."""
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.mark.slow
def test_a_very_long_note_does_not_break_the_pages(pack: Pack) -> None:
    """A note of a hundred thousand characters flows over pages to its last word."""
    data = endless(pack)
    data["checks"]["rest"]["note"] = "many words " * 9000 + "the last word"
    pages = _pages(to_pdf(view_of(pack, data)))
    assert any("last word" in " ".join(page.split()) for page in pages)
