"""A terminal that is closed takes no word with it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import PATIENCE, Start, Terminal
from tonecheck.store import open_store


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_what_is_being_typed_is_saved_when_the_terminal_is_closed(
    start: Start, tmp_path: Path, number: signal.Signals
) -> None:
    """In the middle of a name, and the program ends by the signal as it would without it."""
    app = _typing_a_name(start)
    app.process.send_signal(number)

    assert app.drain() == -number
    assert _name_typed(tmp_path) == "Mia"


@pytest.mark.slow
def test_a_terminal_gone_without_a_signal_ends_the_program(start: Start, tmp_path: Path) -> None:
    """It does not run on unseen, and what was being typed is saved."""
    app = _typing_a_name(start)
    app.hang_up()

    assert app.process.wait(PATIENCE) == -signal.SIGHUP
    assert _name_typed(tmp_path) == "Mia"


def _typing_a_name(start: Start) -> Terminal:
    app = start()
    app.pass_the_signs()
    for key in "Mia":
        app.type(key)
    return app


def _name_typed(folder: Path) -> str:
    with open_store(folder / "data") as store:
        (row,) = store.unfinished()
        return str(store.draft(row.id).get("child_typed")["name"])
