"""The whole way through in plain lines: every answer on disk before the next is asked."""

from __future__ import annotations

import io
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tui.plain.talk import AGAIN, EASY, Parent, Talk, to_checks, walked
from tonecheck.protocol.pack import Pack
from tonecheck.screening.document import screening_from
from tonecheck.screening.validate import require_valid
from tonecheck.tui.plain.start import INTERRUPTED, Streams, run

DIFFERENT: tuple[tuple[str, str], ...] = (
    ("All your answers", ""),
    ("Enter reads on.", ""),
    ("Told by nurse", ""),
    ("Not for you to try", "1"),
    ("Now the LEFT side", "1"),
    ("Now the RIGHT side", "3"),
    ("How the legs open", "d"),
    ("What did they tell you?", "1"),
    ("Who told you, and when?", "nurse, 3 May"),
    ("Why is there no answer?", "7"),
    ("Did you see this?", "1"),
    ("Hands and thumbs", "c"),
    ("Which arm helps less?", "1"),
    ("8. One arm helps less", "8"),
)


def test_a_whole_walk_ends_in_a_web_page(talk: Talk, pack: Pack, tmp_path: Path) -> None:
    """From the first prompt to the file, with nothing but lines; the screening is valid."""
    parent, told = walked(talk)
    (page,) = (tmp_path / "home").iterdir()
    row = talk.store.screening(talk.only)
    screening = talk.store.draft(row.id).screening()

    assert told.code == 0
    assert page.suffix == ".html"
    assert "Mia" in page.read_text("utf-8")
    assert row.is_finished
    assert screening.entered == "plain"
    assert screening.child.gestation_days == 2
    assert screening.worry.words == "the left leg"
    assert screening.background["since"] == "since May"
    require_valid(pack.protocol, screening_from(screening.model_dump(mode="json")))
    assert [n for n in range(1, 26) if f"Check {n} of " not in told.text] == []
    assert any("Now: the left leg" in heard for heard in parent.heard)


@pytest.mark.slow
def test_a_whole_walk_ends_in_a_pdf(talk: Talk, tmp_path: Path) -> None:
    """Enter alone makes the paper to print."""
    _, told = walked(talk, ("What shall we make?", ""))
    (paper,) = (tmp_path / "home").glob("*.pdf")

    assert told.code == 0
    assert paper.read_bytes().startswith(b"%PDF-")


