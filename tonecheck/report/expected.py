"""What a report should say, as the blocks of text that reading its PDF gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markupsafe import Markup

from tonecheck.report.carried import Block
from tonecheck.report.fit import ROOMS, Room
from tonecheck.report.html import LAST_PAGE, PARENTS_PAGE, render
from tonecheck.report.reading import Text, flat
from tonecheck.report.view.blocks import Picture
from tonecheck.report.view.model import ReportView

_BLOCKS = frozenset({"h1", "h2", "h3", "p", "li", "th", "td", "caption"})


@dataclass(slots=True)
class Passage:
    """One block of text; `place` says where it stands: section, then row.

    The rows of all tables are numbered from 1; outside them `row` is 0.
    """

    text: str
    place: str
    is_head: bool = False
    row: int = 0


@dataclass(slots=True)
class Expected:
    """All a report says: its passages in reading order, and the texts drawn in its figures."""

    passages: list[Passage] = field(default_factory=list)
    drawn: str = ""


def expected_of(view: ReportView, room: Room, pages: int, parents_page: int) -> Expected:
    """What the PDF of `view` says, with page 1 held to `room` and `pages` pages in all.

    `parents_page` is the number of the page where the parent's part begins, from 1.
    """
    html = render(view, room, parents_pages=pages - max(parents_page, 1) + 1, show=_told)
    for told, number in ((LAST_PAGE, pages), (PARENTS_PAGE, parents_page)):
        html = html.replace(told, str(number))
    return _read(html)


def parents_page_of(view: ReportView, printed: Sequence[Block]) -> int:
    """The number of the page that begins the parent's part, from 1; 0 where none does."""
    title = flat(view.parent.title)
    heads = (block for block in printed if block.kind == "H2")
    begun = [block.page for block in heads if flat("".join(block.lines)) == title]
    return begun[-1] + 1 if begun else 0


def room_of(view: ReportView, printed: Sequence[Block]) -> Room:
    """The room that page 1 was held to: the one whose front sheet is most like the print.

    Only as much of the print is looked at: what does not fit there follows it in full.
    """

    def strange(room: Room) -> int:
        told = _read(render(view, room, is_front_only=True, show=_told)).passages
        front = [text for passage in told if (text := Text(passage.text)).flat]
        begun = [block.lines for block in printed if any(block.lines)][: len(front)]
        said = {"".join(map(flat, lines)) for lines in begun}
        return sum(text.flat not in said and not any(map(text.is_said_by, begun)) for text in front)

    counts: dict[Room, int] = {}
    for room in ROOMS:
        counts[room] = strange(room)
        if counts[room] == 0:
            break
    return min(counts, key=counts.__getitem__)


def _read(html: str) -> Expected:
    from tonecheck.report.printable import printable

    reader = _Reader()
    reader.feed(printable(html))
    reader.close()
    return reader.found


def _told(picture: Picture) -> Markup:
    """A picture as the words for it."""
    return Markup('<img alt="{alt}">').format(alt=picture.alt)


class _Reader(HTMLParser):
    """Collects the passages of a report's HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Expected()
        self._open: list[str] = []
        self._section = ""
        self._row = ""
        self._rows = 0
        self._is_title = False
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a passage with each block."""
        classes = (dict(attrs).get("class") or "").split()
        if self._hidden:
            return
        if tag in ("head", "style") or "running" in classes:
            self._hidden = tag
        elif tag == "svg":
            self._open.append("svg")
        elif tag == "title" and self._is_drawing:
            self._is_title = True
            self.found.passages.append(Passage("", self._place, row=self._row_number))
        elif tag == "img":
            self._tell(dict(attrs).get("alt") or "")
        elif tag in _BLOCKS:
            self._open.append(tag)
            if tag in ("h1", "h2", "caption"):
                self._row = ""
            is_head = dict(attrs).get("scope") == "col"
            self.found.passages.append(Passage("", self._place, is_head, self._row_number))
        elif tag == "tr":
            self._row = ""
            self._rows += 1

    def handle_endtag(self, tag: str) -> None:
        """End a passage; headings and row headers name the place of what follows."""
        if self._hidden:
            self._hidden = "" if tag == self._hidden else self._hidden
        elif tag == "title":
            self._is_title = False
        elif self._open and tag == self._open[-1]:
            self._open.pop()
            if tag in _BLOCKS:
                text = " ".join(self.found.passages[-1].text.split())[:80]
                if tag in ("h1", "h2"):
                    self._section = text
                elif tag == "th" and not self.found.passages[-1].is_head:
                    self._row = text

    def handle_data(self, data: str) -> None:
        """Text goes to its passage, or to its figure."""
        if self._hidden:
            return
        if self._is_drawing and not self._is_title:
            self.found.drawn += data
        elif self._open:
            self.found.passages[-1].text += data

    def _tell(self, words: str) -> None:
        """A picture stands before the text of its block, or after it."""
        passages = self.found.passages
        has_begun = not self._open or bool(passages[-1].text.strip())
        passages.insert(
            len(passages) - (not has_begun), Passage(words, self._place, row=self._row_number)
        )

    @property
    def _row_number(self) -> int:
        return self._rows if "th" in self._open or "td" in self._open else 0

    @property
    def _place(self) -> str:
        return " / ".join(filter(None, (self._section, self._row)))

    @property
    def _is_drawing(self) -> bool:
        return bool(self._open) and self._open[-1] == "svg"
