"""Which characters the shipped fonts can print; the others are written as their code points."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).parent / "fonts"


@lru_cache(maxsize=1)
def coverage() -> frozenset[int]:
    """The code points that every shipped face has."""
    covered: set[int] | None = None
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            points = set(font.getBestCmap())
        covered = points if covered is None else covered & points
    return frozenset(covered or ())


def printable(text: str) -> str:
    """`text` with every character the fonts lack as `[U+1F600]`; line breaks and tabs stay."""
    kept = coverage() | {9, 10, 13}
    missing = {ord(char) for char in set(text)} - kept
    return text.translate({point: f"[U+{point:04X}]" for point in missing})
