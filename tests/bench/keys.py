"""From a key to the painted answer on the page of a check, in a real terminal."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread

from tests.bench import bare
from tests.bench.pdf import Paper
from tests.bench.prepared import store_at_a_check
from tests.bench.rotation import PYTHON, ROOT, TONECHECK, Row, clean, ratio, rotate
from tests.bench.terminal import CPU_IS_TOLD, Terminal

PRESSES = 150
CHOSEN, OPEN = "[x]", "[ ]"


def rows(folder: Path) -> Iterator[Row]:
    """Answering, at rest and while a PDF is made beside it."""
    store_at_a_check(folder)
    own = clean(TONECHECK_DATA=str(folder), TONECHECK_CONFIG=str(folder / "config"))
    with (
        Terminal([PYTHON, bare.__file__, "count"], own) as floor,
        Terminal(TONECHECK, own) as app,
    ):
        floor.wait_for(bare.READY)
        app.wait_for("Made Up")
        app.settle()
        app.press("1", lambda text: OPEN in text)
        turns = {"floor": _toggling(floor), "app": _toggling(app)}
        yield from _compared(rotate(turns, PRESSES), "an answer")
        if CPU_IS_TOLD:
            before = floor.cpu, app.cpu
            rotate(turns, PRESSES)
            found = (app.cpu - before[1]) / (floor.cpu - before[0])
            yield Row("keys", "an answer, processor time", "bare Textual, one Static", found)
        with _papers(Paper(folder)):
            yield from _compared(rotate(turns, PRESSES), "with a PDF being made")


def _compared(seconds: dict[str, list[float]], what: str) -> Iterator[Row]:
    floor = "bare Textual, one Static"
    yield Row("keys", f"{what}, median", floor, ratio(seconds["app"], seconds["floor"]), 2.5)
    slow = _percentile(seconds["app"]) / median(seconds["floor"])
    yield Row("keys", f"{what}, slowest of 100", "the same, its median", slow, 6)
    slow = _percentile(seconds["floor"]) / median(seconds["floor"])
    yield Row("keys", "the noise: floor, slowest of 100", "the same, its median", slow)


def _toggling(terminal: Terminal) -> Callable[[], float]:
    """A turn that chooses the first answer, or takes it back."""
    is_chosen = False

    def turn() -> float:
        nonlocal is_chosen
        is_chosen = not is_chosen
        # Not in step with the timers of the program.
        time.sleep(random.random() * 0.04)
        return terminal.press("1", lambda text: (CHOSEN in text) is is_chosen)

    return turn


def _percentile(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(0.99 * (len(seconds) - 1))]


@contextmanager
def _papers(paper: Paper) -> Iterator[None]:
    """One PDF after another, in the process in which the app makes them."""
    ended = Event()

    def work() -> None:
        while not ended.is_set():
            with paper.view.open("rb") as view:
                subprocess.run(
                    [PYTHON, "-m", "tonecheck.report.render_child", str(paper.folder / "side.pdf")],
                    stdin=view,
                    env=clean(),
                    cwd=ROOT,
                    capture_output=True,
                    check=True,
                )

    thread = Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
