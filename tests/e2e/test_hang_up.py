"""A terminal that is closed takes no word with it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import Start
from tonecheck.store import open_store


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_what_is_being_typed_is_saved_when_the_terminal_is_closed(
    start: Start, tmp_path: Path, number: signal.Signals
) -> None:
    """In the middle of a name, and the program ends by the signal as it would without it."""
    app = start()
    app.shows("Start", "Emergency number")
    app.press("1")
    app.shows("Where are you?")
    app.press("1")
    for page in range(1, 5):
        app.shows(f"Page {page} of 4")
        app.press("0")
    app.shows("Name, if you like")
    for key in "Mia":
        app.type(key)
    app.process.send_signal(number)

    assert app.drain() == -number
    with open_store(tmp_path / "data") as store:
        (row,) = store.unfinished()
        assert store.draft(row.id).get("child_typed")["name"] == "Mia"
