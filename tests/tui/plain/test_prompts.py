"""What may be typed at a prompt: commands, mistakes, hostile text, and a disk that refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.tui.plain.talk import CHILD, GATE, NOW, Talk, to_checks, to_situations, walked
from tonecheck.errors import PangoMissing, StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change
from tonecheck.store import Store, open_store
from tonecheck.tui.plain.dates import read_counts, read_date, read_day
from tonecheck.tui.plain.voice import wrapped
from tonecheck.tui.session import Session, Station

HOSTILE = "\x1b[31m{0} [b]x[/b] \x07 \u202eevil \u4f60 %s <script> \x9b2J"


def test_a_screening_begun_elsewhere_goes_on_here_and_back(talk: Talk, pack: Pack) -> None:
    """The same store, the same session: what one mode saved, the other goes on with."""
    id_ = talk.store.start(None, date(2026, 3, 1), "tui", pack, NOW)
    session = Session(talk.services(), pack, id_)
    session.save(session.walk.answer_signs(session.walk.open_signs, "no", NOW))
    session.forward(Station("gate"))

    told = talk.type("1", *CHILD, *GATE, "0", "n", "0", "2", "dad", "2", "1")
    after = Session(talk.services(), pack, id_)

    assert "Go on with your baby: About your baby" in told.text
    assert talk.fields(id_)["entered"] == "tui"
    assert [c.check.id for c in after.asked].index(after.at.check) == 2
    assert after.screening().observer == "dad"
    assert len(talk.store.screenings()) == 1


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


def test_one_number_or_more_then_back_and_undo(talk: Talk) -> None:
    """One number is asked where one fits; back asks again; undo takes the last answer back."""
    told = talk.type(*to_checks(), "1", "1", "b", "b", "u", "u", "b")
    first, _, second = told.text.partition("Lying at rest")[2].partition("How much your baby moves")
    assert "Type one or more numbers" in first
    assert "Type one or more numbers" not in second.partition("Check 3")[0]
    assert "Now: Moves a lot" in told.text
    assert told.text.count("Taken back: ") == 2
    assert not [k for k in talk.fields() if k.startswith("checks.")]

    told = talk.type("1", "b", "b", "b", "b", "b", "b", "u")
    assert "There is nothing to take back." in told.text


def test_back_from_the_first_question_leads_out(talk: Talk) -> None:
    """And there what was begun is offered."""
    told = talk.type("1", "n", "b", "b", "q")

    assert "Go on with your baby: Urgent signs" in told.after("Each answer is saved at once.")


def test_commands_work_at_every_prompt(talk: Talk) -> None:
    """Help, hard words, help for the parent and saying it again change nothing."""
    before = talk.type(*to_checks()).text
    commands = [c for line in to_checks() for c in ("?", "g", "g hyper", "h", "a", line)]
    told = Talk(talk.store).type("2", *commands[6:])

    assert "Check 1 of " in before
    assert "Check 1 of " in told.text
    assert "Urgent signs" in told.text
    assert "Hypertonic: The doctor's word" in told.text
    assert "Lay your baby on the back in the cot (crib)." in told.text
    assert told.code == 0


@pytest.mark.parametrize("typed", ["g", "g MORO", "g zzz", "?", "h", "99"])
def test_the_question_is_said_again_after_whatever_came_between(talk: Talk, typed: str) -> None:
    """With all its choices, and nothing else when it is asked for once more."""
    told = talk.type(*to_situations(), typed, "a")
    title = "Is any of this true for your baby?"
    _, asked, after, again = told.text.split(f"{title}\n")

    question = asked.partition("Type one or more numbers:")[0]
    assert "0. None of these" in question
    assert after.startswith(question)
    assert again.startswith(question)
    assert after.partition("Type one or more numbers:")[2].strip() == ""


def test_a_note_leads_back_to_the_question(talk: Talk) -> None:
    """What is asked of the check is said again once the note is written."""
    told = talk.type(*to_checks(), "t", "held her", "a")

    assert told.after("Saved.\n").count("1. Softly bent") == 2


def test_one_hard_word_is_explained_where_it_is_asked_for(talk: Talk) -> None:
    """By its beginning or another name; `g` names all, and own words that begin so are kept."""
    told = talk.type("1", *GATE, "g", "g babinski", "g hypo", "g zzz")

    assert "ATNR, Brachial plexus injury, Breech, Brittle bones" in " ".join(told.text.split())
    assert told.text.count("Plantar response: ") == 1
    assert told.text.count("Hypotonic: ") == 1
    assert "Hypertonic: " not in told.text
    assert talk.fields()["child"] == {"name": "g zzz"}


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
        ("31 2 2026", "not a day in the calendar"),
        ("3 13 2025", "a number from 1 to 12"),
        ("2 3 2026", "has not come yet"),
        ("3 11 25", "four digits"),
        ("tomorrow", "fill in day, month and year"),
        ("\u0663 \u0661\u0661 \u0662\u0660\u0662\u0665", "fill in day, month and year"),
        ("3 11 1999", "check the year"),
    ],
)
def test_a_wrong_day_of_birth_is_named_and_asked_again(talk: Talk, typed: str, said: str) -> None:
    """Nothing is kept of it, and the next line may put it right."""
    told = talk.type("1", *GATE, "", typed, "2025-11-03")

    assert said in told.text
    assert "Born on 3 November 2025." in told.after(said)


def test_months_and_weeks_do_without_a_date(talk: Talk) -> None:
    """Out of range says so and leads back to the age."""
    told = talk.type("1", *GATE, "", "", "", "20 9", "20", "", *GATE, "1", "", "", "4 2", "", *GATE)

    assert "Please give the age." in told.text
    assert "leaves it out" not in told.after("The age in whole months").partition("How many")[0]
    assert "Weeks on top of the months must be 0 to 4." in told.text
    assert "Past the first birthday" in told.text
    assert talk.fields()["child"] == {"age_months": 4, "age_weeks": 2}


def test_a_newborn_has_an_age_in_days(talk: Talk) -> None:
    """Typed in days, said again in weeks and days, and kept by Enter."""
    told = talk.type("1", *GATE, "", "", "4 months 3 days", "10 days", "b", "", "")

    assert "Days count only in the first month." in told.text
    assert "Age: 1 week, 3 days" in told.text
    assert "Now: 1 week, 3 days" in told.text
    assert talk.fields()["child"] == {"age_days": 10}


def test_dates_and_numbers_as_people_type_them() -> None:
    """Digits in several orders, a month by its name, and nothing else."""
    months = ("January", "February", "March", "November")
    assert read_date("3 november 2025", ("x",) * 10 + ("November",)) == ("3", "11", "2025")
    assert read_date("3.11.2025", months) == read_date("3/11/2025", months) == ("3", "11", "2025")
    assert read_day("2025-02-29", months) is None
    assert read_day("", months) is None
    units = {"m": ("months",), "w": ("weeks", "week"), "d": ("days",)}
    assert read_counts("39+2", units) == read_counts("39, 2", units) == {"m": "39", "w": "2"}
    assert read_counts("10 months", units) == {"m": "10"}
    assert read_counts("4 Months 1 week", units) == {"m": "4", "w": "1"}
    assert read_counts("10 days", units) == {"d": "10"}
    assert read_counts("1 week, 3", units) == {"w": "1", "d": "3"}
    for wrong in ("1 2 3 4", "3 days 1 week", "weeks 3", "4 x", "²", ""):
        assert read_counts(wrong, units) is None


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
    told = talk.type(*to_checks(), "1", "c", "8", "1")

    assert "Did you see this?" in told.text
    assert talk.fields()["checks.move_amount"] == {"answers": ["few"]}


def test_hostile_text_is_shown_as_code_and_kept_as_typed(talk: Talk, tmp_path: Path) -> None:
    """In names, notes, worries and reports of others, on every page and in a file's place."""
    _, told = walked(
        talk,
        ("A name, if you like.", HOSTILE),
        ("If something worries you: since when?", HOSTILE),
        ("Who is looking?", HOSTILE),
        ("What worries you?", HOSTILE),
        ("File name with its folder", f"/nowhere/{HOSTILE}"),
        stop_at="This folder does not exist",
    )

    assert all(char == "\n" or char.isprintable() for char in told.text)
    assert "[U+001B][31m" in told.text
    child = talk.fields()["child"]
    assert isinstance(child, dict)
    assert child["name"] == HOSTILE.strip()
    again = talk.type("2", "b", "33", "", "", "q")
    assert all(char == "\n" or char.isprintable() for char in again.text)


