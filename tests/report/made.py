"""The PDFs of the made-up babies, each made once, with what the engine said."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

import pikepdf

from tests.report.cases import CASES, earlier, view_of
from tests.shipped import PACK
from tonecheck.report import pdf
from tonecheck.report.view import ReportView


class Said(logging.Handler):
    """Keeps what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@dataclass(frozen=True)
class Rendered:
    """A view, its PDF, what the engine warned of, and how often pages were laid out for it."""

    view: ReportView
    pdf: bytes
    warnings: tuple[str, ...]
    layouts: int


@cache
def rendered(name: str) -> Rendered:
    """The report of one baby, made once."""
    before = earlier(PACK) if name == "asymmetric" else ()
    view = view_of(PACK, CASES[name](PACK), before=before)
    said = Said()
    logging.getLogger().addHandler(said)
    try:
        with patch.object(pdf, "_lay_out", wraps=pdf._lay_out) as lay_out:
            data = pdf.to_pdf(view)
        return Rendered(view, data, tuple(said.lines), lay_out.call_count)
    finally:
        logging.getLogger().removeHandler(said)


def made(name: str) -> tuple[ReportView, bytes]:
    """The view of one baby, and its PDF."""
    report = rendered(name)
    return report.view, report.pdf


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
