"""A program in a real terminal: when its text appears, and when a key has been answered."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

from tests.bench.rotation import ROOT

COLUMNS, ROWS = 100, 40
# What the screen model would print as text: questions about the terminal's own modes.
_QUESTIONS = re.compile(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]")
PATIENCE_SECONDS = 20.0
QUIET_SECONDS = 0.06
CPU_IS_TOLD = Path("/proc/self/schedstat").exists()


class Terminal:
    """A program that runs in a terminal of its own until it is closed."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._begin = time.perf_counter()
        self._process, self._handle = pty.fork()
        if self._process == 0:
            os.chdir(ROOT)
            os.execve(command[0], list(command), dict(environment))  # noqa: S606
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._handle)

    @property
    def cpu(self) -> float:
        """The processor seconds that the program's main thread has had so far."""
        return int(Path(f"/proc/{self._process}/schedstat").read_text().split()[0]) / 1e9

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(self._screen.display)

    def wait_for(self, wanted: str) -> float:
        """The seconds from the start of the program until a text is on the screen."""
        while True:
            stamp, chunk = self._read(PATIENCE_SECONDS)
            if not chunk:
                raise TimeoutError(f"{wanted!r} did not come; there was:\n{self.text}")
            self._feed(chunk)
            if wanted in self.text:
                return stamp - self._begin

    def settle(self, quiet: float = QUIET_SECONDS) -> None:
        """Take in all that comes until nothing has come for `quiet` seconds."""
        while (chunk := self._read(quiet)[1]) != b"":
            self._feed(chunk)

    def press(self, key: str, is_answered: Callable[[str], bool]) -> float:
        """The seconds from a key until the screen shows its answer; waits for rest before."""
        self.settle(0.0)
        begin = time.perf_counter()
        os.write(self._handle, key.encode())
        answered = None
        while answered is None:
            chunks = [self._read(PATIENCE_SECONDS)]
            if not chunks[0][1]:
                raise TimeoutError(f"{key!r} was not answered; there was:\n{self.text}")
            # All that comes at once is read first, so that interpreting it delays no stamp.
            while chunks[-1][1]:
                chunks.append(self._read(QUIET_SECONDS))
            for stamp, chunk in chunks:
                self._feed(chunk)
                if answered is None and is_answered(self.text):
                    answered = stamp - begin
        return answered

    def _feed(self, chunk: bytes) -> None:
        self._stream.feed(_QUESTIONS.sub(b"", chunk))

    def _read(self, patience: float) -> tuple[float, bytes]:
        """When a chunk came, and what; nothing when none came in time or the program ended."""
        ready, _, _ = select.select([self._handle], [], [], patience)
        try:
            chunk = os.read(self._handle, 1 << 16) if ready else b""
        except OSError:
            chunk = b""
        return time.perf_counter(), chunk
