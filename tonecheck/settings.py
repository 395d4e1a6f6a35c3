"""What the user chose to keep: theme, region and language, in config.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tonecheck.atomic import write_atomic
from tonecheck.errors import StoreError
from tonecheck.paths import config_dir, private_dir

FILE = "config.toml"
_VALUE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; None means not chosen, and no region means no number is assumed."""

    theme: str | None = None
    region: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings as they could be read, and what was wrong with the file, if anything."""

    settings: Settings
    problem: str = ""


def load_settings(folder: Path | None = None) -> Loaded:
    """Read the settings; whatever cannot be read has its default, and `problem` says so."""
    path = (folder or config_dir()) / FILE
    try:
        text = path.read_bytes().decode("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), f"{path}: cannot be read ({error.strerror}); using the defaults.")
    except UnicodeDecodeError:
        return Loaded(Settings(), f"{path}: is not UTF-8 text; using the defaults.")
    except tomllib.TOMLDecodeError as error:
        return Loaded(Settings(), f"{path}: is not valid TOML: {error}; using the defaults.")
    return _read(path, data)


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings whole or not at all; a file that could not be read is kept aside.

    Raises StoreError.
    """
    chosen = {key: value for key, value in asdict(settings).items() if value is not None}
    for key, value in chosen.items():
        if not _VALUE.fullmatch(value):
            raise StoreError(f"The setting {key} cannot be {value[:64]!r}.")
    text = "".join(f'{key} = "{value}"\n' for key, value in chosen.items())
    try:
        path = private_dir(folder or config_dir()) / FILE
        if path.exists() and load_settings(path.parent).problem:
            path.replace(path.with_name("config.broken.toml"))
        write_atomic(path, text.encode())
    except OSError as error:
        raise StoreError(
            f"The settings could not be saved: {error.strerror}.",
            hint="They hold until you quit. Your answers are not affected.",
        ) from error


def _read(path: Path, data: dict[str, Any]) -> Loaded:
    known = asdict(Settings())
    problems = [f"{key!r} is not a setting" for key in data if key not in known]
    for key in known:
        value = data.get(key)
        if value is None:
            continue
        if isinstance(value, str) and _VALUE.fullmatch(value):
            known[key] = value
        else:
            problems.append(f"{key!r} is not a short name")
    problem = f"{path}: {'; '.join(problems)}; using the defaults for these." if problems else ""
    return Loaded(Settings(**known), problem)
