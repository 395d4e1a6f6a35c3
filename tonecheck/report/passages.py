"""Compares the passages that a report should print with the blocks that it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from tonecheck.report.carried import Block
from tonecheck.report.expected import Passage
from tonecheck.report.pieced import Piece, Texts, pieced
from tonecheck.report.reading import Text, flat

_MOST_TIMES = 10
"""More blocks than this for each passage cannot come from page breaks."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a report does not say what its answers give; a text is empty where there is none."""

    place: str
    printed: str
    expected: str


def passage_differences(
    expected: Iterable[Passage], blocks: Sequence[Block]
) -> Iterator[Difference]:
    """Every row or other passage that is printed otherwise, or not, or should not be; in order."""
    passages = [passage for passage in expected if passage.row or flat(passage.text)]
    if len(blocks) > _MOST_TIMES * len(passages):
        yield Difference("report", f"passages: {len(blocks)}", f"passages: {len(passages)}")
        return
    texts = Texts([Text(passage.text) for passage in passages])
    wanted = _rows(passages)
    left = [tuple(flat(passage.text) for passage in row) for row in wanted]
    heads = {said for said, row in zip(left, wanted, strict=True) if row[0].is_head}
    printed = pieced(blocks, texts, heads)
    right = [tuple(texts.said_by(piece.lines) for piece in row) for row in printed]
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            found = [row for row in printed[c:d] if not row[0].is_head_again]
            yield from _between(wanted[a:b], found, wanted[min(a, len(wanted) - 1)][-1].place)


def _rows(passages: Iterable[Passage]) -> list[list[Passage]]:
    """The cells of each row together; any other passage alone."""
    rows: list[list[Passage]] = []
    for number, group in groupby(passages, lambda passage: passage.row):
        cells = list(group)
        rows += [cells] if number else [[passage] for passage in cells]
    return rows


def _between(
    wanted: Sequence[list[Passage]], found: Sequence[list[Piece]], place: str
) -> Iterator[Difference]:
    """How rows differ: cell by cell where there are as many, else as a whole."""
    if [*map(len, wanted)] != [*map(len, found)]:
        yield Difference(place, _joined(_printed(found)), _joined(_texts(wanted)))
        return
    for passages, pieces in zip(wanted, found, strict=True):
        pairs = zip(passages, pieces, strict=True)
        strange = [(p, q) for p, q in pairs if not Text(p.text).is_said_by(q.lines)]
        if strange:
            cells, drawn = [p for p, _ in strange], [q for _, q in strange]
            yield Difference(cells[-1].place, _joined(_printed([drawn])), _joined(_texts([cells])))


def _printed(rows: Iterable[list[Piece]]) -> Iterator[str]:
    return (" ".join(piece.lines) for row in rows for piece in row)


def _texts(rows: Iterable[list[Passage]]) -> Iterator[str]:
    return (passage.text for row in rows for passage in row)


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(" ".join(text.split()) for text in texts)
