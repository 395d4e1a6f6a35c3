"""A PDF from elsewhere: read back where it is ours, else one clear error in bounded time."""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.report.pdfs import NAME, attachment, changed, report
from tonecheck.errors import InputError
from tonecheck.protocol.pack import Pack
from tonecheck.report import carried, read_child
from tonecheck.report.carried import LARGEST_ANSWERS, LARGEST_FILE, read_report
from tonecheck.report.extract import extracted
from tonecheck.report.foreign import NotReport

ROOT = Path(carried.__file__).parent.parent.parent
Change = Callable[[Any], object]


def _packed(content: bytes) -> bytes:
    return zlib.compress(content, 9)


def _write(document: Any, stream: Any, packed: bytes) -> None:
    stream.write(packed, filter=pikepdf.Name.FlateDecode)


def _no_answers(document: Any) -> None:
    del document.attachments[NAME]


def _other_name(document: Any) -> None:
    content = attachment(document).read_bytes()
    del document.attachments[NAME]
    document.attachments["../../screening.json"] = content


def _other_program(document: Any) -> None:
    document.docinfo["/Creator"] = "another program"


def _huge_answers(document: Any) -> None:
    _write(document, attachment(document), _packed(b" " * (LARGEST_ANSWERS + 1)))


def _bomb(document: Any) -> None:
    _write(document, attachment(document), _packed(b" " * 200_000_000))


def _cut_answers(document: Any) -> None:
    _write(document, attachment(document), _packed(b"{}" * 100)[:-8])


def _odd_filter(document: Any) -> None:
    attachment(document).write(b"7B7D>", filter=pikepdf.Name.JPXDecode)


def _latin_answers(document: Any) -> None:
    _write(document, attachment(document), _packed('{"é": 1}'.encode("latin-1")))


def _answers_no_stream(document: Any) -> None:
    document.attachments[NAME].obj.EF.F = pikepdf.Dictionary()


def _loop_in_structure(document: Any) -> None:
    root = document.Root.StructTreeRoot
    root.K[0].K.append(root.K[0])


def _no_structure(document: Any) -> None:
    del document.Root.StructTreeRoot


def _many_pages(document: Any) -> None:
    for _ in range(3_000):
        document.pages.append(document.pages[0])


def _page_bomb(document: Any) -> None:
    stream = pikepdf.Stream(document, b"")
    _write(document, stream, _packed(b"q " * 150_000_000))
    document.pages[0].Contents = stream


def _nested_forms(document: Any) -> None:
    """Ten forms, each drawn ten times by the next."""
    inner: Any = None
    for _ in range(10):
        form = pikepdf.Stream(document, b"/X Do " * 10 if inner is not None else b"BT () Tj ET ")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 10, 10])
        if inner is not None:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = document.make_indirect(form)
    document.pages[0].Resources.XObject = pikepdf.Dictionary(X=inner)
    document.pages[0].Contents = document.make_stream(b"/X Do")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_no_answers, "carries no answers"),
        (_other_name, "carries no answers"),
        (_other_program, "carries no answers"),
        (_huge_answers, "more than a report can"),
        (_bomb, "more than a report can"),
        (_cut_answers, "cut off"),
        (_odd_filter, "packed otherwise"),
        (_latin_answers, "not UTF-8"),
        (_answers_no_stream, "damaged"),
        (_loop_in_structure, "damaged"),
        (_no_structure, "damaged"),
        (_many_pages, "more than a report can"),
    ],
)
def test_a_hostile_file_is_one_clear_error(pack: Pack, change: Change, reason: str) -> None:
    """What is wrong is said, and what would be too much is not unpacked."""
    pdf = changed(report(pack), change)
    with pytest.raises(NotReport, match=reason):
        extracted(pdf, "", with_pages=True)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="limits of a process are known on POSIX alone")
@pytest.mark.parametrize("change", [_page_bomb, _nested_forms])
def test_what_only_a_limit_stops_is_stopped(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    """A file that asks for endless memory or time ends its reader, not the program."""
    path = tmp_path / "bomb.pdf"
    path.write_bytes(changed(report(pack), change))
    monkeypatch.setattr(carried, "MOST_SECONDS", 5)
    with pytest.raises(InputError, match="report"):
        read_report(path, with_pages=True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere some limits are refused")
def test_the_reader_gives_up_memory_and_time() -> None:
    """The limits are set, and lie far below what a machine has."""
    script = (
        "import resource; from tonecheck.report import read_child; read_child._limit_self(); "
        "print(*(resource.getrlimit(k)[0] for k in (resource.RLIMIT_AS, resource.RLIMIT_CPU)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(read_child.MEMORY), str(read_child.SECONDS)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a PDF"),
        (b"<html>", "not a PDF"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\n1 0 obj\n" + b"[" * 1_000_000 + b"\ntrailer<</Root 1 0 R>>\n%%EOF", "damaged"),
    ],
)
def test_what_is_no_pdf_is_said(content: bytes, reason: str) -> None:
    """An empty file, a web page, a bare header, brackets without end."""
    with pytest.raises(NotReport, match=reason):
        extracted(content, "", with_pages=True)


def test_a_cut_file_is_damaged(pack: Pack) -> None:
    """However much of the end is missing."""
    pdf = report(pack)
    for part in range(1, 12):
        with pytest.raises(NotReport, match="damaged"):
            extracted(pdf[: len(pdf) * part // 12], "", with_pages=True)


def test_any_changed_byte_is_read_or_refused(pack: Pack) -> None:
    """A file with bytes changed anywhere is read, or is a clear error; never anything else."""
    chance = random.Random(7)
    for _ in range(60):
        pdf = bytearray(report(pack))
        for _ in range(chance.choice((1, 3, 30))):
            pdf[chance.randrange(len(pdf))] = chance.randrange(256)
        with contextlib.suppress(NotReport):
            assert extracted(bytes(pdf), "", with_pages=False).sha256


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    """A folder, a missing file, an impossible name and a pipe are refused at once."""
    pipe = tmp_path / "pipe.pdf"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "no.pdf", tmp_path / ("x" * 5000), pipe, Path("a\0b")):
        with pytest.raises(InputError, match=r"not a file|cannot be read"):
            read_report(path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """Its size alone is enough to refuse it."""
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(InputError, match="larger than"):
        read_report(path)


def test_nothing_beside_the_file_is_run(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that lies in the folder of a downloaded report is never taken for ours."""
    (tmp_path / "r.pdf").write_bytes(report(pack))
    for name in ("pikepdf", "json", "tonecheck", "zlib"):
        (tmp_path / f"{name}.py").write_text(f"open('ran-{name}', 'w')\nraise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    assert json.loads(read_report(Path("r.pdf")).answers)["id"] == "tc-typical"
    assert not list(tmp_path.glob("ran-*"))
