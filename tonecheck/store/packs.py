"""Content packs as the store keeps them: every file's text, compressed, once a fingerprint."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tonecheck.errors import StoreError

if TYPE_CHECKING:
    from tonecheck.protocol.pack import Pack


def keep_pack(connection: sqlite3.Connection, pack: Pack) -> None:
    """Keep the files of `pack`, unless they are kept already."""
    known = connection.execute(
        "SELECT 1 FROM packs WHERE fingerprint = ?", (pack.fingerprint,)
    ).fetchone()
    if not known:
        connection.execute(
            "INSERT INTO packs (fingerprint, version, files) VALUES (?, ?, ?)",
            (pack.fingerprint, pack.info.version, _packed(pack.files)),
        )


def kept_files(connection: sqlite3.Connection, fingerprint: str) -> dict[str, str]:
    """The files of a kept pack by their path. Raises StoreError where it is not kept."""
    row = connection.execute(
        "SELECT files FROM packs WHERE fingerprint = ?", (fingerprint,)
    ).fetchone()
    if row is None:
        raise StoreError(f"The content {fingerprint[:12]} is not kept in this store.")
    try:
        text = zlib.decompress(row[0])
    except zlib.error as error:
        raise ValueError("not a kept pack") from error
    files: dict[str, Any] = json.loads(text)
    return {path: str(text) for path, text in files.items()}


def _packed(files: Mapping[str, str]) -> bytes:
    return zlib.compress(json.dumps(files, sort_keys=True).encode(), 9)
