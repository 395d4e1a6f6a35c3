"""Makes a PDF in another process, so that the screen stays alive; can be watched and cancelled."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import IO

from tonecheck.atomic import scratch_beside, scratch_name
from tonecheck.errors import PangoMissing, ReportError
from tonecheck.report import apart
from tonecheck.report.view.model import ReportView

STEPS = 14
"""About how many steps a report takes: two times the engine's seven."""


class PdfJob:
    """A PDF on its way. Poll `is_done`; then `check` raises what went wrong, if anything did."""

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes], scratch: Path) -> None:
        self._process = process
        self._said = said
        self._scratch = scratch
        self._last = b""
        self._is_cancelled = False

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._process.poll() is not None

    @property
    def progress(self) -> float:
        """From 0 to 1; an estimate until the file is written."""
        if self.is_done:
            return 1.0
        return min(0.95, self._output().count(b"step\n") / STEPS)

    def wait(self, timeout: float | None = None) -> None:
        """Wait for the file, up to `timeout` seconds; raises ReportError when it failed."""
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise ReportError("The report is not ready yet.") from None
        self.check()

    def check(self) -> None:
        """Raise ReportError or PangoMissing when the job failed; a cancelled job did not."""
        if not self.is_done:
            return
        lines = self._output().splitlines()
        self._said.close()
        code = self._process.returncode
        if code == 0 or self._is_cancelled:
            return
        try:
            said = json.loads(lines[-1])
            message, hint = said["message"], said["hint"]
        except (IndexError, KeyError, TypeError, ValueError):
            raise ReportError(
                "The PDF could not be made: its process stopped.",
                hint="Try once more, or export the report as HTML or text.",
            ) from None
        raise (PangoMissing if code == PangoMissing.exit_code else ReportError)(message, hint)

    def cancel(self) -> None:
        """Stop at once. The old file, if there is one, is as it was, and no scrap beside it."""
        self._is_cancelled = True
        if not self.is_done:
            self._process.kill()
            self._process.wait()
            with contextlib.suppress(OSError):
                self._scratch.unlink(missing_ok=True)
        self.check()

    def _output(self) -> bytes:
        """What the process has said so far; kept when its file is closed."""
        if not self._said.closed:
            self._said.seek(0)
            self._last = self._said.read()
        return self._last


def start_pdf_job(view: ReportView, path: Path, *, password: str = "") -> PdfJob:
    """Start writing the report to `path` as PDF, with a password where given; return at once."""
    said = tempfile.TemporaryFile()  # noqa: SIM115 - the job reads it until it ends
    scratch = scratch_name()
    process = subprocess.Popen(  # noqa: S603 - our own module, by this very Python
        apart.command("tonecheck.report.render_child", str(path), scratch),
        stdin=subprocess.PIPE,
        stdout=said,
        stderr=subprocess.DEVNULL,
        env=apart.environment(),
    )
    asked = json.dumps({"password": password}).encode() + b"\n"
    # Neither the answers nor the password go over the disk, and nobody waits until they are read.
    content = asked + view.model_dump_json().encode()
    threading.Thread(target=_feed, args=(process.stdin, content), daemon=True).start()
    return PdfJob(process, said, scratch_beside(path, scratch))


def _feed(pipe: IO[bytes], content: bytes) -> None:
    """Write all of it; a process that ended early needs no more."""
    with contextlib.suppress(OSError), pipe:
        pipe.write(content)
