"""Says and hears: plain lines out, plain lines in, whatever stands at either end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from typing import TextIO

from rich.cells import cell_len, chop_cells

from tonecheck.screening.plain import plain

WIDTH = 78
NARROWEST = 20
LONGEST_REPEATED = 20
"""Lines of a question that is said once more after an answer that does not fit it."""
LONGEST_LINE = 20_000
"""More characters than this in one line are no one's typing; the rest is read and dropped."""


class Ended(Exception):
    """There is no more input."""


class Voice:
    """Output as wrapped lines without colour or control; it remembers the question said last."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.hear = ""
        """How to hear a long question again; said in its place."""
        self._said: list[str] = []
        self._is_open = True
        self._is_asked = False
        self._is_heard = True

    @property
    def width(self) -> int:
        """Columns of a line: those of the terminal, at most 78."""
        return max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))

    def begin(self) -> None:
        """Start a question, after a blank line; it ends where it is first prompted for."""
        self.gap()
        self._said = []
        self._is_asked = False

    def say(self, text: str, first: str = "", following: str | None = None) -> None:
        """One paragraph a line of `text`; `first` and `following` begin its printed lines."""
        rest = " " * len(first) if following is None else following
        for n, part in enumerate(plain(text).split("\n")):
            start = plain(first) if n == 0 else rest
            for line in wrapped(part, self.width - cell_len(start)):
                self._put(start + line)
                start = rest

    def line(self, text: str) -> None:
        """One line whatever its length, such as a command or a path to copy."""
        self._put(plain(text))

    def aside(self, text: str) -> None:
        """What is no part of the question, so not said again with it."""
        for line in wrapped(plain(text), self.width):
            self._write(line)

    def gap(self) -> None:
        """A blank line, unless the last one was."""
        if not self._is_open:
            self._put("")

    def again(self) -> None:
        """Say the question once more, and nothing that was said after it."""
        self.gap()
        for line in self._said:
            self._write(line)

    def ask_anew(self, why: str) -> None:
        """Say what was wrong with an answer, then the question once more, or how to hear it."""
        self.say(why)
        if len(self._said) > LONGEST_REPEATED and self.hear:
            self.say(self.hear)
        else:
            self.again()

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """What is said now is part of the question, and heard when that is said once more."""
        self._is_heard = False
        try:
            yield
        finally:
            self._is_heard = True

    def prompt(self, text: str) -> None:
        """Ask for a line; the answer is typed behind it."""
        lines = wrapped(plain(text), self.width - 2)
        for line in lines[:-1]:
            self._out.write(f"{line}\n")
        self._out.write(f"{lines[-1]} ")
        self._out.flush()
        self._is_open = False
        self._is_asked = True

    def end_line(self) -> None:
        """Close a prompt that nobody's Enter has closed."""
        self._out.write("\n")
        self._out.flush()

    def _put(self, line: str) -> None:
        line = line.rstrip()
        if not self._is_asked:
            self._said.append(line)
        if self._is_heard:
            self._write(line)

    def _write(self, line: str) -> None:
        self._is_open = not line
        self._out.write(f"{line}\n")


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text`, none wider than `width` cells; a wide character takes two."""
    lines, line = [], ""
    for word in text.split():
        for piece in chop_cells(word, width):
            if line and cell_len(line) + 1 + cell_len(piece) > width:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    return [*lines, line]


class Ear:
    """Input line by line."""

    def __init__(self, source: TextIO, voice: Voice) -> None:
        self._source = source
        self._voice = voice
        self._is_terminal = source.isatty()

    def secret(self, prompt: str) -> str:
        """What was typed behind `prompt` as it is; a terminal does not show it.

        Raises Ended where there is nothing more.
        """
        if not self._is_terminal:
            return self.line(prompt)
        self._voice.prompt(prompt)
        try:
            return getpass("")
        except EOFError:
            raise Ended from None

    def line(self, prompt: str) -> str:
        """What was typed behind `prompt`. Raises Ended where there is nothing more."""
        self._voice.prompt(prompt)
        typed = self._source.readline(LONGEST_LINE)
        whole = typed.endswith("\n")
        while typed and not whole:
            more = self._source.readline(LONGEST_LINE)
            whole = not more or more.endswith("\n")
        if not typed or not self._is_terminal:
            self._voice.end_line()
        if not typed:
            raise Ended
        return typed.strip()
