"""What can be deleted: all that goes, said before it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tonecheck.protocol.pack import Words
from tonecheck.store import ChildRow, Deletion, ScreeningRow, Store
from tonecheck.tui import record_words

DAYS_NAMED = 6


@dataclass(frozen=True, slots=True)
class Going:
    """What goes, line by line, and what deletes it; `delete` raises StoreError."""

    lines: tuple[str, ...]
    delete: Callable[[], object]


def child_going(words: Words, store: Store, child: ChildRow) -> Going:
    """All that is kept about a child."""
    told = words("ui.delete.child", name=record_words.child_name(words, child))
    days = _days(words, store, store.deletion_of_child(child.id))
    lines = (told, days, words("ui.delete.papers"))
    return Going(lines, lambda: store.delete_child(child.id))


def screening_going(words: Words, store: Store, row: ScreeningRow) -> Going:
    """A screening with its versions, or only the version of it that is not finished."""
    if row.revision > 1 and not row.is_finished:
        told = words("ui.delete.version", n=row.revision)
        return Going((told,), lambda: store.drop_version(row.id))
    gone = store.deletion_of_screening(row.id)
    lines = [words("ui.delete.screening"), _days(words, store, gone)]
    if gone.child:
        name = record_words.child_name(words, gone.child)
        lines.append(words("ui.delete.child_too", name=name))
    return Going((*lines, words("ui.delete.papers")), lambda: store.delete_screening(row.id))


def _days(words: Words, store: Store, gone: Deletion) -> str:
    """A line for each look that goes: when, and how many versions or answers of it there are."""
    versions: dict[str, list[ScreeningRow]] = {}
    for row in gone.screenings:
        versions.setdefault(row.first_id, []).append(row)
    lines = []
    for rows in list(versions.values())[:DAYS_NAMED]:
        first = next((row for row in rows if row.revision == 1), rows[-1])
        said = {"date": record_words.day_time(words, first)}
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
