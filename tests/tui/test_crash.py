"""An unexpected error: one calm sentence, no name, no variable, exit code 1."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tui.driving import SMALL, opened
from tests.tui.world import World
from tonecheck.tui import crash

CHILD = "Mia-Secret-Name"


def _failing(child_name: str) -> None:
    raise RuntimeError(f"something about {child_name}")


def test_the_log_holds_places_and_no_words(tmp_path: Path) -> None:
    """The kind of error and its lines of code are kept; its message and variables are not."""
    log = tmp_path / "deep" / "tonecheck.log"
    with pytest.raises(RuntimeError) as failed:
        _failing(CHILD)
    is_noted = crash.note_error(failed.value, log, datetime(2026, 3, 1, tzinfo=UTC))
    text = log.read_text(encoding="utf-8")

    assert is_noted
    assert "RuntimeError" in text
    assert "_failing" in text
    assert CHILD not in text
    assert log.stat().st_mode & 0o077 == 0


async def test_an_error_in_a_page_ends_the_app_calmly(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed is one sentence from the content, with the place of the log."""
    app = world.app()
    id_ = world.screening(at="check.fists", child={"name": CHILD, "age_months": 4})

    def broken() -> None:
        hidden = CHILD
        raise RuntimeError(hidden)

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await opened(pilot, id_)
            app.call_later(broken)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await run()
    said = capsys.readouterr().err

    assert app.return_code == 1
    assert "Your answers are safe" in said.replace("\n", " ")
    assert str(world.log) in said.replace("\n", "")
    assert CHILD not in said
    assert CHILD not in world.log.read_text(encoding="utf-8")


def test_the_first_screen_needs_no_heavy_library() -> None:
    """Importing the app and its first page loads neither pydantic nor what makes the paper."""
    code = (
        "import sys, tonecheck.tui.start, tonecheck.tui.app, tonecheck.store;"
        "print([m for m in ('pydantic', 'weasyprint', 'jinja2') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
