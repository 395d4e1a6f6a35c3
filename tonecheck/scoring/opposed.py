"""One-sided findings of the same limbs that name opposite sides: perhaps a side was mixed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from tonecheck.protocol.check import AXIAL, Region
from tonecheck.protocol.pack import Protocol
from tonecheck.protocol.reading import Direction
from tonecheck.scoring.result import Finding

Pair = tuple[Finding, Finding]


def opposed(protocol: Protocol, findings: Iterable[Finding]) -> dict[Region, list[Pair]]:
    """The findings of two checks, left before right, by the limbs they are of.

    Head and trunk have no such pairs: their sides say where to, not which does less.
    """
    found: dict[Region, list[Pair]] = {}
    sided = [finding for finding in findings if finding.direction is Direction.SIDE]
    for one, other in product(sided, sided):
        if one.side == "left" and other.side == "right" and one.check != other.check:
            for region in _limbs(protocol, one, other):
                found.setdefault(region, []).append((one, other))
    return found


def _limbs(protocol: Protocol, one: Finding, other: Finding) -> Iterator[Region]:
    marked = protocol.by_id[other.check].marked_by(other.answer)
    for region in protocol.by_id[one.check].marked_by(one.answer):
        if region in marked and region != AXIAL:
            yield region
