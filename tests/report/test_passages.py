"""Everything that is printed is compared: whatever is changed of it is a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from tests.report.made import made
from tonecheck.report.carried import Block
from tonecheck.report.expected import Passage, expected_of, parents_page_of, room_of
from tonecheck.report.extract import extracted
from tonecheck.report.passages import Difference, passage_differences

Blocks = tuple[Block, ...]


@cache
def _sides(name: str) -> tuple[list[Passage], Blocks]:
    """What one baby's report should say, and what it prints."""
    view, pdf = made(name)
    pages = extracted(pdf, "", with_pages=True).pages
    assert pages is not None
    room, number = room_of(view, pages.blocks), parents_page_of(view, pages.blocks)
    return expected_of(view, room, len(pages.loose), number).passages, pages.blocks


def _differences(name: str, blocks: Blocks) -> list[Difference]:
    return list(passage_differences(_sides(name)[0], blocks))


def _said(block: Block, *lines: str) -> Block:
    return block.model_copy(update={"lines": lines})


def _flat(block: Block) -> str:
    return "".join("".join(block.lines).split())


def _changes(blocks: Blocks, at: int) -> Iterator[Blocks]:
    """Ways in which one block could say something else."""
    before, block, after = blocks[:at], blocks[at], blocks[at + 1 :]
    *above, line = block.lines
    words = line.split()
    yield (*before, _said(block), *after)
    yield (*before, _said(block, *above, " ".join([*words[:-1], "other"])), *after)
    yield (*before, _said(block, *above, " ".join(words[:-1])), *after)
    for order in (sorted(words), sorted(words, reverse=True)):
        if order != words:
            yield (*before, _said(block, *above, " ".join(order)), *after)
    if re.search(r"\d", line):
        number = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), line, count=1)
        yield (*before, _said(block, *above, number), *after)
    if "-" in line:
        yield (*before, _said(block, *above, line.replace("-", "", 1)), *after)
    if after and _flat(block) != _flat(after[0]):
        left, right = _said(block, *after[0].lines), _said(after[0], *block.lines)
        yield (*before, left, right, *after[1:])


def _unnoticed(name: str, places: slice) -> list[int]:
    passages, blocks = _sides(name)
    assert list(passage_differences(passages, blocks)) == []
    spoken = [at for at, block in enumerate(blocks) if block.lines]
    changed = ((at, other) for at in spoken[places] for other in _changes(blocks, at))
    return [at for at, other in changed if not _differences(name, other)]


def test_each_printed_fact_is_compared() -> None:
    """A word, number, hyphen or line changed, left out or exchanged with the next is noticed."""
    assert _unnoticed("typical", slice(None, None, 10)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["typical", "asymmetric", "urgent"])
def test_every_printed_fact_is_compared(name: str) -> None:
    """The same for each block of every page, the heads on top of a page included."""
    assert _unnoticed(name, slice(None)) == []


def test_what_moved_to_the_other_side_is_named_with_its_row() -> None:
    """An answer printed under left instead of right is one difference, of those two cells."""
    _, blocks = _sides("asymmetric")
    at = next(
        at
        for at, (left, right) in enumerate(pairwise(blocks))
        if left.row == right.row > 0 and not left.lines and right.lines
    )
    left, right = blocks[at : at + 2]
    moved = (*blocks[:at], _said(left, *right.lines), _said(right), *blocks[at + 2 :])
    (found,) = _differences("asymmetric", moved)
    words = " ".join(right.lines)
    assert (found.printed, found.expected) == (f"{words} | ", f" | {words}")
    assert " / " in found.place
