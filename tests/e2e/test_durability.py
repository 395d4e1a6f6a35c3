"""Saved means saved: killed at any moment, nothing committed is lost; one sync an answer."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tonecheck.store import open_store

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from tonecheck.screening.draft import Change
from tonecheck.store import open_store

now = datetime(2026, 3, 1, tzinfo=UTC)
store = open_store(Path(sys.argv[1]))
id_ = store.start(None, date(2026, 3, 1), "tui", SimpleNamespace(fingerprint="f"), now)
print(id_, flush=True)
print("BEGIN", file=sys.stderr, flush=True)
for number in range(int(sys.argv[2])):
    both = [Change("worry", {"words": number}), Change("observer", f"{number}")]
    store.record(id_, both, now)
    print(number, flush=True)
print("END", file=sys.stderr, flush=True)
sys.stdin.read()
"""


def _writer(folder: Path, count: int, *wrap: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*wrap, sys.executable, "-c", WRITER, str(folder), str(count)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("answers", [1, 7, 40, 333])
def test_killed_in_the_middle_nothing_saved_is_lost(tmp_path: Path, answers: int) -> None:
    """After SIGKILL every answer that was reported saved is there, whole, and it goes on."""
    process = _writer(tmp_path / "data", 1_000_000)
    assert process.stdout is not None
    id_ = process.stdout.readline().strip()
    for _ in range(answers):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    reported = answers + len(re.findall(r"^\d+\n", process.stdout.read(), re.MULTILINE))
    process.communicate()

    with open_store(tmp_path / "data") as store:
        words = [entry.value["words"] for entry in store.history(id_, "worry")]
        observers = [entry.value for entry in store.history(id_, "observer")]
        assert reported <= len(words) <= reported + 1
        assert words == list(range(len(words)))
        assert observers == [str(number) for number in words]
        assert [row.id for row in store.unfinished()] == [id_]
        assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts the syncs")
def test_one_sync_an_answer(tmp_path: Path) -> None:
    """An answer costs one synchronisation of the disk: not none, and not more."""
    trace = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,write"
    process = _writer(tmp_path / "data", 50, "strace", "-f", "-e", calls, "-o", str(trace))
    process.communicate("")

    lines = trace.read_text().splitlines()
    begin = next(i for i, line in enumerate(lines) if '"BEGIN' in line)
    end = next(i for i, line in enumerate(lines) if '"END' in line)
    syncs = sum("sync(" in line for line in lines[begin:end])
    assert syncs == 50
