"""The PDF: one page in front, archival, accessible, the same every time, and deaf to addresses."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.report.cases import CASES, HOSTILE, asymmetric, endless, urgent, usual, view_of
from tests.report.made import Said, made, rendered
from tonecheck.errors import PangoMissing
from tonecheck.protocol.pack import Pack
from tonecheck.report import pdf as pdf_module
from tonecheck.report.pdf import refuse, to_pdf
from tonecheck.report.printable import coverage, printable
from tonecheck.report.view.blocks import Bullets, Picture

FOOT = 31
"""Points below which only the stamp and the number of a page stand."""


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _flat(text: str) -> str:
    """Text without the white space and the hyphens that line breaks leave."""
    return "".join(text.split()).replace("\ufffe", "").replace("-", "")


@pytest.mark.parametrize("name", CASES)
def test_front_sheet_is_one_page(name: str) -> None:
    """Page 1 holds the whole front sheet, its last line too, whatever was typed."""
    view, data = made(name)
    first = _flat(_pages(data)[0])
    assert _flat(view.front.disclaimer.lead) in first
    assert _flat(view.attachment.sha256) in first
    if view.front.computed:
        assert _flat(view.front.computed.title) in first


def test_no_words_lie_over_others(pack: Pack) -> None:
    """Where every answer is a finding, each line of the parent's page has its own room."""
    case = asymmetric(pack)
    case["checks"] = {
        "rest": {"answers": ["arch"]},
        "scissor": {"answers": ["stiff"]},
        "hip_opening": {"answers": ["stiff"]},
    }
    document = pypdfium2.PdfDocument(to_pdf(view_of(pack, case)))
    lines = _lines(document[len(document) - 1])
    over = _over(lines)
    assert len(lines) > 20
    assert over == []


@pytest.mark.parametrize("name", CASES)
def test_no_page_has_words_over_others(name: str) -> None:
    """Not on page 1, where lists stand beside the map, nor on any other."""
    document = pypdfium2.PdfDocument(made(name)[1])
    assert [_over(_lines(page)) for page in document] == [[]] * len(document)


def _over(lines: list[tuple[float, float, float, float, str]]) -> list[tuple[str, str]]:
    """The runs of text that share more than a hair of the page."""
    return [
        (one[4], other[4])
        for one, other in combinations(lines, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 2
        and min(one[3], other[3]) - max(one[1], other[1]) > 2
    ]


def _lines(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float, str]]:
    """Each run of text: left, bottom, right, top in points, and its words."""
    text = page.get_textpage()
    found = []
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        words = text.get_text_bounded(left, bottom, right, top)
        found.append((left, bottom, right, top, words))
    return found


def test_what_did_not_fit_stands_on_page_two() -> None:
    """The end of a very long worry and name are printed on the continuation."""
    view, data = made("endless")
    pages = _pages(data)
    assert "(page 2)" in " ".join(pages[0].split())
    assert view.overflow.title in pages[1]
    assert _flat(view.front.who[0].value) in _flat(pages[1])


@pytest.mark.parametrize("name", CASES)
def test_every_page_has_stamp_and_number(name: str) -> None:
    """Screening id, content version, fingerprint and page n of m stand on each page."""
    view, data = made(name)
    pages = _pages(data)
    for number, page in enumerate(pages, start=1):
        assert _flat(view.stamp) in _flat(page)
        assert _flat(f"page {number} of {len(pages)}") in _flat(page)


@pytest.mark.parametrize("name", CASES)
def test_page_one_names_the_parents_pages_and_each_says_whose_it_is(name: str) -> None:
    """All of them, from the one with the title to the last; a short paper, without any, none."""
    view, data = made(name)
    pages = [_flat(page) for page in _pages(data)]
    title, continued = _flat(view.parent.title), _flat(view.parent.continued)
    at = next(n for n, page in enumerate(pages, 1) if title in page)
    told = view.front.parents_page
    assert (told is None) is view.is_emergency
    if told:
        way = {0: told.at, 1: told.two}.get(len(pages) - at, told.more)
        numbers = {"page": at, "last": len(pages)}
        assert _flat(way.format_map(numbers)) in pages[0]
        heads = [continued in page for page in pages]
        assert heads == [number > at for number in range(1, len(pages) + 1)]
    else:
        assert "yourown" not in pages[0]


def test_parents_part_of_six_findings_is_one_page() -> None:
    """With fifteen checks not seen, and two that books read differently."""
    view, data = made("asymmetric")
    saw = next(b for b in view.parent.blocks if isinstance(b, Bullets) and b.pictures)
    assert len(saw.pictures) == 6
    assert _flat(view.parent.title) in _flat(_pages(data)[-1])


