import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.screening.plain import plain, plain_line


@given(st.text())
def test_nothing_active_is_left(text: str) -> None:
    """No escape, bidirectional override or other control survives, whatever was typed."""
    active = {"Cc", "Cf", "Cs", "Co", "Cn"}
    kept = {"\n", "\t", "\u200c", "\u200d"}

    assert not [c for c in plain(text) if unicodedata.category(c) in active and c not in kept]


def test_a_control_shows_as_its_code_point() -> None:
    """The reader sees that something was there."""
    assert plain("a\x1b[31mb\u202e") == "a[U+001B][31mb[U+202E]"


def test_one_line_stays_one_line() -> None:
    """A name with line breaks cannot push other lines away."""
    assert plain_line("Ada\n\n  B\tC") == "Ada B C"
