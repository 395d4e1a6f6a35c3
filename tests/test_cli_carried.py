"""`open`, `verify`, and `report` with privacy or a password."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from tests.report.cases import MADE, asymmetric, earlier, scored, typical
from tests.report.pdfs import answers_replaced, report, report_of
from tonecheck.cli import main
from tonecheck.errors import DIFFERENT, UNKNOWN_CONTENT, ContentError
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack, Words
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening, screening_from
from tonecheck.store import Store, open_store


@pytest.fixture(autouse=True)
def _same_content(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command reads the pack the reports were made with."""
    for command in ("carried", "report"):
        monkeypatch.setattr(f"tonecheck.commands.{command}.load_pack", lambda _: pack)


@pytest.fixture
def paper(pack: Pack, tmp_path: Path) -> Path:
    """The report of the typical baby."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(report(pack))
    return path


@pytest.fixture
def store() -> Iterator[Store]:
    """The default store, opened."""
    with open_store(data_dir()) as opened:
        yield opened


def _answer(monkeypatch: pytest.MonkeyPatch, words: str, is_terminal: bool = True) -> None:
    typed = SimpleNamespace(isatty=lambda: is_terminal, readline=lambda: words)
    monkeypatch.setattr(sys, "stdin", typed)


def _ids() -> list[str]:
    with open_store(data_dir()) as store:
        return [row.id for row in store.screenings()]


def _other_content(pack: Pack) -> Pack:
    files = {**pack.files, "pack.toml": pack.files["pack.toml"] + "\n# changed\n"}
    return pack.model_copy(update={"files": files, "fingerprint": "0" * 64})


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
    assert "tc-typical  2026-03-12  rev 1" in capsys.readouterr().out
    assert main(["report", "tc-typical", "-o", str(tmp_path / "again.txt")]) == 0
    with open_store(data_dir()) as store:
        revision = store.revise("tc-typical", MADE.astimezone())
        assert store.draft(revision).screening().checks == expected.checks


def test_the_same_report_is_taken_once(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time it says that it is there, and adds nothing."""
    assert main(["open", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert _ids() == ["tc-typical"]


@pytest.mark.parametrize("privacy", ["initials", "none"])
def test_less_told_is_the_same_screening(
    pack: Pack, paper: Path, tmp_path: Path, privacy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report with initials or no dates is known where the full answers are; else it opens."""
    less = tmp_path / "less.pdf"
    less.write_bytes(report(pack, "typical", privacy))  # type: ignore[arg-type]
    assert main(["open", str(paper)]) == 0
    assert main(["open", str(less)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert main(["open", str(less), "--data", str(tmp_path / "other")]) == 0
    with open_store(tmp_path / "other") as store:
        assert store.result("tc-typical") == score(pack, screening_from(typical(pack)))


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
    assert _ids() == ["tc-typical"]
    assert main(["open", str(paper), "--yes"]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err

    assert len(_ids()) == 2
    assert store.draft("tc-typical").screening() == there
    new = next(id_ for id_ in _ids() if id_ != "tc-typical")
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
    screening, result = scored(pack, asymmetric(pack))
    path.write_bytes(report_of(pack, screening, result, earlier=_earlier(pack)))
    return path


def _earlier(pack: Pack) -> tuple[Screening, ...]:
    return tuple(
        old.model_copy(update={"id": f"old-{n}"}) for n, old in enumerate(earlier(pack), start=1)
    )


def test_earlier_screenings_stay_out_unless_asked_for(
    pack: Pack, followed: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alone it is said what stays out; with the flag they come, of the same child, once."""
    assert main(["verify", str(followed)]) == 0
    assert main(["open", str(followed)]) == 0
    said = capsys.readouterr().err
    assert "Earlier screenings inside, not taken: 2." in said
    assert "--with-earlier" in said
    assert _ids() == ["tc-asymmetric"]

    for _ in range(2):
        assert main(["open", str(followed), "--with-earlier"]) == 0
    assert "not taken" not in capsys.readouterr().err
    assert _ids() == ["tc-asymmetric", "old-2", "old-1"]
    assert len(store.children()) == 1
    assert store.earlier_screenings("tc-asymmetric") == _earlier(pack)


def test_an_unfinished_screening_of_that_id_is_not_it(
    pack: Pack, paper: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screening that has no child yet is another one."""
    store._ids = lambda: "tc-typical"
    store.start(None, None, "tui", pack, MADE.astimezone())
    _answer(monkeypatch, "", is_terminal=False)
    assert main(["open", str(paper)]) == 2
    assert _ids() == ["tc-typical"]


def test_a_report_without_id_is_taken_once(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made from a file that had none, it has an id of its own from its answers."""
    data = {key: value for key, value in typical(pack).items() if key != "id"}
    (tmp_path / "baby.json").write_text(json.dumps(data))
    paper = tmp_path / "paper.pdf"
    assert main(["report", str(tmp_path / "baby.json"), "-o", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert "Already there" in capsys.readouterr().err
    assert len(_ids()) == 1


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


def test_an_untouched_report_is_verified(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, nothing listed, and nothing stored."""
    assert main(["verify", str(paper)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "unchanged" in said.err
    assert not data_dir().exists()


def test_differences_are_listed_on_a_line_each(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changed answers: exit 8, the checksums first, what is printed beside what should be."""
    paper.write_bytes(answers_replaced(report(pack), b'"smooth"', b'"cramped_or_jerky"'))
    assert main(["verify", str(paper)]) == DIFFERENT
    said = capsys.readouterr()
    lines = said.out.splitlines()

    assert [line.partition(",")[0] for line in lines[:3]] == ["checksum"] * 3
    assert any("Every check, item by item" in line and 'printed "' in line for line in lines)
    assert all(len(line) < 800 for line in lines)
    assert f"Differences: {len(lines)}" in said.err


def test_answers_that_cannot_be_read_are_a_difference(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changed into no JSON, or into an answer no content has: exit 8, and the reason is said."""
    for new in (b'"smooth', b'"unheard_of"'):
        paper.write_bytes(answers_replaced(report(pack), b'"smooth"', new))
        assert main(["verify", str(paper)]) == DIFFERENT
        said = capsys.readouterr()
        assert "were not scored" in said.err
        assert said.out.count("checksum") == 3


def test_a_hostile_word_in_a_report_cannot_act(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An escape code in changed answers is shown, not sent, and the message has an end."""
    evil = b'"\\u001b[31m' + b"x" * 50_000 + b'"'
    paper.write_bytes(answers_replaced(report(pack), b'"smooth"', evil))
    assert main(["verify", str(paper)]) == DIFFERENT
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert len(said.err) < 10_000


def test_content_not_known_here_has_its_own_code(
    pack: Pack, paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scored under today's, which is said: exit 9; opening says it too, and works."""
    other = _other_content(pack)
    monkeypatch.setattr("tonecheck.commands.carried.load_pack", lambda _: other)
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT
    said = capsys.readouterr()
    assert pack.fingerprint[:16] in said.err
    assert "0" * 16 in said.err
    assert said.out.count("fingerprint") >= 2
    assert main(["open", str(paper)]) == 0
    assert "may read otherwise" in capsys.readouterr().err


def test_kept_content_reads_its_own_reports(
    pack: Pack, paper: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack the store kept with an earlier screening verifies and opens later reports."""
    screening = screening_from({**typical(pack), "id": "kept"})
    id_ = store.add_screening(screening, pack, MADE.astimezone())
    store.finish(id_, score(pack, screening).model_dump_json(), pack, MADE.astimezone())
    other = _other_content(pack)
    monkeypatch.setattr("tonecheck.commands.carried.load_pack", lambda _: other)

    assert main(["verify", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert store.screening("tc-typical").fingerprint == pack.fingerprint


def test_kept_content_without_todays_words_is_as_unknown(
    pack: Pack, paper: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older tonecheck kept and this one cannot print from is scored under today's."""
    screening = screening_from({**typical(pack), "id": "kept"})
    id_ = store.add_screening(screening, pack, MADE.astimezone())
    store.finish(id_, score(pack, screening).model_dump_json(), pack, MADE.astimezone())
    other = _other_content(pack)
    monkeypatch.setattr("tonecheck.commands.carried.load_pack", lambda _: other)

    words = {name: pack.words.find(name) for name in ("report", "result")}
    sparse = {key: value for key, value in dict(words["report"] or {}).items() if key != "who"}
    sections = {**words, "report": sparse}
    old = pack.model_copy(update={"words": Words(sections, pack.words.checks)})
    monkeypatch.setattr("tonecheck.commands.carried.kept_pack", lambda *_: old)
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT

    def unusable(*_: object) -> Pack:
        raise ContentError("another format")

    monkeypatch.setattr("tonecheck.commands.carried.kept_pack", unusable)
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT


def test_changed_answers_count_before_unknown_content(
    pack: Pack, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 8 where the answers themselves were changed, whatever content there is."""
    paper.write_bytes(answers_replaced(report(pack), b"{", b"{ "))
    other = _other_content(pack)
    monkeypatch.setattr("tonecheck.commands.carried.load_pack", lambda _: other)
    assert main(["verify", str(paper)]) == DIFFERENT


def _file(tmp_path: Path, screening: Screening) -> str:
    path = tmp_path / "baby.json"
    path.write_text(screening.to_json())
    return str(path)


def test_a_report_tells_as_little_as_asked(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--privacy holds for text and web page, and a level that is none is refused."""
    source = _file(tmp_path, screening_from(typical(pack)))
    for suffix in (".txt", ".html"):
        out = tmp_path / f"out{suffix}"
        assert main(["report", source, "-o", str(out), "--privacy", "none"]) == 0
        assert "Mia" not in out.read_text("utf-8")
        assert "March" not in out.read_text("utf-8")
        assert main(["report", source, "-o", str(out), "--privacy", "initials"]) == 0
        assert "M. E." in out.read_text("utf-8")
    with pytest.raises(SystemExit):
        main(["report", source, "-o", "x.txt", "--privacy", "some"])


def test_a_password_comes_from_a_file(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its first line locks the PDF, which is said to be no PDF/A, and opens it again."""
    secret = tmp_path / "secret"
    secret.write_text("correct horse\nnot this\n")
    source, out = _file(tmp_path, screening_from(typical(pack))), tmp_path / "out.pdf"
    assert main(["report", source, "-o", str(out), "--password-file", str(secret)]) == 0
    said = capsys.readouterr()
    assert "no longer PDF/A" in said.err
    assert "horse" not in said.out + said.err
    with pikepdf.open(out, password="correct horse") as document:  # noqa: S106
        assert document.is_encrypted
    assert main(["open", str(out)]) == 4
    assert "--password-file" in capsys.readouterr().err
    assert main(["verify", str(out), "--password-file", str(secret)]) == 0
    assert main(["open", str(out), "--password-file", str(secret)]) == 0
    assert _ids() == ["tc-typical"]


def test_a_password_comes_from_standard_input(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash reads one line; with a terminal it is typed unseen."""
    source, out = _file(tmp_path, screening_from(typical(pack))), tmp_path / "out.pdf"
    typed = SimpleNamespace(isatty=lambda: False, buffer=io.BytesIO("grün\r\n".encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    assert main(["report", source, "-o", str(out), "--password-file", "-"]) == 0
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("tonecheck.commands.passwords.getpass", lambda _: "grün")
    assert main(["open", str(out), "--password-file", "-"]) == 0


@pytest.mark.parametrize(
    ("arguments", "content", "reason"),
    [
        (["baby.json", "-o", "x.txt"], b"secret", "Only a PDF"),
        (["baby.json", "-o", "x.pdf"], b"\n", "empty"),
        (["baby.json", "-o", "x.pdf"], b"x" * 200, "too long"),
        (["baby.json", "-o", "x.pdf"], b"\xff\xfe", "UTF-8"),
        (["baby.json", "-o", "x.pdf"], None, "cannot be read"),
    ],
)
def test_a_password_that_cannot_be_used_is_said_first(
    arguments: list[str],
    content: bytes | None,
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 4 before anything is read or written."""
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("secret").write_bytes(content)
    assert main(["report", *arguments, "--password-file", "secret"]) == 4
    assert reason in capsys.readouterr().err
    assert not list(tmp_path.glob("x.*"))


def test_standard_input_holds_one_thing(capsys: pytest.CaptureFixture[str]) -> None:
    """Screening and password cannot both come from it."""
    assert main(["report", "-", "-o", "x.pdf", "--password-file", "-"]) == 4
    assert "not both" in capsys.readouterr().err
