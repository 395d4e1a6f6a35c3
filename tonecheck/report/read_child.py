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
    code, said = reply(sys.stdin.buffer.read(), asked["password"], with_pages=asked["with_pages"])
    sys.stdout.buffer.write(said)
    return code


def reply(content: bytes, password: str, *, with_pages: bool) -> tuple[int, bytes]:
    """The exit code for a file, and what is said of it."""
    from tonecheck.report.carried import LOCKED
    from tonecheck.report.extract import extracted
    from tonecheck.report.foreign import Locked, NotReport

    try:
        found = extracted(content, password, with_pages=with_pages)
    except NotReport as error:
        return LOCKED if isinstance(error, Locked) else InputError.exit_code, str(error).encode()
    return 0, found.model_dump_json().encode("utf-8", "backslashreplace")


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
