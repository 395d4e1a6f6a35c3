"""Where plain lines begin: what is open, what another holds or adds, and where to go on."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.tui.plain.talk import CHILD, GATE, NOW, Talk, walked
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.store import open_store
from tonecheck.tui.session import Session, Station


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
