"""A screen as a grid of text, from the public SVG export."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

from rich.cells import cell_len
from textual.app import App

CELL = 12.2
GOLDENS = Path(__file__).parent / "goldens"
UPDATE = "TONECHECK_UPDATE_GOLDENS"
_TEXT = re.compile(
    r'<text[^>]* x="([\d.]+)"[^>]*clip-path="url\(#[\w-]+-line-(\d+)\)"[^>]*>(.*?)</text>'
)


def screen_text(app: App[None]) -> str:
    """Every line of the screen, without blanks at its end."""
    width, height = app.size
    grid = [[" "] * width for _ in range(height)]
    for x, line, raw in _TEXT.findall(app.export_screenshot(simplify=True)):
        column = round(float(x) / CELL)
        for char in html.unescape(raw).replace("\xa0", " "):
            if int(line) < height and column < width:
                grid[int(line)][column] = char
                for extra in range(1, cell_len(char)):
                    if column + extra < width:
                        grid[int(line)][column + extra] = ""
            column += cell_len(char)
    return "\n".join("".join(row).rstrip() for row in grid) + "\n"


def expect_golden(app: App[None], name: str) -> None:
    """Compare the screen with its golden; set TONECHECK_UPDATE_GOLDENS to write it anew."""
    found = screen_text(app)
    path = GOLDENS / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
