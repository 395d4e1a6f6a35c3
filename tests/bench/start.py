"""From the command to the first page, in a real terminal."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import bare
from tests.bench.rotation import PYTHON, TONECHECK, Row, clean, ratio, rotate
from tests.bench.terminal import CPU_IS_TOLD, Terminal
from tonecheck.protocol.locate import content_dir

ROUNDS = 15


def rows(folder: Path) -> Iterator[Row]:
    """The first page of the app beside a bare app with as many widgets of Textual's own."""
    own = clean(TONECHECK_DATA=str(folder / "data"), TONECHECK_CONFIG=str(folder / "config"))
    words = tomllib.loads((content_dir() / "text/en/welcome.toml").read_text(encoding="utf-8"))
    texts = 1 + len(words["is"]) + len(words["is_not"])
    floor = [PYTHON, bare.__file__, "first", str(texts)], own, bare.READY
    one = [PYTHON, bare.__file__, "count"], own, bare.READY
    app = TONECHECK, own, words["title"]
    seconds = rotate({"floor": _shown(*floor), "one": _shown(*one), "app": _shown(*app)}, ROUNDS)
    same = ratio(seconds["app"], seconds["floor"])
    yield Row("start", "first page", "bare Textual, same widgets", same, 1.10)
    single = ratio(seconds["app"], seconds["one"])
    yield Row("start", "first page", "bare Textual, one Static", single, 1.35)
    if CPU_IS_TOLD:
        turns = {"floor": _shown(*floor, is_cpu=True), "app": _shown(*app, is_cpu=True)}
        spent = rotate(turns, ROUNDS)
        same = ratio(spent["app"], spent["floor"])
        yield Row("start", "first page, processor time", "bare Textual, same widgets", same)


def _shown(
    command: Sequence[str], environment: Mapping[str, str], wanted: str, is_cpu: bool = False
) -> Callable[[], float]:
    """A turn: the seconds until a text is on the screen, or those of the processor."""

    def turn() -> float:
        with Terminal(command, environment) as terminal:
            seconds = terminal.wait_for(wanted)
            return terminal.cpu if is_cpu else seconds

    return turn
