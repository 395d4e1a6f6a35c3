"""What the report says."""

from __future__ import annotations

import pytest

from tests.factories import at_months, clear_gate
from tests.report.cases import MADE, asymmetric, earlier, scored, signs, typical, urgent, view_of
from tonecheck.protocol.pack import Pack, PackInfo
from tonecheck.report.view import ReportView, build_view
from tonecheck.report.view.model import Bullets, Fact, Section, Table, Windows
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def _value(facts: tuple[Fact, ...], label: str) -> str:
    return next(fact.value for fact in facts if fact.label == label)


def _section(view: ReportView, name: str) -> Section:
    return next(section for section in view.sections if section.id == name)


def _table(section: Section) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


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


def test_both_ages_and_gestation_stand_on_page_one(pack: Pack) -> None:
    """A preterm baby's calendar and corrected age are both given in months and days."""
    who = view_of(pack, asymmetric(pack)).front.who
    assert _value(who, "Calendar age") == "6 months 12 days"
    assert _value(who, "Corrected age") == "5 months 6 days"
    assert _value(who, "Gestation at birth") == "34+5 weeks"


def test_worry_is_verbatim_with_onset(pack: Pack) -> None:
    """The parent's worry stands word for word, and since when beside it."""
    worry = view_of(pack, asymmetric(pack)).front.worry
    assert worry[0].value == "Yes. “He keeps his right hand closed.”"
    assert worry[1].label == "Since when, in the parent's words"
    assert worry[1].value == "“six weeks”"


def test_computed_box_names_itself_unvalidated(pack: Pack) -> None:
    """The second box says its rules are unvalidated, and holds pattern, action and article."""
    computed = view_of(pack, asymmetric(pack)).front.computed
    assert computed is not None
    assert "unvalidated" in computed.title
    labels = {fact.label for fact in computed.facts}
    assert labels >= {
        "Pattern",
        "Advice given to the parent",
        "To consider",
        "By the parenting article",
    }


def test_item_tables_have_a_blank_column_for_the_clinician(pack: Pack) -> None:
    """A table for the whole body, one for each part of it, and boxes to tick in the last column."""
    section = _section(view_of(pack, asymmetric(pack)), "items")
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
    section = _section(view_of(pack, asymmetric(pack)), "items")
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    hips = next(row for row in rows if row[0].startswith("Hip abduction"))
    assert "mild resistance" in hips[1]
    assert "resists" in hips[2]
    assert hips[4] == "Right knee stays up."


def test_inferred_readings_are_marked(pack: Pack) -> None:
    """A reading taken from the nearest age says so in the item table."""
    section = _section(view_of(pack, asymmetric(pack)), "items")
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    hands = next(row for row in rows if row[0].startswith("Hands to midline"))
    assert "inferred from the nearest age" in hands[5]


def test_reading_of_the_other_rules_alone_is_shown(pack: Pack) -> None:
    """Led by the article, an answer that only the published ranges read keeps their reading."""
    screening = screening_from(asymmetric(pack))
    result = score(pack, screening, (), "article")
    section = _section(build_view(pack, screening, result, made_at=MADE), "items")
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    hands = next(row for row in rows if row[0].startswith("Hand preference"))
    assert hands[5].startswith("by the published ranges: prompt appointment")


def test_sources_differ_draws_both_windows(pack: Pack) -> None:
    """An answer read differently has a row, and a figure with both windows and the baby's age."""
    section = _section(view_of(pack, asymmetric(pack)), "differ")
    assert any("ATNR" in row[0] for row in _table(section).rows)
    figure = next(block for block in section.blocks if isinstance(block, Windows))
    assert len(figure.bars) == 2
    assert figure.points


def test_trace_has_a_row_for_every_finding(pack: Pack) -> None:
    """Each finding has its rule id, graded sources and the answer that would change it."""
    view = view_of(pack, asymmetric(pack))
    screening_findings = _table(_section(view, "trace")).rows
    rules = [row[1] for row in screening_findings]
    assert "published:hip_opening.stiff@[4, 6)" in rules
    assert any("weak source" in row[2] for row in screening_findings)
    assert all(row[3] for row in screening_findings)


def test_every_source_in_the_trace_is_in_the_bibliography(pack: Pack) -> None:
    """No reading rests on a source that the bibliography leaves out."""
    view = view_of(pack, asymmetric(pack))
    listed = {row[0] for row in _table(_section(view, "sources")).rows}
    cited = {
        source.split(" (")[0].strip()
        for row in _table(_section(view, "trace")).rows
        for source in row[2].replace("), ", ")|").split("|")
    }
    assert cited <= listed


