"""Small commands beside a Python that does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.prepared import store_at_a_check
from tests.bench.rotation import PYTHON, TONECHECK, Row, clean, process, ratio, rotate

ROUNDS = 21


def rows(folder: Path) -> Iterator[Row]:
    """`--version` and `list` of a store with one screening."""
    store_at_a_check(folder)
    own = clean(TONECHECK_DATA=str(folder), TONECHECK_CONFIG=str(folder / "config"))
    seconds = rotate(
        {
            "floor": process([PYTHON, "-c", "pass"], own),
            "--version": process([*TONECHECK, "--version"], own),
            "list": process([*TONECHECK, "list"], own),
        },
        ROUNDS,
    )
    for name in ("--version", "list"):
        found = ratio(seconds[name], seconds["floor"])
        yield Row("cli", f"tonecheck {name}", "python -c pass", found, 2.5)
