"""What people who examine babies told, written down in plain lines."""

from __future__ import annotations

import pytest

from tests.tui.plain.talk import Talk, walked

ARM, HEAD = "Which arm helps less?", "Which way does the head tip?"


@pytest.mark.parametrize(
    ("told", "asked", "not_asked"),
    [("6", [ARM], [HEAD]), ("7", [HEAD], [ARM]), ("6 7", [ARM, HEAD], [])],
)
def test_the_side_is_asked_of_what_was_told(
    talk: Talk, told: str, asked: list[str], not_asked: list[str]
) -> None:
    """Of each one-sided answer that was told, and of no other."""
    _, heard = walked(
        talk,
        ("Is any of this true for your baby?", "4"),
        ("Not for you to try", "2"),
        ("Who told you, and when?", "nurse, 3 May"),
        ("What did they tell you?", told),
        stop_at="Left: your baby's left",
    )

    assert [words for words in asked if words not in heard.text] == []
    assert [words for words in not_asked if words in heard.text] == []
