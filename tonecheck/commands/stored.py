"""The store as a command finds it: opened where there is one, never made just to look."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.paths import data_dir, store_file

if TYPE_CHECKING:
    from tonecheck.protocol.pack import Pack
    from tonecheck.store import Store


def data_folder(args: argparse.Namespace) -> Path:
    """The data folder this command was told to use."""
    return data_dir(Path(args.data) if args.data else None)


def open_existing(args: argparse.Namespace) -> Store | None:
    """The store, or None where nothing has been stored yet."""
    from tonecheck.store import explained, open_store

    folder = data_folder(args)
    path = store_file(folder)
    with explained(path):
        try:
            path.stat()
        except FileNotFoundError:
            return None
    return open_store(folder)


def kept_pack(store: Store, fingerprint: str) -> Pack:
    """The content as the store kept it, read back from a folder of its own."""
    import tempfile

    from tonecheck.protocol.load import load_pack

    with tempfile.TemporaryDirectory(prefix="tonecheck-") as folder:
        for name, text in store.pack_files(fingerprint).items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return load_pack(Path(folder))
