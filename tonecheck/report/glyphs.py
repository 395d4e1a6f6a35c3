"""The text of a PDF page, glyph by glyph in the order of its drawing.

Readers made for searching guess at lines, spaces and directions. This one guesses at nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tonecheck.report.foreign import HUGE, MOST_CHARACTERS, MOST_PIECES, NotReport

_DEEPEST = 4
"""Drawings within drawings."""

_OPERATORS = "q Q BT ET Tf Tj TJ ' \" BDC BMC EMC Do"
_UNKNOWN = "\ufffd"
"""Stands for a glyph whose font does not tell its character."""

Letters = dict[bytes, str]


@dataclass(frozen=True, slots=True)
class Line:
    """Text drawn at one place; `mark` is its number on the page, None outside the structure."""

    mark: int | None
    text: str


@dataclass(slots=True)
class _Font:
    width: int = 1
    letters: Letters = field(default_factory=dict)

    def read(self, codes: bytes) -> str:
        pieces = (codes[at : at + self.width] for at in range(0, len(codes), self.width))
        return "".join(self.letters.get(piece, _UNKNOWN) for piece in pieces)


class GlyphReader:
    """Reads the pages of one file; raises NotReport when they hold more than a report can."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], _Font] = {}
        self._pieces = 0
        self._characters = 0

    def lines(self, page: Any) -> Iterator[Line]:
        """Every line of a page, as drawn from left to right."""
        yield from self._drawn(page.obj, page.resources, 0)

    def _drawn(self, content: Any, resources: Any, depth: int) -> Iterator[Line]:
        import pikepdf

        if depth > _DEEPEST:
            raise NotReport(HUGE)
        font, kept = _Font(), []
        marks: list[int | None] = []
        said = ""
        for item in pikepdf.parse_content_stream(content, _OPERATORS):
            self._count(1, 0)
            operator, operands = str(item.operator), item.operands
            if said and operator in ("ET", "BDC", "BMC", "EMC", "Do"):
                yield Line(_innermost(marks, depth), said)
                said = ""
            match operator:
                case "q":
                    kept.append(font)
                case "Q" if kept:
                    font = kept.pop()
                case "Tf":
                    font = self._font(resources.Font[str(operands[0])])
                case "BDC" | "BMC":
                    marks.append(_mark(operands))
                case "EMC" if marks:
                    marks.pop()
                case "Do":
                    drawn = resources.XObject[str(operands[0])]
                    if drawn.get("/Subtype") == "/Form":
                        inner = drawn.get("/Resources", resources)
                        yield from self._drawn(drawn, inner, depth + 1)
                case "Tj" | "TJ" | "'" | '"':
                    codes = b"".join(_strings(operands[-1]))
                    said += font.read(codes)
                    self._count(0, len(codes))
        if said:
            yield Line(_innermost(marks, depth), said)

    def _font(self, described: Any) -> _Font:
        if described.objgen not in self._fonts or described.objgen == (0, 0):
            width = 2 if described.get("/Subtype") == "/Type0" else 1
            letters = _letters(described.ToUnicode) if "/ToUnicode" in described else {}
            self._fonts[described.objgen] = _Font(width, letters)
        return self._fonts[described.objgen]

    def _count(self, pieces: int, characters: int) -> None:
        self._pieces += pieces
        self._characters += characters
        if self._pieces > MOST_PIECES or self._characters > MOST_CHARACTERS:
            raise NotReport(HUGE)


def _mark(operands: Any) -> int | None:
    import pikepdf

    told = operands[1] if len(operands) > 1 else None
    number = told.get("/MCID") if isinstance(told, pikepdf.Dictionary) else None
    return None if number is None else int(number)


def _innermost(marks: list[int | None], depth: int) -> int | None:
    """The mark that text has; within a drawing there are only those of the drawing itself."""
    return next((mark for mark in reversed(marks) if mark is not None), None) if not depth else None


def _strings(operand: Any) -> Iterator[bytes]:
    import pikepdf

    if isinstance(operand, pikepdf.String):
        yield bytes(operand)
    elif isinstance(operand, pikepdf.Array):
        for part in operand:
            if isinstance(part, pikepdf.String):
                yield bytes(part)


def _letters(described: Any) -> Letters:
    """What the codes of a font stand for."""
    import pikepdf

    letters: Letters = {}
    for item in pikepdf.parse_content_stream(described, "endbfchar endbfrange"):
        told = list(item.operands)
        if str(item.operator) == "endbfchar":
            for code, text in zip(told[::2], told[1::2], strict=False):
                letters[bytes(code)] = _decoded(bytes(text))
        else:
            for first, last, texts in zip(told[::3], told[1::3], told[2::3], strict=False):
                letters.update(_range(bytes(first), bytes(last), texts))
    return letters


def _range(first: bytes, last: bytes, texts: Any) -> Iterator[tuple[bytes, str]]:
    import pikepdf

    start, count = int.from_bytes(first), int.from_bytes(last) - int.from_bytes(first) + 1
    if len(first) > 2 or count > 1 << 16:
        raise NotReport(HUGE)
    for step in range(count):
        if isinstance(texts, pikepdf.Array):
            text = bytes(texts[step])
        else:
            text = (int.from_bytes(bytes(texts)) + step).to_bytes(len(bytes(texts)))
        yield (start + step).to_bytes(len(first)), _decoded(text)


def _decoded(text: bytes) -> str:
    return text.decode("utf-16-be", "replace")
