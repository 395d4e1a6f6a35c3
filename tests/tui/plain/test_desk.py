"""What may be typed at any prompt: commands, hostile text, long lines; and a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.plain.talk import GATE, Talk, to_checks, to_situations, walked
from tonecheck.errors import StoreError
from tonecheck.store import Store

HOSTILE = "\x1b[31m{0} [b]x[/b] \x07 \u202eevil \u4f60 %s <script> \x9b2J"


def test_back_from_the_first_question_leads_out(talk: Talk) -> None:
    """And there what was begun is offered."""
    told = talk.type("1", "n", "b", "b", "q")

    assert "Go on with your baby: Urgent signs" in told.after("Each answer is saved at once.")


def test_commands_work_at_every_prompt(talk: Talk) -> None:
    """Help, hard words, help for the parent and saying it again change nothing."""
    before = talk.type(*to_checks()).text
    commands = [c for line in to_checks() for c in ("?", "g", "g hyper", "h", "a", line)]
    told = Talk(talk.store).type("2", *commands[6:])

    assert "Check 1 of " in before
    assert "Check 1 of " in told.text
    assert "Urgent signs" in told.text
    assert "Hypertonic: The doctor's word" in told.text
    assert "Lay your baby on the back in the cot (crib)." in told.text
    assert told.code == 0


@pytest.mark.parametrize("typed", ["g", "g MORO", "g zzz", "?", "h", "99"])
def test_the_question_is_said_again_after_whatever_came_between(talk: Talk, typed: str) -> None:
    """With all its choices, and nothing else when it is asked for once more."""
    told = talk.type(*to_situations(), typed, "a")
    title = "Is any of this true for your baby?"
    _, asked, after, again = told.text.split(f"{title}\n")

    question = asked.partition("Type one or more numbers:")[0]
    assert "0. None of these" in question
    assert after.startswith(question)
    assert again.startswith(question)
    assert after.partition("Type one or more numbers:")[2].strip() == ""


def test_one_hard_word_is_explained_where_it_is_asked_for(talk: Talk) -> None:
    """By its beginning or another name; `g` names all, and own words that begin so are kept."""
    told = talk.type("1", *GATE, "g", "g babinski", "g hypo", "g zzz")

    assert "ATNR, Brachial plexus injury, Breech, Brittle bones" in " ".join(told.text.split())
    assert told.text.count("Plantar response: ") == 1
    assert told.text.count("Hypotonic: ") == 1
    assert "Hypertonic: " not in told.text
    assert talk.fields()["child"] == {"name": "g zzz"}


def test_hostile_text_is_shown_as_code_and_kept_as_typed(talk: Talk, tmp_path: Path) -> None:
    """In names, notes, worries and reports of others, on every page and in a file's place."""
    _, told = walked(
        talk,
        ("A name, if you like.", HOSTILE),
        ("If something worries you: since when?", HOSTILE),
        ("Who is looking?", HOSTILE),
        ("What worries you?", HOSTILE),
        ("File name with its folder", f"/nowhere/{HOSTILE}"),
        stop_at="This folder does not exist",
    )

    assert all(char == "\n" or char.isprintable() for char in told.text)
    assert "[U+001B][31m" in told.text
    child = talk.fields()["child"]
    assert isinstance(child, dict)
    assert child["name"] == HOSTILE.strip()
    again = talk.type("2", "b", "33", "", "", "q")
    assert all(char == "\n" or char.isprintable() for char in again.text)


def test_very_long_lines_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    """In a process of its own, through a pipe: it asks again, keeps the beginning, and ends."""
    lines = [b"1", b"1", b"\xff\xfe\x00\x1b[2J", b"n" * 1_000_000, b"0", b"0", b"M" * 50_000]
    done = subprocess.run(
        [sys.executable, "-m", "tonecheck", "--plain"],
        input=b"\n".join(lines),
        capture_output=True,
        env={**os.environ, "COLUMNS": "78"},
        check=False,
    )
    text = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert "not one of the choices" in text
    assert "We kept the first 200 letters." in text
    assert all(char == "\n" or char.isprintable() for char in text)
    assert text.rstrip().endswith("tonecheck --plain")


def test_a_full_disk_is_said_and_tried_again(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer waits until it can be saved; the end of the input then is no calm end."""
    record = Store.record
    failing = [True, True]

    def full(self: Store, *arguments: object) -> None:
        if failing and failing.pop():
            raise StoreError("The disk is full.", hint="Make room.")
        record(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "record", full)
    told = talk.type("1", "n", "", "", "n")
    assert told.text.count("The disk is full.") == 2
    assert len([k for k in talk.fields() if k.startswith("urgent.")]) == 2

    failing[:] = [True] * 9
    with pytest.raises(StoreError, match="The disk is full"):
        talk.type("1", "n")
