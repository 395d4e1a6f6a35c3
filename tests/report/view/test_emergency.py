"""The paper of an urgent result, and of an age out of range."""

from __future__ import annotations

from tests.factories import at_months, clear_gate
from tests.report.cases import MADE, typical, urgent, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import build_view
from tonecheck.report.view.blocks import Table
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def test_urgent_paper_is_short_and_begins_with_the_signs(pack: Pack) -> None:
    """An urgent result gives signs, answers, who and when; no tables of rules."""
    view = view_of(pack, urgent(pack))
    assert view.is_emergency
    assert view.front.banner is not None
    assert any("regression" in line for line in view.front.banner.lines)
    assert any("NOT SURE" in line for line in view.front.banner.lines)
    assert [section.id for section in view.sections] == ["answers"]
    assert view.front.computed is None


def test_urgent_paper_says_when_the_signs_were_answered(pack: Pack) -> None:
    """Day and time of the urgent signs stand over them; without names and dates they do not."""
    data = {**urgent(pack), "urgent_asked_at": "2026-03-12T10:05:31"}
    told = "Urgent signs, as answered on 12 March 2026, 10:05"
    assert told in str(view_of(pack, data).sections)
    screening = screening_from(data)
    result = score(pack, screening)
    private = build_view(pack, screening, result, made_at=MADE, privacy="none")
    assert "10:05" not in private.model_dump_json()


def test_urgent_paper_gives_a_side_to_sided_answers_only(pack: Pack) -> None:
    """The side of a trunk curve is not taken for that of tight limbs."""
    data = urgent(pack)
    data["checks"] = {"rest": {"answers": ["tight", "curve"], "side": "right"}}
    answers = view_of(pack, data).sections[0].blocks[-1]
    assert isinstance(answers, Table)
    (row,) = answers.rows
    assert row[1].split("\n") == [
        "marked flexion at rest, hard to open while calm",
        "constant lateral trunk curve, concave to the right",
    ]


def test_urgent_paper_is_possible_without_an_age(pack: Pack) -> None:
    """The banner stands, and the age is said to be missing wherever one would stand."""
    screening = screening_from({"urgent": {"breathing": "yes"}})
    view = build_view(pack, screening, score(pack, screening), made_at=MADE)
    facts = {fact.label: fact.value for fact in view.front.who}

    assert view.is_emergency
    assert facts["Calendar age"] == "age not entered"
    assert "Corrected age" not in facts


def test_urgent_paper_calls_the_chosen_number_only(pack: Pack) -> None:
    """The number is the chosen region's; without one no number is assumed."""
    screening = at_months(3, urgent={**clear_gate(pack.protocol), "breathing": "yes"})
    result = score(pack, screening)
    chosen = build_view(pack, screening, result, made_at=MADE, emergency="112")
    unknown = build_view(pack, screening, result, made_at=MADE)
    assert chosen.front.banner is not None
    assert unknown.front.banner is not None
    assert "112" in chosen.front.banner.headline
    assert "your local emergency number" in unknown.front.banner.headline


def test_age_past_the_range_has_no_readings(pack: Pack) -> None:
    """A baby past the ages gets page 1 and the reason; what was answered stands there unread."""
    data = {**typical(pack), "child": {"age_months": 20}}
    for given in (data, {"child": data["child"]}):
        view = view_of(pack, given)
        assert view.sections[0].id == "range"
        assert view.front.seen is None
        assert view.front.computed is None
        tables = [block for block in view.sections[0].blocks if isinstance(block, Table)]
        assert [len(table.rows) for table in tables] == ([14] if "checks" in given else [])
