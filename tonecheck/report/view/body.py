"""The body map: how the findings mark six parts of the body."""

from __future__ import annotations

from typing import get_args

from tonecheck import figures
from tonecheck.protocol.check import AXIAL, Region
from tonecheck.protocol.reading import Direction
from tonecheck.report.view.model import BodyMap, BodyPart, BodySide, Mark
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Finding, Result
from tonecheck.screening.document import FITS_NONE, Screening

_MARK_OF: dict[Direction, Mark] = {
    Direction.HIGH: "stiff",
    Direction.LOW: "loose",
    Direction.SIDE: "one_sided",
    Direction.BOTH: "changing",
}


def body_map(say: Phrases, screening: Screening, result: Result) -> BodyMap:
    """Each part marked by the leading rule set's findings; without one, seen or not seen.

    What was seen in a state that makes it count for less marks nothing, and was not seen; nor
    does what no answer says.
    """
    regions = say.pack.protocol.result.coverage.regions
    restless = set(say.restless(screening))
    calm = tuple(f for f in result.findings if f.check not in restless and f.answer != FITS_NONE)
    unmarked = _unmarked(say, screening, result, restless)
    parts = tuple(
        BodyPart(
            region=region,
            side=side,
            marks=_marked(_marks(say, calm, region, side), unmarked[region]),
            area=figures.body_area(say.pack, region, side),
        )
        for region in regions
        for side in get_args(BodySide)
    )
    return BodyMap(
        alt=say("map.alt", right=_spoken(say, parts, "right"), left=_spoken(say, parts, "left")),
        title=say("map.title"),
        right=say("map.right"),
        left=say("map.left"),
        parts=parts,
        legend=tuple((mark, say(f"map.marks.{mark}")) for mark in get_args(Mark)),
        note=say("map.legend"),
    )


def _marked(found: tuple[Mark, ...], unmarked: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """What was found; that more was not seen is told in either case."""
    if not found:
        return unmarked
    return (*found, *(mark for mark in unmarked if mark == "not_seen"))


def _marks(
    say: Phrases, findings: tuple[Finding, ...], region: str, side: BodySide
) -> tuple[Mark, ...]:
    found: set[Mark] = set()
    for finding in findings:
        is_everywhere = region == AXIAL or finding.side in (None, "unknown")
        if region in regions_of(say, finding) and (is_everywhere or finding.side == side):
            found.add(_MARK_OF.get(finding.direction, "other"))
    if "changing" in found or {"stiff", "loose"} <= found:
        found = (found - {"stiff", "loose"}) | {"changing"}
    return tuple(mark for mark in get_args(Mark) if mark in found)


def regions_of(say: Phrases, finding: Finding) -> tuple[Region, ...]:
    """The parts of the body a finding is of: its answer's own, else its check's."""
    return say.pack.protocol.by_id[finding.check].marked_by(finding.answer)


def _unmarked(
    say: Phrases, screening: Screening, result: Result, restless: set[str]
) -> dict[str, tuple[Mark, ...]]:
    """What a part is marked with where nothing was found: seen, seen in part, not seen."""
    seen = _seen_regions(say, screening)
    missed_checks = {missed.check for missed in result.missed if missed.counted} | restless
    counted = [say.pack.protocol.by_id[check] for check in missed_checks]
    missed = {region for check in counted for region in (check.covers or (check.region,))}
    found: dict[str, tuple[Mark, ...]] = {}
    for region in say.pack.protocol.result.coverage.regions:
        marks: tuple[tuple[Mark, bool], ...] = (
            ("nothing", region in seen),
            ("not_seen", region in missed or region not in seen),
        )
        found[region] = tuple(mark for mark, stands in marks if stands)
    return found


def _seen_regions(say: Phrases, screening: Screening) -> set[str]:
    """The parts that an answered check looks at; a look at the whole body counts for one alone."""
    whole = set(say.pack.protocol.result.coverage.regions)
    seen: set[str] = set()
    for check in say.pack.protocol.checks:
        entry = screening.checks.get(check.id)
        if entry and entry.has_answers:
            looks_at = set(check.covers or {check.region})
            seen |= {check.region} if whole <= looks_at else looks_at
    return seen


def _spoken(say: Phrases, parts: tuple[BodyPart, ...], side: BodySide) -> str:
    return "; ".join(
        say(
            "map.part",
            part=say(f"map.parts.{part.region}"),
            mark=", ".join(say(f"map.marks.{mark}") for mark in part.marks),
        )
        for part in parts
        if part.side == side
    )
