"""All answers and the result in plain lines, and changing what is finished."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.plain.talk import Talk, to_checks, walked
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack


def test_a_finished_one_is_changed_as_a_new_revision(talk: Talk) -> None:
    """Opened from the first page, nothing of it is changed in place."""
    walked(talk)
    told = talk.type("3", "u", "r", "7", "2", "", "", "", "", "")
    rows = talk.store.screenings()

    assert "This one is finished." in told.text
    assert sorted(row.revision for row in rows) == [1, 2]
    kept = {row.revision: talk.fields(row.id)["checks.rest"] for row in rows}
    assert kept[1] != kept[2]


def test_a_result_that_could_not_be_kept_is_kept_on_the_next_try(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refuses once as it is closed; Enter closes it after all."""
    finish = talk.store.finish
    refused: list[str] = []

    def once(id_: str, *rest: Any) -> None:
        if not refused:
            refused.append(id_)
            raise StoreError("The disk is full.", hint="Make room.")
        finish(id_, *rest)

    monkeypatch.setattr(talk.store, "finish", once)
    walked(talk, ("could not be saved", ""), stop_at="That is all.")

    assert refused == [talk.only]
    assert talk.store.screening(talk.only).is_finished


def test_answers_that_do_not_fit_are_pointed_out_at_the_end(talk: Talk, pack: Pack) -> None:
    """Both lines name the other one, and the closing line says to look at them."""

    def number(check: str, answer: str) -> str:
        return str([a.id for a in pack.protocol.by_id[check].answers].index(answer) + 1)

    _, told = walked(
        talk,
        ("Check 1 of", number("rest", "open")),
        ("Check 2 of", number("move_amount", "few")),
        ("How was your baby", "4"),
        stop_at="All your answers",
    )
    page = " ".join(told.after("All your answers").split())

    assert page.count("This does not fit with") == 2
    assert "Some answers do not fit together:" in page


@pytest.mark.parametrize("typed", [("b", "q"), ("r", "b", "q"), ("r", "", "", "", "q")])
def test_to_look_at_the_answers_or_go_back_changes_nothing(
    talk: Talk, typed: tuple[str, ...]
) -> None:
    """Only a changed answer begins a new version, also where one goes on to the result again."""
    walked(talk, stop_at="That is all.")
    told = talk.type("3", *typed)

    assert told.code == 0
    assert [row.revision for row in talk.store.screenings()] == [1]


def test_all_answers_lead_back_to_where_one_was(talk: Talk) -> None:
    """From a check to the list and back, or on with what was not asked; the end is asked for."""
    there = talk.type(*to_checks(), "1", "r", "b")
    assert there.after("All your answers").count("Check 2 of ") == 1
    on = talk.type("1", "r", "")
    page = " ".join(on.after("All your answers").split())
    assert "Enter: Go on with check 2:" in page
    assert "Check 2 of " in page
    end = talk.type("1", "r", "e", "", "")
    assert "That is all" in end.text or "Once more" in end.text


def test_back_in_the_result_leads_up_to_its_headline(talk: Talk) -> None:
    """From any part to the one before, to the first lines, and then out."""
    walked(talk, stop_at="That is all.")
    told = talk.type("3", "", "b", "b")

    assert told.text.count("\nThe result\n") == 2
    assert "What would you like to do?" in told.after("What to do next")
