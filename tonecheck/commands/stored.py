"""The store as a command finds it: opened where there is one, never made just to look."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.paths import data_dir, store_file

if TYPE_CHECKING:
    from tonecheck.store import Store


def data_folder(args: argparse.Namespace) -> Path:
    """The data folder this command was told to use."""
    return data_dir(Path(args.data) if args.data else None)


def open_existing(args: argparse.Namespace) -> Store | None:
    """The store, or None where nothing has been stored yet."""
    from tonecheck.store import open_store

    folder = data_folder(args)
    return open_store(folder) if store_file(folder).exists() else None
