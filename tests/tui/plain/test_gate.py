"""The urgent signs in plain lines: each is said before it is answered, and none is passed by."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.tui.plain.talk import CHILD, GATE, NOW, Talk, to_checks
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change
from tonecheck.tui.session import Session, Station


def test_a_yes_opens_the_urgent_page_at_once(talk: Talk) -> None:
    """Number and advice at once; corrected, it goes on with the next sign."""
    told = talk.type("1", "y", "1", "n")

    page = told.after("Help now")
    assert "Call 999 now." in page.partition("What")[0]
    assert page.index("Is your baby not breathing") < page.index("I made a mistake")
    assert "Now: Yes" in told.after("I made a mistake")
    assert "Sign 2 of" in told.after("Now: Yes")
    assert "urgent.breathing" in talk.fields()


def test_the_urgent_page_stays_until_it_is_settled(talk: Talk) -> None:
    """Back, all answers or starting again do not get round it; a doctor's date does."""
    told = talk.type("1", "y", "b", "", "r", "b", "")
    assert told.text.count("Help now") >= 3
    assert "Sign 2 of" not in told.text

    again = talk.type("1", "3", "31 2 2026", "2 3 2026", "28 2 2026")
    assert again.text.index("Help now") < again.text.index("Which day did the doctor see it?")
    assert "Please give the day as numbers" in again.text
    assert "This day has not come yet" in again.text
    assert "Sign 2 of" in again.text
    seen = [v for k, v in talk.fields().items() if k.startswith("seen_by_doctor.")]
    assert seen == ["2026-02-28"]


def test_an_emergency_paper_can_be_made_before_the_age_is_known(talk: Talk, tmp_path: Path) -> None:
    """It asks for the age first, then saves, and the urgent page is still there."""
    told = talk.type("1", "y", "2", *CHILD, "3", str(tmp_path / "now"))

    assert "tonecheck-" not in str(list(tmp_path.glob("now*")))
    assert (tmp_path / "now.txt").read_text("utf-8")
    assert "Help now" in told.after("Saved here:")


def test_none_of_the_rest_is_read_out_first(talk: Talk) -> None:
    """No sign is answered before it was said."""
    told = talk.type("1", "n", "0", "", "n")

    signs = [k for k in talk.fields() if k.startswith("urgent.")]
    assert len(signs) == 2
    assert told.after("Here are all that are left:").count("?") >= 14


def test_signs_answered_so_far_are_kept_for_the_next_time(talk: Talk) -> None:
    """Cut off among the urgent signs, it goes on with the next one."""
    talk.type("1", "n", "n")
    told = talk.type("1")

    assert "Sign 3 of 14." in told.text
    assert "You were away for some time" not in told.text


def test_undo_says_what_was_taken_back(talk: Talk) -> None:
    """The sign and its answer, so that nobody takes back what they did not mean to."""
    told = talk.type("1", "n", "u")

    assert "Taken back: No: Is your baby not breathing" in told.text
    assert not talk.store.screenings()


def test_a_former_yes_is_asked_about_first_when_the_signs_are_asked_again(talk: Talk) -> None:
    """Half a day later its page comes before anything; answered anew, the signs go on."""
    talk.type("1", "n", "y")
    talk.now += timedelta(hours=13)
    told = talk.type("1", "1", "n")

    assert "You were away for some time." in told.text
    assert "Help now" in told.text
    assert list(talk.fields().values()).count("yes") == 0


def test_an_urgent_answer_of_a_check_is_not_passed_by(talk: Talk, pack: Pack) -> None:
    """Kept by Enter or left by going back, it opens its page again before anything else."""
    id_ = talk.store.start(None, date(2026, 3, 1), "tui", pack, NOW)
    session = Session(talk.services(), pack, id_)
    session.save([Change("child", {"age_months": 4}), Change("at", "check.moro")])
    session.save(session.walk.answer_signs(session.walk.open_signs, "no", NOW))
    before = session.stations[: session.stations.index(Station("check", "moro"))]
    for station in before:
        if station.check:
            session.save(session.walk.not_seen(station.check, "not_sure"))
    session.save([Change("passed", [station.key for station in before])])
    told = talk.type("1", "7", "1", "", "1", "b", "1")

    assert told.text.count("Help now") == 3
    assert session.services.store.draft(id_).get("at") == "check.moro"


def test_all_answers_are_not_shown_before_the_signs_are_asked_again(talk: Talk) -> None:
    """`r` does not lead past them, and they are not told as no."""
    talk.type(*to_checks())
    talk.now += timedelta(hours=13)
    told = talk.type("1", "r", "q")
    again = talk.type("1", "r")

    for one in (told, again):
        assert "All your answers" not in one.text
        assert "Sign 1 of" in one.text


def test_whoever_stops_at_something_urgent_is_told_again_what_to_do(talk: Talk) -> None:
    """The last words are not only that all is saved."""
    told = talk.type("1", "y", "q")

    assert "Call 999 now." in told.text.rpartition("Type a number:")[2]


def test_a_digit_is_no_answer_to_a_sign(talk: Talk) -> None:
    """Only the letters that are offered count, and each answer is said as it was saved."""
    told = talk.type("1", "1", "2", "n")

    assert "Type y, n or ns" in told.text
    assert told.text.count("Saved: No.") == 1
    assert list(talk.fields(talk.only)).count("urgent.not_breathing") <= 1


def test_back_leads_from_the_signs_of_an_age_to_the_child_and_then_out(talk: Talk) -> None:
    """The first signs are looked over on the way, and none is asked as if it were new."""
    told = talk.type("1", *GATE, *CHILD, "b", "b", "b")
    back = told.after("At this age we also ask:")

    assert back.index("A name, if you like.") < back.index("You gave these answers.")
    assert back.index("You gave these answers.") < back.index("What would you like to do?")
    assert "Sign 1 of 14." not in back
