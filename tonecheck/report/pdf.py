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
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tonecheck.errors import PangoMissing
from tonecheck.report.clock import utc
from tonecheck.report.fit import ROOMS, Room
from tonecheck.report.html import render
from tonecheck.report.likely import likely_pages, likely_room
from tonecheck.report.structure import finish, marked_accessible
from tonecheck.report.view.blocks import Picture
from tonecheck.report.view.model import ReportView

FONTS = Path(__file__).parent / "fonts"
FRONT_END = "front-end"
"""The anchor of the last line of the front sheet."""

PARENTS_PART = "parent"
"""The anchor of the parent's part, the last."""

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
    # A reader looks files up by name, and expects them in that order.
    carried = sorted(filter(None, (view.attachment, view.earlier)), key=lambda file: file.name)
    attachments = [
        engine.Attachment(
            string=file.text.encode(),
            name=file.name,
            description=file.description,
            created=moment,
            modified=moment,
            relationship=file.relationship,
            url_fetcher=refuse,
        )
        for file in carried
    ]
    with warnings.catch_warnings():
        # The engine leaves its colour profile for the garbage collector to close.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(
            finisher=finish, attachments=attachments, pdf_variant="pdf/a-3a"
        )
    return pdf


def refuse(url: str) -> Any:
    """The fetcher of every address: a report has all it needs within itself."""
    raise ValueError("a report reads no other file and no address")


class _Pictures:
    """The pictures of a report under names of their own, the only ones the engine may ask for.

    The engine reads an inline drawing as slowly as text, and a picture asked for by name fast.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def named(self, picture: Picture) -> Markup:
        """What stands in the page for a picture."""
        name = self._names.setdefault(picture.svg, f"picture:{len(self._names)}")
        return Markup('<img class="picture" src="{name}" alt="{alt}">').format(
            name=name, alt=picture.alt
        )

    def fetch(self, url: str) -> Any:
        """The picture of that name; any other address is refused."""
        for svg, name in self._names.items():
            if name == url:
                from weasyprint.urls import URLFetcherResponse

                return URLFetcherResponse(url, svg.encode(), {"Content-Type": "image/svg+xml"})
        return refuse(url)


def _fitted(view: ReportView) -> Any:
    """The document laid out with page 1 on one page: with the most room that allows it."""
    wide, tight = 0, len(ROOMS) - 1
    tried = likely_room(view.front, view.overflow)
    if tried == 0:
        document = _whole(view, ROOMS[0])
        if _is_fitting(document):
            return document
        wide = 1
    step = 1
    while wide < tight:
        tried = min(max(tried, wide), tight - 1)
        if _is_fitting(_lay_out(view, ROOMS[tried], is_front_only=True)):
            tight, tried = tried, tried - step
        else:
            wide, tried = tried + 1, tried + step
        step *= 2
    return _whole(view, ROOMS[tight])


def _whole(view: ReportView, room: Room) -> Any:
    """The document laid out with the pages of the parent's part named on page 1.

    That part turns where that leaves two pages; what is longer flows.
    """
    told, is_turning = likely_pages(view.parent)
    while True:
        document = _lay_out(view, room, parents_pages=told, is_turning=is_turning)
        pages = _parents_pages(document)
        if is_turning and pages > 2:
            told, is_turning = pages - 1, False
        elif pages == told or view.front.parents_page is None:
            return document
        else:
            told = pages


def _parents_pages(document: Any) -> int:
    """How many pages the parent's part takes, up to the last."""
    begins = next(n for n, page in enumerate(document.pages) if PARENTS_PART in page.anchors)
    return len(document.pages) - begins


def _is_fitting(document: Any) -> bool:
    return FRONT_END in document.pages[0].anchors


def _lay_out(
    view: ReportView,
    room: Room,
    *,
    parents_pages: int = 1,
    is_turning: bool = False,
    is_front_only: bool = False,
) -> Any:
    pictures = _Pictures()
    html = render(
        view,
        room,
        parents_pages=parents_pages,
        is_turning=is_turning,
        is_front_only=is_front_only,
        show=pictures.named,
    )
    return _read(html, pictures.fetch)


def _read(html: str, fetch: Callable[[str], Any] = refuse) -> Any:
    from tonecheck.report.printable import printable

    page = _engine().HTML(string=printable(html), url_fetcher=fetch)
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
