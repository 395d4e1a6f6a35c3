"""`tonecheck content check`: every fault of a content folder at once, and what it holds."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from tonecheck.commands.output import put, say
from tonecheck.errors import ContentError
from tonecheck.protocol.load import inspect_pack
from tonecheck.screening.plain import plain


def run(args: argparse.Namespace) -> int:
    """Print the faults and the counts; a fault makes the exit code that of bad content."""
    folder = args.folder or args.content
    found = inspect_pack(Path(folder) if folder else None)
    put("".join(f"{plain(str(fault))}\n" for fault in found.faults))
    if found.counts is not None:
        put("".join(f"{name}: {count}\n" for name, count in asdict(found.counts).items()))
    if found.faults:
        say(f"Faults: {len(found.faults)}")
        return ContentError.exit_code
    return 0
