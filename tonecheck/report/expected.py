"""What a report should say, as the blocks of text that reading its PDF gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from unicodedata import normalize

from markupsafe import Markup

from tonecheck.report.fit import ROOMS, Room
from tonecheck.report.html import render
from tonecheck.report.view.model import Picture, ReportView

_BLOCKS = frozenset({"h1", "h2", "h3", "p", "li", "th", "td", "caption"})
_DASHES = "-\u00ad\u2010\u2011\u0002\ufffe"
_INVISIBLE = (0x200B, 0x200C, 0x200D, 0x034F, *range(0xFE00, 0xFE10))
_IGNORED = dict.fromkeys([*map(ord, _DASHES), *_INVISIBLE, ord("•")])


@dataclass(slots=True)
class Passage:
    """One block of text; `place` says where it stands: section, then row."""

    text: str
    place: str
    is_head: bool = False


@dataclass(slots=True)
class Expected:
    """All a report says: its passages in reading order, and the texts drawn in its figures."""

    passages: list[Passage] = field(default_factory=list)
    drawn: str = ""


def flat(text: str) -> str:
    """`text` without what drawing adds or takes away: white space, hyphens, bullets, ligatures."""
    return "".join(normalize("NFKC", text).translate(_IGNORED).split())


def expected_of(view: ReportView, room: Room, pages: int) -> Expected:
    """What the PDF of `view` says, with page 1 held to `room` and `pages` pages in all."""
    from tonecheck.report.printable import printable

    html = render(view, room, show=_told).replace(
        '<span class="total"></span>', f'<span class="total">{pages}</span>'
    )
    reader = _Reader()
    reader.feed(printable(html))
    reader.close()
    return reader.found


def room_of(view: ReportView, printed: Sequence[str]) -> Room:
    """The room that page 1 was held to: the one whose front sheet is most like the print.

    Only as much of the print is looked at: what does not fit there follows it in full.
    """

    def strange(room: Room) -> int:
        reader = _Reader()
        reader.feed(render(view, room, is_front_only=True, show=_told))
        front = [flat(passage.text) for passage in reader.found.passages]
        begun = set(printed[: sum(map(bool, front))])
        return sum(text not in begun for text in front if text)

    counts: dict[Room, int] = {}
    for room in ROOMS:
        counts[room] = strange(room)
        if counts[room] == 0:
            break
    return min(counts, key=counts.__getitem__)


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
            self.found.passages.append(Passage("", self._place))
        elif tag == "img":
            self._tell(dict(attrs).get("alt") or "")
        elif tag in _BLOCKS:
            self._open.append(tag)
            if tag in ("h1", "h2", "caption"):
                self._row = ""
            is_head = dict(attrs).get("scope") == "col"
            self.found.passages.append(Passage("", self._place, is_head))
        elif tag == "tr":
            self._row = ""

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
        passages.insert(len(passages) - (not has_begun), Passage(words, self._place))

    @property
    def _place(self) -> str:
        return " / ".join(filter(None, (self._section, self._row)))

    @property
    def _is_drawing(self) -> bool:
        return bool(self._open) and self._open[-1] == "svg"
