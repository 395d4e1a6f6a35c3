"""The parent's page."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.report.cases import MADE, asymmetric, scored, signs, typical, usual, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import ReportView, build_view
from tonecheck.report.view.blocks import Bullets
from tonecheck.screening.draft import Draft
from tonecheck.screening.walk import Walk


def test_answers_that_cannot_both_be_true_are_told_to_doctor_and_parent(pack: Pack) -> None:
    """Each pair of the content stands on page 1 and the parent's page; half a pair does not."""
    data = typical(pack)
    data["child"] = {"age_months": 7, "age_weeks": 0}
    one, other = {"answers": ["flat"]}, {"answers": ["forearms"]}
    for checks, is_told in (({"tlr": one, "prone": other}, True), ({"tlr": one}, False)):
        data["checks"] = checks
        view = view_of(pack, data)
        assert view.front.computed is not None
        facts = {fact.label: fact.value for fact in view.front.computed.facts}
        assert ("Do not fit" in facts) is is_told
        assert ("These do not fit together: “On the back, on" in str(view.parent)) is is_told


@pytest.mark.parametrize(("note", "times"), [("Not every time.", 1), ("Not every time. " * 20, 0)])
def test_a_note_stands_beside_the_answer_it_was_written_to(
    pack: Pack, note: str, times: int
) -> None:
    """Once, after the last answer of its check; a very long one stands for the doctor alone."""
    data = typical(pack)
    data["checks"]["fists"] = {"left": ["always"], "right": ["thumb"], "note": note}
    saw = _lists(view_of(pack, data))["What you saw"]
    quoted = [line for line in saw if "You wrote: “Not every time" in line]
    assert len(quoted) == times
    assert all(", right:" in line for line in quoted)


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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"urgent": {"fit": "not_sure"}},
            "or your doctor now, unless you can rule this out: a first fit (seizure).",
        ),
        (
            {"urgent": {"lost_skill": "not_sure"}},
            "Phone your doctor now and ask about this: a lost skill.",
        ),
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
    is_first = "not_sure" in said["urgent"].values()
    assert told in blocks[0].lines[0 if is_first else 1]
    assert "only write down" not in str(blocks)


def test_parents_page_is_last_and_in_other_words(pack: Pack) -> None:
    """The parent's page uses the parent's words for the same answer."""
    view = view_of(pack, asymmetric(pack))
    said = str(view.parent)
    assert "Hard to open" in said
    assert "resists abduction" not in said
    assert "You are worried." in said


def _lists(view: ReportView) -> dict[str, tuple[str, ...]]:
    """The lists of the parent's page by their titles."""
    return {b.title: b.lines for b in view.parent.blocks if isinstance(b, Bullets)}


def test_parents_page_tells_readings_of_other_books_apart(pack: Pack) -> None:
    """What only the other book reads as a finding is not among what was seen, nor filmed."""
    lists = _lists(view_of(pack, asymmetric(pack)))
    sole = [title for title, lines in lists.items() if "Stroking the sole" in str(lines)]
    assert sole == ["Where books do not agree"]


def test_parents_page_stands_alone(pack: Pack) -> None:
    """It names the child and the day as far as told, and each sign to act on."""
    screening, result = scored(pack, typical(pack))
    view = view_of(pack, typical(pack))
    assert view.parent.subtitle == "Mia Example, 12 March 2026"
    told = build_view(pack, screening, result, made_at=MADE, emergency="999", privacy="none").parent
    assert told.subtitle == ""
    lines = next(b for b in told.blocks if isinstance(b, Bullets) and "Call 999" in b.title).lines
    calls = [sign for sign in pack.protocol.signs if sign.how == "call_now"]
    assert len(lines) == len(calls)
    today = _lists(view)["See a doctor today, day or night, for"]
    assert "a lost skill" in today
    assert set(today).isdisjoint(lines)


def test_no_film_is_asked_of_what_is_left_to_trained_hands(pack: Pack) -> None:
    """Of a check that somebody else did, the parent asks to film it."""
    data = asymmetric(pack)
    data["checks"]["hip_opening"]["reported_by"] = "Dr Okafor"
    film = _lists(view_of(pack, data))["What to film"]
    name = pack.words.checks["hip_opening"].name
    assert [line for line in film if line.startswith(name)] == [
        f"{name}: ask who examines your baby to let you film it. Do not try it yourself."
    ]


