"""Page 1 is measured by its texts before it is laid out."""

from __future__ import annotations

import pytest

from tests.report.made import rendered
from tonecheck.report.likely import likely_pages


@pytest.mark.parametrize(
    ("name", "layouts"),
    [
        ("typical", 1),
        ("asymmetric", 4),
        pytest.param("endless", 4, marks=pytest.mark.slow),
    ],
)
def test_page_one_is_found_in_few_tries(name: str, layouts: int) -> None:
    """A usual report is laid out once; where page 1 must be cut, a few tries find the room."""
    assert rendered(name).layouts <= layouts


@pytest.mark.parametrize(("name", "pages"), [("typical", 1), ("asymmetric", 2), ("endless", 3)])
def test_pages_of_the_parents_part_are_told_before_it_is_laid_out(name: str, pages: int) -> None:
    """So that page 1, which names them, is laid out once."""
    assert likely_pages(rendered(name).view.parent) == pages
