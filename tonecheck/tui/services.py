"""What the app is given instead of reaching for it: answers, settings, content, clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tonecheck.settings import Settings, save_settings

if TYPE_CHECKING:
    from tonecheck.protocol.check import RuleSet
    from tonecheck.store import Store
    from tonecheck.tui.viewer import Viewer


@dataclass(slots=True)
class Services:
    """Everything outside the screens.

    `clock` gives the aware local time, `seconds` a time that only rises; `viewer` opens a file
    outside the terminal, where something can.
    """

    store: Store
    settings: Settings
    content_dir: Path
    clock: Callable[[], datetime]
    log_file: Path | None = None
    rules: RuleSet = "published"
    save: Callable[[Settings], None] = field(default=save_settings)
    seconds: Callable[[], float] = monotonic
    viewer: Viewer | None = None