def test_answers_that_are_only_recorded_are_named_to_the_parent(pack: Pack) -> None:
    """What no rule judges at this age is not called ordinary: a worry finds itself on the page."""
    data = typical(pack)
    data["checks"] = {"hand_preference": {"answers": ["one"], "side": "right"}}
    words = pack.words
    label = words.answer("hand_preference", "one").label
    answer = f"“{label} (Which hand does your baby use less? Right)”"
    saw = str(view_of(pack, data).parent)
    assert f"change nothing above: {answer} ({words.checks['hand_preference'].name})." in saw
    assert "seen in many babies" not in saw


def test_what_was_answered_is_counted_among_all_checks_of_the_age(pack: Pack) -> None:
    """The number is the one the pages of the checks count to."""
    data = typical(pack)
    data["checks"]["scissor"] = {"not_seen": "crying"}
    screening, _ = scored(pack, data)
    asked = len(Walk(pack.protocol, Draft.from_screening(screening)).counted)
    answered = sum(entry.has_answers for entry in screening.checks.values())
    said = f"You answered {answered} of the {asked} checks for this age."
    assert said in _lists(view_of(pack, data))["What it may mean"]


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


def test_the_parent_reads_what_was_not_seen_and_why(pack: Pack) -> None:
    """Each check by name under its reason, and that a doctor can look at it; none twice."""
    data = asymmetric(pack)
    data["checks"]["atnr"] = {"not_seen": "asleep"}
    names = {check: words.name for check, words in pack.words.checks.items()}
    lines = _lists(view_of(pack, data))["What was not seen"]
    told = dict(line.split(": ", 1) for line in lines[:-1])
    assert told["Asleep"] == names["atnr"]
    assert told["Crying"] == names["pull_to_sit"]
    assert names["stnr"] in told["Left to trained people"]
    assert names["upright"] in told["Seen, but not while calm"]
    assert names["moro"] in told["Not answered"]
    assert lines[-1] == "A doctor can look at these. Show them this paper."
    said = [name for checks in told.values() for name in checks.split("; ")]
    assert len(said) == len(set(said))
    answered = {names[check] for check in ("rest", "fists", "hip_opening")}
    assert answered.isdisjoint(said)


def test_of_very_many_unanswered_checks_the_first_are_named_and_the_rest_counted(
    pack: Pack,
) -> None:
    """The parent's page keeps its room; few are all named."""
    data = asymmetric(pack)
    _, result = scored(pack, data)
    names = [
        pack.words.checks[missed.check].name
        for missed in result.missed
        if not missed.reason and missed.check not in data["checks"]
    ]
    line = _lists(view_of(pack, data))["What was not seen"][0]
    shown = line.removeprefix("Not answered: ").split("; ")
    assert shown == [*names[:12], f"and more: {len(names) - 12}"]
    few = str(_lists(view_of(pack, usual(pack)))["What was not seen"])
    assert "and more" not in few


def test_a_situation_is_the_reason_for_what_it_leaves_out(pack: Pack) -> None:
    """The checks that a hip problem leaves out stand behind its own sentence."""
    data = {**asymmetric(pack), "situations": ["hip"], "checks": {}}
    said = _lists(view_of(pack, data))["What was not seen"]
    left = pack.protocol.situation_by_id["hip"].leaves
    line = next(line for line in said if line.startswith("With a hip problem"))
    assert pack.words.checks[left[0]].name in line


def test_each_lean_names_the_checks_it_comes_from(pack: Pack) -> None:
    """Of many one-sided signs only those that lean stiff are behind stiff; weak ones are not."""
    lines = _lists(view_of(pack, asymmetric(pack)))["What it may mean"]
    stiff = next(line for line in lines if "hypertonic" in line)
    differ = next(line for line in lines if "asymmetric" in line)

    assert stiff.endswith("From: Hands and thumbs; How the legs open.")
    assert "From: Lying at rest; Hands and thumbs" in differ
    assert "Steps and standing" not in stiff


def test_an_answer_that_only_says_the_sides_differ_brings_no_other_sentence(pack: Pack) -> None:
    """Who gave both sides the same answer and then a side reads that, and nothing they did not."""
    data = typical(pack)
    data["checks"]["hip_opening"] = {
        "answers": ["oneside"],
        "side": "left",
        "left": ["even"],
        "right": ["even"],
    }
    lines = _lists(view_of(pack, data))["What you saw"]
    assert "How the legs open: One leg opens less. Which leg opens less? Left." in lines


def test_a_one_sided_answer_says_what_its_side_is_the_side_of(pack: Pack) -> None:
    """The hand used less is not taken for the hand used more: the question stands beside it."""
    lines = _lists(view_of(pack, asymmetric(pack)))["What you saw"]
    (hand,) = [line for line in lines if line.startswith("Reaching with both hands")]
    assert hand.endswith("Which hand does your baby use less? Left.")


