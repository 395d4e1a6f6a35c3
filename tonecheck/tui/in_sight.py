"""Whether a page was in sight for long enough that a press was meant for it."""

from __future__ import annotations

from collections.abc import Callable

MOMENT = 0.7
"""Seconds. App's choice: longer than a double-click and than the wait before a held key repeats."""


class InSight:
    """Counts from when a page was drawn, and anew from each press that came too soon."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._since: float | None = None

    def change(self) -> None:
        """Another page is shown, but not drawn yet."""
        self._since = None

    def drawn(self) -> None:
        if self._since is None:
            self._since = self._seconds()

    def take(self) -> bool:
        """Whether a press now was meant for the page."""
        if self._since is None:
            return False
        before, self._since = self._since, self._seconds()
        return self._since - before >= MOMENT
