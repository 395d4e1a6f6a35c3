"""Puts a password on a finished report (AES-256)."""

from __future__ import annotations

import io

from tonecheck.errors import InputError

LONGEST_PASSWORD = 127
"""Bytes of UTF-8 that the encryption takes in; more would be cut silently."""

_ARCHIVE_MARKS = (
    "{http://www.aiim.org/pdfa/ns/id/}part",
    "{http://www.aiim.org/pdfa/ns/id/}conformance",
)


def require_usable(password: str) -> None:
    """Raise InputError for a password that protects nothing or that would be cut."""
    if not password:
        raise InputError("The password is empty.", hint="Put it in the first line.")
    if len(password.encode("utf-8", "surrogatepass")) > LONGEST_PASSWORD:
        raise InputError(
            f"The password is too long; a PDF takes {LONGEST_PASSWORD} bytes.",
            hint="Choose a shorter one.",
        )


def protected(pdf: bytes, password: str) -> bytes:
    """The report as a file that opens only with `password`.

    It no longer says that it is PDF/A, because an encrypted file is not. Raises InputError for a
    password that cannot be used.
    """
    require_usable(password)
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        metadata = document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        with metadata as marks:
            for mark in _ARCHIVE_MARKS:
                del marks[mark]
        written = io.BytesIO()
        encryption = pikepdf.Encryption(owner=password, user=password, R=6)
        document.save(written, encryption=encryption)
    return written.getvalue()
