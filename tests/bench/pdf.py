"""A PDF from a cold start, beside WeasyPrint alone on the page that tonecheck gave it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.prepared import whole_screening
from tests.bench.rotation import PYTHON, TONECHECK, Row, clean, process, ratio, rotate
from tonecheck.protocol.load import load_pack
from tonecheck.report import pdf
from tonecheck.report.clock import report_time
from tonecheck.report.fit import ROOMS
from tonecheck.report.html import render
from tonecheck.report.printable import printable
from tonecheck.report.view import build_view
from tonecheck.scoring.score import score

ROUNDS = 9
BARE = (
    "import sys, weasyprint; "
    "weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/a-3a')"
)


class Paper:
    """A made-up screening as a file, as the report's view, and as the page to print."""

    def __init__(self, folder: Path) -> None:
        pack = load_pack()
        screening = whole_screening(pack)
        result = score(pack, screening, (), "published")
        view = build_view(pack, screening, result, made_at=report_time())
        self.folder = folder
        self.screening = folder / "screening.json"
        self.screening.write_text(screening.model_dump_json(exclude_defaults=True))
        self.view = folder / "view.json"
        self.view.write_text('{"password": ""}\n' + view.model_dump_json())
        self.page = folder / "page.html"
        self.page.write_text(printable(render(view, ROOMS[0])), encoding="utf-8")


def rows(folder: Path) -> Iterator[Row]:
    """The command that makes a report, with the fonts that it ships on both sides."""
    paper = Paper(folder)
    own = clean(
        TONECHECK_CONFIG=str(folder / "config"), FONTCONFIG_FILE=str(pdf.FONTS / "fonts.conf")
    )
    bare = [PYTHON, "-c", BARE, str(paper.page), str(folder / "bare.pdf")]
    report = [*TONECHECK, "report", str(paper.screening), "-o", str(folder / "report.pdf")]
    html = [*TONECHECK, "report", str(paper.screening), "-o", str(folder / "report.html")]
    seconds = rotate(
        {"floor": process(bare, own), "pdf": process(report, own), "html": process(html, own)},
        ROUNDS,
    )
    floor = "WeasyPrint alone, same page"
    yield Row("pdf", "tonecheck report, PDF", floor, ratio(seconds["pdf"], seconds["floor"]), 0.85)
    yield Row("pdf", "tonecheck report, HTML", floor, ratio(seconds["html"], seconds["floor"]))
