"""Says of every glyph in a PDF which character it shows, before the file is written.

The engine tells the character from the place where a glyph first stood. There it may have stood
for a turned bracket, or for a part of a letter with marks, and every later one would be read so.
"""

from __future__ import annotations

import io
from typing import Any

_HEAD_END = b"endcodespacerange"
_TAIL = b"endcmap"
_MOST = 100
"""Glyphs that one list may hold."""


def name_characters(document: Any, pdf: Any) -> None:
    """Rewrite what the fonts of a PDF say of their glyphs, from the fonts themselves."""
    characters: dict[bytes, dict[int, str]] = {}
    for font in document.fonts.values():
        characters.setdefault(font.name, {}).update(_characters(font))
    for item in pdf.objects:
        if isinstance(item, dict) and "ToUnicode" in item:
            told = pdf.objects[int(item["ToUnicode"].split()[0])].stream
            head, tail = told.index(_HEAD_END) + 1, told.index(_TAIL)
            told[head:tail] = _lists(characters[item["BaseFont"]])


def _characters(font: Any) -> dict[int, str]:
    """The character of each glyph that is used; what the engine says of one that has none."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(io.BytesIO(font.file_content), lazy=True) as face:
        shown = {face.getGlyphID(name): chr(at) for at, name in face.getBestCmap().items()}
    return {glyph: shown.get(glyph, said) for glyph, said in font.to_unicode.items()}


def _lists(characters: dict[int, str]) -> list[bytes]:
    lines: list[bytes] = []
    told = sorted(characters.items())
    for start in range(0, len(told), _MOST):
        batch = told[start : start + _MOST]
        lines.append(f"{len(batch)} beginbfchar".encode())
        lines += [f"<{g:04x}> <{text.encode('utf-16-be').hex()}>".encode() for g, text in batch]
        lines.append(b"endbfchar")
    return lines