@pytest.mark.slow
def test_usual_parents_part_is_one_page(pack: Pack) -> None:
    """At four months, with five findings, three checks not seen and many only written down."""
    view = view_of(pack, usual(pack))
    assert _flat(view.parent.title) in _flat(_pages(to_pdf(view))[-1])


def test_parents_page_is_full_before_it_goes_on() -> None:
    """Both columns reach its foot, with room between them."""
    view, data = made("endless")
    document = pypdfium2.PdfDocument(data)
    at = next(n for n, page in enumerate(_pages(data)) if _flat(view.parent.title) in _flat(page))
    assert at < len(document) - 1
    middle = document[at].get_width() / 2
    name = _flat(view.parent.subtitle)
    lines = [line for line in _lines(document[at]) if _flat(line[4]) not in name]
    above = [line for line in lines if line[1] > FOOT]
    left = [line for line in above if line[0] < middle]
    right = [line for line in above if line[0] > middle]
    assert max(line[2] for line in left) < middle - 2
    assert min(line[0] for line in right) > middle + 2
    for column in (left, right):
        assert min(line[1] for line in column) < FOOT + 60


def test_urgent_paper_has_two_pages_at_most() -> None:
    """The emergency paper can be read on the way."""
    assert len(_pages(made("urgent")[1])) <= 2


@pytest.mark.parametrize("name", CASES)
def test_engine_says_nothing(name: str) -> None:
    """Not one warning of the engine: no unknown style, no missing glyph, no refused file."""
    assert rendered(name).warnings == ()


def test_a_warning_of_the_engine_would_be_heard() -> None:
    """What the engine logs does arrive where the test above listens."""
    said = Said()
    logging.getLogger().addHandler(said)
    try:
        pdf_module._read("<p style='color: no-colour; width: 1px'>x</p>")
    finally:
        logging.getLogger().removeHandler(said)
    assert any("no-colour" in line for line in said.lines)


@pytest.mark.parametrize("name", CASES)
def test_no_glyph_is_missing(name: str) -> None:
    """No character is printed as an empty box: those the fonts lack are code points."""
    _, data = made(name)
    assert "\x00" not in "".join(_pages(data))
    assert "\ufffd" not in "".join(_pages(data))


def test_characters_the_fonts_lack_are_code_points() -> None:
    """A character outside the fonts prints as its code point; Greek and Cyrillic as they are."""
    assert printable("Ωж\U0001f476") == "Ωж[U+1F476]"
    assert {ord(char) for char in "☐≠±○ЖΩé…“”\N{MINUS SIGN}"} <= coverage()
    assert "[U+1F476]" in _flat("".join(_pages(made("endless")[1])))


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
    """A file, a web address and data are refused alike, and a picture that is not the report's."""
    pictures = pdf_module._Pictures()
    name = pictures.named(Picture(svg="<svg/>", alt="x")).split('src="')[1].split('"')[0]
    assert pictures.fetch(name).read() == b"<svg/>"
    for address in ("file:///etc/passwd", "http://example.org", "data:text/plain,x", f"{name}9"):
        for fetch in (refuse, pictures.fetch):
            with pytest.raises(ValueError, match="reads no other file"):
                fetch(address)


def test_only_shipped_fonts_are_embedded() -> None:
    """Every font in the file is of the family that comes with the package, and embedded."""
    _, data = made("endless")
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "DejaVu" in str(font.BaseFont)
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_answers_travel_inside() -> None:
    """The screening and the earlier ones, each related to the file, in order, dated once."""
    view, data = made("asymmetric")
    assert view.earlier is not None
    with pikepdf.open(io.BytesIO(data)) as document:
        assert list(document.attachments) == ["earlier.json", "screening.json"]
        assert len(document.Root.AF) == 2
        for attachment in (view.attachment, view.earlier):
            attached = document.attachments[attachment.name]
            content = attached.get_file().read_bytes()
            assert attached.obj.AFRelationship == f"/{attachment.relationship}"
            assert attached.get_file().obj.Params.CreationDate == "D:20260312184000Z"
            assert hashlib.sha256(content).hexdigest() == attachment.sha256
    assert json.loads(view.attachment.text)["id"] == "tc-asymmetric"
    assert len(json.loads(view.earlier.text)["screenings"]) == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["typical", "asymmetric"])
def test_two_processes_make_the_same_bytes(tmp_path: Path, name: str) -> None:
    """The same view gives identical files in a fresh process and in this one."""
    view, here = made(name)
    there = tmp_path / "there.pdf"
    subprocess.run(
        [sys.executable, "-m", "tonecheck.report.render_child", str(there)],
        input=b'{"password": ""}\n' + view.model_dump_json().encode(),
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=True,
        capture_output=True,
    )
    assert there.read_bytes() == here


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
