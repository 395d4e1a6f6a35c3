"""What changed since earlier screenings of the same child, item by item and on the windows."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.report.view.computed import action, patterns
from tonecheck.report.view.model import Bar, Block, Lines, Point, Section, Table, Windows
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening

KEPT = 3
"""How many earlier screenings are shown: as many as fit beside today's in one table."""

_DAYS = 30.4375


def earlier_section(
    say: Phrases, screening: Screening, result: Result, earlier: Sequence[Screening]
) -> Section | None:
    """Today's answers beside the earlier ones; None where there are none."""
    if not earlier:
        return None
    before = sorted(earlier, key=lambda old: str(old.observed_on or ""))[-KEPT:]
    visits = [*((old, _read_again(say.pack, old)) for old in before), (screening, result)]
    order = sorted(say.pack.protocol.checks, key=lambda check: check.order)
    rows, same = [], []
    for check in order:
        cells = [_cell(say, old, read, check.id) for old, read in visits]
        if all(cell == say("earlier.not_answered") for cell in cells):
            continue
        if len(set(cells)) == 1:
            same.append(check.id)
        else:
            rows.append((say.check(check.id), *cells))
    rows.append((say("earlier.patterns_row"), *(patterns(say, r.patterns) for _, r in visits)))
    rows.append((say("earlier.action_row"), *(action(say, r.action_key) for _, r in visits)))
    dates = [
        say.day(old.observed_on)
        if old.observed_on
        else say("earlier.undated", age=say.ages(read.ages.calendar_days))
        for old, read in visits
    ]
    table = Table(
        look="earlier",
        caption=say("earlier.caption"),
        head=(say("earlier.head_check"), *dates[:-1], say("earlier.now", date=dates[-1])),
        rows=tuple(rows),
    )
    blocks: list[Block] = [Lines(lines=(say("earlier.intro"),)), table]
    if same:
        blocks.append(Lines(lines=(say("earlier.same", checks=say.checks(same)),)))
    charts = [chart for check in order if (chart := _chart(say, check.id, visits))]
    if charts:
        blocks += [Lines(lines=(say("earlier.chart_intro"),)), *charts]
    return Section(id="earlier", title=say("earlier.title"), blocks=tuple(blocks))


def _read_again(pack: Pack, screening: Screening) -> Result:
    """An earlier screening as today's content reads it."""
    return score(pack, screening)


def _cell(say: Phrases, screening: Screening, result: Result, check: str) -> str:
    found = [item for item in result.readings if item.check == check and not item.derived]
    if not found:
        return say("earlier.not_answered")
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
    for _, result in visits:
        found = [item for item in result.readings if item.check == check_id]
        if not found:
            continue
        first, last = result.ages.corrected_days
        is_finding = any(i.published and i.published.severity >= Level.RECHECK for i in found)
        points.append(Point(months=round((first + last) / 2 / _DAYS, 2), filled=is_finding))
        answers = ", ".join(dict.fromkeys(say.answer(check_id, item.answer) for item in found))
        age = say.ages(result.ages.corrected_days)
        spoken.append(say("earlier.point", age=age, answer=answers))
    if len(points) < 2:
        return None
    grey = float(span.grey_until) if span.grey_until is not None else None
    return Windows(
        title=say.check(check_id),
        alt=say(
            "earlier.chart_alt",
            check=say.check(check_id),
            window=say.window(span, check.window.kind),
            points="; ".join(spoken),
        ),
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
