"""`open`: the answers of a report come back, once, and nothing is overwritten."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.commands.papers import stored_ids
from tests.report.cases import MADE, asymmetric, earlier, typical, urgent
from tests.report.pdfs import answers_replaced, report
from tonecheck.cli import main
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack
from tonecheck.report.privacy import Privacy
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from
from tonecheck.screening.walk import Walk
from tonecheck.store import Store, open_store


def _answer(monkeypatch: pytest.MonkeyPatch, words: str, is_terminal: bool = True) -> None:
    typed = SimpleNamespace(isatty=lambda: is_terminal, readline=lambda: words)
    monkeypatch.setattr(sys, "stdin", typed)


def test_a_report_comes_back_whole(
    pack: Pack, paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every answer is there again, finished with the same result; it lists, reports and revises."""
    assert main(["open", str(paper)]) == 0
    assert "Added:" in capsys.readouterr().err
    expected = screening_from(typical(pack))
    with open_store(data_dir()) as store:
        row = store.screening("tc-typical")
        assert store.draft("tc-typical").screening() == expected
        assert store.result("tc-typical") == score(pack, expected)
        assert row.is_finished
        assert row.child is not None
        assert row.child.name == "Mia Example"
    assert main(["list"]) == 0
    assert "tc-typical  2026-03-12  version 1" in capsys.readouterr().out
    assert main(["report", "tc-typical", "-o", str(tmp_path / "again.txt")]) == 0
    with open_store(data_dir()) as store:
        revision = store.revise("tc-typical", MADE.astimezone())
        assert store.draft(revision).screening().checks == expected.checks
        still = Walk(pack.protocol, store.draft(revision)).still_to_ask
        assert still is not None
        assert still.check


def test_the_same_report_is_taken_once(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time it says that it is there, and adds nothing."""
    assert main(["open", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert stored_ids() == ["tc-typical"]


@pytest.mark.parametrize("privacy", ["initials", "none"])
def test_less_told_is_the_same_screening(
    pack: Pack, tmp_path: Path, privacy: Privacy, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report with initials or no dates is known where the full answers are; else it opens."""
    full, less = tmp_path / "full.pdf", tmp_path / "less.pdf"
    full.write_bytes(report(pack, "urgent"))
    less.write_bytes(report(pack, "urgent", privacy))
    assert main(["open", str(full)]) == 0
    assert main(["open", str(less)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert main(["open", str(less), "--data", str(tmp_path / "other")]) == 0
    with open_store(tmp_path / "other") as store:
        assert store.result("tc-urgent") == score(pack, screening_from(urgent(pack)))


def test_other_answers_under_one_id_are_asked_about(
    pack: Pack,
    paper: Path,
    store: Store,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only yes adds them, as a new screening; what was there is never changed."""
    there = screening_from({**asymmetric(pack), "id": "tc-typical"})
    store.add_screening(there, pack, MADE.astimezone())
    _answer(monkeypatch, "y\n")
    assert main(["open", str(paper)]) == 0
    assert "It was not added" in capsys.readouterr().err
    _answer(monkeypatch, "yes\n", is_terminal=False)
    assert main(["open", str(paper)]) == 2
    assert "--yes" in capsys.readouterr().err
    assert stored_ids() == ["tc-typical"]
    assert main(["open", str(paper), "--yes"]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err

    assert len(stored_ids()) == 2
    assert store.draft("tc-typical").screening() == there
    new = next(id_ for id_ in stored_ids() if id_ != "tc-typical")
    assert store.draft(new).screening().checks == screening_from(typical(pack)).checks


def test_a_known_child_is_known_again(pack: Pack, paper: Path, store: Store) -> None:
    """Where all that is told of the child is the same, it is the same child, and no other's."""
    known = screening_from({**typical(pack), "id": "before"})
    twin = screening_from({**asymmetric(pack), "id": "twin"})
    for screening in (known, twin):
        store.add_screening(screening, pack, MADE.astimezone())
    assert main(["open", str(paper)]) == 0
    child = store.screening("tc-typical").child

    assert child == store.screening("before").child
    assert child != store.screening("twin").child
    assert len(store.children()) == 2


@pytest.fixture
def followed(pack: Pack, tmp_path: Path) -> Path:
    """The report of the asymmetric baby with two earlier screenings."""
    path = tmp_path / "followed.pdf"
    path.write_bytes(report(pack, "asymmetric"))
    return path


@pytest.mark.slow
def test_earlier_screenings_stay_out_unless_asked_for(
    pack: Pack, followed: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alone it is said what stays out; with the flag they come, of the same child, once."""
    assert main(["verify", str(followed)]) == 0
    assert main(["open", str(followed)]) == 0
    said = capsys.readouterr().err
    assert "Earlier screenings inside, not taken: 2." in said
    assert "--with-earlier" in said
    assert stored_ids() == ["tc-asymmetric"]

    for _ in range(2):
        assert main(["open", str(followed), "--with-earlier"]) == 0
    assert "not taken" not in capsys.readouterr().err
    assert stored_ids() == ["tc-asymmetric", "old-2", "old-1"]
    assert len(store.children()) == 1
    assert store.earlier_screenings("tc-asymmetric") == earlier(pack)


def test_an_unfinished_screening_of_that_id_is_not_it(
    pack: Pack, paper: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screening that has no child yet is another one."""
    store._ids = lambda: "tc-typical"
    store.start(None, None, "tui", pack, MADE.astimezone())
    _answer(monkeypatch, "", is_terminal=False)
    assert main(["open", str(paper)]) == 2
    assert stored_ids() == ["tc-typical"]


def test_a_report_without_id_is_taken_once(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made from a file that had none, it has an id of its own from its answers."""
    data = {key: value for key, value in urgent(pack).items() if key != "id"}
    (tmp_path / "baby.json").write_text(json.dumps(data))
    paper = tmp_path / "paper.pdf"
    assert main(["report", str(tmp_path / "baby.json"), "-o", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert len(stored_ids()) == 1


def test_changed_answers_are_not_taken(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers that are not those the report was made with are exit 4, and no store is made."""
    paper.write_bytes(answers_replaced(report(pack), b'"smooth"', b'"cramped_or_jerky"'))
    assert main(["open", str(paper)]) == 4
    assert "was changed" in capsys.readouterr().err
    assert not data_dir().exists()


@pytest.mark.parametrize("command", ["open", "verify"])
def test_what_is_no_report_touches_nothing(
    command: str, pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit 4, and the folder is as it was."""
    for content in (b"", b"%PDF-1.7 no", report(pack)[:5000]):
        paper.write_bytes(content)
        before = sorted(paper.parent.iterdir())
        assert main([command, str(paper)]) == 4
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("tonecheck: paper.pdf: is ")
        assert said.err.count("\n") == 2
        assert sorted(paper.parent.iterdir()) == before
    assert not data_dir().exists()
