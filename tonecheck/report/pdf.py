"""The report as PDF/A-3a with its answers attached, drawn by WeasyPrint.

Importing the engine is slow and needs Pango, so it happens inside, and only here.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import io
import os
import sys
import warnings
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from tonecheck.errors import PangoMissing
from tonecheck.report.clock import utc
from tonecheck.report.fit import ROOMS
from tonecheck.report.html import render
from tonecheck.report.structure import finish, marked_accessible
from tonecheck.report.view.model import ReportView

FONTS = Path(__file__).parent / "fonts"
FRONT_END = "front-end"
"""The anchor of the last line of the front sheet."""

_INSTALL = {
    "darwin": "Install it with: brew install pango",
    "win32": "Install MSYS2 from msys2.org, then run in its shell: "
    "pacman -S mingw-w64-ucrt-x86_64-pango",
}
_INSTALL_ELSEWHERE = (
    "Install it with: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)
_STILL = "HTML and text reports can be made without it."


def to_pdf(view: ReportView) -> bytes:
    """The report as a PDF file. Same view, same bytes.

    Raises PangoMissing, whose hint names the command that installs it.
    """
    engine = _engine()
    document = _fitted(view)
    metadata = document.metadata
    plain_rdf = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *kind: marked_accessible(plain_rdf(*kind))
    moment = utc(view.made_at)
    attachment = engine.Attachment(
        string=view.attachment.text.encode(),
        name=view.attachment.name,
        description=view.attachment.description,
        created=moment,
        modified=moment,
        relationship="Data",
        url_fetcher=refuse,
    )
    with warnings.catch_warnings():
        # The engine leaves its colour profile for the garbage collector to close.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(
            finisher=finish, attachments=[attachment], pdf_variant="pdf/a-3a"
        )
    return pdf


def refuse(url: str) -> NoReturn:
    """The fetcher of every address: a report has all it needs within itself."""
    raise ValueError("a report reads no other file and no address")


def _fitted(view: ReportView) -> Any:
    """The document laid out with page 1 on one page: with the most room that allows it."""
    document = _lay_out(render(view, ROOMS[0]))
    if FRONT_END in document.pages[0].anchors:
        return document
    tight, wide = len(ROOMS) - 1, 0
    while tight - wide > 1:
        middle = (tight + wide) // 2
        front = _lay_out(render(view, ROOMS[middle], is_front_only=True))
        is_one = FRONT_END in front.pages[0].anchors
        tight, wide = (middle, wide) if is_one else (tight, middle)
    return _lay_out(render(view, ROOMS[tight]))


def _lay_out(html: str) -> Any:
    from tonecheck.report.printable import printable

    engine = _engine()
    page = engine.HTML(string=printable(html), url_fetcher=refuse)
    return page.render(font_config=_font_configuration(), pdf_variant="pdf/a-3a")


@lru_cache(maxsize=1)
def _engine() -> Any:
    """WeasyPrint, seeing the shipped fonts and no others."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), _quick_library_search():
            import weasyprint
    except OSError:
        how = _INSTALL.get(sys.platform, _INSTALL_ELSEWHERE)
        raise PangoMissing(
            "The PDF cannot be made: Pango is not installed.", hint=f"{how}. {_STILL}"
        ) from None
    return weasyprint


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    """One for the process: it keeps memory flat over many reports."""
    _engine()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextlib.contextmanager
def _quick_library_search() -> Iterator[None]:
    """On Linux, look libraries up by their names alone.

    Otherwise each name tried in vain starts a compiler; the plain names come next and are found.
    """
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
