"""A password: the file opens with it alone, holds all it held, and no longer claims to be PDF/A."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest

from tests.report.cases import typical
from tests.report.pdfs import report
from tonecheck.errors import InputError
from tonecheck.protocol.pack import Pack
from tonecheck.report.extract import extracted
from tonecheck.report.foreign import NotReport
from tonecheck.report.protect import LONGEST_PASSWORD, protected
from tonecheck.report.verify import checksum_differences, print_differences
from tonecheck.screening.document import screening_from

PASSWORD = "für Ärztin, 42 μ"  # noqa: S105 - made up


def test_only_the_password_opens_it(pack: Pack) -> None:
    """Without it, or with another, nothing is read; with it, everything is as it was."""
    pdf = protected(report(pack), PASSWORD)
    with pytest.raises(NotReport, match="protected by a password"):
        extracted(pdf, "", with_pages=True)
    with pytest.raises(NotReport, match="does not open with this password"):
        extracted(pdf, PASSWORD.upper(), with_pages=True)
    found = extracted(pdf, PASSWORD, with_pages=True)

    assert found.is_protected
    assert found.answers == extracted(report(pack), "", with_pages=False).answers
    assert found.pages is not None
    screening = screening_from(json.loads(found.answers))
    assert checksum_differences(found) == ()
    assert print_differences(found, found.pages, screening, (), pack) == ()


def test_it_is_encrypted_whole_and_says_so(pack: Pack) -> None:
    """AES-256; no word of the answers stands in the file, and the PDF/A mark is gone."""
    pdf = protected(report(pack), PASSWORD)
    with pikepdf.open(io.BytesIO(pdf), password=PASSWORD) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        metadata = document.Root.Metadata.read_bytes()
    name = str(typical(pack)["child"]["name"]).encode()

    assert b"pdfaid" in extracted_metadata(report(pack))
    assert b"conformance" not in metadata
    assert b'part="3"' not in metadata
    assert b"pdfuaid" in metadata
    assert name not in pdf
    assert b"sha256" not in pdf


def extracted_metadata(pdf: bytes) -> bytes:
    """The archival metadata of a file without a password."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return bytes(document.Root.Metadata.read_bytes())


@pytest.mark.parametrize("password", ["", "ä" * LONGEST_PASSWORD])
def test_a_password_that_would_not_hold_is_refused(pack: Pack, password: str) -> None:
    """An empty one protects nothing; a longer one would be cut without a word."""
    with pytest.raises(InputError, match="password"):
        protected(report(pack), password)
