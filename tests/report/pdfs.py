"""Reports as files, each made once, and ways to change them as others might."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pikepdf

from tests.report.cases import CASES, MADE, scored
from tests.report.made import made
from tonecheck.protocol.pack import Pack
from tonecheck.report.carried import Carried
from tonecheck.report.pdf import to_pdf
from tonecheck.report.privacy import Privacy
from tonecheck.report.view import build_view
from tonecheck.scoring.result import Result
from tonecheck.screening.before import Before, earlier_screenings_from
from tonecheck.screening.document import Screening

NAME = "screening.json"
EARLIER = "earlier.json"


_MADE: dict[tuple[str, Privacy], bytes] = {}


def report(pack: Pack, name: str = "typical", privacy: Privacy = "full") -> bytes:
    """The PDF of one made-up baby."""
    if privacy == "full":
        return made(name)[1]
    key = (name, privacy)
    if key not in _MADE:
        screening, result = scored(pack, CASES[name](pack))
        _MADE[key] = report_of(pack, screening, result, privacy=privacy)
    return _MADE[key]


def report_of(
    pack: Pack,
    screening: Screening,
    result: Result,
    *,
    earlier: Sequence[Screening] = (),
    privacy: Privacy = "full",
    made_at: datetime = MADE,
    emergency: str = "",
) -> bytes:
    """The PDF of a screening with a given result."""
    view = build_view(
        pack,
        screening,
        result,
        earlier=earlier,
        made_at=made_at,
        emergency=emergency,
        privacy=privacy,
    )
    return to_pdf(view)


def befores_of(carried: Carried) -> tuple[Before, ...]:
    """The earlier screenings that a report carries."""
    data = json.loads(carried.earlier or "{}")
    return earlier_screenings_from(data).screenings


def changed(pdf: bytes, change: Callable[[Any], object], **saving: Any) -> bytes:
    """The file with one change, saved as another program would."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        written = io.BytesIO()
        document.save(written, **saving)
    return written.getvalue()


def attachment(document: Any, name: str = NAME) -> Any:
    """The stream of the attached answers."""
    return document.attachments[name].get_file().obj


def answers_replaced(pdf: bytes, old: bytes, new: bytes, name: str = NAME) -> bytes:
    """The file with other answers inside, and all else as it was."""

    def replace(document: Any) -> None:
        stream = attachment(document, name)
        content = stream.read_bytes()
        assert old in content
        packed = zlib.compress(content.replace(old, new, 1))
        stream.write(packed, filter=pikepdf.Name.FlateDecode)

    return changed(pdf, replace)


def everything(pdf: bytes) -> bytes:
    """Every string and every unpacked stream of a file, one after the other."""
    found: list[bytes] = [pdf]

    def collect(item: Any) -> None:
        if isinstance(item, pikepdf.String):
            found.append(bytes(item))
            found.append(str(item).encode())
        elif isinstance(item, pikepdf.Array):
            for part in item:
                collect_direct(part)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for part in dict(item.items()).values():
                collect_direct(part)

    def collect_direct(item: Any) -> None:
        if isinstance(item, pikepdf.Object) and not item.is_indirect:
            collect(item)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            collect(item)
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_bytes())
        collect(document.trailer)
    return b"\n".join(found)
