"""The plain text report."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.report.cases import CASES, HOSTILE, asymmetric, earlier, typical, urgent, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.text import WIDTH, to_text

GOLDENS = Path(__file__).parents[1] / "goldens" / "report"


@pytest.mark.parametrize("name", CASES)
def test_lines_fit_78_columns(pack: Pack, name: str) -> None:
    """No line is longer than 78 columns, whatever was typed."""
    lines = to_text(view_of(pack, CASES[name](pack))).splitlines()
    assert max(len(line) for line in lines) <= WIDTH


def test_disclaimer_stands_first(pack: Pack) -> None:
    """After the title the first words are the disclaimer."""
    lines = [line for line in to_text(view_of(pack, typical(pack))).splitlines() if line]
    assert lines[2].startswith("NOT A DIAGNOSIS")


def test_text_holds_no_active_character(pack: Pack) -> None:
    """No control or direction character reaches a terminal."""
    data = asymmetric(pack)
    data["worry"] = {"level": "yes", "words": HOSTILE}
    text = to_text(view_of(pack, data))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", text)


@pytest.mark.parametrize("name", ["typical", "asymmetric", "urgent"])
def test_words_are_as_they_were(pack: Pack, name: str) -> None:
    """The report of a made-up baby reads as the golden text does.

    Run with TONECHECK_GOLDENS=write after a wanted change, and read the difference.
    """
    data = {"typical": typical, "asymmetric": asymmetric, "urgent": urgent}[name](pack)
    before = earlier(pack) if name == "asymmetric" else ()
    text = to_text(view_of(pack, data, before=before))
    text = text.replace(pack.fingerprint[:16], "f" * 16)
    golden = GOLDENS / f"{name}.txt"
    if os.environ.get("TONECHECK_GOLDENS") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
