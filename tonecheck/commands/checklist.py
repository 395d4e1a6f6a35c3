"""`tonecheck` alone: the checklist in the terminal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tonecheck.commands.output import say
from tonecheck.commands.stored import data_folder
from tonecheck.errors import TerminalError
from tonecheck.report.clock import report_time as now


def run(args: argparse.Namespace) -> int:
    """Open the checklist. Raises TerminalError, having touched nothing, without a terminal."""
    from tonecheck.tui.start import needs_terminal
    from tonecheck.tui.start import run as open_checklist

    if needs_terminal() or not sys.stdout.isatty():
        raise TerminalError(
            "the checklist needs a terminal that can draw pages; "
            "`tonecheck --plain` asks the same in plain lines."
        )
    from tonecheck.protocol.locate import content_dir
    from tonecheck.settings import load_settings
    from tonecheck.store import open_store

    loaded = load_settings()
    if loaded.problem:
        say(loaded.problem)
    content = Path(args.content) if args.content else content_dir()
    with open_store(data_folder(args)) as store:
        return open_checklist(store, loaded.settings, content, now, args.rules or "published")
