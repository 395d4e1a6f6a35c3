"""`tonecheck list`: every stored screening, newest first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from tonecheck.commands.output import json_text, put, say
from tonecheck.commands.stored import open_existing
from tonecheck.screening.plain import plain_line
from tonecheck.store import ScreeningRow, Store

_PAGE = 200


def run(args: argparse.Namespace) -> int:
    """Print the list, one line a screening, or as JSON."""
    store = open_existing(args)
    rows: list[ScreeningRow] = []
    if store is not None:
        with store:
            rows = list(_all(store))
    if args.json:
        put(json_text([_as_data(row) for row in rows]))
    elif rows:
        put("".join(f"{line_of(row)}\n" for row in rows))
    else:
        say("No screenings yet.")
    return 0


def line_of(row: ScreeningRow) -> str:
    """One screening on one line: id, day, version, what came of it, name."""
    outcome = f"{row.action}: {', '.join(row.patterns)}" if row.is_finished else "unfinished"
    name = plain_line(row.child.name) if row.child else ""
    return "  ".join((row.id, row.position.day, f"version {row.revision}", outcome, name)).rstrip()


def _all(store: Store) -> Iterator[ScreeningRow]:
    page = store.screenings(limit=_PAGE)
    while page:
        yield from page
        page = store.screenings(before=page[-1].position, limit=_PAGE)


def _as_data(row: ScreeningRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "revision": row.revision,
        "first_id": row.first_id,
        "child": {"id": row.child.id, **row.child.details} if row.child else None,
        "observed_on": row.observed_on.isoformat() if row.observed_on else None,
        "observer": row.observer or None,
        "entered": row.entered,
        "started_at": row.started_at.isoformat(),
        "finished_at": row.finished_at.isoformat() if row.finished_at else None,
        "patterns": list(row.patterns),
        "action": row.action or None,
        "content": row.fingerprint,
    }
