"""A contact sheet of all figures: `python -m tonecheck.figures.sheet OUT.html` (or OUT.svg)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tonecheck import figures
from tonecheck.errors import ToneCheckError
from tonecheck.protocol.check import Check
from tonecheck.protocol.faults import PICTURES
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack

_ACROSS, _WIDE, _TALL, _TITLE, _LABEL = 6, 200, 120, 26, 16
_STYLE = """body{font:14px sans-serif;margin:1em}h2{margin:1em 0 .2em}
.row{display:flex;flex-wrap:wrap;gap:8px}figure{width:240px;margin:0;border:1px solid #ccc}
figcaption{padding:4px 6px}pre{font:6px/1 monospace;margin:0;padding:4px 6px}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheet to the named file; gives the exit code."""
    parser = argparse.ArgumentParser(prog="tonecheck.figures.sheet", description=__doc__)
    parser.add_argument("out", type=Path, help="file to write, .html or .svg")
    parser.add_argument("--content", type=Path, help="content pack (default: the one shipped)")
    parser.add_argument("--mirrored", action="store_true", help="show the right side")
    parser.add_argument("checks", nargs="*", help="only these checks")
    given = parser.parse_args(arguments)
    try:
        pack = load_pack(given.content)
        chosen = [c for c in pack.protocol.checks if not given.checks or c.id in given.checks]
        make = as_svg if given.out.suffix == ".svg" else as_html
        given.out.write_text(make(pack, chosen, given.mirrored), encoding="utf-8")
    except (ToneCheckError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def as_html(pack: Pack, checks: Sequence[Check], mirrored: bool = False) -> str:
    """All figures with their labels, text alternatives and terminal pictures."""
    body = []
    for check in checks:
        body.append(f"<h2>{escape(pack.words.checks[check.id].name)}</h2><div class=row>")
        for figure, label in _labelled(pack, check):
            alt = escape(pack.words(figures.alt_key(figure)))
            dots = "\n".join(figures.braille(pack, figure, mirrored=mirrored))
            body.append(
                f"<figure>{figures.svg(pack, figure, mirrored)}<pre aria-hidden=true>{dots}</pre>"
                f"<figcaption><b>{escape(label)}</b><br>{alt}</figcaption></figure>"
            )
        body.append("</div>")
    return (
        f'<!doctype html><html lang="{escape(pack.language)}"><meta charset="utf-8">'
        f"<title>Figures</title><style>{_STYLE}</style>{''.join(body)}</html>\n"
    )


def as_svg(pack: Pack, checks: Sequence[Check], mirrored: bool = False) -> str:
    """All figures with their labels on one drawing."""
    body, top = [], 0
    for check in checks:
        name = escape(pack.words.checks[check.id].name)
        body.append(f'<text x="4" y="{top + 18}" font-size="13" font-weight="bold">{name}</text>')
        top += _TITLE
        for index, (figure, label) in enumerate(_labelled(pack, check)):
            if index and index % _ACROSS == 0:
                top += _TALL + _LABEL
            left = index % _ACROSS * _WIDE
            size = f'<svg x="{left}" y="{top}" width="{_WIDE}" height="{_TALL}" '
            body.append(figures.svg(pack, figure, mirrored).replace("<svg ", size, 1))
            below = top + _TALL + 11
            body.append(f'<text x="{left + 4}" y="{below}" font-size="10">{escape(label)}</text>')
        top += _TALL + _LABEL
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_ACROSS * _WIDE} {top}" '
        f'font-family="sans-serif"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(body)}</svg>\n"
    )


def _labelled(pack: Pack, check: Check) -> Iterator[tuple[str, str]]:
    """The figures there are of a check, each with what it is."""
    words = pack.words.checks[check.id]
    names = [(name, name) for name in PICTURES]
    names += [(answer.id, words.answers[answer.id].label) for answer in check.answers]
    for name, label in names:
        figure = figures.answer_id(check.id, name)
        if figures.has(pack, figure):
            yield figure, label


if __name__ == "__main__":
    sys.exit(main())