def test_what_was_not_seen_has_no_row(pack: Pack) -> None:
    """A check without an answer stands on page 1 with its reason, and in no table."""
    view = view_of(pack, asymmetric(pack))
    rows = [row for b in _section(view, "items").blocks if isinstance(b, Table) for row in b.rows]
    assert not any(row[0].startswith("Pull-to-sit") for row in rows)
    assert "crying: Pull-to-sit" in _value(view.front.more, "Not seen, and why")
    assert not {
        cell for row in rows for cell in row if cell.strip() and not cell.strip(" -\N{EN DASH}")
    }


def test_note_without_an_answer_keeps_its_row(pack: Pack) -> None:
    """A check left out with a note is in the table, with the note and the reason."""
    data = asymmetric(pack)
    data["checks"]["pull_to_sit"] = {"not_seen": "crying", "note": "Tried twice."}
    rows = [
        row
        for block in _section(view_of(pack, data), "items").blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    pull = next(row for row in rows if row[0].startswith("Pull-to-sit"))
    assert pull[4] == "Tried twice."
    assert "crying" in pull[0]


def test_nothing_answered_says_nothing_more(pack: Pack) -> None:
    """An age without an answer has no table, no reading, no count and no list of checks."""
    screening = at_months(3)
    view = build_view(pack, screening, score(pack, screening), made_at=MADE)
    assert [section.id for section in view.sections] == ["filming", "method", "sources"]
    assert view.front.computed is not None
    labels = {fact.label for fact in (*view.front.computed.facts, *view.front.computed.others)}
    assert "By the parenting article" not in labels
    assert view.front.computed.facts[0].value.startswith("Too little seen to judge (seen: 0 of ")
    assert "Not seen, and why" not in {fact.label for fact in view.front.more}
    assert view.front.worry[0].value == "Not asked."


def test_under_five_months_two_minutes_of_movement_are_asked(pack: Pack) -> None:
    """A young baby is always to be filmed moving freely, also with nothing odd."""
    young = str(_section(view_of(pack, typical(pack)), "filming"))
    older = str(_section(view_of(pack, asymmetric(pack)), "filming"))
    assert "Two minutes of free movement" in young
    assert "Two minutes of free movement" not in older
    assert "nappy change" in older


def test_born_under_32_weeks_names_the_programme(pack: Pack) -> None:
    """A baby born at 31+6 has the follow-up line; one born at 32+0 has not."""
    data = typical(pack)
    data["child"] |= {"birth_date": "2025-09-14", "gestation_weeks": 31, "gestation_days": 6}
    assert "follow-up programme" in str(view_of(pack, data).front.background)
    data["child"] |= {"gestation_weeks": 32, "gestation_days": 0}
    assert "follow-up programme" not in str(view_of(pack, data).front.background)


def test_base_rates_stand_beside_recheck_and_doctor_only(pack: Pack) -> None:
    """Base rates could calm: never beside a more urgent action, no finding, nor on page 1."""
    data = typical(pack)
    assert "Brief-HINE" not in str(_section(view_of(pack, data), "method"))
    data["worry"] = {"level": "yes"}
    view = view_of(pack, data)
    assert "Brief-HINE" not in str(_section(view, "method"))
    assert pack.words("result.base_rates.text") not in str(view.parent)
    data["checks"]["fists"] = {"answers": ["thumb"]}
    assert "Brief-HINE" in str(_section(view_of(pack, data), "method"))
    assert "Brief-HINE" not in str(view_of(pack, data).front)
    assert "Brief-HINE" not in str(_section(view_of(pack, asymmetric(pack)), "method"))


def test_nothing_marked_is_told_soberly(pack: Pack) -> None:
    """Without a finding, pattern and advice are not bold, and say what was not seen."""
    computed = view_of(pack, typical(pack)).front.computed
    assert computed is not None
    facts = {fact.label: fact for fact in (*computed.facts, *computed.others)}
    pattern, advice = facts["Pattern"], facts["Advice given to the parent"]
    assert pattern.value == (
        "Seen: 13 of 19 checks that could lead to a visit at this age, none of them marked."
        " Not seen: 6. This cannot rule a disorder out."
    )
    assert advice.value == "Bring this paper to the next check-up; sooner if worried"
    assert not any(fact.strong for fact in facts.values())
    assert "33 %" not in str(computed)


def test_too_little_seen_stands_on_the_line_of_the_pattern(pack: Pack) -> None:
    """Findings among too few checks say at once that the rest cannot be judged."""
    computed = view_of(pack, asymmetric(pack)).front.computed
    assert computed is not None
    assert computed.facts[0].strong
    assert computed.facts[0].value == (
        "Findings towards higher tone; left/right difference — too little seen to judge the rest"
        " (seen: 6 of 22 checks that could lead to a visit at this age)"
    )


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


def test_signs_answered_no_name_the_gravest(pack: Pack) -> None:
    """That all signs were answered no stands as a count, with those that the content names."""
    value = _value(view_of(pack, typical(pack)).front.more, "Urgent signs asked")
    assert value.startswith("the parent answered no to all 16; among them: ")
    assert "regression" in value
    assert "seizure" in value


def test_parent_reads_of_the_worry_once(pack: Pack) -> None:
    """The worry is said in one sentence with the parent's words, unless they are very long."""
    data = asymmetric(pack)
    said = str(view_of(pack, data).parent)
    assert said.count("You are worried") == 1
    assert "“He keeps his right hand closed.”" in said

    data["worry"]["words"] = "He keeps his right hand closed. " * 20
    said = str(view_of(pack, data).parent)
    assert said.count("You are worried") == 1
    assert "right hand closed" not in said


def test_urgent_paper_gives_a_side_to_sided_answers_only(pack: Pack) -> None:
    """The side of a trunk curve is not taken for that of tight limbs."""
    data = urgent(pack)
    data["checks"] = {"rest": {"answers": ["tight", "curve"], "side": "right"}}
    answers = view_of(pack, data).sections[0].blocks[-1]
    assert isinstance(answers, Table)
    (row,) = answers.rows
    assert row[1].split("\n") == [
        "marked flexion at rest, hard to open while calm",
        "constant lateral trunk curve, bends to right side",
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


def test_sign_seen_by_a_doctor_gives_the_whole_report(pack: Pack) -> None:
    """A sign that a doctor has seen is printed with the day, and the report is the full one."""
    data = {**urgent(pack), "seen_by_doctor": {"urgent.lost_skill": "10 March"}}
    view = view_of(pack, data)
    assert not view.is_emergency
    assert "seen by a doctor: 10 March" in str(view.front.more)
    assert view.front.computed is not None
    name = pack.words("gate.lost_skill.clinical")
    assert name in _value(view.front.computed.others, "Set by")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"urgent": {"fit": "not_sure"}},
            "not sure about: a first fit (seizure). If you cannot rule it out",
        ),
        ({"urgent": {"lost_skill": "not_sure"}}, "not sure about: a lost skill. Phone your doctor"),
        (
            {"urgent": {"fit": "yes"}, "seen_by_doctor": {"urgent.fit": "2026-03-11"}},
            "told of: a first fit (seizure). A doctor saw it: 11 March 2026. If it is still there",
        ),
    ],
)
def test_parents_page_begins_with_what_was_said_of_urgent_signs(
    pack: Pack, said: dict[str, dict[str, str]], told: str
) -> None:
    """Not sure, or seen by a doctor: named with whom to call, and never called ordinary."""
    data = {**typical(pack), **said, "urgent": signs(pack, **said["urgent"])}
    blocks = [b for b in view_of(pack, data).parent.blocks if isinstance(b, Bullets)]
    assert told in blocks[0].lines[1]
    assert "only write down" not in str(blocks)


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


