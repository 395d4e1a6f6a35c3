"""A process that makes one PDF: `python -m tonecheck.report.render_child FILE.pdf`.

Standard input: a line of JSON (`password`, empty for none), then the view as JSON.
A second argument names the file beside it that is written first, so that whoever ends this
process can clear it away.

Standard output gets one line for each step; on failure the last line is JSON with message, hint
and exit code. A PDF takes a second or more, and this keeps the screen of the app alive meanwhile.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from pathlib import Path

from tonecheck.errors import ToneCheckError
from tonecheck.report.export import write_report
from tonecheck.report.view.model import ReportView


class _Steps(logging.Handler):
    """Writes a line for each step the engine takes."""

    def emit(self, record: logging.LogRecord) -> None:
        """Only that a step was taken is said, never what it read."""
        sys.stdout.write("step\n")
        sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Render the view on standard input to the path in `arguments`; 0 when it is written."""
    gc.disable()
    progress = logging.getLogger("weasyprint.progress")
    progress.setLevel(logging.INFO)
    progress.addHandler(_Steps())
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        view = ReportView.model_validate_json(sys.stdin.buffer.read())
        path, *scratch = arguments
        write_report(view, Path(path), scratch="".join(scratch), password=asked["password"])
    except ToneCheckError as error:
        said = {"message": error.message, "hint": error.hint, "code": error.exit_code}
        sys.stdout.write(json.dumps(said) + "\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # The file is on disk: leaving at once saves the engine's slow clean-up.
    os._exit(code)
