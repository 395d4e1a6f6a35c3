"""The file name that a paper is given unless another one is typed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.report.cases import HOSTILE, typical
from tonecheck.protocol.pack import Pack
from tonecheck.screening.document import screening_from
from tonecheck.tui.papers import PaperChoices, file_stem


@pytest.mark.parametrize(
    ("revision", "choices", "is_urgent", "name"),
    [
        (1, PaperChoices(), False, "tonecheck-2026-03-12"),
        (2, PaperChoices(), False, "tonecheck-2026-03-12-version-2"),
        (3, PaperChoices(), True, "tonecheck-2026-03-12-version-3-urgent"),
        (2, PaperChoices(privacy="none"), False, "tonecheck-paper-version-2"),
    ],
)
def test_the_file_of_a_later_version_names_it(
    pack: Pack, revision: int, choices: PaperChoices, is_urgent: bool, name: str
) -> None:
    """Its paper does not take the place of the one before, and nothing typed gets into the name."""
    data = {**typical(pack), "revision": revision, "observer": HOSTILE}
    data["child"] = {**data["child"], "name": HOSTILE}
    screening = screening_from(data)
    today = date(2026, 3, 12)
    assert file_stem(pack.words, screening, choices, today, is_urgent=is_urgent) == name
