"""Lines of plain text."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tonecheck.tui.plain.voice import wrapped


@pytest.mark.parametrize("text", ["\u304a\u540d\u524d" * 40, "x" * 90, "a bb ccc " * 30, ""])
def test_lines_are_as_wide_as_they_look(text: str) -> None:
    """A wide character takes two columns; a word longer than the line goes on in the next."""
    lines = wrapped(text, 20)

    assert max(map(cell_len, lines)) <= 20
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) > 10 for line in lines[:-1])
