"""Drawn lines are taken for a text when they say it to the letter."""

from __future__ import annotations

import random

import pytest

from tests.report.drawn import paragraphs
from tonecheck.report.printable import coverage, printable
from tonecheck.report.reading import Text
from tonecheck.screening.plain import plain


def test_only_white_space_and_the_way_to_compose_may_differ() -> None:
    """Line ends, e with an accent as one or as two; but no hyphen, bullet, sign or ligature."""
    text = Text("caf\u00e9 5-6 \u2022 m\u00b2 ok")
    assert text.is_said_by(("cafe\u0301 5-6", "\u2022 m\u00b2  ok"))
    for other in ("caf\u00e9 56 \u2022 m\u00b2 ok", "caf\u00e9 5-6 m\u00b2 ok"):
        assert not text.is_said_by((other,))
    for other in ("caf\u00e9 5-6 \u2022 m2 ok", "cafe 5-6 \u2022 m\u00b2 ok"):
        assert not text.is_said_by((other,))


def test_a_beginning_is_told_from_the_whole() -> None:
    """Lines may say the beginning, all, or something else."""
    text = Text("left hand open")
    assert text.is_begun_by(("left", "hand"))
    assert not text.is_said_by(("left", "hand"))
    assert not text.is_begun_by(("left", "hand open", "wide"))
    assert not text.is_begun_by(("right",))


def test_the_order_is_free_within_a_leftward_line_alone() -> None:
    """Two lines exchanged, or a word moved from one to the other, are not the same text."""
    text = Text("one two \u05d0\u05d1\u05d2 three four")
    assert text.is_said_by(("one two", "three \u05d0\u05d1\u05d2", "four"))
    assert not text.is_said_by(("two one", "\u05d0\u05d1\u05d2 three", "four"))
    assert not text.is_said_by(("one two", "four \u05d0\u05d1\u05d2", "three"))


def _strange(texts: list[str]) -> list[str]:
    pairs = zip(texts, paragraphs(texts), strict=True)
    return [text for text, lines in pairs if not Text(text).is_said_by(lines)]


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.slow)])
def test_every_character_of_the_fonts_is_read_back(step: int) -> None:
    """Alone, within a word, in brackets and between right-to-left letters."""
    points = sorted(point for point in coverage() if chr(point).strip())[::step]
    shown = [plain(chr(point)) for point in points if chr(point) not in "\u200c\u200d"]
    texts = [f"a{char}b ({char}) \u05d0{char}\u05d1 {char}1" for char in shown]
    assert _strange([" ".join(texts[at : at + 40]) for at in range(0, len(texts), 40)]) == []


@pytest.mark.slow
def test_any_mixture_is_read_back() -> None:
    """Letters of all scripts with any marks, long words, numbers and brackets in between."""
    chance = random.Random(11)
    points = sorted(coverage())
    letters = [chr(point) for point in points if chr(point).isalpha()]
    hebrew = [char for char in letters if "\u05d0" <= char <= "\u05ea"]
    marks = [chr(point) for point in points if 0x300 <= point < 0x370 or 0x5B0 <= point < 0x5C3]
    between = ["", "", " ", "-", " (", ") ", "[U+0645]", " 12.5 ", "\n", "ffi ", ", "]
    texts = []
    for _ in range(400):
        kind = chance.choice([letters, hebrew, letters + hebrew * 20])
        words = (
            chance.choice(kind)
            + "".join(chance.choices(marks, k=chance.choice([0, 0, 1, 2])))
            + chance.choice(between)
            for _ in range(chance.randrange(1, 300))
        )
        texts.append(printable("x" + "".join(words)))
    assert _strange(texts) == []
