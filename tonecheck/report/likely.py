"""How much room page 1 is likely to have, told from its texts before they are laid out."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from tonecheck.report.fit import ROOMS, fit_front
from tonecheck.report.view.model import Fact, Front, Overflow

_LINE = 100
"""Characters of a line."""

_BESIDE_MAP = 12
"""Lines that stand beside the body map and make its box no higher."""

_PAGE = 38
"""Lines that page 1 has for what differs from report to report."""


def likely_room(front: Front, words: Overflow) -> int:
    """The place in ROOMS of the first that is likely to hold the front sheet to one page."""
    heights = (_height(fit_front(front, words, room)[0]) for room in ROOMS)
    return next((i for i, height in enumerate(heights) if height <= _PAGE), len(ROOMS) - 1)


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
