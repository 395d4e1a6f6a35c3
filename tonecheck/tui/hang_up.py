"""Saves what is being typed when the terminal is closed; the program then ends as it would."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable


def before_the_end(save: Callable[[], object]) -> None:
    """Call `save` when the terminal hangs up or the program is told to end."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, _end, save, number)


def _end(save: Callable[[], object], number: signal.Signals) -> None:
    try:
        save()
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
