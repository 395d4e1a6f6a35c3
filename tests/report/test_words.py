"""The parent's page can be read by any parent."""

from __future__ import annotations

import pytest
import textstat

from tests.report.cases import asymmetric, typical, urgent, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.blocks import Bullets, Lines
from tonecheck.report.view.model import ReportView

HIGHEST_GRADE = 6.0
FORBIDDEN = ("you can wait", "nothing wrong", "don't worry", "cerebral palsy", "spastic")


def _parent_text(view: ReportView) -> str:
    lines = [view.parent.title]
    for block in view.parent.blocks:
        if isinstance(block, Bullets):
            lines += [block.title, *block.lines]
        elif isinstance(block, Lines):
            lines += block.lines
    return " ".join(line.rstrip(".") + "." for line in lines)


@pytest.mark.parametrize("case", [typical, asymmetric, urgent])
def test_parents_page_reads_at_grade_six(pack: Pack, case: object) -> None:
    """The joined text of the parent's page stays at US reading grade 6 or lower."""
    assert callable(case)
    text = _parent_text(view_of(pack, case(pack)))
    assert textstat.flesch_kincaid_grade(text) <= HIGHEST_GRADE


@pytest.mark.parametrize("case", [typical, asymmetric, urgent])
def test_parents_page_never_calms_or_diagnoses(pack: Pack, case: object) -> None:
    """No all-clear, no waiting and no diagnosis stands on the parent's page."""
    assert callable(case)
    text = _parent_text(view_of(pack, case(pack))).lower()
    assert not [words for words in FORBIDDEN if words in text]
