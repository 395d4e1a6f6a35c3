"""From the command to the first page, in a real terminal."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import bare
from tests.bench.rotation import PYTHON, TONECHECK, Row, clean, ratio, rotate
from tests.bench.terminal import Terminal
from tonecheck.protocol.locate import content_dir

ROUNDS = 15


def rows(folder: Path) -> Iterator[Row]:
    """The first page of the app beside a bare app with as many widgets of Textual's own."""
    own = clean(TONECHECK_DATA=str(folder / "data"), TONECHECK_CONFIG=str(folder / "config"))
    words = tomllib.loads((content_dir() / "text/en/welcome.toml").read_text(encoding="utf-8"))
    texts = 1 + len(words["is"]) + len(words["is_not"])
    seconds = rotate(
        {
            "floor": _shown([PYTHON, bare.__file__, "first", str(texts)], own, bare.READY),
            "one": _shown([PYTHON, bare.__file__, "count"], own, bare.READY),
            "app": _shown(TONECHECK, own, words["title"]),
        },
        ROUNDS,
    )
    same = ratio(seconds["app"], seconds["floor"])
    yield Row("start", "first page", "bare Textual, same widgets", same, 1.10)
    one = ratio(seconds["app"], seconds["one"])
    yield Row("start", "first page", "bare Textual, one Static", one, 1.35)


def _shown(
    command: Sequence[str], environment: Mapping[str, str], wanted: str
) -> Callable[[], float]:
    def turn() -> float:
        with Terminal(command, environment) as terminal:
            return terminal.wait_for(wanted)

    return turn
