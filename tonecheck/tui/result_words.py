"""The parent's page of the report as text of the result page."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.blocks import Bullets, Lines, Section
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
