"""A process that reads one PDF from elsewhere: `python -m tonecheck.report.read_child`.

Standard input: a line of JSON (`password`, `with_pages`), then the file. Standard output: what
the file carries as JSON; or, with the exit code of bad input, why it is none of ours; or, with
that of a locked file, why it does not open.
"""

from __future__ import annotations

import json
import os
import sys

from tonecheck.errors import InputError

MEMORY = 1_000_000_000
"""Bytes of address space that reading may take, the libraries' own included."""

SECONDS = 20
"""Seconds of work."""


def main() -> int:
    """Read, and say what was found; the exit code."""
    _limit_self()
    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    from tonecheck.report.carried import LOCKED
    from tonecheck.report.extract import Locked, NotReport, extracted

    try:
        found = extracted(content, str(asked["password"]), with_pages=bool(asked["with_pages"]))
    except NotReport as error:
        sys.stdout.buffer.write(str(error).encode())
        return LOCKED if isinstance(error, Locked) else InputError.exit_code
    sys.stdout.buffer.write(found.model_dump_json().encode("utf-8", "backslashreplace"))
    return 0


def _limit_self() -> None:
    """Give this process less memory and time, and no file it could fill, where that is known."""
    if sys.platform == "win32":
        return
    import resource

    from tonecheck.report.carried import MOST_SAID

    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, MOST_SAID),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, hard))
        except (OSError, ValueError):
            # macOS refuses some; the clock of the parent process still holds.
            continue


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
