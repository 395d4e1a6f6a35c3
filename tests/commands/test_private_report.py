"""`report` with less told, or with a password."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from tests.commands.papers import stored_ids
from tests.report.cases import typical, urgent
from tonecheck.cli import main
from tonecheck.protocol.pack import Pack
from tonecheck.screening.document import Screening, screening_from


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
    source, out = _file(tmp_path, screening_from(urgent(pack))), tmp_path / "out.pdf"
    assert main(["report", source, "-o", str(out), "--password-file", str(secret)]) == 0
    said = capsys.readouterr()
    assert "no longer PDF/A" in said.err
    assert "horse" not in said.out + said.err
    with pikepdf.open(out, password="correct horse") as document:  # noqa: S106
        assert document.is_encrypted
    assert main(["open", str(out)]) == 4
    refused = capsys.readouterr().err
    assert "--password-file" in refused
    assert "made can be read back" not in refused
    assert main(["verify", str(out), "--password-file", str(secret)]) == 0
    assert main(["open", str(out), "--password-file", str(secret)]) == 0
    assert stored_ids() == ["tc-urgent"]


def test_a_password_comes_from_standard_input(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash reads one line; with a terminal it is typed unseen."""
    source, out = _file(tmp_path, screening_from(urgent(pack))), tmp_path / "out.pdf"
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
