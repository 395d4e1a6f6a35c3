"""The app in a real terminal by mouse alone, without colours, and in another size of window."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.terminal import Start, Terminal
from tests.tui.world import Clock, World
from tonecheck.protocol.pack import Pack
from tonecheck.settings import Settings, save_settings
from tonecheck.store import open_store

CHECKS = 3
SIZES = ((120, 40), (80, 24), (60, 20), (80, 24))
MOST_CLICKS = 40
OPEN_CHOICE = r"1 (\[ \]|\( \))"
BUTTON = r"[>\[] [A-Z].* [<\]]"
UNSEEN = r" \(\d+ more below\)( [<\]])"
GREYS = {"default", "black", "white", "brightblack", "brightwhite"}


def _is_grey(colour: str) -> bool:
    return colour in GREYS or len({colour[0:2], colour[2:4], colour[4:6]}) == 1


def _to_the_signs(app: Terminal) -> None:
    app.shows("Start", "Emergency number")
    app.click("1 Start")
    app.shows("Where are you?")
    app.click(r"UK: 999")
    app.shows("Page 1 of 4")


def _store_at_the_first_check(folder: Path, pack: Pack) -> str:
    """Keep a screening that stands at the first check; its id."""
    save_settings(Settings(region="uk"), folder / "home" / "config")
    with open_store(folder / "data") as store:
        world = World(store, pack, folder / "log", Clock(datetime.now(UTC)))
        at = f"check.{pack.protocol.checks[0].id}"
        return world.screening(at=at, child={"name": "Mia", "age_months": 4})


def _words(text: str) -> str:
    """What a screen says, whether its picture is drawn by now, and all answers seen, or not."""
    told = re.sub(UNSEEN, r"\1", re.sub("[\u2800-\u28ff]", " ", text))
    return "\n".join(line.rstrip() for line in told.splitlines())


def _fill(app: Terminal, *words: str) -> None:
    """Wait until the page has these words, and its last line is that of the window."""
    app.until(
        lambda text: "? Help" in text.splitlines()[-1] and all(word in text for word in words)
    )


@pytest.mark.slow
def test_the_urgent_signs_are_answered_by_mouse_alone(start: Start) -> None:
    """Each page by one click, and back by one click; the keyboard is never touched."""
    app = start()
    _to_the_signs(app)
    for page in range(2, 5):
        app.is_read()
        app.click("None of these")
        app.shows(f"Page {page} of 4")
    app.click("b Back")
    app.shows("Page 3 of 4")


@pytest.mark.slow
def test_checks_are_answered_by_mouse_alone(start: Start, tmp_path: Path, pack: Pack) -> None:
    """From the first page through three checks by clicks; every answer is on the disk."""
    first = [check.id for check in pack.protocol.checks][:CHECKS]
    id_ = _store_at_the_first_check(tmp_path, pack)
    app = start()
    app.shows("Go on with Mia: check 1 of")
    app.click("1 Go on with Mia")
    app.shows("Check 1 of")
    for _ in range(MOST_CLICKS):
        if f"Check {CHECKS + 1} of" in app.text:
            break
        app.click(OPEN_CHOICE if re.search(OPEN_CHOICE, app.text) else BUTTON)
    app.shows(f"Check {CHECKS + 1} of", "x" * CHECKS + ">")
    app.process.kill()
    app.drain()

    with open_store(tmp_path / "data") as store:
        draft = store.draft(id_)
        assert all(draft.get(f"checks.{check}")["answers"] for check in first)


@pytest.mark.slow
def test_no_color_leaves_no_colour_and_all_words(start: Start) -> None:
    """What the terminal is sent is black, white and grey; the words are the same as with colour."""
    coloured = start(COLORTERM="truecolor")
    text = coloured.shows("Start", "Emergency number")
    assert not all(map(_is_grey, coloured.colours))
    coloured.process.kill()
    coloured.drain()

    plain = start(COLORTERM="truecolor", NO_COLOR="1")
    assert plain.shows("Start", "Emergency number") == text
    assert all(map(_is_grey, plain.colours))


@pytest.mark.slow
def test_a_window_resized_in_the_middle_of_a_check_keeps_it(
    start: Start, tmp_path: Path, pack: Pack
) -> None:
    """Through three sizes and back the page is as it was, and keys pressed meanwhile count."""
    id_ = _store_at_the_first_check(tmp_path, pack)
    first = pack.protocol.checks[0]
    app = start()
    app.shows("Go on with Mia: check 1 of")
    app.press("1\r1")
    # The hint of the first check goes with the first answer, and the page is laid out anew.
    hint = pack.words("ui.check.between")
    said = ("1 [x]", "> Next check")
    before = _words(app.until(lambda text: all(w in text for w in said) and hint not in text))
    for size in SIZES:
        app.resize(*size)
        _fill(app, "1 [x]", "> Next check")
    app.until(lambda text: _words(text) == before)

    for number, size in enumerate(SIZES):
        app.resize(*size)
        app.press("1")
        _fill(app, *(("1 [x]", "> Next check") if number % 2 else ("1 [ ]", "[ Next check")))
    app.process.kill()
    app.drain()

    with open_store(tmp_path / "data") as store:
        assert store.draft(id_).get(f"checks.{first.id}")["answers"] == [first.answers[0].id]
