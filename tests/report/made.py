"""The PDFs of the made-up babies, each made once, with what the engine said."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf

from tests.report.cases import CASES, earlier, view_of
from tonecheck.protocol.load import load_pack
from tonecheck.report.pdf import to_pdf
from tonecheck.report.view import ReportView


class Said(logging.Handler):
    """Keeps what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@cache
def rendered(name: str) -> tuple[ReportView, bytes, tuple[str, ...]]:
    """The view of one baby, its PDF, and the warnings of the engine."""
    pack = load_pack()
    before = earlier(pack) if name == "asymmetric" else ()
    view = view_of(pack, CASES[name](pack), before=before)
    said = Said()
    logging.getLogger().addHandler(said)
    try:
        return view, to_pdf(view), tuple(said.lines)
    finally:
        logging.getLogger().removeHandler(said)


def made(name: str) -> tuple[ReportView, bytes]:
    """The view of one baby, and its PDF."""
    return rendered(name)[:2]


def elements(data: bytes) -> Iterator[tuple[list[str], Any]]:
    """Every structure element with the kinds of its parents, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as document:
        waiting: list[tuple[list[str], Any]] = [([], document.Root.StructTreeRoot.K[0])]
        while waiting:
            above, element = waiting.pop()
            yield above, element
            kids = element.get("/K", [])
            inside = [*above, str(element.S)]
            for kid in reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    waiting.append((inside, kid))