def test_parents_page_is_last_and_in_other_words(pack: Pack) -> None:
    """The parent's page uses the parent's words for the same answer."""
    view = view_of(pack, asymmetric(pack))
    said = str(view.parent)
    assert "Hard to open" in said
    assert "resists abduction" not in said
    assert "You are worried." in said


def test_attachment_is_the_screening_itself(pack: Pack) -> None:
    """The attached data reads back as the very screening, and page 1 shows its checksum."""
    view = view_of(pack, asymmetric(pack))
    assert '"thumb"' in view.attachment.text
    assert view.attachment.sha256 in view.front.data.value


def test_same_input_gives_the_same_view(pack: Pack) -> None:
    """Nothing in the view depends on anything but its arguments."""
    data = asymmetric(pack)
    first, second = (view_of(pack, data, before=earlier(pack)) for _ in range(2))
    assert first.model_dump_json() == second.model_dump_json()


def _parent(view: ReportView) -> dict[str, tuple[str, ...]]:
    """The lists of the parent's page by their titles."""
    return {b.title: b.lines for b in view.parent.blocks if isinstance(b, Bullets)}


def test_parents_page_tells_readings_of_other_books_apart(pack: Pack) -> None:
    """What only the other book reads as a finding is not among what was seen, nor filmed."""
    lists = _parent(view_of(pack, asymmetric(pack)))
    sole = [title for title, lines in lists.items() if "Stroking the sole" in str(lines)]
    assert sole == ["Where books do not agree"]


