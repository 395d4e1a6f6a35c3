"""One answer on disk, beside 4 KiB written and synchronised. `save.py FOLDER` only saves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tests.bench.prepared import store_at_a_check
from tests.bench.rotation import PYTHON, ROOT, Row, call, clean, ratio, rotate
from tonecheck.screening.draft import Change
from tonecheck.store import Store, open_store

ROUNDS = 300
TRACED = 50
PAGE = 4096
BEGIN, END = "answers begin", "answers end"


def rows(folder: Path) -> Iterator[Row]:
    """The time of an answer, and how often it waits for the disk."""
    id_ = store_at_a_check(folder)
    with open_store(folder) as store:
        turns = {"floor": call(_page(folder / "floor")), "app": call(_answer(store, id_))}
        seconds = rotate(turns, ROUNDS, warm_up=10)
    found = ratio(seconds["app"], seconds["floor"])
    yield Row("save", "one answer", "4 KiB and fdatasync", found, 1.5)
    if shutil.which("strace"):
        yield Row("save", "one answer", "counted by strace", _syncs(folder), 1, "syncs")


def _page(path: Path) -> Callable[[], object]:
    """Write one page in a file that has its full size, and wait for the disk."""
    pages = 256
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(handle, bytes(PAGE * pages), 0)
    os.fsync(handle)
    numbers = count()

    def write() -> None:
        number = next(numbers)
        os.pwrite(handle, number.to_bytes(8, "big") + bytes(PAGE - 8), PAGE * (number % pages))
        os.fdatasync(handle)

    return write


def _answer(store: Store, id_: str) -> Callable[[], object]:
    """Record another answer."""
    numbers = count()
    now = datetime.now(UTC)

    def record() -> None:
        store.record(id_, [Change("worry", {"words": f"answer {next(numbers)}"})], now)

    return record


def _syncs(folder: Path) -> float:
    """How many times the disk is waited for, an answer."""
    trace = folder / "trace"
    wrap = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", str(trace)]
    command = [*wrap, PYTHON, "-m", "tests.bench.save", str(folder)]
    subprocess.run(command, env=clean(), cwd=ROOT, check=True, capture_output=True)
    lines = trace.read_text().splitlines()
    begin = next(i for i, line in enumerate(lines) if BEGIN in line)
    end = next(i for i, line in enumerate(lines) if END in line)
    return sum("sync(" in line for line in lines[begin:end]) / TRACED


def _save_traced(folder: Path) -> None:
    with open_store(folder) as store:
        answer = _answer(store, store.screenings(limit=1)[0].id)
        # The first write to a new log of the database also writes its head.
        answer()
        print(BEGIN, flush=True)
        for _ in range(TRACED):
            answer()
        print(END, flush=True)


if __name__ == "__main__":
    _save_traced(Path(sys.argv[1]))
