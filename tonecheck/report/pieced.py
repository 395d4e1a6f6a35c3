"""Puts together again what page and column breaks took apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tonecheck.report.carried import Block
from tonecheck.report.reading import Text, flat

Row = list["Piece"]
"""The cells of a row and their figures; or one passage that stands in none."""

Said = tuple[str, ...]
"""What the parts of a row say, as `flat`."""


@dataclass(slots=True)
class Piece:
    """A block, with what goes on of it in later columns or pages; `page` is the last of them."""

    lines: tuple[str, ...]
    page: int
    is_cell: bool
    is_head_again: bool = False

    def go_on(self, other: Piece) -> None:
        """Take on what stands at the beginning of the next column or page."""
        self.lines, self.page = (*self.lines, *other.lines), other.page


class Texts:
    """All that should be printed, to be found by how it is drawn."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._sorted = sorted(text.flat for text in texts)
        self._leftward = [text for text in texts if text.is_leftward]

    def said_by(self, lines: Sequence[str]) -> str:
        """The text that `lines` say, as `flat`; or what they say that none should."""
        said = (text.flat for text in self._leftward if text.is_said_by(lines))
        return next(said, _flat(lines))

    def is_any_said_by(self, lines: Sequence[str]) -> bool:
        """Whether `lines` say one of the texts, all of it."""
        whole = self.said_by(lines)
        at = bisect_left(self._sorted, whole)
        return at < len(self._sorted) and self._sorted[at] == whole

    def is_begun_by(self, lines: Sequence[str]) -> bool:
        """Whether any text begins as `lines` say."""
        whole = _flat(lines)
        at = bisect_left(self._sorted, whole)
        if at < len(self._sorted) and self._sorted[at].startswith(whole):
            return True
        return any(text.is_begun_by(lines) for text in self._leftward)


def pieced(blocks: Sequence[Block], texts: Texts, heads: Collection[Said]) -> list[Row]:
    """The blocks by rows, each with what goes on of it in the next column or on the next page.

    At the beginning of a page the heads of a table stand again, too; they stay, and are marked.
    """
    found: list[Row] = []
    head: Said = ()
    for page, group in groupby(blocks, lambda block: block.page):
        whole = (row for row in found if not row[0].is_head_again)
        before = [row for row in whole if row[0].page == page - 1]
        is_start = True
        for row in _rows(group):
            said = tuple(_flat(piece.lines) for piece in row)
            if is_start and said == head:
                row[0].is_head_again = True
            elif is_start and _is_joined(row, before, texts):
                continue
            elif found and _is_column_broken(row, found[-1], texts):
                _join(row, found[-1])
                continue
            else:
                is_start = False
            found.append(row)
            head = said if said in heads else head
    return found


def _rows(blocks: Iterator[Block]) -> Iterator[Row]:
    for number, group in groupby(blocks, lambda block: block.row):
        row = [Piece(b.lines, b.page, b.kind in ("TH", "TD")) for b in group]
        if number:
            yield row
        else:
            yield from ([piece] for piece in row if _flat(piece.lines))


def _is_joined(row: Row, before: Sequence[Row], texts: Texts) -> bool:
    """Join a row to the one of the page before that it goes on; whether there is one."""
    for earlier in before:
        if len(row) == len(earlier) == 1:
            is_same = texts.is_begun_by((*earlier[0].lines, *row[0].lines))
        else:
            is_same = earlier is before[-1] and _goes_on(row, earlier, texts)
        if is_same:
            _join(row, earlier)
            return True
    return False


def _is_column_broken(row: Row, earlier: Row, texts: Texts) -> bool:
    """Whether a passage goes on the one before it, which alone would be none."""
    if len(row) > 1 or len(earlier) > 1 or row[0].is_cell or earlier[0].is_cell:
        return False
    lines = earlier[0].lines
    return not texts.is_any_said_by(lines) and texts.is_begun_by((*lines, *row[0].lines))


def _goes_on(row: Row, earlier: Row, texts: Texts) -> bool:
    """Whether the cells of a row go on those of another; only then may the first be empty."""
    if sum(piece.is_cell for piece in row) != sum(piece.is_cell for piece in earlier):
        return False
    return not _flat(row[0].lines) or texts.is_begun_by((*earlier[0].lines, *row[0].lines))


def _join(row: Row, earlier: Row) -> None:
    """Each cell to its own, and its figures after those that it has already."""
    pairs = zip(_with_figures(earlier), _with_figures(row), strict=True)
    joined: Row = []
    for (cell, *figures), (rest, *more) in pairs:
        cell.go_on(rest)
        joined += [cell, *figures, *more]
    earlier[:] = joined


def _with_figures(row: Row) -> Iterator[Row]:
    """Each cell with the figures in it."""
    starts = [at for at, piece in enumerate(row) if piece.is_cell or at == 0]
    for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
        yield row[start:end]


def _flat(lines: Sequence[str]) -> str:
    return "".join(map(flat, lines))
