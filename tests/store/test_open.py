"""Opening: private, migrated step by step, and never at the cost of what is there."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.factories import screening_at
from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.draft import Change
from tonecheck.store import connection, open_store
from tonecheck.store.migrations import MIGRATIONS, migrate

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = date(2026, 3, 1)
ROOT = Path(__file__).resolve().parents[2]

posix = pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _fill(folder: Path, pack: Pack, count: int = 1) -> str:
    with open_store(folder) as store:
        id_ = store.start(None, DAY, "tui", pack, NOW)
        for number in range(count):
            store.record(id_, [Change("worry", {"words": f"{number} {'x' * 200}"})], NOW)
    return id_


@posix
def test_folder_and_files_are_private(folder: Path, pack: Pack) -> None:
    """Nobody else can read the answers, whatever the umask, nor the companion files."""
    old = os.umask(0)
    try:
        with open_store(folder) as store:
            store.start(None, DAY, "tui", pack, NOW)
            modes = {path.name: _mode(path) for path in folder.iterdir()}
    finally:
        os.umask(old)

    assert _mode(folder) == 0o700
    assert modes == {
        "tonecheck.db": 0o600,
        "tonecheck.db-wal": 0o600,
        "tonecheck.db-shm": 0o600,
    }


@posix
def test_a_store_opened_to_others_is_closed_again(folder: Path, pack: Pack) -> None:
    """Permissions loosened by a copy are tightened at the next start."""
    _fill(folder, pack)
    folder.chmod(0o755)
    (folder / "tonecheck.db").chmod(0o644)

    open_store(folder).close()

    assert (_mode(folder), _mode(folder / "tonecheck.db")) == (0o700, 0o600)


def test_every_commit_is_durable(folder: Path) -> None:
    """Write-ahead log, full synchronisation, foreign keys and wiped deletions are on."""
    with open_store(folder) as store:
        found = {
            name: store._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
        busy = store._db.execute("PRAGMA busy_timeout").fetchone()[0]

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert busy == 5000


def test_each_step_is_recorded_once(folder: Path) -> None:
    """Opening again carries out nothing again."""
    for _ in range(2):
        with open_store(folder) as store:
            names = store._db.execute("SELECT name FROM migrations").fetchall()
            assert names == [(name,) for name, _ in MIGRATIONS]


def test_a_step_that_fails_leaves_no_trace(folder: Path) -> None:
    """A step and its record stand or fall together."""
    steps = (*MIGRATIONS, ("0002_broken", ("CREATE TABLE half (a)", "NOT SQL")))
    with open_store(folder) as store:
        with pytest.raises(sqlite3.OperationalError):
            migrate(store._db, steps)
        names = {name for (name,) in store._db.execute("SELECT name FROM sqlite_schema")}

        assert "half" not in names
        assert not store._db.in_transaction


def test_a_newer_store_is_refused_and_left_alone(folder: Path, pack: Pack) -> None:
    """A program that does not know all the steps touches nothing."""
    _fill(folder, pack)
    with sqlite3.connect(folder / "tonecheck.db") as other:
        other.execute("INSERT INTO migrations VALUES ('0099_later', '2030-01-01')")
    other.close()
    before = (folder / "tonecheck.db").read_bytes()

    with pytest.raises(StoreError, match="newer tonecheck"):
        open_store(folder)

    assert (folder / "tonecheck.db").read_bytes() == before


def test_a_file_that_is_no_database_is_kept_aside(folder: Path) -> None:
    """It is renamed, named in the message, unchanged; the next start begins anew."""
    folder.mkdir()
    (folder / "tonecheck.db").write_bytes(b"not a database, but somebody's" * 300)

    with pytest.raises(StoreError, match="damaged") as caught:
        open_store(folder)

    (kept,) = folder.glob("*.damaged-*.db")
    assert str(kept) in caught.value.message
    assert kept.read_bytes() == b"not a database, but somebody's" * 300
    assert not (folder / "tonecheck.db").exists()
    open_store(folder).close()


def test_a_database_with_a_broken_page_is_kept_aside(folder: Path, pack: Pack) -> None:
    """Damage in the middle is found before anything is written."""
    _fill(folder, pack, 100)
    path = folder / "tonecheck.db"
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 8] = b"\xa5" * (4096 * 6)
    path.write_bytes(content)

    with pytest.raises(StoreError, match="damaged"):
        open_store(folder)

    (kept,) = folder.glob("*.damaged-*.db")
    assert kept.read_bytes() == bytes(content)


def test_damage_in_a_large_store_is_said_when_met(
    folder: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store too large to check at every start says so at the first broken page, unchanged."""
    id_ = _fill(folder, pack, 400)
    path = folder / "tonecheck.db"
    content = bytearray(path.read_bytes())
    content[-4096 * 12 :] = b"\xa5" * (4096 * 12)
    path.write_bytes(content)
    monkeypatch.setattr(connection, "CHECKED_AT_START", 0)

    with open_store(folder) as store, pytest.raises(StoreError, match=r"damaged|cannot be used"):
        store.draft(id_)
    assert path.read_bytes() == bytes(content)


