"""A report is written whole, or the old file stays."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.report.cases import typical, view_of
from tests.report.made import made
from tonecheck.errors import ReportError
from tonecheck.protocol.pack import Pack
from tonecheck.report.export import write_report


@pytest.mark.parametrize(("suffix", "start"), [(".pdf", b"%PDF-1.7"), (".html", b"<!DOCTYPE")])
def test_suffix_chooses_the_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, start: bytes
) -> None:
    """Each suffix gives its own format, also in capitals."""
    view, pdf = made("typical")
    monkeypatch.setattr("tonecheck.report.pdf.to_pdf", lambda _: pdf)
    path = tmp_path / f"report{suffix.upper()}"
    write_report(view, path)
    assert path.read_bytes().lstrip().startswith(start)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [path.name]


def test_unknown_suffix_is_refused(pack: Pack, tmp_path: Path) -> None:
    """A name that ends in none of the three writes nothing."""
    with pytest.raises(ReportError, match=r"\.pdf, \.html or \.txt"):
        write_report(view_of(pack, typical(pack)), tmp_path / "report.docx")
    assert not list(tmp_path.glob("report*"))


@pytest.mark.parametrize(
    ("code", "advice"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "Close the file")]
)
def test_failed_write_keeps_the_old_file(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, advice: str
) -> None:
    """When the disk is full or refuses, the old report is whole and no scrap is left."""
    path = tmp_path / "report.txt"
    path.write_text("the old report")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ReportError) as caught:
        write_report(view_of(pack, typical(pack)), path)
    assert advice in caught.value.hint
    assert "older file is as it was" in caught.value.hint
    assert path.read_text() == "the old report"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["report.txt"]


def test_missing_folder_is_named(pack: Pack, tmp_path: Path) -> None:
    """A folder that is not there gives advice, not a traceback."""
    with pytest.raises(ReportError) as caught:
        write_report(view_of(pack, typical(pack)), tmp_path / "nowhere" / "report.txt")
    assert "folder does not exist" in caught.value.hint


def test_folder_of_that_name_is_refused(pack: Pack, tmp_path: Path) -> None:
    """A folder is never replaced by a report."""
    (tmp_path / "report.txt").mkdir()
    with pytest.raises(ReportError):
        write_report(view_of(pack, typical(pack)), tmp_path / "report.txt")
    assert (tmp_path / "report.txt").is_dir()
