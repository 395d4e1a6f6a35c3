"""What a PDF prints, put in the order of its structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tonecheck.report.carried import Block, Pages
from tonecheck.report.foreign import DAMAGED, HUGE, MOST_PAGES, MOST_PIECES, NotReport
from tonecheck.report.glyphs import GlyphReader
from tonecheck.report.leftward import as_read

_BLOCKS = frozenset({"/H1", "/H2", "/H3", "/P", "/LI", "/TH", "/TD", "/Caption"})
_CELLS = frozenset({"TH", "TD"})
_ROW = "/TR"
_FIGURE = "/Figure"
_LABEL = "/Lbl"
_BULLET = "•"
_NOWHERE = (0, 0)


def pages_of(document: Any) -> Pages:
    """The text as printed. Raises NotReport."""
    numbers = {page.objgen: number for number, page in enumerate(document.pages)}
    if len(numbers) > MOST_PAGES:
        raise NotReport(HUGE)
    marked, loose = _drawn(document)
    blocks: list[_Block] = []
    last = 0
    for piece in _structure(document.Root.StructTreeRoot):
        page = numbers.get(piece.page, -1)
        lines = marked.pop((page, piece.mark), []) if piece.mark is not None else [piece.text]
        if piece.is_label:
            lines = [line for line in lines if line.strip() != _BULLET]
        if piece.block != last and (any(lines) or piece.is_cell):
            blocks.append(_Block(piece.kind, page, piece.row))
            last = piece.block
        if piece.block == last:
            blocks[-1].lines += filter(None, lines)
    # What is drawn with a mark that the structure does not reach stands outside it.
    for (number, _), lines in marked.items():
        loose[number] += lines
    found = tuple(
        Block(kind=block.kind, page=block.page, row=block.row, lines=tuple(block.lines))
        for block in blocks
    )
    return Pages(blocks=found, loose=tuple("".join(lines) for lines in loose))


@dataclass(slots=True)
class _Block:
    kind: str
    page: int
    row: int
    lines: list[str] = field(default_factory=list)


class _Piece(NamedTuple):
    """A part of a block: text drawn with a mark; without one the words of a figure, or a cell."""

    block: int
    kind: str
    page: tuple[int, int]
    row: int = 0
    mark: int | None = None
    text: str = ""
    is_label: bool = False

    @property
    def is_cell(self) -> bool:
        return self.kind in _CELLS and self.mark is None


def _structure(root: Any) -> Iterator[_Piece]:
    """Each piece in reading order; blocks and rows are numbered as they begin."""
    waiting: list[tuple[Any, _Piece]] = [(root, _Piece(0, "", _NOWHERE))]
    seen: set[tuple[int, int]] = set()
    blocks = rows = pieces = 0
    while waiting:
        node, within = waiting.pop()
        pieces += 1
        if pieces > MOST_PIECES:
            raise NotReport(HUGE)
        if isinstance(node, int):
            yield within._replace(mark=node)
            continue
        if node.objgen != (0, 0):
            if node.objgen in seen:
                raise NotReport(DAMAGED)
            seen.add(node.objgen)
        name = str(node.get("/S", ""))
        page = node.Pg.objgen if "/Pg" in node else within.page
        inside = within._replace(page=page, is_label=within.is_label or name == _LABEL)
        if name == _ROW:
            rows += 1
            inside = inside._replace(row=rows)
        elif name in _BLOCKS:
            blocks += 1
            inside = _Piece(blocks, name.lstrip("/"), page, within.row)
            if inside.is_cell:
                yield inside
        elif name == _FIGURE:
            blocks += 1
            alt = str(node.get("/Alt", ""))
            yield _Piece(blocks, name.lstrip("/"), page, within.row, text=alt)
        waiting += [(kid, inside) for kid in reversed(_kids(node))]


def _kids(node: Any) -> list[Any]:
    import pikepdf

    kids = node.get("/K", [])
    several = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in several if isinstance(kid, int | pikepdf.Dictionary)]


def _drawn(document: Any) -> tuple[dict[tuple[int, int], list[str]], list[list[str]]]:
    """The lines by page and mark, and by page the lines without a mark."""
    reader = GlyphReader()
    marked: dict[tuple[int, int], list[str]] = {}
    loose: list[list[str]] = []
    for number, page in enumerate(document.pages):
        loose.append([])
        for line in reader.lines(page):
            place = loose[number]
            if line.mark is not None:
                place = marked.setdefault((number, line.mark), [])
            place.append(as_read(line.text))
    return marked, loose
