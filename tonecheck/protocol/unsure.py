"""What is said of urgent signs that were answered not sure, wherever that is said."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.protocol.pack import Pack


def to_do_first(pack: Pack, signs: Iterable[str]) -> str:
    """What to do first about the signs, where one can do anything; else empty."""
    found = (pack.words.find(f"gate.{sign}.unsure") for sign in signs)
    return " ".join(dict.fromkeys(text for text in found if isinstance(text, str)))


def nurse_to_ask(pack: Pack, emergency: str) -> str:
    """Which nurse to ask where `emergency` is the number to call; empty where none is known."""
    regions = (r for r in pack.protocol.regions if r.emergency == emergency)
    nurse_line = next((region.nurse_line for region in regions), "")
    return pack.words("gate.page.nurse_line", nurse_line=nurse_line) if nurse_line else ""
