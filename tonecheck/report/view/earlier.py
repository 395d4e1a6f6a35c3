"""What changed since earlier screenings of the same child, item by item and on the windows."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.report.view.blocks import Bar, Block, Lines, Point, Section, Table, Windows
from tonecheck.report.view.computed import action, patterns
from tonecheck.report.view.model import Attachment
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import FITS_NONE, Screening

KEPT = 3
"""How many earlier screenings are shown: as many as fit beside today's in one table."""

_DAYS = 30.4375

Visit = tuple[Screening, Result]


def read_again(pack: Pack, earlier: Sequence[Screening]) -> tuple[Visit, ...]:
    """The last of the `earlier` screenings, oldest first, as today's content reads them."""
    return tuple((old, score(pack, old)) for old in earlier[-KEPT:])


def earlier_section(
    say: Phrases,
    screening: Screening,
    result: Result,
    before: Sequence[Visit],
    carried: Attachment | None,
    count: int,
) -> Section | None:
    """Today's answers beside those of the visits `before`; None where there are none.

    `carried` is the file that holds all earlier screenings, `count` how many those are.
    """
    if carried is None:
        return None
    visits = [*before, (screening, result)]
    order = sorted(say.pack.protocol.checks, key=lambda check: check.order)
    rows, same, first = [], [], []
    for check in order:
        *past, today = (_cell(say, *visit, check.id) for visit in visits)
        if not any(past):
            first += [check.id] if today else []
        elif {*past} == {today}:
            answer = today.replace("\n", ", ")
            same.append(say("earlier.same_item", check=say.check(check.id), answer=answer))
        else:
            cells = (cell or say("earlier.not_answered") for cell in (*past, today))
            rows.append((say.check(check.id), *cells))
    rows.append((say("earlier.patterns_row"), *(patterns(say, r, r.patterns) for _, r in visits)))
    rows.append((say("earlier.action_row"), *(action(say, r.action_key) for _, r in visits)))
    dates = [_visit(say, old, read) for old, read in visits]
    table = Table(
        look="earlier",
        head=(say("earlier.head_check"), *dates[:-1], say("earlier.now", date=dates[-1])),
        rows=tuple(rows),
    )
    blocks: list[Block] = [Lines(lines=(say("earlier.intro"),)), table]
    if same:
        blocks.append(Lines(lines=(say("earlier.same", answers="; ".join(same)),)))
    if first:
        blocks.append(Lines(lines=(say("earlier.first", checks=say.checks(first)),)))
    charts = [chart for check in order if (chart := _chart(say, check.id, visits))]
    if charts:
        blocks += [Lines(lines=(say("earlier.chart_intro"),)), *charts]
    data = say("earlier.data", name=carried.name, sha256=carried.sha256, count=count)
    blocks.append(Lines(lines=(data,)))
    return Section(id="earlier", title=say("earlier.title"), blocks=tuple(blocks))


def earlier_line(say: Phrases, result: Result, before: Sequence[Visit]) -> str:
    """What each visit `before` led to, and what is new since the last; empty without any.

    New is a finding of a check that was seen the last time, too, and was none then.
    """
    if not before:
        return ""
    told = "; ".join(
        say(
            "earlier.visit",
            visit=_visit(say, old, read),
            patterns=patterns(say, read, read.patterns),
            advice=action(say, read.action_key),
        )
        for old, read in before
    )
    last = before[-1][1]
    found = dict.fromkeys(f.check for f in result.findings)
    seen, marked = {i.check for i in last.readings}, {f.check for f in last.findings}
    new = [check for check in found if check in seen - marked]
    return say("earlier.new", told=told, checks=say.checks(new)) if new else told


def _visit(say: Phrases, screening: Screening, result: Result) -> str:
    """The day of a screening and the age then; the age alone where no day is told."""
    age = say.ages(result.ages.corrected_days, screening)
    if screening.observed_on is None:
        return say("earlier.undated", age=age)
    key = "earlier.dated_corrected" if result.ages.corrected else "earlier.dated"
    return say(key, date=say.day(screening.observed_on), age=age)


def _cell(say: Phrases, screening: Screening, result: Result, check: str) -> str:
    """The answers given to a check, or that none fits; empty without any."""
    entry = screening.checks.get(check)
    if entry and entry.fits_none:
        return say.answer(check, FITS_NONE)
    found = [item for item in result.readings if item.check == check and not item.derived]
    return "\n".join(say.sided(check, item.answer, item.side) for item in found)


def _chart(
    say: Phrases, check_id: str, visits: Sequence[tuple[Screening, Result]]
) -> Windows | None:
    """A check's published window with a point for each screening that answered it."""
    check = say.pack.protocol.by_id[check_id]
    span = check.window.published if check.window else None
    if span is None or span.end is None or check.window is None:
        return None
    points, spoken = [], []
    for number, (screening, result) in enumerate(visits, start=1):
        found = [item for item in result.readings if item.check == check_id]
        if not found:
            continue
        first, last = result.ages.corrected_days
        is_finding = any(i.published and i.published.severity >= Level.RECHECK for i in found)
        months = round((first + last) / 2 / _DAYS, 2)
        points.append(Point(months=months, filled=is_finding, now=number == len(visits)))
        answers = ", ".join(
            dict.fromkeys(say.answer(check_id, item.answer, item.side) for item in found)
        )
        age = say.ages(result.ages.corrected_days, screening)
        spoken.append(say("earlier.point", age=age, answer=answers))
    if len(points) < 2:
        return None
    grey = float(span.grey_until) if span.grey_until is not None else None
    title = say(
        "earlier.chart_title", check=say.check(check_id), window=say.window(span, check.window.kind)
    )
    return Windows(
        title=title,
        alt=say("earlier.chart_alt", title=title, points="; ".join(spoken)),
        bars=(
            Bar(
                label=say("differ.bar_published"),
                start=float(span.start),
                end=float(span.end),
                grey_end=grey,
            ),
        ),
        points=tuple(points),
        point_label="",
    )
