"""The whole walk in a real terminal by keyboard alone, with a kill in the middle."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.e2e.terminal import Start, Terminal

MOST_STEPS = 400


def _to_the_checks(app: Terminal) -> None:
    """From the welcome to the first check of a baby of four months."""
    born = date.today() - timedelta(days=131)
    app.pass_the_signs()
    for key in ("M", "i", "a", "\t", *f"{born.day}.{born.month}.{born.year}", "\r"):
        app.type(key)
    app.shows("Age: 4 months")
    for _ in range(2):
        app.type("\r")
    app.shows("> Go on <")
    app.press("\r")
    app.shows("At this age we also ask")
    app.is_read()
    app.press("0")
    app.shows("Is any of this true")
    app.press("0")
    app.shows("Are you worried")
    app.press("2")
    app.shows("> Go on <")
    app.press("\r")
    for page in range(1, 4):
        app.shows("of 3.", f"{page} of 3", "[ Go on ]")
        while "> Go on <" not in app.text:
            app.type("\t")
        app.shows("> Go on <")
        app.press("\r")
    app.shows("When was the last feed?")
    for key in ("2", "M", "u", "m", "\r"):
        app.type(key)
    app.shows("> Go on <")
    app.press("\r")
    app.shows("Check 1 of")


def _is_answered(text: str) -> bool:
    return re.search(r"> (Next check|Go on)[. ]", text) is not None


def _top(text: str) -> list[str]:
    """Title, progress and question: what tells one part of a check from the next."""
    return text.splitlines()[:5]


def _answer_one(app: Terminal, text: str) -> None:
    """Do the next thing the screen asks for, as a parent would, and wait until it is drawn."""
    if _is_answered(text) or "> What did you see? <" in text:
        app.press("\r")
        app.until(lambda now: _top(now) != _top(text))
    else:
        app.press("4" if "How was your baby" in text else "1")
        app.until(lambda now: _is_answered(now) or _top(now) != _top(text))


def _answer_until(app: Terminal, done: Callable[[str], bool]) -> str:
    for _ in range(MOST_STEPS):
        text = app.text
        if done(text):
            return text
        _answer_one(app, text)
    raise AssertionError(f"the checks have no end; the screen shows:\n{app.text}")


@pytest.mark.slow
def test_a_parent_walks_from_the_welcome_to_the_paper(start: Start, tmp_path: Path) -> None:
    """By keyboard alone, killed on the way and taken up again, to a PDF and a clean end."""
    app = start()
    _to_the_checks(app)
    _answer_until(app, lambda text: "Check 6 of" in text)
    app.process.send_signal(signal.SIGKILL)
    app.drain()

    app = start()
    app.shows("Go on with Mia: check 6 of")
    app.press("1")
    app.shows("Check 6 of", "xxxxx>")
    _answer_until(app, lambda text: "Please do not try these" in text)
    app.shows("> Go on <")
    app.press("\r")
    app.shows("Each check you were asked is answered.")
    app.press("\r")
    app.shows("Once more")
    app.press("\r")
    app.shows("The result", "Not a diagnosis")
    app.press("e")
    app.shows("What shall we make?")
    app.press("1")
    app.shows("> Save the paper <")
    app.press("\r")
    app.shows("Saved here")
    app.press("\x11")

    assert app.drain() == 0
    papers = list((tmp_path / "home").glob("*.pdf"))
    assert len(papers) == 1
    assert papers[0].read_bytes().startswith(b"%PDF-")
    assert "mia" not in papers[0].name.lower()


@pytest.mark.slow
def test_an_urgent_answer_stops_the_walk_in_a_real_terminal(
    start: Start,
) -> None:
    """A yes shows the number of the chosen region at once; ctrl+c then ends the app cleanly."""
    app = start()
    app.shows("Start", "Emergency number")
    app.press("1")
    app.shows("Where are you?")
    app.press("2")
    app.shows("Page 1 of 4")
    app.press("1")
    app.shows("Call 112 now", "I made a mistake")
    app.press("\x03")

    assert app.drain() == 0
