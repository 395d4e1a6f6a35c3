"""`sample` and `content check`: what a folder of content gives, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tonecheck.cli import main
from tonecheck.errors import PangoMissing
from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def test_the_sample_is_the_same_at_every_run(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    pack: Pack,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every file, byte by byte, also where no PDF can be made; the answers score to the result."""

    def missing(_: object) -> bytes:
        raise PangoMissing("No Pango.", hint="Install it.")

    monkeypatch.setattr("tonecheck.report.pdf.to_pdf", lambda view: view.title.encode())
    assert main(["sample", "-o", str(tmp_path / "one")]) == 0
    monkeypatch.setattr("tonecheck.report.pdf.to_pdf", missing)
    assert main(["sample", "-o", str(tmp_path / "two")]) == 0
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )

    assert one.pop("report.pdf")
    assert one == two
    assert set(one) == {"answers.json", "result.json", "report.html", "report.txt"}
    screening = screening_from(json.loads(one["answers.json"]))
    assert Result.model_validate_json(one["result.json"]) == score(pack, screening)
    assert capsys.readouterr().out == ""


def test_the_sample_needs_its_baby(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A content folder without a sample says which file is missing."""
    for path in content_dir().rglob("*"):
        if path.is_file() and path.name != "sample.toml":
            copy = tmp_path / "content" / path.relative_to(content_dir())
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    content = str(tmp_path / "content")
    assert main(["sample", "-o", str(tmp_path / "made"), "--content", content]) == 3
    assert "sample.toml" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_content_check_counts(capsys: pytest.CaptureFixture[str], pack: Pack) -> None:
    """Without a fault: exit 0 and the counts."""
    assert main(["content", "check"]) == 0
    said = capsys.readouterr()
    counts = dict(line.split(": ") for line in said.out.splitlines())

    assert said.err == ""
    assert counts["checks"] == str(len(pack.protocol.checks))
    assert {"answers", "published", "article", "inferred", "weak"} < set(counts)


def test_content_check_names_every_fault_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pack: Pack
) -> None:
    """Two broken files are both named, with exit 3."""
    for name, text in pack.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    checks = sorted((tmp_path / "protocol" / "checks").iterdir())[:2]
    for check in checks:
        check.write_text("order = ")
    assert main(["content", "check", str(tmp_path)]) == 3
    said = capsys.readouterr()

    assert all(check.name in said.out for check in checks)
    assert said.err.startswith("Faults: ")
    assert main(["score", "-", "--content", str(tmp_path)]) == 3
