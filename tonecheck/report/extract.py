"""Takes answers, marks and printed text out of a PDF that may be anything.

Only for the process of `read_child`: some faults of a file end the process, and are meant to.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from tonecheck.report.carried import LARGEST_ANSWERS, Block, Carried, Pages
from tonecheck.report.view.build import ATTACHMENT_NAME, EARLIER_NAME

CREATOR = "tonecheck"
MOST_PAGES = 3_000
MOST_PIECES = 1_000_000
MOST_CHARACTERS = 20_000_000
_LARGEST_METADATA = 1_000_000
_LONGEST_MARK = 2_000
_BLOCKS = frozenset({"/H1", "/H2", "/H3", "/P", "/LI", "/TH", "/TD", "/Caption"})
_FIGURE = "/Figure"
_ARCHIVED = re.compile(rb"<pdf:Keywords>([^<]{0,2000})</pdf:Keywords>")
_FOREIGN = "is not a report of tonecheck: it carries no answers"
_DAMAGED = "is damaged and cannot be read"
_HUGE = "holds more than a report can"


class NotReport(Exception):
    """Why a file is not a report that can be read; ends without a full stop."""


class Locked(NotReport):
    """A file that may be a report and does not open with the password given, or without one."""


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
                pages=_pages(document, content, password) if with_pages else None,
            )
    except pikepdf.PasswordError:
        if password:
            raise Locked("does not open with this password") from None
        raise Locked("is protected by a password; give it with --password-file") from None
    except UnicodeDecodeError:
        raise NotReport("is damaged: the answers inside are not UTF-8 text") from None
    except (MemoryError, OverflowError, RecursionError):
        raise NotReport(_HUGE) from None
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, LookupError, RuntimeError):
        # Anything in a foreign file may be of another kind than it should be.
        raise NotReport(_DAMAGED) from None


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
            raise NotReport(_HUGE)
        return packed
    if str(kind) != "/FlateDecode" or "/DecodeParms" in stream:
        raise NotReport("is not a report as tonecheck writes it: its answers are packed otherwise")
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, most + 1)
    except zlib.error:
        raise NotReport("is damaged: the answers inside cannot be unpacked") from None
    if len(content) > most:
        raise NotReport(_HUGE)
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


def _pages(document: Any, content: bytes, password: str) -> Pages:
    """The text as printed, put in the order of the structure tree."""
    numbers = {page.objgen: number for number, page in enumerate(document.pages)}
    if len(numbers) > MOST_PAGES:
        raise NotReport(_HUGE)
    marked, loose = _drawn(content, password)
    blocks: list[tuple[str, list[str]]] = []
    last = 0
    for piece in _structure(document.Root.StructTreeRoot):
        if piece.block != last:
            blocks.append((piece.kind, []))
            last = piece.block
        blocks[-1][1].append(piece.text)
        if piece.page is not None:
            place = (numbers.get(piece.page, -1), piece.mark)
            blocks[-1][1].append(marked.pop(place, ""))
    # What is drawn with a mark that the structure does not reach stands outside it.
    for (number, _), text in marked.items():
        loose[number] += text
    found = tuple(Block(kind=kind, text="".join(texts)) for kind, texts in blocks)
    return Pages(blocks=found, loose=tuple(loose))


class _Piece(NamedTuple):
    """A part of a block: marked text on a page, or what a figure says in words."""

    block: int
    kind: str
    page: tuple[int, int] | None = None
    mark: int = 0
    text: str = ""


def _structure(root: Any) -> Iterator[_Piece]:
    """Each piece in reading order; the blocks are numbered as they begin."""
    waiting: list[tuple[Any, int, str, Any]] = [(root, 0, "", None)]
    seen: set[tuple[int, int]] = set()
    blocks = pieces = 0
    while waiting:
        node, block, kind, page = waiting.pop()
        pieces += 1
        if pieces > MOST_PIECES:
            raise NotReport(_HUGE)
        if isinstance(node, int):
            if page is not None:
                yield _Piece(block, kind, page, node)
            continue
        if node.objgen != (0, 0):
            if node.objgen in seen:
                raise NotReport(_DAMAGED)
            seen.add(node.objgen)
        name = str(node.get("/S", ""))
        if name in _BLOCKS:
            blocks += 1
            block, kind = blocks, name.lstrip("/")
        elif name == _FIGURE:
            blocks += 1
            yield _Piece(blocks, name.lstrip("/"), text=str(node.get("/Alt", "")))
        page = node.Pg.objgen if "/Pg" in node else page
        waiting += [(kid, block, kind, page) for kid in reversed(_kids(node))]


def _kids(node: Any) -> list[Any]:
    import pikepdf

    kids = node.get("/K", [])
    several = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in several if isinstance(kid, int | pikepdf.Dictionary)]


def _drawn(content: bytes, password: str) -> tuple[dict[tuple[int, int], str], list[str]]:
    """Text by page and mark, and by page the text without a mark."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    marked: dict[tuple[int, int], str] = {}
    loose: list[str] = []
    pieces = characters = 0
    with pypdfium2.PdfDocument(content, password=password or None) as document:
        for number in range(len(document)):
            page = document[number]
            letters = page.get_textpage()
            loose.append("")
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
                text = _text(pdfium, item.raw, letters.raw)
                pieces += 1
                characters += len(text)
                if pieces > MOST_PIECES or characters > MOST_CHARACTERS:
                    raise NotReport(_HUGE)
                mark = int(pdfium.FPDFPageObj_GetMarkedContentID(item.raw))
                if mark < 0:
                    loose[number] += text
                else:
                    marked[number, mark] = marked.get((number, mark), "") + text
            letters.close()
            page.close()
    return marked, loose


def _text(pdfium: Any, item: Any, letters: Any) -> str:
    """What one text object shows."""
    size = pdfium.FPDFTextObj_GetText(item, letters, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(item, letters, pointer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
