"""A person's words on one line of the terminal."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from tonecheck.screening.plain import plain_line

_DOTS = "..."


def cut(text: str, cells: int) -> str:
    """`text` made safe, on one line of at most `cells` columns; a wide letter takes two."""
    line = plain_line(text)
    if cell_len(line) <= cells:
        return line
    return set_cell_size(line, max(0, cells - len(_DOTS))).rstrip() + _DOTS[: max(0, cells)]
