"""Compares what a report prints with what its answers give when they are scored again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import SequenceMatcher
from itertools import pairwise
from unicodedata import bidirectional, mirrored

from tonecheck.protocol.pack import Pack
from tonecheck.report.carried import Carried, Pages
from tonecheck.report.expected import Expected, Passage, expected_of, flat, room_of
from tonecheck.report.privacy import NO_MOMENT
from tonecheck.report.view import ReportView, build_view
from tonecheck.report.view.marks import checksum_of, origin_of
from tonecheck.report.view.model import Origin
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Earlier, Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening

_DATE = "D:%Y%m%d%H%M%S"
_DATE_LENGTH = len("D:20260131235959")
_QUARTERS = range(-56, 57)
"""Quarter hours from world time that a clock on the wall can show."""

_MOST_TIMES = 10
"""More passages than this for each one expected cannot come from page breaks."""

_LEFTWARDS = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a report does not say what its answers give; a text is empty where there is none."""

    place: str
    printed: str
    expected: str


def checksum_differences(carried: Carried) -> tuple[Difference, ...]:
    """Where the checksum of the answers is not the one in the metadata, or on page 1."""
    found = []
    for place, said in (
        ("metadata (document)", checksum_of(carried.keywords)),
        ("metadata (archive)", checksum_of(carried.archived)),
    ):
        if said != carried.sha256:
            found.append(Difference(f"checksum, {place}", said, carried.sha256))
    if carried.archived != carried.keywords:
        found.append(
            Difference("metadata", ", ".join(carried.archived), ", ".join(carried.keywords))
        )
    printed = "".join(flat(block.text) for block in carried.pages.blocks) if carried.pages else ""
    if carried.pages and carried.sha256 not in printed:
        found.append(Difference("checksum, page 1", "", carried.sha256))
    return tuple(found)


def print_differences(
    carried: Carried, pages: Pages, screening: Screening, pack: Pack
) -> tuple[Difference, ...]:
    """Every passage that is not what `screening` gives under `pack`, in reading order.

    What earlier screenings add cannot be known from the file: their section is passed over.
    """
    origin = _origin(carried, pack)
    printed = [Passage(block.text, "") for block in pages.blocks if flat(block.text)]
    texts = [flat(passage.text) for passage in printed]
    view = _view(pack, screening, origin, texts, carried.created)
    expected = expected_of(view, room_of(view, set(texts)), len(pages.loose))
    if origin.earlier:
        printed = _without_earlier(printed, view, Phrases(pack)("earlier.title"))
    found = list(_in_passages(expected.passages, printed))
    bar = Phrases(pack)("differ.bar_published")
    found += _outside(view, expected, pages, bar, with_earlier=origin.earlier > 0)
    return tuple(found)


def has_earlier(carried: Carried) -> bool:
    """Whether the report also rests on earlier screenings, which the file does not carry."""
    origin = origin_of(carried.keywords)
    return origin is not None and origin.earlier > 0


def _origin(carried: Carried, pack: Pack) -> Origin:
    """What the metadata says; the emergency number only where it is one of the pack's own."""
    origin = origin_of(carried.keywords)
    if origin is None:
        return Origin(fingerprint="", rules="published", privacy="full", emergency="", earlier=0)
    known = {region.emergency for region in pack.protocol.regions}
    number = origin.emergency if origin.emergency in known else ""
    return origin.model_copy(update={"emergency": number})


def _view(
    pack: Pack, screening: Screening, origin: Origin, printed: Sequence[str], created: str
) -> ReportView:
    """The view as it must have been; what of it hangs on earlier screenings is as printed."""
    result = _scored(pack, screening, origin, printed)
    made_at = _made_at(Phrases(pack), created, printed)
    return build_view(
        pack,
        screening,
        result,
        made_at=made_at,
        emergency=origin.emergency,
        privacy=origin.privacy,
    )


def _scored(pack: Pack, screening: Screening, origin: Origin, printed: Sequence[str]) -> Result:
    """The result; a floor that only earlier screenings can set is taken from the print."""
    result = score(pack, screening, (), origin.rules)
    if not origin.earlier:
        return result
    say = Phrases(pack)
    whole = "".join(printed)
    on = screening.observed_on or date(2000, 1, 1)
    rules = pack.protocol.result.rules
    before = []
    if flat(say("floors.repeat_recheck")) in whole:
        findings = score(pack, screening).findings
        long_ago = on - timedelta(days=rules.repeat_recheck.days)
        before.append(Earlier(observed_on=long_ago, findings=findings))
    if flat(say("floors.not_calm")) in whole:
        crying = tuple(key for key, entry in screening.checks.items() if entry.not_seen == "crying")
        before += [Earlier(observed_on=date.min, not_calm=crying)] * rules.not_calm.days
    dated = screening.model_copy(update={"observed_on": on})
    return score(pack, dated, before, origin.rules)


