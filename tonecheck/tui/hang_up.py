"""Saves what is being typed when the terminal is closed; the program then ends as it would."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable

LOOK_AGAIN = 1.0
"""Seconds between looks at a terminal that may be gone without a word."""


def before_the_end(save: Callable[[], object]) -> None:
    """Call `save` when the terminal hangs up or the program is told to end."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, _end, save, number)
    if _has_terminal():
        loop.call_later(LOOK_AGAIN, _look, loop, save)


def _has_terminal() -> bool:
    return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())


def _look(loop: asyncio.AbstractEventLoop, save: Callable[[], object]) -> None:
    """End where no signal came: reading from a terminal that is gone would never rest."""
    if _has_terminal():
        loop.call_later(LOOK_AGAIN, _look, loop, save)
    else:
        _end(save, signal.SIGHUP)


def _end(save: Callable[[], object], number: signal.Signals) -> None:
    try:
        save()
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
