"""The parent's page."""

from __future__ import annotations

import pytest

from tests.report.cases import MADE, asymmetric, scored, typical, usual, view_of
from tests.report.view.parts import lists
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import build_view
from tonecheck.report.view.blocks import Bullets
from tonecheck.screening.draft import Draft
from tonecheck.screening.walk import Walk


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


def test_parents_page_is_last_and_in_other_words(pack: Pack) -> None:
    """The parent's page uses the parent's words for the same answer."""
    view = view_of(pack, asymmetric(pack))
    said = str(view.parent)
    assert "Hard to open" in said
    assert "resists abduction" not in said
    assert "You are worried." in said


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
    today = lists(view)["See a doctor today, day or night, for"]
    assert "a lost skill" in today
    assert set(today).isdisjoint(lines)


def test_no_film_is_asked_of_what_is_left_to_trained_hands(pack: Pack) -> None:
    """Of a check that somebody else did, the parent asks to film it."""
    data = asymmetric(pack)
    data["checks"]["hip_opening"]["reported_by"] = "Dr Okafor"
    film = lists(view_of(pack, data))["What to film"]
    name = pack.words.checks["hip_opening"].name
    assert [line for line in film if line.startswith(name)] == [
        f"{name}: ask who examines your baby to let you film it. Do not try it yourself."
    ]


def test_what_was_answered_is_counted_among_all_checks_of_the_age(pack: Pack) -> None:
    """The number is the one the pages of the checks count to."""
    data = typical(pack)
    data["checks"]["scissor"] = {"not_seen": "crying"}
    screening, _ = scored(pack, data)
    asked = len(Walk(pack.protocol, Draft.from_screening(screening)).counted)
    answered = sum(entry.has_answers for entry in screening.checks.values())
    said = f"You answered {answered} of the {asked} checks for this age."
    assert said in lists(view_of(pack, data))["What it may mean"]


def test_the_parent_reads_what_was_not_seen_and_why(pack: Pack) -> None:
    """Each check by name under its reason, and that a doctor can look at it; none twice."""
    data = asymmetric(pack)
    data["checks"]["atnr"] = {"not_seen": "asleep"}
    names = {check: words.name for check, words in pack.words.checks.items()}
    lines = lists(view_of(pack, data))["What is missing, and why"]
    told = dict(line.split(": ", 1) for line in lines[:-2])
    assert told["Asleep"] == names["atnr"]
    assert told["Crying"] == names["pull_to_sit"]
    assert names["stnr"] in told["Left to trained people"]
    assert names["upright"] in told["Seen, but not while calm"]
    assert names["moro"] in told["Not answered"]
    assert lines[-2] == "A doctor can look at these. Show them this paper."
    assert lines[-1].endswith("Tell the doctor what else you saw.")
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
    line = lists(view_of(pack, data))["What is missing, and why"][0]
    shown = line.removeprefix("Not answered: ").split("; ")
    assert shown == [*names[:12], f"and more: {len(names) - 12}"]
    few = str(lists(view_of(pack, usual(pack)))["What is missing, and why"])
    assert "and more" not in few


def test_a_situation_is_the_reason_for_what_it_leaves_out(pack: Pack) -> None:
    """The checks that a hip problem leaves out stand behind its own sentence."""
    data = {**asymmetric(pack), "situations": ["hip"], "checks": {}}
    said = lists(view_of(pack, data))["What is missing, and why"]
    left = pack.protocol.situation_by_id["hip"].leaves
    line = next(line for line in said if line.startswith("With a hip problem"))
    assert pack.words.checks[left[0]].name in line


def test_each_lean_names_the_checks_it_comes_from(pack: Pack) -> None:
    """Of many one-sided signs only those that lean stiff are behind stiff; weak ones are not."""
    lines = lists(view_of(pack, asymmetric(pack)))["What it may mean"]
    stiff = next(line for line in lines if "hypertonic" in line)
    differ = next(line for line in lines if "asymmetric" in line)

    assert stiff.endswith("From: Hands and thumbs; How the legs open.")
    assert "From: Lying at rest; Hands and thumbs" in differ
    assert "Steps and standing" not in stiff


def test_signs_that_lean_no_way_are_named_too(pack: Pack) -> None:
    """What leads to a visit without a lean, or to a second look, is not left out of the meaning."""
    lines = lists(view_of(pack, usual(pack)))["What it may mean"]
    assert "Also reasons for the visit: Fencing pose; On the tummy (later than usual)." in lines
    again = lists(view_of(pack, asymmetric(pack)))["What it may mean"]
    told = "Head upright at your shoulder; Steps and standing"
    assert f"Mild signs, to show at the visit: {told}." in again


def test_a_lean_says_what_to_ask_for(pack: Pack) -> None:
    """Whoever came with a stiff or a loose baby finds that among what to ask for, and first."""
    (first, *_) = lists(view_of(pack, usual(pack)))["Who to see"]
    assert first.startswith("What you saw leans stiff: ask")


def test_the_signs_to_act_on_say_that_they_were_denied(pack: Pack) -> None:
    """A list of grave signs does not read as news where each was answered no; else it says none."""
    said = "You said no to all the signs below."
    data = typical(pack)
    assert said in str(view_of(pack, data).parent)
    data["urgent"]["lost_skill"] = "not_sure"
    assert said not in str(view_of(pack, data).parent)


def test_hard_nappy_changes_of_a_bottom_first_baby_ask_for_the_hips(pack: Pack) -> None:
    """Both legs hard to open ask for a hip check as one does, and what was told stands with it."""
    data = typical(pack)
    data["child"] = {"age_months": 4, "age_weeks": 1}
    data["checks"] = {"hip_opening": {"answers": ["stiff"]}}
    for breech, is_told in (("no", False), ("yes", True)):
        data["background"]["breech"] = breech
        found = lists(view_of(pack, data))
        assert "Ask for a hip check (How the legs open)." in found["What to do next"]
        assert any("bottom first" in line for line in found["Who to see"]) is is_told


def test_an_urgent_answer_that_a_doctor_saw_is_read_beside_the_books(pack: Pack) -> None:
    """The page is made, and says what each book makes of it, also above what is asked for."""
    data = typical(pack)
    data["child"] = {"age_months": 5, "age_weeks": 1}
    data["checks"] = {"feed_cry": {"answers": ["weak_suck"]}, "rest": {"answers": ["frog"]}}
    data["seen_by_doctor"] = {"rest.frog": "2026-03-11"}
    assert "Flat like a frog" in str(view_of(pack, data).parent)


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ({"prone": "lifts"}, "Something to show a doctor. From: On the tummy."),
        ({"pull_to_sit": "lag"}, "Mild signs. Tell the doctor or nurse, and look again"),
    ],
)
def test_what_leans_no_way_names_what_it_comes_from(
    pack: Pack, checks: dict[str, str], told: str
) -> None:
    """Never as a further reason beside none; a mild sign is told with what it asks for."""
    data = typical(pack)
    data["child"] = {"age_months": 4, "age_weeks": 1}
    data["checks"] = {check: {"answers": [answer]} for check, answer in checks.items()}
    data["worry"] = {"level": "no"}
    lines = lists(view_of(pack, data))["What it may mean"]
    assert any(line.startswith(told) for line in lines)
    assert not any(line.startswith("Also") for line in lines)
