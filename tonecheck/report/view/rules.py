"""Why the rules read it so: where sources differ, the trace, and changes of age step."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.check import Check, Span
from tonecheck.report.view.blocks import Bar, Block, Bullets, Lines, Point, Section, Table, Windows
from tonecheck.report.view.computed import floor_lines
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Finding, Result
from tonecheck.scoring.trace import age_edges, trace
from tonecheck.screening.document import Screening

_DAYS = 30.4375


def differ_section(say: Phrases, screening: Screening, result: Result) -> Section | None:
    """Every given answer the two rule sets read differently, with both windows as bars."""
    if not result.readings:
        return None
    if not result.sources_differ:
        blocks: tuple[Block, ...] = (Lines(lines=(say("differ.nothing"),)),)
        return Section(id="differ", title=say("differ.title"), blocks=blocks)
    rows = tuple(
        (
            say.named(item.check, item.answer, item.side),
            say.reading(item.published),
            say.reading(item.article),
        )
        for item in result.sources_differ
    )
    table = Table(
        look="differ",
        head=say.texts("differ.head"),
        rows=rows,
    )
    checks = dict.fromkeys(item.check for item in result.sources_differ)
    figures: list[Block] = [
        windows(say, say.pack.protocol.by_id[check], screening, result)
        for check in checks
        if say.pack.protocol.by_id[check].window
    ]
    if figures:
        figures.insert(0, Lines(lines=(say("differ.bars"),)))
    return Section(
        id="differ",
        title=say("differ.title"),
        blocks=(
            Lines(lines=(say("differ.intro"),)),
            table,
            *figures,
            Lines(lines=(say("differ.cap"),)),
        ),
    )


def windows(say: Phrases, check: Check, screening: Screening, result: Result) -> Windows:
    """Both windows of a check as bars, against the age at this screening."""
    window = check.window
    article = window.article if window else None
    published = window.published if window else None
    kind = window.kind if window else "reflex"
    alt = say(
        "differ.bar_alt",
        check=say.check(check.id),
        article=say.window(article, kind),
        published=say.window(published, kind),
        age=say.ages(result.ages.corrected_days, screening),
    )
    bars = [
        bar
        for bar in (
            _bar(say("differ.bar_published"), published),
            _bar(say("differ.bar_article"), article),
        )
        if bar
    ]
    first, last = result.ages.corrected_days
    ends = (first,) if first == last else (first, last)
    return Windows(
        title=say("differ.bar_title", check=say.check(check.id)),
        alt=alt,
        bars=tuple(bars),
        points=tuple(Point(months=round(day / _DAYS, 2)) for day in ends),
        point_label=say("differ.bar_age"),
    )


def _bar(label: str, span: Span | None) -> Bar | None:
    if span is None or span.end is None:
        return None
    grey = float(span.grey_until) if span.grey_until is not None else None
    return Bar(label=label, start=float(span.start), end=float(span.end), grey_end=grey)


def trace_section(say: Phrases, screening: Screening, result: Result) -> Section | None:
    """A row for each finding, then what set the action; None where nothing was read."""
    if not result.readings and not result.floors:
        return None
    blocks: list[Block] = []
    if result.findings:
        rows = []
        for line in trace(say.pack.protocol, result):
            finding = line.finding
            instead = say("trace.no_instead")
            if line.instead and line.instead_level is not None:
                level = say.words(f"result.levels.{line.instead_level.key}.clinical")
                answer = say.answer(finding.check, line.instead)
                instead = say("trace.instead", answer=answer, level=level)
            rows.append(
                (
                    say.named(finding.check, finding.answer, finding.side),
                    finding.rule,
                    _sources(say, finding),
                    instead,
                )
            )
        table = Table(
            look="trace",
            head=say.texts("trace.head"),
            rows=tuple(rows),
        )
        blocks += [Lines(lines=(say("trace.intro"),)), table]
    else:
        blocks.append(Lines(lines=(say("trace.nothing"),)))
    blocks.append(
        Bullets(title=say("trace.floors_title"), lines=tuple(_floors(say, screening, result)))
    )
    return Section(id="trace", title=say("trace.title"), blocks=tuple(blocks))


def _floors(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    lines = floor_lines(say, screening, result)
    yield from lines or (say("trace.floors_none"),)


def _sources(say: Phrases, finding: Finding) -> str:
    """The sources of a finding with their type; of a weak one those it rests on alone."""
    sources = say.pack.protocol.sources
    weak = [key for key in finding.sources if sources[key].grade == "C"] if finding.weak else []
    return ", ".join(
        say("trace.source", source=key, grade=say(f"grades.{sources[key].grade}"))
        for key in weak or finding.sources
    )


def edges_section(say: Phrases, screening: Screening) -> Section | None:
    """The answers that a week, or the other age, would read differently; None without any."""
    edges = age_edges(say.pack.protocol, screening)
    if not edges:
        return None
    rows = tuple(
        (
            say.named(edge.check, edge.answer, None),
            say.bare_reading(edge.check, edge.now),
            say.bare_reading(edge.check, edge.then),
            say(f"edges.{edge.because}"),
        )
        for edge in edges
    )
    table = Table(
        look="edges",
        head=say.texts("edges.head"),
        rows=rows,
    )
    blocks = (Lines(lines=(say("edges.intro"),)), table)
    return Section(id="edges", title=say("edges.title"), blocks=blocks)
