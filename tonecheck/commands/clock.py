"""The one place that asks what time it is."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from tonecheck.errors import InputError

VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The time, with its zone; $SOURCE_DATE_EPOCH (seconds) where that is set.

    Raises InputError when the variable is no time.
    """
    fixed = os.environ.get(VARIABLE)
    if not fixed:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):
        raise InputError(f"{VARIABLE} must be a whole number of seconds since 1970.") from None
