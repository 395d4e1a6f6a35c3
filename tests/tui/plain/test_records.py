"""What is kept, in plain lines: listed, compared, opened, changed and deleted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.tui.plain.talk import NOW, Talk, walked
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change
from tonecheck.store import ScreeningRow
from tonecheck.tui.session import Session

KEPT = "All that is kept: open, compare, delete"


def _number(text: str, line: str) -> str:
    """What to type for a line that was said last."""
    found = [said for said in text.splitlines() if said.endswith(f". {line}")]
    return found[-1].partition(".")[0]


@pytest.fixture
def kept(talk: Talk) -> Talk:
    """Two finished looks at one child, three weeks apart, of which one item changed."""
    walked(talk, stop_at="That is all.")
    talk.now += timedelta(days=21)
    walked(talk, ("Check 1 of", "2"), ("What would you like", "1"), stop_at="That is all.")
    return talk


def _rows(talk: Talk) -> list[ScreeningRow]:
    return list(talk.store.screenings())


def test_looks_are_compared_item_by_item(kept: Talk) -> None:
    """Each day with what it said, then what changed with every answer, then the rest."""
    records = _number(kept.type("q").text, KEPT)
    told = kept.type(records, "1", "4", "q")
    page = told.after("What changed")

    assert "1 March 2026" in page
    assert "22 March 2026" in page
    assert page.index("Changed: ") < page.index("Lying at rest") < page.index("The same each time")


def test_a_child_is_deleted_only_after_yes(kept: Talk) -> None:
    """All that goes is said first; Enter and any other word keep it."""
    records = _number(kept.type("q").text, KEPT)
    told = kept.type(records, "1", "6", "", "6", "y", "", "q")
    said = " ".join(told.text.split())
    assert said.count("the name, the dates, and all answers and notes of these days") == 3
    assert len(_rows(kept)) == 2

    told = kept.type(records, "1", "5", "yes", "1", "6", "yes", "q")
    assert told.text.count("Deleted.") == 2
    assert not _rows(kept)
    assert not kept.store.children()


def test_one_that_is_kept_is_opened_saved_and_changed(kept: Talk, tmp_path: Path) -> None:
    """A changed answer begins a new version; opening the answers only to look leaves nothing."""
    records = _number(kept.type("q").text, KEPT)
    told = kept.type(records, "1", "1", "b")
    assert "What it says" in told.text or "The result" in told.text
    assert len(_rows(kept)) == 2

    told = kept.type(records, "1", "2", "q")
    assert "that makes version 2." in " ".join(told.text.split())
    assert len(_rows(kept)) == 2

    kept.type(records, "1", "2", "6", "3", "q")
    assert [row.revision for row in _rows(kept)].count(2) == 1


def test_advice_given_before_stands_beside_a_lesser_one(talk: Talk, pack: Pack) -> None:
    """A day after a call for this week, a quieter look says that the call may still stand."""
    walked(talk, stop_at="That is all.")
    child = talk.store.screening(talk.only).child
    assert child is not None
    before = talk.store.start(child.id, NOW.date() - timedelta(days=1), "plain", pack, NOW)
    answers = {sign.id: "no" for sign in pack.protocol.signs} | {"odd_cry": "not_sure"}
    talk.store.record(before, [Change(f"urgent.{s}", a) for s, a in answers.items()], NOW)
    Session(talk.services(), pack, before).finish()

    records = _number(talk.type("q").text, KEPT)
    told = talk.type(records, "1", "1", "b", "q")
    said = " ".join(told.text.split())

    assert "On 28 February 2026 you were asked to phone for a visit this week." in said


def test_a_second_look_keeps_what_was_told_of_the_birth(talk: Talk) -> None:
    """By age alone, too: the age is asked anew, the pregnancy and the background are kept."""
    by_age = (
        ("A name, if you like.", ""),
        ("Day of birth, such as", ""),
        ("The age in whole months", "4 1"),
    )
    walked(talk, *by_age, stop_at="That is all.")
    again = ("What would you like to do?", "1")
    fresh = (
        again,
        *by_age[:2],
        ("The age in whole months", "5"),
        ("How many weeks was the pregnancy?", ""),
    )
    parent, told = walked(talk, *fresh, stop_at="Check 1 of")
    (second,) = [row for row in _rows(talk) if not row.is_finished]

    assert "A new checklist for Baby without a name (first look 1 March 2026)" in told.text
    assert "Last look: 1 March 2026. Age: 4 months, 1 week" in told.text
    assert "Some are filled in from your last look." in told.text
    assert any("39 2" in heard for heard in parent.heard)
    draft = talk.store.draft(second.id)
    assert draft.get("child") == {"age_months": 5, "gestation_weeks": 39, "gestation_days": 2}
    assert "breech" in draft.table("background")


def test_a_version_begun_and_not_finished_can_be_dropped(kept: Talk) -> None:
    """It stands on the list as what it is; the finished versions stay."""
    records = _number(kept.type("q").text, KEPT)
    told = kept.type(records, "1", "2", "6", "3", "r", "b", "q")
    begun = next(row for row in _rows(kept) if not row.is_finished)
    told = kept.type(_number(kept.type("q").text, KEPT), "1", "1", "yes", "q")

    assert "You are changing it: version 2" in " ".join(told.text.split())
    assert "The finished versions stay." in " ".join(told.text.split())
    assert begun.id not in {row.id for row in _rows(kept)}
    assert len(_rows(kept)) == 2
