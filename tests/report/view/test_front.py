"""Page 1 of the report: who, the worry, the background, and what it does not claim."""

from __future__ import annotations

from tests.report.cases import HOSTILE, asymmetric, typical, urgent, view_of
from tests.report.view.parts import value_of
from tonecheck.protocol.pack import Pack, PackInfo


def test_disclaimer_says_diagnosis_validation_and_review(pack: Pack) -> None:
    """The disclaimer says it is no diagnosis, not validated, and not reviewed by a clinician."""
    said = view_of(pack, typical(pack)).front.disclaimer
    assert "Not a diagnosis" in said.lead
    assert "not a validated instrument" in said.lines[0]
    assert said.lines[1] == "No clinician has reviewed this content yet."


def test_disclaimer_names_the_reviewers_of_reviewed_content(pack: Pack) -> None:
    """Content that a clinician has reviewed is no longer called unreviewed."""
    info = PackInfo(**{**pack.info.model_dump(), "reviewed_by": ("Dr A. Example",)})
    said = view_of(pack.model_copy(update={"info": info}), typical(pack)).front.disclaimer
    assert "Dr A. Example" in said.lines[1]
    assert "No clinician" not in " ".join(said.lines)


def test_notes_stand_on_page_one_with_their_checks(pack: Pack) -> None:
    """Each in the parent's words on one line, made safe, those to findings first."""
    data = asymmetric(pack)
    data["checks"]["changes"]["note"] = f"One.\nTwo. {HOSTILE}"
    front = view_of(pack, data).front
    assert front.notes is not None
    first, second = front.notes.lines
    assert first == "Hip abduction at nappy change: “Right knee stays up.”"
    assert second.startswith(f"{pack.words.checks['changes'].clinical}: “One. Two. <img")
    assert "\x1b" not in second
    assert value_of(front.bottom, "Notes by the parent") == f"{first}\n{second}"
    del data["checks"]["changes"]["note"], data["checks"]["hip_opening"]["note"]
    assert "Notes by the parent" not in {fact.label for fact in view_of(pack, data).front.bottom}


def test_page_one_leads_the_parent_to_their_own_page(pack: Pack) -> None:
    """Where they have one: not on a paper of one page, nor at an age without checks."""
    data = asymmetric(pack)
    assert view_of(pack, data).front.parents_page is not None
    assert view_of(pack, urgent(pack)).front.parents_page is None
    data["child"]["birth_date"] = "2023-01-01"
    outside = view_of(pack, data)
    assert not outside.parent.own_page
    assert outside.front.parents_page is None


def test_worry_is_verbatim_with_onset(pack: Pack) -> None:
    """The parent's worry stands word for word, and since when beside it."""
    worry = view_of(pack, asymmetric(pack)).front.worry
    assert worry[0].value == "Yes. “He keeps his right hand closed.”"
    assert worry[1].label == "Since when, in the parent's words"
    assert worry[1].value == "“six weeks”"


def test_born_under_32_weeks_names_the_programme(pack: Pack) -> None:
    """A baby born at 31+6 has the follow-up line; one born at 32+0 has not."""
    data = typical(pack)
    data["child"] |= {"birth_date": "2025-09-14", "gestation_weeks": 31, "gestation_days": 6}
    assert "follow-up programme" in str(view_of(pack, data).front.background)
    data["child"] |= {"gestation_weeks": 32, "gestation_days": 0}
    assert "follow-up programme" not in str(view_of(pack, data).front.background)


def test_signs_answered_no_name_the_gravest(pack: Pack) -> None:
    """That all signs were answered no stands as a count, with those that the content names."""
    value = value_of(view_of(pack, typical(pack)).front.more, "Urgent signs asked")
    assert value.startswith("the parent answered no to all 16; among them: ")
    assert "regression" in value
    assert "seizure" in value


def test_a_check_the_app_withheld_is_not_left_out_without_a_reason(pack: Pack) -> None:
    """Without the answer it hangs on, a check is not asked of a parent, and so it is told."""
    data = asymmetric(pack)
    del data["checks"]["pull_to_sit"]
    more = {fact.label: fact.value for fact in view_of(pack, data).front.more}
    assert (
        "withheld, asked only after: steady head control upright: Pull-to-sit"
        in more["Gaps, and why"]
    )