def test_what_others_told_says_so_wherever_it_is_read(pack: Pack) -> None:
    """Also among the answers that books read differently."""
    lines = _lists(view_of(pack, asymmetric(pack)))["Where books do not agree"]
    (sole,) = [line for line in lines if line.startswith("Stroking the sole")]
    assert "told to you by Dr Okafor" in sole


def test_signs_that_lean_no_way_are_named_too(pack: Pack) -> None:
    """What leads to a visit without a lean, or to a second look, is not left out of the meaning."""
    lines = _lists(view_of(pack, usual(pack)))["What it may mean"]
    assert "Also reasons for the visit: Fencing pose; On the tummy (later than usual)." in lines
    again = _lists(view_of(pack, asymmetric(pack)))["What it may mean"]
    told = "Head upright at your shoulder (a loose sign); Steps and standing (a stiff sign)"
    assert (
        f"Too mild to count above; to look at again, at the visit or in 2 to 4 weeks: {told}."
        in again
    )


def test_a_lean_says_what_to_ask_for(pack: Pack) -> None:
    """Whoever came with a stiff or a loose baby finds that among what to ask for, and first."""
    (first, *_) = _lists(view_of(pack, usual(pack)))["Who to see"]
    assert first.startswith("Your answers lean stiff: ask")


def test_a_smaller_ask_of_the_article_is_not_told_beside_a_greater_one(pack: Pack) -> None:
    """Two weeks are not read where this week is asked for; where nothing is, they are."""
    (_, *lines) = _lists(view_of(pack, usual(pack)))["Where books do not agree"]
    assert lines
    assert not any("two weeks" in line for line in lines)
    data = typical(pack)
    data["child"] = {"age_months": 5, "age_weeks": 1}
    data["checks"] = {"plantar": {"answers": ["up"]}}
    (_, line) = _lists(view_of(pack, data))["Where books do not agree"]
    assert "see a doctor within two weeks" in line


def test_the_signs_to_act_on_say_that_they_were_denied(pack: Pack) -> None:
    """A list of grave signs does not read as news where each was answered no; else it says none."""
    said = "You said no to all the signs below."
    data = typical(pack)
    assert said in str(view_of(pack, data).parent)
    data["urgent"]["lost_skill"] = "not_sure"
    assert said not in str(view_of(pack, data).parent)


def test_sides_that_differ_are_not_called_ordinary_one_by_one(pack: Pack) -> None:
    """A sole that answers in its own way is read with the other one beside it."""
    (_, *lines) = _lists(view_of(pack, asymmetric(pack)))["Where books do not agree"]
    assert [line for line in lines if line.endswith("not the same: tell the doctor.")] == [
        line for line in lines if line.startswith("Stroking the sole")
    ]


def test_hard_nappy_changes_of_a_bottom_first_baby_ask_for_the_hips(pack: Pack) -> None:
    """Both legs hard to open ask for a hip check as one does, and what was told stands with it."""
    data = typical(pack)
    data["child"] = {"age_months": 4, "age_weeks": 1}
    data["checks"] = {"hip_opening": {"answers": ["stiff"]}}
    for breech, is_told in (("no", False), ("yes", True)):
        data["background"]["breech"] = breech
        lists = _lists(view_of(pack, data))
        assert "Ask for a hip check (How the legs open)." in lists["What to do next"]
        assert any("bottom first" in line for line in lists["Who to see"]) is is_told


def test_an_urgent_answer_that_a_doctor_saw_is_read_beside_the_books(pack: Pack) -> None:
    """The page is made, and says what each book makes of it, also above what is asked for."""
    data = typical(pack)
    data["child"] = {"age_months": 5, "age_weeks": 1}
    data["checks"] = {"feed_cry": {"answers": ["weak_suck"]}, "rest": {"answers": ["frog"]}}
    data["seen_by_doctor"] = {"rest.frog": "2026-03-11"}
    assert "Flat like a frog" in str(view_of(pack, data).parent)


def test_nobody_who_was_told_to_phone_now_reads_of_opening_hours(pack: Pack) -> None:
    """A visit this week may wait for the doctor to open; a sign one was not sure of may not."""
    data = usual(pack)
    waits = "phone as soon as they open"
    assert waits in _lists(view_of(pack, data))["What to do next"][0]
    data["urgent"]["lost_skill"] = "not_sure"
    lines = _lists(view_of(pack, data))["What to do next"]
    assert waits not in str(lines)
    assert any("If you reach no one, go to a hospital." in line for line in lines)
