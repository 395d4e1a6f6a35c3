import pytest

from tonecheck.protocol.reading import Action, Direction, How, Level, Reading, parse_reading


def test_a_reading_is_read_word_by_word() -> None:
    """Direction, level, how and both marks come through."""
    assert parse_reading("low urgent today inferred weak") == Reading(
        Level.URGENT, Direction.LOW, How.TODAY, inferred=True, weak=True
    )


def test_a_dash_reads_nothing() -> None:
    """A rule set may say nothing about an answer."""
    assert parse_reading("-") is None


@pytest.mark.parametrize(
    "text",
    ["", "high", "high high doctor", "urgent", "doctor today", "high typical", "hihg doctor"],
)
def test_a_malformed_reading_is_refused(text: str) -> None:
    """A reading that says too little, too much or something unknown raises with its text."""
    with pytest.raises(ValueError, match="reading"):
        parse_reading(text)


def test_the_cap_lowers_all_but_urgent() -> None:
    """A state holds a reading at its cap, and no state lowers an urgent one."""
    prompt = Reading(Level.PROMPT, Direction.HIGH)
    urgent = Reading(Level.URGENT, how=How.CALL_NOW)

    assert prompt.capped(Level.RECHECK) == Reading(Level.RECHECK, Direction.HIGH)
    assert urgent.capped(Level.RECHECK) is urgent


def test_actions_rise_from_none_to_call_now() -> None:
    """Typical and noted ask for nothing; each level above asks for more."""
    readings = [
        Reading(Level.TYPICAL),
        Reading(Level.NOTED),
        Reading(Level.RECHECK),
        Reading(Level.DOCTOR),
        Reading(Level.PROMPT),
        Reading(Level.URGENT, how=How.TODAY),
        Reading(Level.URGENT, how=How.CALL_NOW),
    ]

    assert [r.action for r in readings] == [Action.NONE, *Action]


def test_today_and_call_now_are_both_urgent() -> None:
    """The result's action says urgent, and how says which."""
    assert [(a.level, a.how) for a in (Action.PROMPT, Action.TODAY, Action.CALL_NOW)] == [
        ("prompt", None),
        ("urgent", How.TODAY),
        ("urgent", How.CALL_NOW),
    ]
