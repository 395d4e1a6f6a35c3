"""Small documents drawn by the engine, and read back."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from html import escape

import pikepdf

from tonecheck.report import pdf
from tonecheck.report.carried import Pages
from tonecheck.report.html import style
from tonecheck.report.printed import pages_of
from tonecheck.report.structure import finish


def drawn(body: str, page: str = "size: A4") -> Pages:
    """What is read of a page with that HTML inside, in the look of a report."""
    head = f"<title>drawn</title><style>{style()} @page {{ {page} }}</style>"
    document = pdf._read(f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        written = document.write_pdf(finisher=finish, pdf_variant="pdf/a-3a")
    with pikepdf.open(io.BytesIO(written)) as opened:
        return pages_of(opened)


def paragraphs(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The drawn lines of each text, one paragraph each."""
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    pages = drawn(body, "size: 210mm 30000mm")
    return [block.lines for block in pages.blocks]
