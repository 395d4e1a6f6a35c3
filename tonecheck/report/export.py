"""Writes a report to a file: whole, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

from tonecheck.atomic import write_atomic
from tonecheck.errors import ReportError
from tonecheck.report.html import to_html
from tonecheck.report.text import to_text
from tonecheck.report.view.model import ReportView

SUFFIXES = (".pdf", ".html", ".txt")


def write_report(view: ReportView, path: Path, *, scratch: str = "", password: str = "") -> None:
    """Write the report in the format of the suffix: .pdf, .html or .txt.

    `scratch` names the file beside it that is written first; `password` locks a PDF. Raises
    ReportError, or InputError for a password that cannot be used; a file that was there before
    is then as it was.
    """
    content = rendered(view, path.suffix.lower())
    if password:
        from tonecheck.report.protect import protected

        content = protected(content, password)
    _write_whole(path, content, scratch=scratch)


def rendered(view: ReportView, suffix: str) -> bytes:
    """The bytes of a report in one format. Raises ReportError for any other suffix."""
    if suffix == ".pdf":
        from tonecheck.report.pdf import to_pdf

        return to_pdf(view)
    if suffix == ".html":
        return to_html(view).encode()
    if suffix == ".txt":
        return to_text(view).encode()
    raise ReportError(
        "A report is a .pdf, .html or .txt file.", hint=f"Choose a name that ends in {SUFFIXES[0]}."
    )


def _write_whole(path: Path, content: bytes, *, scratch: str = "") -> None:
    """Replace `path` by a file with `content`, on disk before the old one goes."""
    try:
        write_atomic(path, content, scratch=scratch)
    except OSError as error:
        raise ReportError(
            f"The report could not be written to {path.name!r}: {error.strerror or 'unknown'}.",
            hint=_hint(error, path),
        ) from None


_HINTS = {
    errno.ENOSPC: "The disk is full. Make room, or choose another folder.",
    errno.EROFS: "That place cannot be written to. Choose another folder.",
    errno.ENOENT: "That folder does not exist. Make it, or choose another one.",
    errno.ENOTDIR: "That folder does not exist. Make it, or choose another one.",
    errno.EISDIR: "That is a folder. Give a file name.",
    errno.ENAMETOOLONG: "That name is too long. Choose a shorter one.",
}
_REFUSED = "Close the file if another program has it open, or choose another folder."


def _hint(error: OSError, path: Path) -> str:
    advice = _HINTS.get(error.errno or 0, _REFUSED)
    kept = " The older file is as it was." if path.is_file() else ""
    return advice + kept
