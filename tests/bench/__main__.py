"""`python -m tests.bench [AREA ...]`: how many times its floor each thing takes, measured here.

Both sides of every ratio run in rotation in the same run. The seconds of a machine are its own
and are not shown; ratios can be compared.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.rotation import Row

AREAS = ("start", "keys", "pdf", "save", "score", "cli")


def main() -> None:
    """Measure the areas asked for, or all, and print a line for each ratio as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    asked = parser.parse_args().areas or AREAS
    if unknown := set(asked) - set(AREAS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; the areas are {', '.join(AREAS)}")
    # What is timed inside this process would otherwise have no bytecode files either.
    sys.dont_write_bytecode = False
    load = f"{os.getloadavg()[0]:.1f}"
    sys.stdout.write(f"Python {sys.version.split()[0]}, load {load}\n")
    sys.stdout.write(f"{'area':6} {'what':36} {'floor':28} {'ratio':>9} {'reach':>6}\n")
    for area in asked:
        measure: Callable[[Path], Iterator[Row]] = import_module(f"tests.bench.{area}").rows
        with tempfile.TemporaryDirectory(prefix="tonecheck-bench-") as folder:
            for row in measure(Path(folder)):
                reach = f"{row.reach:.2f}" if row.reach else ""
                ratio = f"{row.ratio:.2f} {row.unit}"
                sys.stdout.write(
                    f"{row.area:6} {row.what:36} {row.floor:28} {ratio:>9} {reach:>6}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
