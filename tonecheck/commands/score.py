"""`tonecheck score`: a screening in, its result out, both JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from tonecheck.commands.output import json_text, put
from tonecheck.commands.reading import read_earlier, read_screening
from tonecheck.protocol.load import load_pack
from tonecheck.report.clock import report_time as now
from tonecheck.scoring.score import score


def run(args: argparse.Namespace) -> int:
    """Print the result of a screening."""
    pack = load_pack(Path(args.content) if args.content else None)
    screening = read_screening(args.screening, pack, now)
    earlier = [read_earlier(file, screening, pack, now) for file in args.earlier]
    result = score(pack, screening, earlier, args.rules or "published")
    put(json_text(result.model_dump(mode="json")))
    return 0
