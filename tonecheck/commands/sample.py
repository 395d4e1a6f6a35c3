"""`tonecheck sample`: every file tonecheck makes, for a made-up baby; the same at every run."""

from __future__ import annotations

import argparse
import tomllib
from datetime import UTC, datetime, time
from pathlib import Path

from tonecheck.atomic import write_atomic
from tonecheck.commands.output import json_text, say
from tonecheck.errors import ContentError, PangoMissing, ReportError
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.locate import content_dir
from tonecheck.report.export import write_report
from tonecheck.report.view import build_view
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.validate import require_valid

_ANSWERS = "sample.toml"
_REPORTS = ("report.html", "report.txt", "report.pdf")


def run(args: argparse.Namespace) -> int:
    """Write answers, result and reports; without Pango all but the PDF."""
    content = Path(args.content) if args.content else content_dir()
    pack = load_pack(content)
    screening = sample_screening(content)
    require_valid(pack.protocol, screening)
    result = score(pack, screening)
    view = build_view(pack, screening, result, made_at=_made_at(screening))
    folder = Path(args.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(folder / "answers.json", json_text(screening.to_data()).encode())
        write_atomic(folder / "result.json", json_text(result.model_dump(mode="json")).encode())
    except OSError as error:
        raise ReportError(f"{folder}: cannot be written: {error.strerror or error}.") from error
    for name in _REPORTS:
        try:
            write_report(view, folder / name)
        except PangoMissing as error:
            say(f"{error.message} {error.hint}".strip())
    say(f"Wrote {folder}")
    return 0


def sample_screening(content: Path) -> Screening:
    """The made-up baby of a content folder. Raises ContentError naming what is wrong."""
    path = content / _ANSWERS
    try:
        return screening_from(tomllib.loads(path.read_text("utf-8")))
    except OSError:
        raise ContentError(f"{_ANSWERS}: is missing from {content}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{_ANSWERS}: is not valid TOML: {error}") from None


def _made_at(screening: Screening) -> datetime:
    """The end of the sample's own day, so that its files never change."""
    if screening.observed_on is None:
        raise ContentError(f"{_ANSWERS}: observed_on: is missing")
    return datetime.combine(screening.observed_on, time(12), UTC)
