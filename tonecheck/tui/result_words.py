"""What the result page says beyond the parent's page of the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tonecheck.protocol.pack import Pack
from tonecheck.report.view.model import Bullets, Lines, Section
from tonecheck.scoring.result import Result
from tonecheck.tui.widgets.prose import Item


def not_seen(pack: Pack, result: Result) -> Iterator[Item]:
    """Every check that was offered and not seen, with the reason where one was given."""
    words = pack.words
    if not result.missed:
        return
    yield Item("")
    yield Item(words("ui.result.missed"), style="bold")
    for missed in result.missed:
        why = ""
        if missed.reason:
            why = words(f"result.not_seen.{missed.reason}.label")
        elif missed.situation:
            why = words(f"situations.{missed.situation}.reason")
        name = words.checks[missed.check].name
        yield Item(words("ui.result.missed_line", check=name, reason=why) if why else name, "-")


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
