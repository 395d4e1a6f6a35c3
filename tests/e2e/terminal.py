"""A real terminal around the program: what its screen shows, keys and clicks."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from typing import Protocol

import pyte
from textual.app import App

from tonecheck.tui.in_sight import MOMENT

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
COLUMNS, ROWS = 80, 24
FRAMES = 2026
"""The mode of a terminal that shows a frame once it is whole."""


class Screen(pyte.Screen):
    """A screen that shows no frame of which a part has not come yet."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, ROWS)
        self._before: str | None = None

    @property
    def text(self) -> str:
        return self._before or "\n".join(self.display)

    def set_mode(self, *modes: int, **kinds: bool) -> None:
        if FRAMES in modes:
            self._before = self.text
        super().set_mode(*modes, **kinds)

    def reset_mode(self, *modes: int, **kinds: bool) -> None:
        if FRAMES in modes:
            self._before = None
        super().reset_mode(*modes, **kinds)


class Terminal:
    """A program in a pseudo-terminal of 80 x 24, and what its screen shows."""

    def __init__(self, data: Path, home: Path, **environment_too: str) -> None:
        self._screen = Screen()
        self._stream = pyte.ByteStream(self._screen)
        self._handle, end = pty.openpty()
        self._open = os.fdopen(self._handle, "rb", buffering=0)
        ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        # The size is the terminal's own: these would be believed before it, and never change.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        environment = {**inherited, "TERM": "xterm-256color", "HOME": str(home)}
        environment |= {"TONECHECK_DATA": str(data), "TONECHECK_CONFIG": str(home / "config")}
        environment |= environment_too
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tonecheck"],
            stdin=end,
            stdout=end,
            stderr=end,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        )
        os.close(end)

    @property
    def text(self) -> str:
        return self._screen.text

    def press(self, keys: str) -> None:
        os.write(self._handle, keys.encode())

    def type(self, key: str) -> None:
        """Press one key, and wait until the program has answered it."""
        self.press(key)
        self._read(PATIENCE)
        while self._read(0.05):
            pass

    def click(self, pattern: str) -> str:
        """Press and let go of the mouse where `pattern` begins; wait for a change.

        The lowest match counts, so that a button is not taken for a heading of the same words;
        and the last click is long past, so that the two are not taken for a double one.
        """
        self._wait(2 * App.CLICK_CHAIN_TIME_THRESHOLD)
        found = [
            (row, match.start())
            for row, line in enumerate(self.text.splitlines())
            if (match := re.search(pattern, line))
        ]
        if not found:
            raise AssertionError(f"no {pattern!r} to click; the screen shows:\n{self.text}")
        row, column = found[-1]
        at = f"0;{column + 1};{row + 1}"
        return self.go(f"\x1b[<{at}M\x1b[<{at}m")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, and tell the program as a terminal does."""
        self._screen.resize(rows, columns)
        ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    @property
    def colours(self) -> set[str]:
        """Every colour of a character on the screen, as pyte names it."""
        cells = (cell for line in self._screen.buffer.values() for cell in line.values())
        return {colour for cell in cells for colour in (cell.fg, cell.bg)}

    def _read(self, seconds: float) -> bool:
        """Take in what the program wrote within `seconds`; False when it wrote nothing."""
        if not select.select([self._handle], [], [], seconds)[0]:
            return False
        try:
            written = os.read(self._handle, 65536)
        except OSError:
            return False
        if f"?{FRAMES}$p".encode() in written:
            self.press(f"\x1b[?{FRAMES};2$y")
        self._stream.feed(written)
        return True

    def until(self, holds: Callable[[str], bool]) -> str:
        """The screen's text as soon as it holds; fails with the screen when it never does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(self.text):
                while self._read(0.02):
                    pass
                if holds(self.text):
                    return self.text
            elif not self._read(0.5) and self.process.poll() is not None:
                break
        code = self.process.poll()
        ended = "" if code is None else f"; the program ended with {code}"
        raise AssertionError(f"never came{ended}; the screen shows:\n{self.text}")

    def shows(self, *words: str) -> str:
        return self.until(lambda text: all(word in text for word in words))

    def go(self, keys: str) -> str:
        """Press, and wait for the screen to change."""
        before = self.text
        self.press(keys)
        return self.until(lambda text: text != before)

    def pass_the_signs(self) -> None:
        """From the first page to the child: a region, and every urgent sign no."""
        self.shows("Start", "not a diagnosis", "Emergency number")
        self.press("1")
        self.shows("Where are you?")
        self.press("1")
        for page in range(1, 5):
            self.shows(f"Page {page} of 4")
            self.is_read()
            self.press("0")
        self.shows("Name, if you like")

    def is_read(self) -> None:
        """Leave a page in sight for longer than `0` needs to count on it."""
        self._wait(2 * MOMENT)

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def drain(self) -> int:
        """Read to the end of the program; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        return self.process.wait(timeout=1)

    def hang_up(self) -> None:
        """Take the terminal away without a signal, as where no session leads to it."""
        self._open.close()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._open.close()


class Start(Protocol):
    """Starts the program in a new terminal."""

    def __call__(self, **environment: str) -> Terminal:
        """Start it, with these environment variables added."""
