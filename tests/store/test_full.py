"""A disk that takes no more: said plainly, nothing saved before is lost, and it goes on after."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change
from tonecheck.store import Store, open_store

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def _answer(number: int) -> list[Change]:
    return [Change("worry", {"words": f"{number} {'x' * 3000}"})]


def _answer_until_full(store: Store, id_: str) -> None:
    for number in range(100):
        store.record(id_, _answer(number), NOW)


def test_a_full_disk_is_said_and_survived(store: Store, pack: Pack) -> None:
    """The answer that did not fit is not half there; with room again, saving goes on."""
    id_ = store.start(None, date(2026, 3, 1), "tui", pack, NOW)
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(StoreError, match="disk is full") as caught:
        _answer_until_full(store, id_)
    assert "safe" in caught.value.hint
    saved = len(store.history(id_, "worry"))
    assert 0 < saved < 10
    assert [entry.value for entry in store.history(id_, "worry")] == [
        change.value for number in range(saved) for change in _answer(number)
    ]

    store._db.execute("PRAGMA max_page_count = 100000")
    store.record(id_, _answer(saved), NOW)
    assert len(store.history(id_, "worry")) == saved + 1


def test_a_store_that_may_only_be_read_is_said(store: Store, pack: Pack) -> None:
    """A store turned read-only while it is open says what to do."""
    id_ = store.start(None, date(2026, 3, 1), "tui", pack, NOW)
    store._db.execute("PRAGMA query_only = ON")

    with pytest.raises(StoreError, match="only be read"):
        store.record(id_, _answer(0), NOW)


@pytest.mark.skipif(sys.platform != "linux", reason="file size limits as on Linux")
def test_a_limit_on_file_size_loses_nothing(folder: Path) -> None:
    """The system refusing to grow the file is a message, and all answers before it are there."""
    script = f"""
import resource, sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.store import open_store
now = datetime(2026, 3, 1, tzinfo=UTC)
store = open_store(Path({str(folder)!r}))
id_ = store.start(None, date(2026, 3, 1), "tui", SimpleNamespace(fingerprint="f"), now)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
for number in range(1000):
    try:
        store.record(id_, [Change("worry", {{"words": str(number) + "x" * 3000}})], now)
    except StoreError as error:
        print(id_, number, error.message)
        sys.stdout.flush()
        break
import os
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, env=os.environ
    )
    assert done.returncode == 0, done.stderr
    id_, number, message = done.stdout.split(" ", 2)

    assert "disk" in message
    with open_store(folder) as store:
        assert len(store.history(id_, "worry")) == int(number) > 10
