"""Takes answers, marks and printed text out of a PDF that may be anything.

Only for the process of `read_child`: some faults of a file end the process, and are meant to.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from typing import Any

from tonecheck.report.carried import LARGEST_ANSWERS, Carried
from tonecheck.report.foreign import DAMAGED, HUGE, Locked, NotReport
from tonecheck.report.printed import pages_of
from tonecheck.report.view.build import ATTACHMENT_NAME, EARLIER_NAME

CREATOR = "tonecheck"
_LARGEST_METADATA = 1_000_000
_LONGEST_MARK = 2_000
_ARCHIVED = re.compile(rb"<pdf:Keywords>([^<]{0,2000})</pdf:Keywords>")
_FOREIGN = "is not a report of tonecheck: it carries no answers"


def extracted(content: bytes, password: str, *, with_pages: bool) -> Carried:
    """What the PDF in `content` carries. Raises NotReport."""
    import pikepdf

    if not content.startswith(b"%PDF-"):
        raise NotReport("is not a PDF")
    try:
        with pikepdf.open(
            io.BytesIO(content), password=password, suppress_warnings=True, attempt_recovery=False
        ) as document:
            answers, earlier = _answers(document), _attached(document, EARLIER_NAME)
            return Carried(
                answers=answers.decode("utf-8"),
                sha256=_sha256(answers),
                earlier=earlier.decode("utf-8"),
                earlier_sha256=_sha256(earlier) if earlier else "",
                keywords=_keywords(_mark(document, "/Keywords")),
                archived=_keywords(_archived(document)),
                created=_mark(document, "/CreationDate"),
                is_protected=document.is_encrypted,
                pages=pages_of(document) if with_pages else None,
            )
    except pikepdf.PasswordError:
        if password:
            raise Locked("does not open with this password") from None
        raise Locked("is protected by a password; give it with --password-file") from None
    except UnicodeDecodeError:
        raise NotReport("is damaged: the answers inside are not UTF-8 text") from None
    except (MemoryError, OverflowError, RecursionError):
        raise NotReport(HUGE) from None
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, LookupError, RuntimeError):
        # Anything in a foreign file may be of another kind than it should be.
        raise NotReport(DAMAGED) from None


def _answers(document: Any) -> bytes:
    answers = _attached(document, ATTACHMENT_NAME)
    if _mark(document, "/Creator") != CREATOR or not answers:
        raise NotReport(_FOREIGN)
    return answers


def _attached(document: Any, name: str) -> bytes:
    """The bytes of one attachment, empty without it; a name is compared, and never used."""
    if name not in document.attachments:
        return b""
    return _unpacked(document.attachments[name].get_file().obj, LARGEST_ANSWERS)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _unpacked(stream: Any, most: int) -> bytes:
    """A stream's bytes, never more than `most`."""
    kind = stream.get("/Filter")
    packed: bytes = stream.read_raw_bytes()
    if kind is None:
        if len(packed) > most:
            raise NotReport(HUGE)
        return packed
    if str(kind) != "/FlateDecode" or "/DecodeParms" in stream:
        raise NotReport("is not a report as tonecheck writes it: its answers are packed otherwise")
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, most + 1)
    except zlib.error:
        raise NotReport("is damaged: the answers inside cannot be unpacked") from None
    if len(content) > most:
        raise NotReport(HUGE)
    if not unpacking.eof:
        raise NotReport("is damaged: the answers inside are cut off")
    return content


def _mark(document: Any, name: str) -> str:
    return str(document.docinfo.get(name, ""))[:_LONGEST_MARK]


def _archived(document: Any) -> str:
    metadata = document.Root.get("/Metadata")
    if metadata is None:
        return ""
    found = _ARCHIVED.search(_unpacked(metadata, _LARGEST_METADATA))
    return found.group(1).decode("utf-8", "replace") if found else ""


def _keywords(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",")) if text else ()
