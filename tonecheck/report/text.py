"""The report as plain text, readable at 78 columns and in a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from tonecheck.report.view.blocks import Block, Fact, Section, Table
from tonecheck.report.view.model import Front, ReportView

WIDTH = 78


def to_text(view: ReportView) -> str:
    """The whole report as text: the same facts in the same order, tables as labelled lines."""
    lines = [*_front(view), *(line for section in view.sections for line in _section(section))]
    lines += _section(view.parent)
    lines.append("")
    if view.is_emergency:
        lines += _facts((view.front.data,))
    lines += _wrapped(view.stamp)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _front(view: ReportView) -> Iterator[str]:
    front = view.front
    yield from _heading(front.title, "=")
    yield from _wrapped(front.disclaimer.lead.upper())
    yield from _wrapped(" ".join(front.disclaimer.lines))
    if front.parents_page:
        yield from _wrapped(front.parents_page.end)
    if front.banner:
        yield ""
        yield from _wrapped(front.banner.headline.upper())
        yield from _bullets(front.banner.lines)
    yield ""
    yield from _facts(front.who)
    yield from _titled(front.worry_title, front.worry)
    yield from _titled(front.background_title, front.background)
    yield from _boxes(front)
    yield ""
    yield from _facts(front.bottom)
    if not view.is_emergency:
        yield from _facts((front.data,))
        yield from _wrapped(view.stamp)


def _boxes(front: Front) -> Iterator[str]:
    if front.seen:
        yield from _heading(front.seen.title, "-")
        yield from _wrapped(front.seen.note)
        yield from _wrapped(front.seen.body_map.alt)
        for group in front.seen.groups:
            yield from _wrapped(f"{group.title}:")
            yield from _bullets(group.lines)
        yield from _facts(front.seen.others)
    if front.computed:
        yield from _titled(front.computed.title, front.computed.facts, front.computed.note)
        yield from _facts(front.computed.others)


def _titled(title: str, facts: Sequence[Fact], note: str = "") -> Iterator[str]:
    yield from _heading(title, "-")
    if note:
        yield from _wrapped(note)
    yield from _facts(facts)


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title, "=")
    if section.subtitle:
        yield from _wrapped(section.subtitle)
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block.kind:
        case "lines":
            for line in block.lines:
                yield from _wrapped(line)
        case "bullets":
            if block.title:
                yield from ("", *_wrapped(block.title))
            yield from _bullets(block.lines)
        case "facts":
            yield from _facts(block.facts)
        case "table":
            yield from _table(block)
        case "windows":
            yield from ("", *_wrapped(block.alt))


def _table(table: Table) -> Iterator[str]:
    """Each row as its heading and its other cells, each behind the name of its column."""
    if table.caption:
        yield from ("", *_wrapped(table.caption))
    for row in table.rows:
        first, *rest = row[0].split("\n")
        yield from ("", *_wrapped(first, "* ", "  "))
        for line in rest:
            yield from _wrapped(line, "  ", "  ")
        for head, cell in zip(table.head[1:], row[1:], strict=True):
            if cell:
                yield from _wrapped(f"{head}: {'; '.join(cell.split(chr(10)))}", "  ", "    ")


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        text = f"{fact.label}: {fact.value}" if fact.label else fact.value
        yield from _wrapped(text, "", "  ")


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from _wrapped(line, "- ", "  ")


def _heading(title: str, rule: str) -> Iterator[str]:
    yield from ("", title, rule * min(len(title), WIDTH))


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    """`text` broken at WIDTH; its own line breaks stay, words longer than a line are broken."""
    lines: list[str] = []
    for part in text.split("\n"):
        start = following if lines else first
        lines += textwrap.wrap(part, WIDTH, initial_indent=start, subsequent_indent=following) or [
            ""
        ]
    return lines
