"""`list`, `delete` and `report`: what is stored, and what becomes of it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.factories import screening_at, typical_baby
from tonecheck.cli import main
from tonecheck.errors import ContentError, PangoMissing
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack, Words
from tonecheck.report.export import write_report
from tonecheck.report.view import ReportView
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.store import open_store

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOSTILE = "[/b]\x1b[31m\u202eMila\nRose"


def _named(screening: Screening, name: str) -> Screening:
    child = screening.child.model_copy(update={"name": name})
    return screening.model_copy(update={"child": child})


@pytest.fixture
def stored(pack: Pack) -> list[str]:
    """Two screenings in the default store: one finished, one open; newest first."""
    with open_store(data_dir()) as store:
        screening = _named(typical_baby(pack.protocol, 120), HOSTILE)
        done = store.add_screening(screening, pack, NOW)
        store.finish(done, score(pack, screening).model_dump_json(), pack, NOW)
        return [store.add_screening(_named(screening_at(120), "Open"), pack, NOW), done]


def _answer(monkeypatch: pytest.MonkeyPatch, words: str, is_terminal: bool = True) -> None:
    typed = SimpleNamespace(isatty=lambda: is_terminal, readline=lambda: words)
    monkeypatch.setattr(sys, "stdin", typed)


def test_an_empty_list_makes_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Looking is not storing."""
    assert main(["list"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "No screenings yet.\n")
    assert main(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert not data_dir().exists()


def test_the_list_is_a_line_a_screening(
    stored: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Id, day, outcome and a name that cannot act."""
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert [line.split()[0] for line in lines] == stored
    assert lines[0].endswith("2026-03-01  version 1  unfinished  Open")
    assert lines[1].endswith("version 1  none: normal  [/b][U+001B][31m[U+202E]Mila Rose")


def test_the_list_as_json_is_whole(stored: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every row with its child, and the words exactly as typed."""
    assert main(["list", "--json"]) == 0
    out = capsys.readouterr().out
    rows = json.loads(out)

    assert [row["id"] for row in rows] == stored
    assert rows[1]["child"]["name"] == HOSTILE
    assert (rows[1]["patterns"], rows[1]["action"]) == (["normal"], "none")
    assert out.replace("\n", "").isprintable()


def test_a_long_list_is_whole(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """More screenings than a page holds are all listed."""
    with open_store(data_dir()) as store:
        for _ in range(205):
            store.start(None, NOW.date(), "tui", pack, NOW)
    assert main(["list"]) == 0
    assert len(set(capsys.readouterr().out.splitlines())) == 205


def test_delete_asks_and_takes_only_yes(
    stored: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what goes, and anything but yes deletes nothing."""
    _answer(monkeypatch, "y\n")
    assert main(["delete", stored[1]]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert stored[1] in said.err
    assert "Nothing was deleted" in said.err
    _answer(monkeypatch, "Yes\n")
    assert main(["delete", stored[1]]) == 0
    with open_store(data_dir()) as store:
        assert [row.id for row in store.screenings()] == [stored[0]]


def test_delete_without_a_terminal_needs_yes(
    stored: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody to ask is exit 2 and nothing deleted; --yes does not ask."""
    _answer(monkeypatch, "yes\n", is_terminal=False)
    assert main(["delete", stored[0]]) == 2
    assert "--yes" in capsys.readouterr().err
    assert main(["delete", stored[0], "--yes"]) == 0
    assert main(["delete", stored[0], "--yes"]) == 5
    assert stored[0] in capsys.readouterr().err


def test_delete_takes_a_whole_child(stored: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """By the id of the child, or of one of its screenings."""
    with open_store(data_dir()) as store:
        child = store.screening(stored[1]).child
    assert child is not None
    assert main(["delete", child.id, "--child", "--yes"]) == 0
    assert main(["delete", stored[0], "--child", "--yes"]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert capsys.readouterr().err == "No screenings yet.\n"


def test_delete_without_a_store_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing stored is no traceback."""
    assert main(["delete", "abc", "--yes"]) == 5
    assert "Nothing is stored" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_a_report_of_a_file_and_of_the_store(
    stored: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    """Both ways write the report, and only talk goes to stderr."""
    file = tmp_path / "baby.json"
    file.write_text(screening_at(120).to_json())
    for source in (str(file), *stored):
        out = tmp_path / f"out.{suffix}"
        assert main(["report", source, "-o", str(out)]) == 0
        assert out.stat().st_size > 1000
        out.unlink()
    assert capsys.readouterr().out == ""


def test_a_stored_report_keeps_its_content(
    stored: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Pack
) -> None:
    """A finished screening is reported with the content and result it was finished with."""
    seen = []
    monkeypatch.setattr(
        "tonecheck.commands.report.build_view", lambda *args, **_: seen.append(args)
    )
    monkeypatch.setattr("tonecheck.commands.report.write_report", lambda *_, **__: None)
    changed = tmp_path / "content"
    for name, text in pack.files.items():
        (changed / name).parent.mkdir(parents=True, exist_ok=True)
        (changed / name).write_text(text)
    (changed / "pack.toml").write_text(pack.files["pack.toml"] + "\n# changed\n")
    arguments = ["report", "", "-o", "x.html", "--content", str(changed)]
    for id_ in stored:
        arguments[1] = id_
        assert main(arguments) == 0
    (open_pack, _, _), (kept_pack, _, kept) = seen

    assert kept_pack.fingerprint == kept.content.fingerprint == pack.fingerprint
    assert kept == score(pack, typical_baby(pack.protocol, 120))
    assert open_pack.fingerprint != pack.fingerprint
    assert main([*arguments, "--rules", "article"]) == 0
    assert seen[-1][2].rules == "article"
    assert seen[-1][0].fingerprint == pack.fingerprint


@pytest.mark.parametrize("is_loaded", [True, False])
def test_content_too_old_for_a_report_gives_way_to_todays(
    stored: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pack: Pack,
    is_loaded: bool,
) -> None:
    """Kept content that lacks a word, or cannot be loaded: that is said, and today's is read."""
    today = pack.model_copy(update={"fingerprint": "0" * 64})
    sparse = pack.model_copy(update={"words": Words({}, pack.words.checks)})
    monkeypatch.setattr("tonecheck.commands.report.load_pack", lambda _: today)
    out = tmp_path / "out.txt"

    def kept(*_: object) -> Pack:
        if not is_loaded:
            raise ContentError("another format")
        return sparse

    monkeypatch.setattr("tonecheck.commands.report.kept_pack", kept)
    assert main(["report", stored[1], "-o", str(out)]) == 0
    assert "read under today's" in capsys.readouterr().err
    assert "fingerprint 0000" in " ".join(out.read_text("utf-8").split())


def test_a_report_of_nothing_is_said(
    stored: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a file nor an id: exit 4, and nothing is written."""
    for name in ("nope", "x" * 5000):
        assert main(["report", name, "-o", str(tmp_path / "x.html")]) == 4
        assert "neither a file nor the id" in capsys.readouterr().err
    assert not (tmp_path / "x.html").exists()


def test_a_report_that_cannot_be_written_is_said(
    stored: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing folder is exit 6."""
    assert main(["report", stored[1], "-o", str(tmp_path / "no" / "x.txt")]) == 6
    assert "Traceback" not in capsys.readouterr().err


def test_no_pango_is_its_own_exit_code(
    stored: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 7 for a PDF; a sample is still made, without it."""

    def without(view: ReportView, path: Path, **_: str) -> None:
        if path.suffix == ".pdf":
            raise PangoMissing("Pango is missing.", "Install it.")
        write_report(view, path)

    monkeypatch.setattr("tonecheck.commands.report.write_report", without)
    monkeypatch.setattr("tonecheck.commands.sample.write_report", without)
    assert main(["report", stored[1], "-o", str(tmp_path / "x.pdf")]) == 7
    assert main(["sample", "-o", str(tmp_path / "made")]) == 0
    assert {path.name for path in (tmp_path / "made").iterdir()} == {
        "answers.json",
        "result.json",
        "report.html",
        "report.txt",
    }


@pytest.mark.parametrize("command", [["list"], ["delete", "x"], ["report", "x", "-o", "x.txt"]])
def test_a_folder_that_cannot_be_looked_into_is_no_empty_store(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the folder's place is said with exit code 5, and so is a folder that is closed."""
    (tmp_path / "file").write_text("x")

    assert main([*command, "--data", str(tmp_path / "file")]) == 5
    assert "choose another with --data DIR" in capsys.readouterr().err
