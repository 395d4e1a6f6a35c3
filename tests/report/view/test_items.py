"""The tables of every check, item by item."""

from __future__ import annotations

from tests.report.cases import MADE, asymmetric, typical, view_of
from tests.report.view.parts import rows_of, section_of, value_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import build_view
from tonecheck.report.view.blocks import Table
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def test_item_tables_have_a_blank_column_for_the_clinician(pack: Pack) -> None:
    """A table for the whole body, one for each part of it, and boxes to tick in the last column."""
    section = section_of(view_of(pack, asymmetric(pack)), "items")
    tables = [block for block in section.blocks if isinstance(block, Table)]
    assert [table.caption.split(":")[0] for table in tables] == [
        "Posture and movement of the whole body",
        "Head and trunk",
        "Upper limbs",
        "Lower limbs",
    ]
    assert {len(table.head) for table in tables} == {7}
    assert {row[-1] for table in tables for row in table.rows} == {
        "☐ agree\n☐ differ\n☐ not checked"
    }


def test_left_and_right_stand_in_their_columns(pack: Pack) -> None:
    """A check answered by side has each answer in that side's column; the note is kept."""
    rows = rows_of(section_of(view_of(pack, asymmetric(pack)), "items"))
    hips = next(row for row in rows if row[0].startswith("Hip abduction"))
    assert "part way, softly" in hips[1]
    assert "resists" in hips[2]
    assert hips[4] == "Right knee stays up."


def test_inferred_readings_are_marked(pack: Pack) -> None:
    """A reading taken from the nearest age says so in the item table."""
    rows = rows_of(section_of(view_of(pack, asymmetric(pack)), "items"))
    hands = next(row for row in rows if row[0].startswith("Hands to midline"))
    assert "inferred from the nearest age" in hands[5]


def test_reading_of_the_other_rules_alone_is_shown(pack: Pack) -> None:
    """Led by the article, an answer that only the published ranges read keeps their reading."""
    screening = screening_from(asymmetric(pack))
    result = score(pack, screening, (), "article")
    rows = rows_of(section_of(build_view(pack, screening, result, made_at=MADE), "items"))
    hands = next(row for row in rows if row[0].startswith("Hand preference"))
    assert hands[5].startswith("by the published ranges: visit this week")


def test_what_was_not_seen_has_no_row(pack: Pack) -> None:
    """A check without an answer stands on page 1 with its reason, and in no table."""
    view = view_of(pack, asymmetric(pack))
    rows = rows_of(section_of(view, "items"))
    assert not any(row[0].startswith("Pull-to-sit") for row in rows)
    assert "crying: Pull-to-sit" in value_of(view.front.more, "Gaps, and why")
    assert not {
        cell for row in rows for cell in row if cell.strip() and not cell.strip(" -\N{EN DASH}")
    }


def test_note_without_an_answer_keeps_its_row(pack: Pack) -> None:
    """A check left out with a note is in the table, with the note and the reason."""
    data = asymmetric(pack)
    data["checks"]["pull_to_sit"] = {"not_seen": "crying", "note": "Tried twice."}
    rows = rows_of(section_of(view_of(pack, data), "items"))
    pull = next(row for row in rows if row[0].startswith("Pull-to-sit"))
    assert pull[4] == "Tried twice."
    assert "crying" in pull[0]


def test_a_note_is_not_cut_for_a_few_characters(pack: Pack) -> None:
    """Only what is much longer than its room goes on below."""
    data = typical(pack)
    data["checks"]["prone"]["note"] = "w" * 61
    assert "in full below" not in str(section_of(view_of(pack, data), "items"))


def test_a_long_note_is_cut_between_words(pack: Pack) -> None:
    """What stands in the table ends with a whole word; one word without end is cut all the same."""
    data = asymmetric(pack)
    for note, start in (
        ("stiff legs " * 12, "stiff legs " * 4 + "stiff legs"),
        ("x" * 90, "x" * 60),
    ):
        data["checks"]["fists"]["note"] = note
        rows = rows_of(section_of(view_of(pack, data), "items"))
        hands = next(row for row in rows if row[0].startswith("Hand posture"))
        assert hands[4] == f"{start} … (in full below)"
