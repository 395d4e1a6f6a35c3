"""Opens a saved paper in the program the computer has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Viewer = Callable[[Path], None]


def viewer() -> Viewer | None:
    """What opens a file outside the terminal; None where nothing is known to.

    Raises OSError when called and the program cannot be started.
    """
    if sys.platform == "win32":
        return os.startfile
    if sys.platform == "darwin":
        return lambda path: _start("open", path)
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_screen and shutil.which("xdg-open"):
        return lambda path: _start("xdg-open", path)
    return None


def _start(program: str, path: Path) -> None:
    silent = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - a fixed program, by its name or full path
        [program, str(path)], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
