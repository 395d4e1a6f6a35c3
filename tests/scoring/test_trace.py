from tests.factories import at_months, clear_gate
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.scoring.score import score
from tonecheck.scoring.trace import age_edges, trace
from tonecheck.screening.document import screening_from


def test_each_finding_names_the_answer_that_would_change_it(pack: Pack) -> None:
    """The trace gives rule, sources and the calmer answer of the same check."""
    screening = at_months(
        5, urgent=clear_gate(pack.protocol), checks={"fists": {"answers": ["thumb"]}}
    )

    (line,) = trace(pack.protocol, score(pack, screening))

    assert line.finding.rule == "published:fists.thumb@[4, end)"
    assert set(line.finding.sources) <= pack.protocol.sources.keys()
    assert (line.instead, line.instead_level) == ("open", Level.TYPICAL)


def test_a_check_left_for_pain_names_an_answer_that_would_change_it(pack: Pack) -> None:
    """It is a finding without an answer of the check."""
    screening = at_months(
        5, urgent=clear_gate(pack.protocol), checks={"fists": {"not_seen": "hurts"}}
    )

    (line,) = trace(pack.protocol, score(pack, screening))

    assert line.finding.answer == "hurts"
    assert (line.instead, line.instead_level) == ("open", Level.TYPICAL)


def test_an_answer_that_can_stand_beside_a_finding_would_not_change_it(pack: Pack) -> None:
    """A head that turns freely does not take away a flat spot."""
    answers = {"head_turn": {"answers": ["flat"], "side": "right"}}
    (line,) = trace(pack.protocol, score(pack, at_months(5, checks=answers)))

    assert (line.instead, line.instead_level) == (None, None)


def test_a_week_that_changes_a_reading_is_told(pack: Pack) -> None:
    """Fists at 3 months and 27 days read harder a week later."""
    screening = at_months(3.9, checks={"fists": {"answers": ["always"]}})

    assert [(e.because, e.then.level) for e in age_edges(pack.protocol, screening)] == [
        ("week_older", Level.PROMPT)
    ]


def test_the_other_age_is_told_for_a_baby_born_early(pack: Pack) -> None:
    """At the calendar age of a 28-week baby a head lag would read differently."""
    screening = screening_from(
        {
            "child": {"age_months": 6, "age_weeks": 0, "gestation_weeks": 28},
            "checks": {"pull_to_sit": {"answers": ["lag"]}},
        }
    )

    assert "calendar_age" in {edge.because for edge in age_edges(pack.protocol, screening)}


def test_an_age_far_from_any_edge_has_no_note(pack: Pack) -> None:
    """A steady reading needs no note."""
    screening = at_months(5, checks={"carry": {"answers": ["limp"]}})

    assert age_edges(pack.protocol, screening) == ()
