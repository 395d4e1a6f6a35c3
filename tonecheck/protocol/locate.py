"""Where the content pack lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def content_dir() -> Path:
    """The pack that came with this tonecheck."""
    package = Path(__file__).parents[1]
    packaged = package / "_content"
    checkout = package.parent / "content"
    return checkout if (checkout / "pack.toml").is_file() else packaged
