"""One user's computer: a store of its own, a clock that stands still, shortcuts into the walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Change
from tonecheck.settings import Settings
from tonecheck.store import Store
from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.services import Services

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
BORN = date(2026, 7, 10)
WAITING = 30.0


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Seconds:
    """A time that only rises: so much is over at each look at it."""

    step: float = 1.0
    now: float = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@dataclass
class World:
    """One user's computer: their answers, settings and time."""

    store: Store
    pack: Pack
    log: Path
    clock: Clock = field(default_factory=Clock)
    seconds: Seconds = field(default_factory=Seconds)
    settings: Settings = field(default_factory=lambda: Settings(region="uk"))
    saved: list[Settings] = field(default_factory=list)

    def app(self) -> ToneCheckApp:
        return ToneCheckApp(
            Services(
                self.store,
                self.settings,
                content_dir(),
                self.clock,
                self.log,
                save=self.saved.append,
                seconds=self.seconds,
            )
        )

    def asking(self, at: str) -> str:
        """A screening at a station that has nothing answered, be it the urgent signs."""
        signs = self.pack.protocol.signs if at == "gate" else ()
        return self.screening(*(Change(f"urgent.{sign.id}", None) for sign in signs), at=at)

    def screening(self, *changes: Change, at: str, child: dict[str, Any] | None = None) -> str:
        """A screening with every urgent sign answered no, standing at a station."""
        id_ = self.store.start(None, self.clock.now.date(), "tui", self.pack, self.clock.now)
        who = {"name": "Mia", "birth_date": BORN.isoformat()} if child is None else child
        signs = [Change(f"urgent.{s.id}", "no") for s in self.pack.protocol.signs]
        passed = ["gate", "child", "situations", "worry", "background", "readiness"]
        first = [
            *signs,
            Change("urgent_asked_at", self.clock.now.isoformat()),
            Change("passed", passed),
            Change("child", who or None),
            Change("at", at),
        ]
        self.store.record(id_, [*first, *changes], self.clock.now)
        return id_
