"""Whose screening it is, and what goes when it is deleted, in words."""

from __future__ import annotations

from tonecheck.protocol.pack import Words
from tonecheck.store import ChildRow, Deletion, ScreeningRow
from tonecheck.tui import say

DAYS_NAMED = 6


def child_name(words: Words, child: ChildRow | None) -> str:
    """The name as short as a line needs it, or which child without one."""
    if child is not None and child.name:
        return say.short(child.name, 30)
    if child is not None and child.birth_date:
        return words("ui.home.unnamed_born", date=say.day(words, child.birth_date))
    return words("ui.home.unnamed")


def title(words: Words, row: ScreeningRow) -> str:
    """Whose and of which day."""
    when = say.day(words, row.observed_on or row.started_at.date())
    return words("ui.home.open_title", name=child_name(words, row.child), date=when)


def going(words: Words, gone: Deletion, child: ChildRow | None = None) -> list[str]:
    """All that a deletion takes, of one screening or of the whole `child`."""
    if child is not None:
        return [
            words("ui.delete.child", name=child_name(words, child)),
            _days(words, gone),
            words("ui.delete.papers"),
        ]
    lines = [words("ui.delete.screening"), _days(words, gone)]
    if gone.child:
        lines.append(words("ui.delete.child_too", name=child_name(words, gone.child)))
    return [*lines, words("ui.delete.papers")]


def _days(words: Words, gone: Deletion) -> str:
    """A line for each day that goes, with how many versions of it there are."""
    versions: dict[str, list[ScreeningRow]] = {}
    for row in gone.screenings:
        versions.setdefault(row.first_id, []).append(row)
    lines = []
    for rows in list(versions.values())[:DAYS_NAMED]:
        when = say.day(words, rows[-1].observed_on or rows[-1].started_at.date())
        key = "day_versions" if len(rows) > 1 else "day"
        lines.append(words(f"ui.delete.{key}", date=when, n=len(rows)))
    more = len(versions) - DAYS_NAMED
    if more > 0:
        lines.append(words("ui.delete.more_days", n=more))
    return "\n".join(lines)
