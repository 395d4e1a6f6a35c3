"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tonecheck.atomic import scratch_beside, write_atomic


def test_the_new_content_replaces_the_old(tmp_path: Path) -> None:
    """The file holds the new bytes, private, and nothing else is left in the folder."""
    path = tmp_path / "report.html"
    for content in (b"old", b"new"):
        write_atomic(path, content)

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_keeps_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails before the new file is safe, the old one stays and no scrap is left."""
    path = tmp_path / "report.html"
    write_atomic(path, b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file a link points at is written; the link stays one."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomic(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_the_file_written_first_has_the_name_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever ends a writing process finds its scrap beside the file, also behind a link."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "real")
    seen: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend((tmp_path / "there").iterdir()))
    write_atomic(tmp_path / "link", b"new", scratch=".scrap")

    assert seen[0] == scratch_beside(tmp_path / "link", ".scrap")
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["real"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no device to try")
def test_a_device_is_never_replaced() -> None:
    """Only regular files are written over."""
    with pytest.raises(FileExistsError, match="regular file"):
        write_atomic(Path("/dev/null"), b"new")
    assert not Path("/dev/null").is_file()
