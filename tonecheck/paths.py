"""Where tonecheck keeps things: answers in the data folder, settings in the config folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tonecheck.errors import StoreError

APP = "tonecheck"
DATA_VARIABLE = "TONECHECK_DATA"
CONFIG_VARIABLE = "TONECHECK_CONFIG"


def data_dir(chosen: Path | None = None) -> Path:
    """The folder of the answers: `chosen`, or $TONECHECK_DATA, or the platform's own place."""
    named = chosen or _named(DATA_VARIABLE)
    with _at_home(DATA_VARIABLE):
        if named:
            return named.expanduser()
        from platformdirs import user_data_path

        return user_data_path(APP, appauthor=False)


def config_dir() -> Path:
    """The folder of the settings: $TONECHECK_CONFIG, or the platform's own place."""
    named = _named(CONFIG_VARIABLE)
    with _at_home(CONFIG_VARIABLE):
        if named:
            return named.expanduser()
        from platformdirs import user_config_path

        return user_config_path(APP, appauthor=False)


def _named(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


@contextmanager
def _at_home(variable: str) -> Iterator[None]:
    """Say what to do where this computer knows no home folder."""
    try:
        yield
    except RuntimeError as error:
        raise StoreError(
            "There is no home folder to keep anything in.",
            hint=f"Name a folder in the environment variable {variable}.",
        ) from error


def store_file(data: Path) -> Path:
    """The database inside the data folder."""
    return data / "tonecheck.db"


def log_file(data: Path) -> Path:
    """Where an unexpected error is noted, without anyone's words in it."""
    return data / "tonecheck.log"


def private_dir(folder: Path) -> Path:
    """Make `folder` where it is missing, open to its owner alone. Raises OSError.

    An empty folder is taken over as ours and closed to others too; one that already holds
    something keeps the permissions its owner gave it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if not any(folder.iterdir()) or store_file(folder).exists():
        folder.chmod(0o700)
    return folder
