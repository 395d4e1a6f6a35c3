"""The marks a report carries in its metadata: its answers' checksum, and what decided its words."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from tonecheck.report.view.model import Origin

CHECKSUM = "sha256"
EARLIER = "earlier"


def keywords_of(sha256: str, origin: Origin) -> tuple[str, ...]:
    """The marks as keywords, `name:value` each."""
    marks = {CHECKSUM: sha256, **origin.model_dump()}
    return tuple(f"{name}:{value}" for name, value in marks.items())


def checksum_of(keywords: Iterable[str]) -> str:
    """The checksum among the keywords; empty where there is none."""
    return _marks(keywords).get(CHECKSUM, "")


def earlier_checksum_of(keywords: Iterable[str]) -> str:
    """The checksum of the earlier screenings among the keywords; empty where there is none."""
    return _marks(keywords).get(EARLIER, "")


def origin_of(keywords: Iterable[str]) -> Origin | None:
    """The origin that the keywords tell; None where they tell none, or not all of it."""
    marks = _marks(keywords)
    try:
        return Origin.model_validate({name: marks.get(name) for name in Origin.model_fields})
    except ValidationError:
        return None


def _marks(keywords: Iterable[str]) -> dict[str, str]:
    pairs = (keyword.strip().partition(":") for keyword in keywords)
    return {name: value for name, _, value in pairs}
