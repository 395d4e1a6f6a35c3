"""Screenings begun and finished in a store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.draft import Change
from tonecheck.store import Store

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
DAY = date(2026, 3, 1)
CHILD = {"name": "Mila", "birth_date": "2025-11-01"}


def begun(store: Store, pack: Pack, child: Mapping[str, Any] | None = CHILD) -> str:
    """A screening begun, with its child entered."""
    id_ = store.start(None, DAY, "tui", pack, NOW)
    if child is not None:
        store.record(id_, [Change("child", dict(child))], NOW)
    return id_


def finished(store: Store, pack: Pack, screening: Screening) -> str:
    """A screening taken in, scored and finished."""
    id_ = store.add_screening(screening, pack, NOW)
    result = score(pack, store.draft(id_).screening())
    store.finish(id_, result.model_dump_json(), pack, NOW)
    return id_
