"""What is kept of an unexpected error: where it happened, and nothing anyone typed."""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path

from rich.text import Text

from tonecheck.errors import ContentError
from tonecheck.tui.first_words import first_words
from tonecheck.tui.services import Services


def note_error(error: BaseException, log: Path, at: datetime) -> bool:
    """Add the kind of error and its lines of code to `log`; False when that fails too.

    The message is left out: it may quote an answer. So are the variables.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{at.isoformat(timespec='seconds')} {type(error).__name__}"]
    lines += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return False
    return True


_BROKEN = "Something went wrong, and tonecheck had to stop. What was saved before is safe."


def last_words(services: Services, error: BaseException | None) -> Text:
    """One calm sentence for the terminal; the error is noted in the log on the way."""
    log = services.log_file
    noted = error is not None and log is not None and note_error(error, log, services.clock())
    try:
        words = first_words(services.content_dir, services.settings.language)
        where = words["broken_log"].format(log=f"\n{log}") if noted else ""
        return Text(f"{words['broken']} {where}".strip())
    except (ContentError, KeyError):
        return Text(_BROKEN)
