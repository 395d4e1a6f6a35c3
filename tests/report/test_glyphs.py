"""Text is read as it is drawn, whatever draws it."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from tonecheck.report.foreign import NotReport
from tonecheck.report.glyphs import GlyphReader, Line

ONE_BY_ONE = b"2 beginbfchar <0001> <0061> <0002> <00660066> endbfchar"
IN_A_ROW = b"2 beginbfrange <0001> <0003> <0061> <0005> <0006> [<0078> <0079>] endbfrange"


def _font(document: Any, told: bytes) -> Any:
    characters = document.make_stream(told)
    return pikepdf.Dictionary(Subtype=pikepdf.Name.Type0, ToUnicode=characters)


def _lines(content: bytes, told: bytes = ONE_BY_ONE, drawing: bytes = b"") -> list[Line]:
    """What is read of a page with that content; it may draw /D, which may draw itself."""
    with pikepdf.new() as document:
        page = document.add_blank_page()
        form = pikepdf.Stream(document, drawing, Subtype=pikepdf.Name.Form)
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F=_font(document, told), G=_font(document, b"")),
            XObject=pikepdf.Dictionary(D=document.make_indirect(form)),
        )
        page.Contents = document.make_stream(content)
        return list(GlyphReader().lines(page))


def test_text_belongs_to_the_mark_around_it() -> None:
    """Also within an unnumbered one; outside of any it has none, each place a line of its own."""
    first = b"/P <</MCID 4>> BDC /Span BMC BT /F 9 Tf [<0001> -20 <0002>] TJ ET EMC EMC "
    assert _lines(first + b"BT <0001> Tj ET") == [Line(4, "aff"), Line(None, "a")]


def test_a_drawing_is_read_where_it_is_drawn_and_has_no_mark() -> None:
    """Its text stands between what was drawn before and after it."""
    text = b"BT /F 9 Tf <0001> Tj ET "
    page = b"/P <</MCID 0>> BDC " + text + b"/D Do EMC"
    drawn = _lines(page, drawing=b"/P <</MCID 0>> BDC BT /F 9 Tf <0002> Tj ET EMC")
    assert drawn == [Line(0, "a"), Line(None, "ff")]


def test_a_drawing_that_draws_itself_is_refused() -> None:
    """Depth has an end."""
    with pytest.raises(NotReport):
        _lines(b"/D Do", drawing=b"/D Do")


def test_a_glyph_whose_character_is_not_told_is_no_text() -> None:
    """Neither an unknown code nor a font that tells nothing can pass for what was expected."""
    assert _lines(b"BT /F 9 Tf <00010009> Tj ET") == [Line(None, "a\ufffd")]
    assert _lines(b"BT /F 9 Tf q /G 9 Tf <0001> Tj Q <0001> Tj ET") == [Line(None, "\ufffda")]


def test_characters_told_in_a_row_are_counted_on() -> None:
    """From the first one, or as listed; other programs write fonts so."""
    assert _lines(b"BT /F 9 Tf <00010002000300050006> Tj ET", IN_A_ROW) == [Line(None, "abcxy")]
