"""A report compared with what its answers give."""

from __future__ import annotations

import json

from tests.report.pdfs import befores_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.carried import Carried
from tonecheck.report.extract import extracted
from tonecheck.report.passages import Difference
from tonecheck.report.verify import checksum_differences, print_differences
from tonecheck.screening.document import screening_from


def carried_by(pdf: bytes, password: str = "") -> Carried:
    """What a report carries, its pages with it."""
    return extracted(pdf, password, with_pages=True)


def differences(pack: Pack, pdf: bytes) -> tuple[Difference, ...]:
    """Every difference between what a report prints and what its answers give."""
    carried = carried_by(pdf)
    assert carried.pages is not None
    screening = screening_from(json.loads(carried.answers))
    return (
        *checksum_differences(carried),
        *print_differences(carried, carried.pages, screening, befores_of(carried), pack),
    )