def test_very_long_lines_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    """In a process of its own, through a pipe: it asks again, keeps the beginning, and ends."""
    lines = [b"1", b"1", b"\xff\xfe\x00\x1b[2J", b"n" * 1_000_000, b"0", b"0", b"M" * 50_000]
    done = subprocess.run(
        [sys.executable, "-m", "tonecheck", "--plain"],
        input=b"\n".join(lines),
        capture_output=True,
        env={**os.environ, "COLUMNS": "78"},
        check=False,
    )
    text = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert "not one of the choices" in text
    assert "We kept the first 200 letters." in text
    assert all(char == "\n" or char.isprintable() for char in text)
    assert text.rstrip().endswith("tonecheck --plain")


def test_where_to_go_on_names_the_folders(tmp_path: Path) -> None:
    """The command that is named leads to these very answers."""
    done = subprocess.run(
        [sys.executable, "-m", "tonecheck", "--plain", "--data", str(tmp_path / "a b")],
        input="q\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.rstrip().endswith(f"tonecheck --plain --data '{tmp_path}/a b'")


def test_plain_goes_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Together they are not understood, rather than one of them being ignored."""
    from tonecheck import cli

    with pytest.raises(SystemExit) as ended:
        cli.main(["--plain", "list"])
    assert ended.value.code == 2
    assert "--plain" in capsys.readouterr().err


def test_a_full_disk_is_said_and_tried_again(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer waits until it can be saved; the end of the input then is no calm end."""
    record = Store.record
    failing = [True, True]

    def full(self: Store, *arguments: object) -> None:
        if failing and failing.pop():
            raise StoreError("The disk is full.", hint="Make room.")
        record(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "record", full)
    told = talk.type("1", "n", "", "", "n")
    assert told.text.count("The disk is full.") == 2
    assert len([k for k in talk.fields() if k.startswith("urgent.")]) == 2

    failing[:] = [True] * 9
    with pytest.raises(StoreError, match="The disk is full"):
        talk.type("1", "n")


def test_without_pango_a_web_page_is_offered(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason and the remedy are said, and PDF is no longer among the choices."""

    def missing(*_: object, **__: object) -> None:
        raise PangoMissing("Pango is not installed.", hint="brew install pango")

    monkeypatch.setattr("tonecheck.tui.plain.export.start_pdf_job", missing)
    _, told = walked(talk, ("What shall we make?", ""))
    choices = told.after("pango You can save").partition("Saved here")[0]

    assert "(PDF)" not in choices.partition("What shall we make?")[2]
    assert [p.suffix for p in (tmp_path / "home").iterdir()] == [".html"]


def test_a_finished_one_is_changed_as_a_new_revision(talk: Talk) -> None:
    """Opened from the first page, nothing of it is changed in place."""
    walked(talk)
    told = talk.type("3", "u", "r", "6", "2", "", "", "", "", "")
    rows = talk.store.screenings()

    assert "This one is finished." in told.text
    assert sorted(row.revision for row in rows) == [1, 2]
    kept = {row.revision: talk.fields(row.id)["checks.rest"] for row in rows}
    assert kept[1] != kept[2]


def test_a_file_that_is_there_is_never_replaced(talk: Talk, tmp_path: Path) -> None:
    """The next free number is taken."""
    walked(talk)
    walked(talk, ("What would you like to do?", "2"))
    names = sorted(path.name for path in (tmp_path / "home").iterdir())

    assert names == ["tonecheck-2026-03-01-2.html", "tonecheck-2026-03-01.html"]


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("y", "u"), "Yes: Was your baby bottom first"),
        (("y", "", "", "3", "u"), "Not sure: "),
        (("y", "b", "-", "u"), "Was your baby bottom first"),
    ],
)
def test_undo_names_the_question_of_the_background(
    talk: Talk, typed: tuple[str, ...], said: str
) -> None:
    """And the answer to it that is gone."""
    told = talk.type(*to_situations(), "0", "n", *typed)

    assert f"Taken back: {said}" in told.text


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


def test_two_copies_on_one_screening_share_every_answer(talk: Talk, pack: Pack) -> None:
    """What the other one saved is taken in with the next answer, and is in what it says."""
    walked(talk, stop_at="Check 3 of")
    with open_store(talk.store.path.parent) as second:
        one = Session(talk.services(), pack, talk.only)
        other = Session(replace(talk.services(), store=second), pack, talk.only)
        other.save(other.walk.choose("fists", "thumb"))
        one.save(one.walk.choose("move_quality", "smooth"))
        assert one.walk.entry("fists") == {"answers": ["thumb"]}

        found = other.finish()
    assert other.walk.entry("move_quality") == {"answers": ["smooth"]}
    assert talk.store.result(talk.only) == found


def test_all_answers_are_not_shown_before_the_signs_are_asked_again(talk: Talk) -> None:
    """`r` does not lead past them, and they are not told as no."""
    talk.type(*to_checks())
    talk.now += timedelta(hours=13)
    told = talk.type("1", "r", "q")
    again = talk.type("1", "r")

    for one in (told, again):
        assert "All your answers" not in one.text
        assert "Sign 1 of" in one.text


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
    assert "Some answers do not fit together." in page


def test_whoever_stops_at_something_urgent_is_told_again_what_to_do(talk: Talk) -> None:
    """The last words are not only that all is saved."""
    told = talk.type("1", "y", "q")

    assert "Call 999 now." in told.text.rpartition("Type a number:")[2]


@pytest.mark.parametrize("typed", [("b", "q"), ("r", "b", "q"), ("r", "", "", "", "q")])
def test_to_look_at_the_answers_or_go_back_changes_nothing(
    talk: Talk, typed: tuple[str, ...]
) -> None:
    """Only a changed answer begins a new version, also where one goes on to the result again."""
    walked(talk, stop_at="That is all.")
    told = talk.type("3", *typed)

    assert told.code == 0
    assert [row.revision for row in talk.store.screenings()] == [1]


def test_a_store_held_by_another_is_said_and_asked_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing can be begun; the first page stays, with what to do."""

    def held(*_: Any) -> str:
        raise StoreError("Another tonecheck is using it.", hint="Close the other one.")

    monkeypatch.setattr(talk.store, "start", held)
    told = talk.type("1", "q")

    assert "Close the other one." in told.text
    assert told.after("Close the other one.").count("What would you like to do?") == 1
    assert told.code == 0


@pytest.mark.parametrize("text", ["\u304a\u540d\u524d" * 40, "x" * 90, "a bb ccc " * 30, ""])
def test_lines_are_as_wide_as_they_look(text: str) -> None:
    """A wide character takes two columns; a word longer than the line goes on in the next."""
    lines = wrapped(text, 20)

    assert max(map(cell_len, lines)) <= 20
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) > 10 for line in lines[:-1])


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
