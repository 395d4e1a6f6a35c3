"""Lines with letters written from right to left."""

from __future__ import annotations

from tonecheck.report.leftward import as_read, pieces

SHALOM, OLAM = "\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd"


def test_a_phrase_is_turned_into_reading_order_and_nothing_else() -> None:
    """What is written from left to right stays as drawn."""
    drawn = f"to [b] {OLAM[::-1]} ,{SHALOM[::-1]} 12-34"
    assert as_read(drawn) == f"to [b] {SHALOM}, {OLAM} 12-34"


def test_order_and_the_face_of_brackets_do_not_count() -> None:
    """All else does: a letter, a digit, a sign, the order within a word or a number."""
    typed = pieces(f"{SHALOM} (12.5) left")
    assert pieces(f"left )12.5( {SHALOM}") == typed
    others = (f"{SHALOM} (15.2) left", f"{SHALOM} 12.5 left", f"{SHALOM} (12.5) felt")
    for other in (*others, f"{SHALOM[::-1]} (12.5) left", f"{SHALOM} (12,5) left"):
        assert pieces(other) != typed
