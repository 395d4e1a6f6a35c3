"""The moment a report is dated with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tonecheck.errors import InputError
from tonecheck.report.clock import report_time, utc


def test_source_date_epoch_fixes_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SOURCE_DATE_EPOCH is set, the report is made at that second."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert report_time() == datetime(2026, 1, 1, tzinfo=UTC)


def test_wrong_epoch_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that is no number names the variable."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        report_time()


def test_file_dates_are_in_utc() -> None:
    """A local moment is turned into UTC, to the second."""
    local = datetime(2026, 3, 12, 18, 40, 5, 7, tzinfo=timezone(timedelta(hours=2)))
    assert utc(local) == datetime(2026, 3, 12, 16, 40, 5, tzinfo=UTC)
