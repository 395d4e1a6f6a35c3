"""Page 1 is measured by its texts before it is laid out."""

from __future__ import annotations

import pytest

from tests.report.made import rendered


@pytest.mark.parametrize(("name", "layouts"), [("typical", 1), ("asymmetric", 4), ("endless", 4)])
def test_page_one_is_found_in_few_tries(name: str, layouts: int) -> None:
    """A usual report is laid out once; where page 1 must be cut, a few tries find the room."""
    assert rendered(name).layouts <= layouts
