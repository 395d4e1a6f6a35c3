"""`tonecheck content check`: every fault of a content folder, and what it holds."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from tonecheck import figures
from tonecheck.commands.output import put, say
from tonecheck.errors import ContentError
from tonecheck.protocol.load import inspect_pack
from tonecheck.screening.plain import plain


def run(args: argparse.Namespace) -> int:
    """Print the faults and the counts; a fault makes the exit code that of bad content.

    Figures that cannot be drawn are faults too; they are drawn once the rest can be read.
    """
    folder = args.folder or args.content
    found = inspect_pack(Path(folder) if folder else None)
    faults = list(found.faults)
    if found.pack is not None:
        faults += figures.figure_faults(found.pack)
    put("".join(f"{plain(str(fault))}\n" for fault in faults))
    if found.counts is not None:
        put("".join(f"{name}: {count}\n" for name, count in asdict(found.counts).items()))
    if faults:
        say(f"Faults: {len(faults)}")
        return ContentError.exit_code
    return 0
