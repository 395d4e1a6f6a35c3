"""Text that people typed, made safe to show anywhere: every character visible, none active."""

from __future__ import annotations

import unicodedata

_KEPT = {"\n", "\t", "\u200c", "\u200d"}


def plain(text: str) -> str:
    """`text` with control, format and unassigned characters written as their code points."""
    return "".join(char if _is_plain(char) else f"[U+{ord(char):04X}]" for char in text)


def plain_line(text: str) -> str:
    """`text` on one line, made safe."""
    return " ".join(plain(text).split())


def _is_plain(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
