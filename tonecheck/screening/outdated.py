"""Answers that the content no longer has: they stay on disk, are not read, and are told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonecheck.protocol.check import Check
from tonecheck.protocol.pack import Protocol
from tonecheck.screening.draft import Change, Draft

_PLACES = ("answers", "left", "right")


def known_part(protocol: Protocol, draft: Draft) -> tuple[Draft, tuple[Change, ...]]:
    """A draft without the answers that the content does not have, and what took them out."""
    changes = tuple(_outdated(protocol, draft))
    return draft.changed(*changes), changes


def _outdated(protocol: Protocol, draft: Draft) -> Iterator[Change]:
    for check, entry in draft.table("checks").items():
        kept = _kept(protocol.by_id.get(check), entry)
        if kept != entry:
            yield Change(f"checks.{check}", kept)


def _kept(check: Check | None, entry: Mapping[str, Any]) -> dict[str, Any] | None:
    if check is None:
        return None
    known = {place: [a for a in entry.get(place, ()) if a in check.by_id] for place in _PLACES}
    if all(len(known[place]) == len(entry.get(place, ())) for place in _PLACES):
        return dict(entry)
    rest = {key: value for key, value in entry.items() if key not in _PLACES}
    kept = rest | {place: answers for place, answers in known.items() if answers}
    if not any(check.by_id[answer].sided for answer in known["answers"]):
        kept.pop("side", None)
    return kept or None