def test_output_is_plain_lines(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour, no control character, no line past the terminal's width, up to 78."""
    for columns, width in (("200", 78), ("40", 40)):
        monkeypatch.setenv("COLUMNS", columns)
        _, told = walked(talk, stop_at="Check 9 of ")
        assert max(map(len, told.text.splitlines())) <= width
        assert all(char == "\n" or char.isprintable() for char in told.text)


def _snapshots(talk: Talk, *rules: tuple[str, str]) -> tuple[Parent, list[dict[str, object]]]:
    """A walk, and what was on disk each time something was asked."""
    found: list[dict[str, object]] = []

    class Watching(Parent):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            rows = talk.store.screenings()
            found.append(talk.fields(rows[0].id) if rows else {})
            return super().readline(size)

    out = io.StringIO()
    parent = Watching(out, (*rules, *EASY), "Saved here:")
    run(talk.services(), Streams(parent, out, AGAIN))
    return parent, found


SILENT = (
    "Type 0 to say so",
    "Sign 1 of",
    "Do it now, with care.",
    "At this age we also ask",
    "Enter goes on",
    "Enter keeps it",
    "Enter leaves it out",
    "Enter reads on",
    "That is all. What now?",
    "What shall we make?",
    "File name with",
    "Why is there no answer?",
    "If they differ, type d.",
    "Is any of this true",
    "How have the hands been",
)
"""What is heard before a line that need not change what is on disk: Enter, d, c, 0, a choice."""


def test_each_answer_is_on_disk_before_the_next_question(talk: Talk) -> None:
    """Whatever is typed as an answer has changed the store by the next prompt."""
    parent, found = _snapshots(talk, *DIFFERENT)
    lost = [
        (heard.strip().splitlines()[-1], line)
        for heard, line, before, after in zip(
            parent.heard[1:], parent.lines[1:], found[1:], found[2:], strict=False
        )
        if before == after and not any(words in heard for words in SILENT)
    ]

    assert lost == []
    assert len(found) > 70


@pytest.mark.slow
def test_the_end_of_the_input_at_any_prompt_loses_nothing(
    talk: Talk, pack: Pack, tmp_path: Path
) -> None:
    """Cut off at every single prompt: exit 0, a way to go on, and all answers still there."""
    parent, found = _snapshots(talk, *DIFFERENT)
    from tonecheck.store import open_store

    for cut in range(1, len(parent.lines) + 1):
        with open_store(tmp_path / f"cut{cut}") as store:
            again = Talk(store)
            told = again.type(*parent.lines[:cut])
            assert told.code == 0
            assert told.text.rstrip().endswith(AGAIN)
            kept = found[cut] if cut < len(found) else {}
            assert bool(store.screenings()) == any(name.startswith("urgent.") for name in kept)
            if not store.screenings():
                continue
            assert _timeless(again.fields()) == _timeless(kept)
            resumed = again.type("1")
            assert resumed.code == 0
            assert "Saved. To go on later" in resumed.text


def _timeless(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if name != "id"}


def test_ctrl_c_ends_as_calmly(talk: Talk) -> None:
    """Interrupted at a prompt: 130, and the same words."""

    def interrupt() -> None:
        if len(heard) == 6:
            raise KeyboardInterrupt
        heard.append(1)

    heard: list[int] = []
    told = talk.type(*to_checks(), before_line=interrupt)

    assert told.code == INTERRUPTED
    assert "Saved. To go on later" in told.text
    assert talk.fields()["child"] == {
        "name": "Mia",
        "birth_date": "2025-11-03",
        "gestation_weeks": 39,
        "gestation_days": 2,
    }


def test_after_some_hours_the_signs_are_asked_again(talk: Talk) -> None:
    """Going on the next day begins with the urgent signs."""
    talk.type(*to_checks(), "1")
    talk.now += timedelta(hours=13)
    told = talk.type("1", "0", "0")

    assert "You were away for some time" in told.text
    assert "Check 2 of " in told.text


@pytest.mark.parametrize(("days", "said"), [(8, "7 days ago"), (-90, "the clock was not right")])
def test_after_a_week_it_starts_anew_with_the_old_answers_shown(
    talk: Talk, days: int, said: str
) -> None:
    """So it does where a clock was ahead; the old answers stand beside each check."""
    talk.type(*to_checks(), "1")
    talk.now += timedelta(days=days)
    told = talk.type("1", "0", "0", "", "", "", "0", "0", "n", "0", "", "mum")

    assert said in " ".join(told.text.split())
    assert "Last time: Softly bent" in told.text
    assert len(talk.store.screenings()) == 2


def test_the_first_line_of_the_result_says_whom_to_ask(talk: Talk) -> None:
    """Legs that open less on one side: what to do, and with it the check to ask for."""
    _, told = walked(talk, *DIFFERENT, stop_at="Enter reads on")
    said = " ".join(told.after("The result\n").split())

    assert said.startswith("Phone your doctor today for a visit this week Ask for a hip check")


def test_what_is_not_asked_or_not_seen_is_said_and_named_once(talk: Talk) -> None:
    """No number is passed over in silence, each reason is said as saved, none is made up."""
    _, told = walked(
        talk,
        ("Enter reads on.", ""),
        ("All your answers", ""),
        ("held up at your shoulder?", "2"),
        ("Why is there no answer?", "5"),
        ("Hands and thumbs", "c"),
        ("to go on without it:", "0"),
        stop_at="What to film",
    )
    said = " ".join(told.text.split())
    unseen = told.text.rpartition("What is missing, and why\n")[2].partition("Enter reads on")[0]

    assert "Check 24 is left out: Coming up to sit. Only after you saw 'Stays steady'" in said
    assert "Saved: Not done, never came up, or would rather not." in said
    assert "Saved: Awake and calm." in said
    assert unseen.splitlines() == [
        "- Not done: Hands and thumbs",
        "- Not answered: Steps and standing; Stroking the sole",
        "- Left out by us, to be safe: Coming up to sit",
        "- Left to trained people: Neck reflex and crawling",
        "- A doctor can look at these. Show them this paper.",
        "- This list does not ask about all there is to see. Tell the doctor what else",
        "  you saw.",
    ]


def test_nothing_of_the_screens_is_loaded() -> None:
    """The mode works where Textual is not even installed."""
    import subprocess

    names = sorted(p.stem for p in (Path(run.__code__.co_filename).parent).glob("*.py"))
    modules = ", ".join(f"tonecheck.tui.plain.{name}" for name in names if name != "__init__")
    code = f"import sys, tonecheck.commands.plain, {modules}; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_a_list_heard_once_is_not_read_whole_for_each_change(talk: Talk) -> None:
    """After a change, or a number that is none, only what is new is said; `a` says it all."""
    told = talk.type(*to_checks(), "r", "99", "8", "1", "a")
    first, changed, whole = told.after("All your answers").split("Type a to hear the whole list.")

    assert "Lying at rest. Not answered yet" in first
    assert "8. How much your baby moves. Moves often" in changed.partition("All your answers")[2]
    assert "Lying at rest" not in changed
    assert "Lying at rest. Not answered yet" in whole


def test_going_on_from_all_answers_passes_what_is_done(talk: Talk) -> None:
    """After the check that was open comes the next open one, not one long answered."""
    told = talk.type(*to_checks(), "1", "r", "9", "1", "", "1")

    assert "Check 2 of " in told.after("Check 3 of ")
    assert "Check 4 of " in told.after("Check 3 of ")
    assert "Check 3 of " not in told.after("Check 3 of ")