def _made_at(say: Phrases, created: str, printed: Sequence[str]) -> datetime:
    """When the file says it was made, in the time of the place that the print names."""
    label = flat(say("who.made"))
    shown = {value for before, value in pairwise(printed) if before == label}
    try:
        # Other programs write world time as +00'00'.
        moment = datetime.strptime(created[:_DATE_LENGTH], _DATE).replace(tzinfo=UTC)
        near = [moment + timedelta(minutes=15 * quarter) for quarter in _QUARTERS]
    except (OverflowError, ValueError):
        return NO_MOMENT
    return next((local for local in near if flat(say.made(local)) in shown), moment)


def _without_earlier(printed: list[Passage], view: ReportView, title: str) -> list[Passage]:
    """The passages without the section of earlier screenings."""
    titles = {flat(section.title) for section in (*view.sections, view.parent)}
    kept, is_inside = [], False
    for passage in printed:
        text = flat(passage.text)
        if text == flat(title):
            is_inside = True
        elif text in titles:
            is_inside = False
        if not is_inside:
            kept.append(passage)
    return kept


def _in_passages(expected: Iterable[Passage], printed: Sequence[Passage]) -> Iterator[Difference]:
    wanted = [passage for passage in expected if flat(passage.text)]
    heads = {flat(passage.text) for passage in wanted if passage.is_head}
    left = [_comparable(passage) for passage in wanted]
    right = [_comparable(passage) for passage in printed]
    if len(right) > _MOST_TIMES * len(left):
        yield Difference("report", f"passages: {len(right)}", f"passages: {len(left)}")
        return
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        # A paragraph that goes on over the page is two; a table there repeats its heads.
        if kind == "equal" or _comparable(*wanted[a:b]) == _comparable(*printed[c:d]):
            continue
        if a == b and set(right[c:d]) <= heads:
            continue
        place = wanted[min(a, len(wanted) - 1)].place
        yield Difference(place, _joined(printed[c:d]), _joined(wanted[a:b]))


def _comparable(*passages: Passage) -> str:
    """The characters of passages; in no order where some are written from right to left.

    What a PDF draws of such a text is in the order of the eye, and brackets may face either way.
    """
    text = "".join(flat(passage.text) for passage in passages)
    if any(bidirectional(char) in _LEFTWARDS for char in text):
        return "".join(sorted("|" if mirrored(char) else char for char in text))
    return text


def _joined(passages: Sequence[Passage]) -> str:
    return " | ".join(" ".join(passage.text.split()) for passage in passages)


def _outside(
    view: ReportView, expected: Expected, pages: Pages, bar: str, with_earlier: bool
) -> Iterator[Difference]:
    """Page margins, the texts of figures, and what else stands outside the structure."""
    count = len(pages.loose)
    drawn, wrong = "", []
    for number, text in enumerate(pages.loose, start=1):
        margin = flat(f"{view.stamp} {view.page_word} {number} {view.of_word} {count}")
        if margin not in flat(text):
            wrong.append((number, text))
        drawn += flat(text).replace(margin, "", 1)
    if wrong:
        number, text = wrong[0]
        margin = f"{view.stamp} · {view.page_word} {number} {view.of_word} {count}"
        yield Difference(f"margin of page {number}, pages: {len(wrong)}", text, margin)
    elif not _matches(drawn, flat(expected.drawn), flat(bar), with_earlier):
        yield Difference("figures and margins", drawn, expected.drawn)


def _matches(drawn: str, wanted: str, bar: str, with_earlier: bool) -> bool:
    """Whether the figures carry the texts they should; charts of earlier screenings may be between.

    Of those no more is known than that a chart has months and the name of its bar.
    """
    if drawn == wanted or not with_earlier:
        return drawn == wanted
    extra = len(drawn) - len(wanted)
    between = (
        drawn[start : start + extra]
        for start in range(len(wanted) + 1)
        if extra > 0 and drawn.startswith(wanted[:start]) and drawn.endswith(wanted[start:])
    )
    return any(not text.replace(bar, "").strip("0123456789") for text in between)