def test_parents_page_stands_alone(pack: Pack) -> None:
    """It names the child and the day as far as told, and each sign that asks for a call."""
    screening, result = scored(pack, typical(pack))
    view = view_of(pack, typical(pack))
    assert view.parent.subtitle == "Mia Example, 12 March 2026"
    told = build_view(pack, screening, result, made_at=MADE, emergency="999", privacy="none").parent
    assert told.subtitle == ""
    lines = next(b for b in told.blocks if isinstance(b, Bullets) and "Call 999" in b.title).lines
    calls = [sign for sign in pack.protocol.signs if sign.how == "call_now"]
    assert len(lines) == len(calls)


def test_no_film_is_asked_of_what_is_left_to_trained_hands(pack: Pack) -> None:
    """Of a check that somebody else did, the parent asks to film it."""
    data = asymmetric(pack)
    data["checks"]["hip_opening"]["reported_by"] = "Dr Okafor"
    film = _parent(view_of(pack, data))["What to film"]
    name = pack.words.checks["hip_opening"].name
    assert [line for line in film if line.startswith(name)] == [
        f"{name}: ask who examines your baby to let you film it. Do not try it yourself."
    ]


def test_a_check_the_app_withheld_is_not_left_out_without_a_reason(pack: Pack) -> None:
    """Without the answer it hangs on, a check is not asked of a parent, and so it is told."""
    data = asymmetric(pack)
    del data["checks"]["pull_to_sit"]
    more = {fact.label: fact.value for fact in view_of(pack, data).front.more}
    assert "not asked of a parent: Pull-to-sit" in more["Not seen, and why"]


def test_a_look_at_the_whole_body_marks_no_other_part_as_seen(pack: Pack) -> None:
    """Resting posture alone leaves the arms unmarked on the map; a check of arms does not."""
    data = typical(pack)
    data["checks"] = {"rest": {"answers": ["bent"]}}
    seen = view_of(pack, data).front.seen
    assert seen is not None
    marks = {part.region: part.marks for part in seen.body_map.parts}
    assert marks["arms"] == ("not_seen",)
    assert marks["legs"] == ("nothing", "not_seen")


def test_a_note_is_not_cut_for_a_few_characters(pack: Pack) -> None:
    """Only what is much longer than its room goes on below."""
    data = typical(pack)
    data["checks"]["prone"]["note"] = "w" * 61
    assert "in full below" not in str(_section(view_of(pack, data), "items"))


def test_answers_that_are_only_recorded_are_named_to_the_parent(pack: Pack) -> None:
    """What no rule judges at this age is not called ordinary: a worry finds itself on the page."""
    data = typical(pack)
    data["checks"] = {"hand_preference": {"answers": ["one"], "side": "right"}}
    words = pack.words
    named = (
        f"{words.checks['hand_preference'].name}: {words.answer('hand_preference', 'one').label}"
    )
    saw = str(view_of(pack, data).parent)
    assert f"Our rules do not judge it at this age: {named} (right)." in saw
    assert "many babies of this age show" not in saw


def test_one_sided_findings_on_both_sides_of_a_part_are_pointed_out(pack: Pack) -> None:
    """Perhaps the parent mixed up left and right: the clinician is told to have it shown."""
    data = typical(pack)
    fists = {"left": ["open"], "right": ["always"]}
    for side, is_told in (("left", True), ("right", False)):
        used_less = {"answers": ["one"], "side": side}
        data["child"] = {"age_months": 6, "age_weeks": 1}
        data["checks"] = {"fists": fists, "hand_preference": used_less}
        computed = view_of(pack, data).front.computed
        assert computed is not None
        assert any(fact.label == "Sides" for fact in computed.others) is is_told


def test_an_age_mended_after_the_signs_leaves_out_those_of_the_other_age(pack: Pack) -> None:
    """A no to a sign that is not asked at this age is not printed as one; a yes always is."""
    data = typical(pack)
    other = next(s for s in pack.protocol.signs if not s.applies(88))
    name = pack.words(f"gate.{other.id}.clinical")
    assert name not in str(_section(view_of(pack, data), "signs"))
    data["urgent"] = signs(pack, **{other.id: "not_sure"})
    assert name in str(_section(view_of(pack, data), "signs"))
