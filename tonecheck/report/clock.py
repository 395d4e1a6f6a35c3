"""The moment a report is made at."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from tonecheck.errors import InputError


def report_time() -> datetime:
    """Now in local time; or SOURCE_DATE_EPOCH (seconds, UTC) where it is set.

    Raises InputError when SOURCE_DATE_EPOCH is not a number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):
        raise InputError(
            "SOURCE_DATE_EPOCH: must be whole seconds since 1970",
            hint="Unset it, or set it to a number such as 1767225600.",
        ) from None


def utc(moment: datetime) -> datetime:
    """A moment as a file's dates need it: in UTC, to the second; naive ones count as UTC."""
    whole = moment.replace(microsecond=0)
    return whole.astimezone(UTC) if whole.tzinfo else whole.replace(tzinfo=UTC)
