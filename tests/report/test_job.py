"""A PDF made beside the screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pytest

from tests.report.cases import endless, typical, urgent, view_of
from tonecheck.errors import PangoMissing, ReportError
from tonecheck.protocol.pack import Pack
from tonecheck.report.job import start_pdf_job


def test_job_writes_the_file(pack: Pack, tmp_path: Path) -> None:
    """A job that ends well has written a PDF with its password, and tells full progress."""
    path = tmp_path / "report.pdf"
    job = start_pdf_job(view_of(pack, urgent(pack)), path, password="für Ärztin")  # noqa: S106
    job.wait(timeout=60)
    assert job.is_done
    assert job.progress == 1.0
    with pikepdf.open(path, password="für Ärztin") as document:  # noqa: S106
        assert document.encryption.bits == 256


def test_cancelled_job_leaves_the_old_file(pack: Pack, tmp_path: Path) -> None:
    """Cancelling ends the process at once, without an error and without a new file."""
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old report")
    job = start_pdf_job(view_of(pack, endless(pack)), path)
    assert not job.is_done
    assert job.progress < 1.0
    job.cancel()
    job.check()
    assert job.is_done
    assert path.read_bytes() == b"the old report"


def test_job_cancelled_while_it_writes_leaves_no_scrap(pack: Pack, tmp_path: Path) -> None:
    """What the process had written so far goes with it."""
    path = tmp_path / "report.pdf"
    job = start_pdf_job(view_of(pack, endless(pack)), path)
    job._scratch.write_bytes(b"%PDF half of it")
    job.cancel()
    assert list(tmp_path.iterdir()) == []


def test_failed_job_tells_why(pack: Pack, tmp_path: Path) -> None:
    """What went wrong in the other process is raised here, with its advice."""
    job = start_pdf_job(view_of(pack, urgent(pack)), tmp_path / "nowhere" / "report.pdf")
    with pytest.raises(ReportError) as caught:
        job.wait(timeout=60)
    assert "folder does not exist" in caught.value.hint


def test_job_that_dies_is_told_calmly(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that ends without a word gives advice, not a traceback."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    job = start_pdf_job(view_of(pack, typical(pack)), tmp_path / "report.pdf")
    with pytest.raises(ReportError, match="its process stopped"):
        job.wait(timeout=60)


def test_missing_pango_is_told_by_the_job(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the other process finds no Pango, that very error arrives."""
    fake = tmp_path / "python"
    fake.write_text(
        '#!/bin/sh\necho \'{"message": "no Pango", "hint": "install", "code": 7}\'\nexit 7\n'
    )
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))
    job = start_pdf_job(view_of(pack, typical(pack)), tmp_path / "report.pdf")
    with pytest.raises(PangoMissing, match="no Pango"):
        job.wait(timeout=60)
