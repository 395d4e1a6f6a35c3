"""What the report says about earlier screenings."""

from __future__ import annotations

import re

import pytest

from tests.report.cases import MADE, asymmetric, earlier, scored, signs, typical, view_of
from tests.report.view.parts import section_of, table_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.drawing import windows_svg
from tonecheck.report.text import to_text
from tonecheck.report.view import build_view
from tonecheck.report.view.blocks import Lines, Windows
from tonecheck.screening.document import Screening, screening_from


def test_earlier_screenings_stand_beside_todays(pack: Pack) -> None:
    """What changed is told item by item; what did not is named in one line."""
    section = section_of(view_of(pack, asymmetric(pack), before=earlier(pack)), "earlier")
    table = table_of(section)
    assert table.head[1:3] == (
        "1 December 2025 (1 month 25 days corrected)",
        "15 January 2026 (3 months 9 days corrected)",
    )
    assert any(row[0].startswith("Hand posture") for row in table.rows)
    assert not any("ATNR" in row[0] for row in table.rows)
    lines = " ".join(line for b in section.blocks if isinstance(b, Lines) for line in b.lines)
    assert "Same answer each time: Asymmetrical tonic neck reflex (ATNR): ATNR seen" in lines


def test_first_answer_to_a_check_is_no_change(pack: Pack) -> None:
    """A check seen today for the first time has no row of blanks; it is named in one line."""
    section = section_of(view_of(pack, asymmetric(pack), before=earlier(pack)), "earlier")
    assert not any(row[0].startswith("Resting posture") for row in table_of(section).rows)
    lines = [line for b in section.blocks if isinstance(b, Lines) for line in b.lines]
    first = next(line for line in lines if line.startswith("Seen today for the first time"))
    assert "Resting posture" in first


def test_answer_that_is_missing_today_stays_a_change(pack: Pack) -> None:
    """What was seen before and not today has a row that says so."""
    data = asymmetric(pack)
    del data["checks"]["atnr"]
    rows = table_of(section_of(view_of(pack, data, before=earlier(pack)), "earlier")).rows
    assert next(row for row in rows if "ATNR" in row[0])[3] == "not seen"


def test_charts_mark_every_screening_and_todays_apart(pack: Pack) -> None:
    """Each reflex seen more than once has its window, in words too, with a mark per screening."""
    section = section_of(view_of(pack, asymmetric(pack), before=earlier(pack)), "earlier")
    charts = [block for block in section.blocks if isinstance(block, Windows)]
    assert [chart.title.split(":")[0] for chart in charts] == [
        "Asymmetrical tonic neck reflex (ATNR)",
        "Plantar response (Babinski)",
    ]
    assert "expected 0 to 4 months; sources differ up to 6 months" in charts[0].title
    assert [point.now for point in charts[0].points] == [False, False, True]


def test_two_screenings_on_one_day_have_two_marks(pack: Pack) -> None:
    """One does not hide the other: they stand above each other at the same age."""
    today = asymmetric(pack)
    before = [old.model_copy(update={"observed_on": MADE.date()}) for old in earlier(pack)]
    day = {**today, "observed_on": MADE.date().isoformat()}
    section = section_of(view_of(pack, day, before=tuple(before)), "earlier")
    chart = next(block for block in section.blocks if isinstance(block, Windows))
    drawn = windows_svg(chart)

    heights = re.findall(r'cy="([\d.]+)"', drawn)
    assert len(set(heights)) == len(heights) == 2


def test_first_screening_has_no_earlier_section(pack: Pack) -> None:
    """Without earlier screenings nothing is said about change."""
    assert "earlier" not in {section.id for section in view_of(pack, typical(pack)).sections}


def _unsure(pack: Pack, day: str) -> Screening:
    """The typical baby on another day, a parent not sure about one urgent sign."""
    unsure = signs(pack, odd_cry="not_sure")
    return screening_from({**typical(pack), "observed_on": day, "urgent": unsure})


def test_earlier_advice_still_stands(pack: Pack) -> None:
    """Less asked today takes nothing back: page 1 and the parent's page name the advice given."""
    before = (_unsure(pack, "2026-03-02"),)
    view = view_of(pack, typical(pack), before=before)
    assert view.still == (
        "On 2 March 2026 you were asked to phone for a visit this week. "
        "If you have not been seen, do that still."
    )
    text = " ".join(to_text(view).split())
    assert f"- {view.still}" in text
    assert "Advice given before: Phone today for a visit this week (2 March 2026)" in text
    screening, result = scored(pack, typical(pack))
    undated = build_view(pack, screening, result, earlier=before, made_at=MADE, privacy="none")
    assert undated.still.startswith("In an earlier checklist you were asked to phone")
    assert "March" not in to_text(undated)


@pytest.mark.parametrize(
    ("day", "worst"),
    [("2025-12-15", "no"), ("2026-03-02", "not_sure")],
    ids=["long ago", "no less today"],
)
def test_earlier_advice_is_not_told_again(pack: Pack, day: str, worst: str) -> None:
    """Advice of more than twelve weeks ago, or for no more than today's, is not told again."""
    today = {**typical(pack), "urgent": signs(pack, odd_cry=worst)}
    assert view_of(pack, today, before=(_unsure(pack, day),)).still == ""


def test_earlier_screenings_stand_on_page_one(pack: Pack) -> None:
    """When, what each asked for, and what is found now and was not found the last time."""
    more = view_of(pack, asymmetric(pack), before=earlier(pack)).front.more
    (told,) = [fact.value for fact in more if fact.label == "Earlier screenings"]
    now, before = told.split(". Before: ")
    assert now.endswith("without one: Hand posture (open, fisted); Hip abduction at nappy change")
    assert before.startswith("1 December 2025 (1 month 25 days corrected): ")
    assert before.count("Visit within two weeks") == 2
    alone = view_of(pack, asymmetric(pack)).front.more
    assert "Earlier screenings" not in {fact.label for fact in alone}
