"""A check in plain lines: one answer or more, each side, a note, a reason."""

from __future__ import annotations

import pytest

from tests.tui.plain.talk import Talk, to_checks


def test_one_number_or_more_then_back_and_undo(talk: Talk) -> None:
    """One number is asked where one fits; back asks again; undo takes the last answer back."""
    told = talk.type(*to_checks(), "1", "1", "b", "b", "u", "u", "b")
    first, _, second = told.text.partition("Lying at rest")[2].partition("How much your baby moves")
    assert "Type one or more numbers" in first
    assert "Type one or more numbers" not in second.partition("Check 3")[0]
    assert "Now: Moves often" in told.text
    assert told.text.count("Taken back: ") == 2
    assert not [k for k in talk.fields() if k.startswith("checks.")]

    told = talk.type("1", "b", "b", "b", "b", "b", "b", "u")
    assert "There is nothing to take back." in told.text


def test_a_note_leads_back_to_the_question(talk: Talk) -> None:
    """What is asked of the check is said again once the note is written."""
    told = talk.type(*to_checks(), "t", "held her", "a")

    assert told.after("Saved.\n").count("1. Softly bent") == 2


def test_answers_that_do_not_go_together_are_refused(talk: Talk) -> None:
    """Alone with others, d with an answer for both sides, c with an answer, a wrong number."""
    told = talk.type(
        *to_checks(), "1", "1", "1", "1", "1 2", "1 d", "c 1", "77", "1;", "b", "d", "1", "3 4"
    )
    rest = told.after("Hands and thumbs")

    assert "Often open does not go with the others." in rest
    assert "numbers for both sides, or d" in rest
    assert "Please type c by itself" in rest
    assert "not one of the choices" in rest
    entry = talk.fields()["checks.fists"]
    assert isinstance(entry, dict)
    assert (len(entry["left"]), len(entry["right"])) == (1, 2)


@pytest.mark.parametrize("typed", [("d", "1", "1", "1"), ("d", "n", "1")])
def test_sides_that_differ_alike_ask_which_side(talk: Talk, typed: tuple[str, ...]) -> None:
    """The same for both sides, or for neither: one is asked which side, and it is kept."""
    told = talk.type(*to_checks(), "1", "1", "1", "1", *typed)

    assert "Which hand is shut more?" in told.after("Now the LEFT side")
    entry = talk.fields()["checks.fists"]
    assert isinstance(entry, dict)
    assert (entry["answers"], entry["side"]) == (["onehand"], "left")
    assert "Saved: Left" in told.after("Which hand is shut more?")


def test_a_reason_that_is_a_sign_offers_its_answer(talk: Talk) -> None:
    """Too floppy asks whether that is what was seen."""
    told = talk.type(*to_checks(), "1", "c", "9", "1")

    assert "Did you see this?" in told.text
    assert talk.fields()["checks.move_amount"] == {"answers": ["few"]}


def test_what_no_answer_fits_is_told_in_own_words(talk: Talk) -> None:
    """The reason asks for the words at once; both are kept, and the list says what it is."""
    told = talk.type(*to_checks(), "1", "c", "2", "Stiff at times", "b")

    assert "What did you see? Write it in your own words" in told.text
    kept = {"not_seen": "fits_none", "note": "Stiff at times"}
    assert talk.fields()["checks.move_amount"] == kept
    assert "No answer fits, or only at times. Note: Stiff at times" in told.text


def test_an_answer_of_one_side_taken_back_is_asked_again_of_that_side(talk: Talk) -> None:
    """The number typed next is not taken for both sides, and each answer is saved by its side."""
    told = talk.type(*to_checks(), *["1"] * 4, "d", "1", "3", "u", "2")
    kept = talk.fields(talk.only)["checks.fists"]

    assert "Saved: Right: Always in a fist." in told.text
    assert "Saved: Right: Mostly shut." in told.after("Taken back")
    assert kept == {"left": ["open"], "right": ["mostly"]}
