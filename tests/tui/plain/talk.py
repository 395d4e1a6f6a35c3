"""A scripted parent: lines typed one after the other, and all that was said."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tonecheck.protocol.locate import content_dir
from tonecheck.settings import Settings
from tonecheck.store import Store
from tonecheck.tui.plain.start import Streams, run
from tonecheck.tui.services import Services

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
AGAIN = "tonecheck --plain"


class Typed(io.StringIO):
    """Standard input of given lines; `before_line` is called before each is read."""

    def __init__(self, lines: Iterable[str], before_line: Callable[[], None]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self._before_line = before_line

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self._before_line()
        return super().readline(-1 if size is None else size)


@dataclass(frozen=True)
class Told:
    """How a talk ended and what was said in it."""

    code: int
    text: str

    def after(self, marker: str) -> str:
        """What was said after the first `marker`."""
        assert marker in self.text
        return self.text.partition(marker)[2]


@dataclass
class Talk:
    """One store to talk to, as often as wanted."""

    store: Store
    region: str | None = "uk"
    now: datetime = NOW
    saved: list[Settings] = field(default_factory=list)

    def services(self) -> Services:
        settings = Settings(region=self.region)
        clock = lambda: self.now  # noqa: E731
        return Services(self.store, settings, content_dir(), clock, save=self.saved.append)

    def type(
        self, *lines: str, before_line: Callable[[], None] = lambda: None, again: str = AGAIN
    ) -> Told:
        """Type `lines`, then close the input."""
        out = io.StringIO()
        code = run(self.services(), Streams(Typed(lines, before_line), out, again))
        return Told(code, out.getvalue())

    @property
    def only(self) -> str:
        """The id of the one screening there is."""
        (row,) = self.store.screenings()
        return row.id

    def fields(self, screening_id: str = "") -> dict[str, object]:
        """What is on disk of a screening."""
        return dict(self.store.draft(screening_id or self.only).fields)


GATE = ("0", "0")
CHILD = ("Mia", "3 11 2025", "39 2")


def to_situations() -> Iterator[str]:
    """From the first page to the situations: no urgent sign, a baby of nearly four months."""
    yield "1"
    yield from GATE
    yield from CHILD
    yield from GATE


def to_checks() -> Iterator[str]:
    """On to the first check: nothing left out, no worry, all background left out."""
    yield from to_situations()
    yield "0"
    yield "n"
    yield "0"
    yield from ("2", "mum")


def home(folder: Path) -> Path:
    """An empty home folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


Rule = tuple[str, str]
"""What is heard, and the line typed then."""

EASY: tuple[Rule, ...] = (
    ("What would you like to do?", "1"),
    ("Is none of these true?", "0"),
    ("Sign ", "0"),
    ("A name, if you like.", "Mia"),
    ("Day of birth, such as", "3 11 2025"),
    ("How many weeks was the pregnancy?", "39 2"),
    ("Is any of this true for your baby?", "0"),
    ("Was your baby bottom first", "y"),
    ("A few things doctors ask first", "n"),
    ("If something worries you: since when?", "since May"),
    ("Who is looking?", "mum"),
    ("Once more, now that you have looked", ""),
    ("Are you worried about how", "ns"),
    ("What worries you?", "the left leg"),
    ("Do it now, with care.", ""),
    ("How was your baby when you saw it?", "4"),
    ("Not for you to try", ""),
    ("All your answers", ""),
    ("Enter reads on.", ""),
    ("That is all. What now?", "1"),
    ("What shall we make?", "2"),
    ("File name with its folder", ""),
    ("Enter leaves it out:", ""),
)


MOST_LINES = 300


class Parent(io.StringIO):
    """Answers by what was last said; every line typed, and what was heard before it, is kept."""

    def __init__(self, out: io.StringIO, rules: Iterable[Rule], stop_at: str) -> None:
        super().__init__()
        self._out = out
        self._rules = tuple(rules)
        self._stop_at = stop_at
        self._heard_until = 0
        self.lines: list[str] = []
        self.heard: list[str] = []

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        said = self._out.getvalue()
        chunk, self._heard_until = said[self._heard_until :], len(said)
        if self._stop_at in chunk:
            return ""
        assert len(self.lines) < MOST_LINES, f"asked without end: {chunk}"
        reply = next((reply for words, reply in self._rules if words in chunk), "1")
        self.heard.append(chunk)
        self.lines.append(reply)
        return f"{reply}\n"


def walked(talk: Talk, *rules: Rule, stop_at: str = "Saved here:") -> tuple[Parent, Told]:
    """A whole walk by `rules`, then the easy ones; it ends where `stop_at` is said."""
    out = io.StringIO()
    parent = Parent(out, (*rules, *EASY), stop_at)
    code = run(talk.services(), Streams(parent, out, AGAIN))
    return parent, Told(code, out.getvalue())
