"""How a pattern is called, wherever that is said."""

from __future__ import annotations

from tonecheck.protocol.pack import Words


def lean(words: Words, pattern: str, checks: int, part: str = "parent") -> str:
    """A `part` (parent or plain) of a pattern's words; of one check alone, those of one sign."""
    if checks == 1:
        one = words.find(f"result.patterns.{pattern}.one")
        return one if isinstance(one, str) else words(f"result.patterns.{pattern}.parent")
    return words(f"result.patterns.{pattern}.{part}")
