"""Starts the terminal app and says how it ended."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.paths import log_file
from tonecheck.settings import Settings

if TYPE_CHECKING:
    from tonecheck.protocol.check import RuleSet
    from tonecheck.store import Store


def run(
    store: Store,
    settings: Settings,
    content_dir: Path,
    clock: Callable[[], datetime],
    rules: RuleSet = "published",
) -> int:
    """Run the app until it is left, and return the exit code.

    Raises ToneCheckError when the content cannot be used.
    """
    # What is read at the start stays: looking through it for garbage delays the first page.
    gc.disable()
    from tonecheck.tui.app import ToneCheckApp
    from tonecheck.tui.first_words import first_words
    from tonecheck.tui.services import Services
    from tonecheck.tui.viewer import viewer

    # Without them the app could not even say what is wrong.
    first_words(content_dir, settings.language)
    log = log_file(store.path.parent)
    services = Services(store, settings, content_dir, clock, log, rules, viewer=viewer())
    app = ToneCheckApp(services)
    try:
        app.run()
    finally:
        gc.enable()
    if app.problem is not None:
        raise app.problem
    return app.return_code or 0


def needs_terminal() -> bool:
    """Whether there is no terminal to run in, or one that cannot move its cursor."""
    is_dumb = os.environ.get("TERM") == "dumb"
    return is_dumb or not (sys.stdin.isatty() and sys.stderr.isatty())
