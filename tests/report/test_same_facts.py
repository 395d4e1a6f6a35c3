"""PDF, HTML and text carry the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pypdfium2
import pytest

from tests.report.made import made
from tonecheck.report.html import to_html
from tonecheck.report.text import to_text
from tonecheck.report.view import ReportView
from tonecheck.report.view.blocks import Bullets, Fact, Facts, Lines, Section, Table


class _Text(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _flat(text: str) -> str:
    """Letters and digits alone: line breaks, hyphens and bullets differ by format."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _of_facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield from (fact.label, *fact.value.split("\n"))


def _of_front(view: ReportView) -> Iterator[str]:
    front = view.front
    yield from (front.title, front.disclaimer.lead, *front.disclaimer.lines)
    yield from _of_facts((*front.who, *front.worry, *front.background, *front.more, front.data))
    if front.banner:
        yield from (front.banner.headline, *front.banner.lines)
    if front.seen:
        yield from (front.seen.title, front.seen.note)
        yield from _of_facts(front.seen.others)
        for group in front.seen.groups:
            yield from (group.title, *group.lines)
    if front.computed:
        yield from (front.computed.title, front.computed.note)
        yield from _of_facts((*front.computed.facts, *front.computed.others))


def _of_section(section: Section) -> Iterator[str]:
    yield from (section.title, section.subtitle)
    for block in section.blocks:
        if isinstance(block, Table):
            yield block.caption
            yield from block.head[1:]
            for row in block.rows:
                for cell in row:
                    yield from cell.split("\n")
        elif isinstance(block, Bullets | Lines):
            yield from block.lines
        elif isinstance(block, Facts):
            yield from _of_facts(block.facts)


@pytest.mark.parametrize("name", ["typical", "asymmetric", "urgent"])
def test_every_fact_is_in_all_three(name: str) -> None:
    """Each string of the view stands in the PDF, the HTML and the text."""
    view, pdf = made(name)
    page = _Text()
    page.feed(to_html(view))
    pages = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf)]
    formats = {
        "html": _flat("".join(page.parts)),
        "text": _flat(to_text(view)),
        "pdf": _flat("".join(pages)),
    }
    facts = [*_of_front(view), *(f for s in view.sections for f in _of_section(s))]
    facts += _of_section(view.parent)
    lost = [(name, f) for f in facts for name, text in formats.items() if _flat(f) not in text]
    assert not lost
