"""Every error tonecheck raises on purpose.

ToneCheckError            message, hint, exit_code
├── ContentError          the content pack is incomplete or contradictory (3)
├── InputError            a screening file or an answer is not valid (4)
├── StoreError            answers could not be saved or read (5)
├── ReportError           a report could not be made or written (6)
│   └── PangoMissing      the PDF engine's system library is not installed (7)
└── TerminalError         the terminal app was started without a terminal (2)

`tonecheck verify` fails at nothing when it finds something: it ends with DIFFERENT (8) when a
report does not say what its answers give, or its answers were changed; else with UNKNOWN_CONTENT
(9) when it had to score them under today's content, because the report's own is not known.
"""

from __future__ import annotations

DIFFERENT = 8
UNKNOWN_CONTENT = 9


class ToneCheckError(Exception):
    """A failure we can explain. `message` says what, `hint` says what to do."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ContentError(ToneCheckError):
    """The content pack cannot be used."""

    exit_code = 3


class InputError(ToneCheckError):
    """A screening or an answer is not valid; the message names the field."""

    exit_code = 4


class StoreError(ToneCheckError):
    """Answers could not be saved or read."""

    exit_code = 5


class ReportError(ToneCheckError):
    """A report could not be made or written; an older file is left as it was."""

    exit_code = 6


class PangoMissing(ReportError):
    """Pango is not installed, so no PDF can be made; HTML and text still can."""

    exit_code = 7


class TerminalError(ToneCheckError):
    """The terminal app needs a terminal."""

    exit_code = 2