def test_another_programs_database_is_refused(folder: Path) -> None:
    """A database that is not tonecheck's is neither changed nor moved."""
    folder.mkdir()
    with sqlite3.connect(folder / "tonecheck.db") as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    before = (folder / "tonecheck.db").read_bytes()

    with pytest.raises(StoreError, match="another program"):
        open_store(folder)

    assert (folder / "tonecheck.db").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is a clear message."""
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="cannot be reached") as caught:
        open_store(tmp_path / "file" / "data")
    assert "--data" in caught.value.hint


@posix
def test_a_folder_that_may_only_be_read_is_said() -> None:
    """Without the right to write there is a message, not a traceback; tried as nobody."""
    with tempfile.TemporaryDirectory() as name:
        script = f"""
import os, sys
from pathlib import Path
from tonecheck.store import open_store
from tonecheck.errors import StoreError
folder = Path({name!r})
open_store(folder).close()
(folder / "tonecheck.db").chmod(0o444)
folder.chmod(0o555)
if os.geteuid() == 0:
    os.setuid(65534)
try:
    open_store(folder)
except StoreError as error:
    sys.exit(error.message)
"""
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True
        )
        Path(name).chmod(0o700)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "tonecheck.db" in done.stderr
    assert "cannot be reached" in done.stderr or "only be read" in done.stderr


def test_two_programs_may_start_at_once(folder: Path) -> None:
    """Six first starts at the same moment end with one sound store."""
    script = (
        f"from pathlib import Path; from tonecheck.store import open_store; "
        f"open_store(Path({str(folder)!r})).close()"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    errors = [process.communicate()[1].decode() for process in started]

    assert [process.returncode for process in started] == [0] * 6, errors
    open_store(folder).close()


def test_two_open_stores_share_their_answers(folder: Path, pack: Pack) -> None:
    """What one program saves, the other sees; both may write in turn."""
    with open_store(folder) as one, open_store(folder) as two:
        id_ = one.start(None, DAY, "tui", pack, NOW)
        two.record(id_, [Change("urgent.fit", "no")], NOW)
        one.record(id_, [Change("urgent.rash", "no")], NOW)

        assert one.draft(id_) == two.draft(id_)
        assert len(one.draft(id_).table("urgent")) == 2


def test_a_store_held_by_another_is_said(folder: Path, pack: Pack) -> None:
    """Who waits in vain is told why, and nothing is half saved."""
    with open_store(folder) as one, open_store(folder) as two:
        id_ = one.start(None, DAY, "tui", pack, NOW)
        before = one.draft(id_)
        two._db.execute("PRAGMA busy_timeout = 1")
        one._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another tonecheck"):
            two.record(id_, [Change("urgent.fit", "no")], NOW)
        one._db.execute("ROLLBACK")

        assert two.draft(id_) == before
        two.record(id_, [Change("urgent.fit", "no")], NOW)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE children SET details = '{x'",
        "UPDATE answers SET value = '{x'",
        "UPDATE results SET result = '{}'",
    ],
)
def test_what_is_no_value_of_ours_is_said_and_left(folder: Path, pack: Pack, spoil: str) -> None:
    """A field that another hand has spoilt is damage, met where it is read."""
    with open_store(folder) as store:
        screening = screening_at(120)
        id_ = store.add_screening(screening, pack, NOW)
        store.finish(id_, score(pack, screening).model_dump_json(), pack, NOW)
        store._db.execute(spoil)

        with pytest.raises(StoreError, match="damaged"):
            (store.screenings(), store.draft(id_), store.result(id_))
