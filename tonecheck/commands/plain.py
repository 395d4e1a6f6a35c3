"""`tonecheck --plain`: the checklist as plain prompts; it needs no terminal."""

from __future__ import annotations

import argparse
import io
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tonecheck.commands.output import say
from tonecheck.commands.stored import data_folder
from tonecheck.paths import log_file
from tonecheck.report.clock import report_time as now

if TYPE_CHECKING:
    from tonecheck.protocol.check import RuleSet


def run(args: argparse.Namespace) -> int:
    """Ask on standard output, listen on standard input."""
    from tonecheck.protocol.locate import content_dir
    from tonecheck.settings import load_settings
    from tonecheck.store import open_store
    from tonecheck.tui.plain.start import Streams
    from tonecheck.tui.plain.start import run as ask
    from tonecheck.tui.services import Services

    loaded = load_settings()
    if loaded.problem:
        say(loaded.problem)
    content = Path(args.content) if args.content else content_dir()
    folder = data_folder(args)
    with open_store(folder) as store:
        rules: RuleSet = args.rules or "published"
        services = Services(store, loaded.settings, content, now, log_file(folder), rules)
        streams = Streams(_forgiving(sys.stdin), _forgiving(sys.stdout), _command(args))
        return ask(services, streams)


def _forgiving(stream: TextIO) -> TextIO:
    """The stream, showing as code what its coding cannot hold instead of failing on it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _command(args: argparse.Namespace) -> str:
    """The command that goes on from here, with the options that were named."""
    parts = ["tonecheck", "--plain"]
    for name in ("content", "data", "rules"):
        if value := getattr(args, name):
            parts += [f"--{name}", value]
    return shlex.join(parts)
