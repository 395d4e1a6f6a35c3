"""Compares what a report prints with what its answers give when they are scored again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from tonecheck.protocol.pack import Pack
from tonecheck.report.carried import Block, Carried, Pages
from tonecheck.report.expected import Expected, expected_of, parents_page_of, room_of
from tonecheck.report.passages import Difference, passage_differences
from tonecheck.report.privacy import NO_MOMENT
from tonecheck.report.reading import flat
from tonecheck.report.view import ReportView, build_view
from tonecheck.report.view.marks import checksum_of, earlier_checksum_of, origin_of
from tonecheck.report.view.model import Origin
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.earlier import earlier_readings
from tonecheck.scoring.score import score
from tonecheck.screening.before import Before, dated
from tonecheck.screening.document import Screening

_DATE = "D:%Y%m%d%H%M%S"
_DATE_LENGTH = len("D:20260131235959")
_QUARTERS = range(-56, 57)
"""Quarter hours from world time that a clock on the wall can show."""


def checksum_differences(carried: Carried) -> tuple[Difference, ...]:
    """Where the checksum of the answers is not the one in the metadata, or not printed."""
    found = []
    places = {"metadata (document)": carried.keywords, "metadata (archive)": carried.archived}
    for place, keywords in places.items():
        if (said := checksum_of(keywords)) != carried.sha256:
            found.append(Difference(f"checksum, {place}", said, carried.sha256))
        if (said := earlier_checksum_of(keywords)) != carried.earlier_sha256:
            place = f"checksum of earlier screenings, {place}"
            found.append(Difference(place, said, carried.earlier_sha256))
    if carried.archived != carried.keywords:
        found.append(
            Difference("metadata", ", ".join(carried.archived), ", ".join(carried.keywords))
        )
    blocks = carried.pages.blocks if carried.pages else ()
    printed = "".join(flat(line) for block in blocks for line in block.lines)
    if carried.pages and carried.sha256 not in printed:
        found.append(Difference("checksum, page 1", "", carried.sha256))
    if carried.pages and carried.earlier_sha256 not in printed:
        found.append(Difference("checksum of earlier screenings", "", carried.earlier_sha256))
    return tuple(found)


def print_differences(
    carried: Carried,
    pages: Pages,
    screening: Screening,
    befores: Sequence[Before],
    pack: Pack,
) -> tuple[Difference, ...]:
    """Every passage that is not what the answers give under `pack`, in reading order.

    `screening` and `befores` are the answers inside, and those of the earlier screenings.
    """
    origin = _origin(carried, pack)
    screening, earlier = dated(screening, befores)
    view = build_view(
        pack,
        screening,
        score(pack, screening, earlier_readings(pack, earlier), origin.rules),
        earlier=earlier,
        made_at=_made_at(Phrases(pack), carried.created, pages.blocks),
        emergency=origin.emergency,
        privacy=origin.privacy,
    )
    parents_page = parents_page_of(view, pages.blocks)
    expected = expected_of(view, room_of(view, pages.blocks), len(pages.loose), parents_page)
    margins = list(_margins(view, len(pages.loose), parents_page))
    return (
        *passage_differences(expected.passages, pages.blocks),
        *_outside(expected, pages, margins),
    )


def _origin(carried: Carried, pack: Pack) -> Origin:
    """What the metadata says; the emergency number only where it is one of the pack's own."""
    origin = origin_of(carried.keywords)
    if origin is None:
        return Origin(fingerprint="", rules="published", privacy="full", emergency="", earlier="")
    known = {region.emergency for region in pack.protocol.regions}
    number = origin.emergency if origin.emergency in known else ""
    return origin.model_copy(update={"emergency": number})


def _made_at(say: Phrases, created: str, blocks: Iterable[Block]) -> datetime:
    """When the file says it was made, in the time of the place that the print names."""
    label = flat(say("who.made"))
    printed = (flat("".join(block.lines)) for block in blocks)
    shown = {value for before, value in pairwise(printed) if before == label}
    try:
        # Other programs write world time as +00'00'.
        moment = datetime.strptime(created[:_DATE_LENGTH], _DATE).replace(tzinfo=UTC)
        near = [moment + timedelta(minutes=15 * quarter) for quarter in _QUARTERS]
    except (OverflowError, ValueError):
        return NO_MOMENT
    return next((local for local in near if flat(say.made(local)) in shown), moment)


def _margins(view: ReportView, count: int, parents_page: int) -> Iterator[tuple[str, ...]]:
    """What stands in the margins of each page: its number, and above what goes on the part."""
    for number in range(1, count + 1):
        bottom = f"{view.stamp} {view.page_word} {number} {view.of_word} {count}"
        top = view.parent.continued if 0 < parents_page < number else ""
        yield tuple(filter(None, (top, bottom)))


def _outside(
    expected: Expected, pages: Pages, margins: Sequence[tuple[str, ...]]
) -> Iterator[Difference]:
    """Page margins, the texts of figures, and what else stands outside the structure."""
    drawn, wrong = "", []
    for number, (text, margin) in enumerate(zip(pages.loose, margins, strict=True), start=1):
        said = flat(text)
        for part in map(flat, margin):
            if part not in said and number not in wrong:
                wrong.append(number)
            said = said.replace(part, "", 1)
        drawn += said
    if wrong:
        number = wrong[0]
        text, margin = pages.loose[number - 1], margins[number - 1]
        place = f"margin of page {number}, pages: {len(wrong)}"
        yield Difference(place, text, " · ".join(margin))
    elif drawn != flat(expected.drawn):
        yield Difference("figures and margins", drawn, expected.drawn)
