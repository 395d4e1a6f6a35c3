"""Whose screening it is, and what goes when it is deleted, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tonecheck.protocol.pack import Words
from tonecheck.store import ChildRow, Deletion, ScreeningRow, Store
from tonecheck.tui import say
from tonecheck.tui.cut import cut

DAYS_NAMED = 6


def child_name(words: Words, child: ChildRow | None) -> str:
    """The name as short as a line needs it, or which child without one."""
    if child is not None and child.name:
        return cut(child.name, 30)
    if child is not None and child.birth_date:
        return words("ui.home.unnamed_born", date=say.day(words, child.birth_date))
    if child is not None:
        return words("ui.home.unnamed_since", date=say.day(words, child.created_at.date()))
    return words("ui.home.unnamed")


def title(words: Words, row: ScreeningRow, among: Sequence[ScreeningRow]) -> str:
    """Whose and of which day; with the time where others `among` them are of the same day."""
    whose = [other for other in among if other.child == row.child]
    name = child_name(words, row.child)
    return words("ui.home.open_title", name=name, date=when(words, row, whose))


def when(words: Words, row: ScreeningRow, among: Sequence[ScreeningRow]) -> str:
    """The day of a look; with the time it was begun where others are of the same day."""
    others = [other for other in among if other.first_id != row.first_id]
    if all(_day(other) != _day(row) for other in others):
        return say.day(words, _day(row))
    return day_time(words, next((o for o in among if o.id == row.first_id), row))


def day_time(words: Words, row: ScreeningRow) -> str:
    """The day of a look and the time it was begun."""
    time = f"{row.started_at:%H:%M}"
    return words("ui.home.day_time", date=say.day(words, _day(row)), time=time)


def _day(row: ScreeningRow) -> date:
    return row.observed_on or row.started_at.date()


def going(words: Words, store: Store, gone: Deletion, child: ChildRow | None = None) -> list[str]:
    """All that a deletion takes, of one screening or of the whole `child`."""
    days = _days(words, store, gone)
    if child is not None:
        return [
            words("ui.delete.child", name=child_name(words, child)),
            days,
            words("ui.delete.papers"),
        ]
    lines = [words("ui.delete.screening"), days]
    if gone.child:
        lines.append(words("ui.delete.child_too", name=child_name(words, gone.child)))
    return [*lines, words("ui.delete.papers")]


def _days(words: Words, store: Store, gone: Deletion) -> str:
    """A line for each look that goes: when, and how many versions or answers of it there are."""
    versions: dict[str, list[ScreeningRow]] = {}
    for row in gone.screenings:
        versions.setdefault(row.first_id, []).append(row)
    lines = []
    for rows in list(versions.values())[:DAYS_NAMED]:
        first = next((row for row in rows if row.revision == 1), rows[-1])
        said = {"date": day_time(words, first)}
        if len(rows) > 1:
            lines.append(words("ui.delete.day_versions", **said, n=len(rows)))
        elif first.is_finished:
            lines.append(words("ui.delete.day", **said))
        else:
            answered = len(store.draft(first.id).table("checks"))
            lines.append(words("ui.delete.day_open", **said, n=answered))
    more = len(versions) - DAYS_NAMED
    if more > 0:
        lines.append(words("ui.delete.more_days", n=more))
    return "\n".join(lines)
