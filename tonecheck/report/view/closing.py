"""The closing pages: what to film, questions, method and limits, sources."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.check import Mode
from tonecheck.protocol.rules import Source
from tonecheck.report.view.blocks import Bullets, Lines, Section, Table
from tonecheck.report.view.computed import coverage, has_base_rates, is_young
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line


def odd_checks(result: Result) -> tuple[str, ...]:
    """The checks worth filming: those the leading rules read as a finding."""
    return tuple(dict.fromkeys(finding.check for finding in result.findings))


def is_left(say: Phrases, screening: Screening, result: Result, check: str) -> bool:
    """Whether a check is left to people who examine babies: at this age, or as it was told."""
    mode = say.pack.protocol.by_id[check].mode_at(*result.ages.corrected_days)
    return mode is Mode.LEAVE or bool(screening.checks[check].reported_by)


def filming_section(say: Phrases, screening: Screening, result: Result) -> Section:
    """What the parent was asked to film; how to film each check stands on the parent's page."""
    lines = [say("filming.young")] if is_young(say, result) else []
    odd = [c for c in odd_checks(result) if not is_left(say, screening, result, c)]
    if odd:
        lines.append(say("filming.odd", checks=say.checks(odd)))
    lines += [say("filming.how"), say("filming.page")]
    blocks = (Bullets(lines=tuple(lines)),)
    return Section(id="filming", title=say("filming.title"), blocks=blocks)


def method_section(say: Phrases, result: Result) -> Section:
    """How it was made, what it cannot do, and the counts."""
    lines = [*say.texts("method.lines"), *say.words.lines("result.limits.clinical")]
    seen = say("method.seen", coverage=coverage(say, result), compared=result.coverage.compared)
    lines += [seen, say("method.coverage")]
    if is_young(say, result):
        lines.append(say("method.young"))
    if has_base_rates(result):
        lines.append(say.words("result.base_rates.clinical"))
    counts = "; ".join(
        say(
            "method.count",
            direction=say.words(f"result.directions.{direction}.clinical"),
            sides=", ".join(
                say("method.side", side=say(f"method.sides.{side}"), count=sides[side])
                for side in ("left", "right", "unknown", "none")
                if sides.get(side)
            ),
        )
        for direction, sides in result.counts.items()
    )
    if counts:
        lines.append(say("method.counts", counts=counts))
    blocks = (Bullets(look="long", lines=tuple(lines)),)
    return Section(id="method", title=say("method.title"), blocks=blocks)


def sources_section(say: Phrases, screening: Screening, result: Result) -> Section:
    """The bibliography of what this report rests on, in the pack's order."""
    used = set(_used(say, screening, result))
    rows = tuple(
        (
            key,
            say(
                "sources.line",
                title=plain_line(source.title),
                grade=say(f"grades.{source.grade}"),
                place=_place(say, source),
            ),
        )
        for key, source in say.pack.protocol.sources.items()
        if key in used
    )
    table = Table(look="sources", head=say.texts("sources.head"), rows=rows)
    return Section(
        id="sources",
        title=say("sources.title"),
        blocks=(Lines(lines=(say("sources.intro"),)), table),
    )


def _place(say: Phrases, source: Source) -> str:
    """Where a source stands and how it was read; of a copy no address is told."""
    where = say("sources.copied") if source.copied else plain_line(source.address)
    return "; ".join(filter(None, (where, plain_line(source.note)))) or say("sources.no_address")


def _used(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    protocol = say.pack.protocol
    for item in result.readings:
        for finding in (item.published, item.article):
            if finding is not None and (is_odd(item) or finding in result.findings):
                yield from finding.sources
    for check in {item.check for item in result.sources_differ}:
        window = protocol.by_id[check].window
        if window and window.published:
            yield from window.published.sources
    for sign, answer in screening.urgent.items():
        if answer != "no":
            yield from protocol.sign_by_id[sign].sources
    rules = protocol.result.rules
    for floor in result.floors:
        rule = getattr(rules, floor, None)
        if rule is not None:
            yield from rule.sources
    yield from protocol.result.ages.sources
    yield from protocol.result.coverage.sources
    keys = ["film", "questions"]
    keys += ["young"] if is_young(say, result) else []
    keys += ["base_rates"] if has_base_rates(result) else []
    keys += ["one_sign"] if result.rests_on_one else []
    for key in keys:
        yield from say.words.lines(f"result.{key}.sources")
