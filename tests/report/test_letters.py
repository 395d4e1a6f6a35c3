"""Every drawn glyph tells its own character, wherever it first stood."""

from __future__ import annotations

from tests.report.drawn import paragraphs
from tonecheck.report.reading import Text


def test_a_bracket_turned_once_is_not_turned_ever_after() -> None:
    """A bracket between right-to-left letters faces the other way; the next one is itself."""
    assert paragraphs(["\u05d0(\u05d1)\u05d2", "(x) [y]"])[1] == ("(x) [y]",)


def test_letters_keep_their_characters_beside_marks_and_each_other() -> None:
    """Letters with marks, joined letters and soft-dotted ones are drawn one by one."""
    texts = ["q\u0303 i\u0323\u0301 ffi \ufb01", "q i ffi fi fl"]
    assert all(map(Text.is_said_by, map(Text, texts), paragraphs(texts)))
