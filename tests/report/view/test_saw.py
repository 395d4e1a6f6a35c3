"""What a parent saw, in a parent's words, and where books do not agree on it."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.report.cases import asymmetric, typical, usual, view_of
from tests.report.view.parts import lists, rows_of, section_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.blocks import Bullets


@pytest.mark.parametrize(("note", "times"), [("Not every time.", 1), ("Not every time. " * 20, 0)])
def test_a_note_stands_beside_the_answer_it_was_written_to(
    pack: Pack, note: str, times: int
) -> None:
    """Once, after the last answer of its check; a very long one stands for the doctor alone."""
    data = typical(pack)
    data["checks"]["fists"] = {"left": ["always"], "right": ["thumb"], "note": note}
    saw = lists(view_of(pack, data))["What you saw"]
    quoted = [line for line in saw if "You wrote: “Not every time" in line]
    assert len(quoted) == times
    assert all(", right:" in line for line in quoted)


def test_parents_page_tells_readings_of_other_books_apart(pack: Pack) -> None:
    """What only the other book reads as a finding is called no sign, not usual, nor filmed."""
    found = lists(view_of(pack, asymmetric(pack)))
    sole = {
        title: [line for line in lines if "Stroking the sole" in line]
        for title, lines in found.items()
        if "Stroking the sole" in str(lines)
    }
    assert list(sole) == ["What you saw", "Where books do not agree"]
    assert [line.partition(":")[0] for line in sole["What you saw"]] == [
        "Books do not agree on these, which have a part of their own"
    ]


def test_answers_that_are_only_recorded_are_named_to_the_parent(pack: Pack) -> None:
    """What no rule judges at this age is not called ordinary: a worry finds itself on the page."""
    data = typical(pack)
    data["checks"] = {"hand_preference": {"answers": ["one"], "side": "right"}}
    words = pack.words
    label = words.answer("hand_preference", "one").label
    answer = f"“{label} (Which hand does your baby use less? Right)”"
    saw = str(view_of(pack, data).parent)
    name = words.checks["hand_preference"].name
    assert f"Written down for the doctor: {answer} ({name})." in saw
    assert "seen in many babies" not in saw


def test_what_was_seen_in_one_check_stands_together(pack: Pack) -> None:
    """Left, right, then what has no side; the gravest check first, each picture at its line."""
    data = usual(pack)
    data["checks"]["moro"] = {"answers": ["oneside", "hair"], "side": "right"}
    data["checks"]["fists"] = {"left": ["always"], "right": ["thumb"], "state": "calm"}
    view = view_of(pack, data)
    saw = next(b for b in view.parent.blocks if isinstance(b, Bullets) and b.pictures)
    names = [line.partition(":")[0].partition(",")[0] for line in saw.lines[: len(saw.pictures)]]
    assert len(set(names)) < len(names)
    assert [name for name, _ in groupby(names)] == list(dict.fromkeys(names))
    hands = pack.words.checks["fists"].name
    sided = [line.partition(":")[0] for line in saw.lines if line.startswith(hands)]
    assert sided == [f"{hands}, left", f"{hands}, right"]


def test_an_answer_that_only_says_the_sides_differ_brings_no_other_sentence(pack: Pack) -> None:
    """Who gave both sides the same answer and then a side reads that, and nothing they did not."""
    data = typical(pack)
    data["checks"]["hip_opening"] = {
        "answers": ["oneside"],
        "side": "left",
        "left": ["even"],
        "right": ["even"],
    }
    lines = lists(view_of(pack, data))["What you saw"]
    assert "How the legs open: One leg opens less. Which leg opens less? Left." in lines


def test_a_one_sided_answer_says_what_its_side_is_the_side_of(pack: Pack) -> None:
    """The hand used less is not taken for the hand used more: the question stands beside it."""
    lines = lists(view_of(pack, asymmetric(pack)))["What you saw"]
    (hand,) = [line for line in lines if line.startswith("Reaching with both hands")]
    assert hand.endswith("Which hand does your baby use less? Left.")


def test_what_others_told_says_so_wherever_it_is_read(pack: Pack) -> None:
    """Also among the answers that books read differently."""
    lines = lists(view_of(pack, asymmetric(pack)))["Where books do not agree"]
    (sole,) = [line for line in lines if line.startswith("Stroking the sole")]
    assert "told to you by Dr Okafor" in sole


def test_what_to_do_is_said_once_and_not_again_by_each_book(pack: Pack) -> None:
    """No visit is read beside an answer, be what is asked for above it more or less."""
    visits = [pack.words(f"result.levels.{level}.label") for level in ("doctor", "prompt")]
    ordinary = typical(pack)
    ordinary["child"] = {"age_months": 5, "age_weeks": 1}
    ordinary["checks"] = {"plantar": {"answers": ["up"]}}
    for data in (usual(pack), ordinary):
        (_, *lines) = lists(view_of(pack, data))["Where books do not agree"]
        assert lines
        assert not [line for line in lines for visit in visits if visit in line]


def test_sides_that_differ_are_not_called_ordinary_one_by_one(pack: Pack) -> None:
    """A sole that answers in its own way is read with the other one beside it."""
    (_, *lines) = lists(view_of(pack, asymmetric(pack)))["Where books do not agree"]
    assert [line for line in lines if line.endswith("not the same: tell the doctor.")] == [
        line for line in lines if line.startswith("Stroking the sole")
    ]


def test_what_no_answer_fits_stands_in_the_parents_words_for_both(pack: Pack) -> None:
    """On page 1 as seen, with its note; for the parent with the words; never as not seen."""
    data = typical(pack)
    data["checks"]["feed_cry"] = {"not_seen": "fits_none", "note": "Slow, but strong."}
    view = view_of(pack, data)
    assert view.front.seen
    seen = [line for group in view.front.seen.groups for line in group.lines]
    (row,) = [row for row in rows_of(section_of(view, "items")) if "Suck" in row[0]]

    assert "Suck, swallow, cry: seen, but no answer of the list fits: “Slow, but strong.”" in seen
    assert row[0].endswith("seen, but no answer of the list fits")
    assert "Not seen" not in row[0]
    assert row[4:6] == (
        "Slow, but strong.",
        "no answer to read; re-check in 2 to 4 weeks, by the app's choice",
    )
    told = lists(view)
    assert (
        "Feeding and cry: you saw something that no answer fits. You wrote: “Slow, but strong.”"
        in told["What you saw"]
    )
    (meaning,) = [line for line in told["What it may mean"] if "Feeding and cry" in line]
    assert meaning.startswith("Not read, because no answer fits.")
    assert "Feeding and cry" not in str(told.get("What is missing, and why"))


def test_an_ordinary_answer_beside_a_finding_of_its_check_is_told_too(pack: Pack) -> None:
    """Softly bent and arched back: the second is a sign, and the first was seen as well."""
    data = typical(pack)
    data["checks"]["rest"] = {"answers": ["bent", "arch"], "state": "calm"}
    saw = lists(view_of(pack, data))["What you saw"]
    assert any(line.startswith("Lying at rest: Arched back") for line in saw)
    assert any("“Softly bent” (Lying at rest)" in line for line in saw)


def test_what_no_answer_fits_counts_as_answered(pack: Pack) -> None:
    """The parent did answer it; the two numbers are those of the list of all answers."""
    data = typical(pack)
    data["checks"]["feed_cry"] = {"answers": ["well"]}
    before = lists(view_of(pack, data))["What it may mean"]
    data["checks"]["feed_cry"] = {"not_seen": "fits_none", "note": "Slow."}
    after = lists(view_of(pack, data))["What it may mean"]
    (counted,) = [line for line in before if line.startswith("You answered")]
    assert counted in after
