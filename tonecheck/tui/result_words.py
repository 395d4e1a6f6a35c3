"""The parent's page of the report as text of the result page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tonecheck.report.view.model import Bullets, Lines, Section
from tonecheck.tui.widgets.prose import Item


def section_items(section: Section) -> Iterator[Item]:
    """A part of the report as text to read on the screen, without its title."""
    for block in section.blocks:
        if isinstance(block, Lines):
            yield Item("")
            yield from (Item(line) for line in block.lines)
        elif isinstance(block, Bullets):
            yield Item("")
            if block.title:
                yield Item(block.title, style="bold")
            yield from (Item(line, "-") for line in block.lines)


def unsaid(items: Iterable[Item], said: Collection[str]) -> Iterator[Item]:
    """The items without what was `said` already, be it all of one or its first sentences."""
    for item in items:
        begun = next((line for line in said if item.text.startswith(f"{line} ")), "")
        if item.text not in said:
            yield replace(item, text=item.text.removeprefix(begun).lstrip())
