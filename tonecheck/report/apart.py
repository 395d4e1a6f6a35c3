"""How a module of ours is run in a process of its own, whatever folder we are in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import tonecheck


def command(module: str, *words: str) -> list[str]:
    """This very Python running `module`; -P: no file of the current folder is taken for ours."""
    return [sys.executable, "-P", "-m", module, *words]


def environment() -> dict[str, str]:
    """Our own environment, in which that Python finds this tonecheck."""
    package = str(Path(tonecheck.__file__).parent.parent)
    search = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": search}
