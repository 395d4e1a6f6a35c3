"""The words of the first page, read on their own so that it can be shown before all else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tonecheck.errors import ContentError


def first_words(content_dir: Path, language: str) -> dict[str, Any]:
    """What the first page says. Raises ContentError, naming every fault, where it is unreadable."""
    path = content_dir / "text" / language / "welcome.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        from tonecheck.protocol.load import load_pack

        load_pack(content_dir, language)
        raise ContentError(f"text/{language}/welcome.toml: cannot be read.") from error
