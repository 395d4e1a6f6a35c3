"""How much room texts are likely to take, told before they are laid out."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from tonecheck.report.fit import ROOMS, fit_front
from tonecheck.report.view.blocks import Block, Bullets, Fact, Section
from tonecheck.report.view.model import Front, Overflow

_LINE = 100
"""Characters of a line."""

_BESIDE_MAP = 12
"""Lines that stand beside the body map and make its box no higher."""

_PAGE = 39
"""Lines that page 1 has for what differs from report to report."""

_NARROW, _BESIDE_PICTURE = 59, 41
"""Characters of a line of the parent's part, and of one beside a picture."""

_HEADING, _PICTURE = 1.7, 3.2
"""Lines as high as a heading and as a picture."""

_COLUMNS, _COLUMNS_LARGE = 152, 132
"""Lines of both columns of a page, and of one of several, where the letters are larger."""


def likely_room(front: Front, words: Overflow) -> int:
    """The place in ROOMS of the first that is likely to hold the front sheet to one page."""
    heights = (_height(fit_front(front, words, room)[0]) for room in ROOMS)
    return next((i for i, height in enumerate(heights) if height <= _PAGE), len(ROOMS) - 1)


def likely_pages(section: Section) -> tuple[int, bool]:
    """How many pages a part in two columns is likely to take, and whether it turns in two."""
    first, second = section.blocks[: section.turn], section.blocks[section.turn :]
    upper = 2 * ceil(len(section.subtitle) / _LINE) + sum(map(_list_height, first))
    lower = sum(map(_list_height, second))
    if upper + lower <= _COLUMNS:
        return 1, True
    if max(upper, lower) <= _COLUMNS_LARGE:
        return 2, True
    return ceil((upper + lower) / _COLUMNS_LARGE), False


def _list_height(block: Block) -> float:
    if not isinstance(block, Bullets):
        return 2
    pictured = [line for line, picture in zip(block.lines, block.pictures, strict=False) if picture]
    plain = block.lines[len(pictured) :]
    beside = (max(_PICTURE, ceil(len(line) / _BESIDE_PICTURE)) for line in pictured)
    return _HEADING + sum(beside) + sum(ceil(len(line) / _NARROW) for line in plain)


def _height(front: Front) -> int:
    texts = [*_in_a_row(front.worry[:1]), *_in_a_row(front.worry[1:])]
    texts += [*_in_a_row(front.background), *_one_by_one(front.bottom)]
    beside_map = 0
    if front.banner:
        texts += front.banner.lines
    if front.seen:
        said = [line for group in front.seen.groups for line in (group.title, *group.lines)]
        beside_map = max(_BESIDE_MAP, _lines([*said, *_in_a_row(front.seen.others)]))
    if front.computed:
        texts += [*_one_by_one(front.computed.facts), *_in_a_row(front.computed.others)]
    return beside_map + _lines(texts)


def _in_a_row(facts: Iterable[Fact]) -> list[str]:
    """Facts that follow one another on a line."""
    row = " · ".join(f"{fact.label}: {fact.value}" for fact in facts)
    return [row.replace("\n", " ")] if row else []


def _one_by_one(facts: Iterable[Fact]) -> list[str]:
    return [line for fact in facts for line in fact.value.split("\n")]


def _lines(texts: Iterable[str]) -> int:
    return sum(max(1, ceil(len(text) / _LINE)) for text in texts)
