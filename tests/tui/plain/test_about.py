"""Situations and background in plain lines."""

from __future__ import annotations

import pytest

from tests.tui.plain.talk import Talk, to_situations


def test_help_for_a_parent_is_never_stored(talk: Talk) -> None:
    """A private situation shows its page and leaves nothing behind."""
    told = talk.type(*to_situations(), "2", "2 3")
    everything = str([talk.store.history(talk.only, "situations"), talk.fields()])

    assert "Never shake a baby." in told.text
    assert talk.fields()["situations"] == ["hip"]
    assert "exhausted" not in everything


def test_none_takes_out_what_was_ticked_only_when_said_twice(talk: Talk) -> None:
    """The first 0 says what it would do; Enter then keeps what was ticked."""
    told = talk.type(*to_situations(), "3", "b", "0", "")
    assert "what you ticked before is taken out" in told.text
    assert talk.fields()["situations"] == ["hip"]

    talk.type("1", "b", "0", "0")
    assert talk.fields()["situations"] == []


def test_a_stop_page_stands_before_the_checks(talk: Talk) -> None:
    """It gives its advice; taken back, the situations are asked again."""
    told = talk.type(*to_situations(), "1", "2", "0", "n", "0", "", "mum")

    assert "Please stop here" in told.text
    assert "Check 1 of " in told.after("Please stop here")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("y", "u"), "Yes: Was your baby bottom first"),
        (("y", "", "", "ns", "u"), "Not sure: "),
        (("y", "b", "-", "u"), "Was your baby bottom first"),
    ],
)
def test_undo_names_the_question_of_the_background(
    talk: Talk, typed: tuple[str, ...], said: str
) -> None:
    """And the answer to it that is gone."""
    told = talk.type(*to_situations(), "0", "n", *typed)

    assert f"Taken back: {said}" in told.text
