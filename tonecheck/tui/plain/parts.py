"""One part of a station after the other, and back again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tonecheck.tui.plain.desk import Back


def run_parts(
    order: Sequence[str],
    is_asked: Callable[[str], bool],
    ask: Callable[[str], None],
    start: str,
    may_return: Callable[[str], bool] | None = None,
) -> None:
    """Ask one part after the other; Back leads to the one before, and out of the first.

    `may_return` says where Back may lead, if that is not where the way on leads.
    """
    at = start
    while True:
        n = order.index(at)
        try:
            ask(at)
        except Back:
            earlier = [part for part in order[:n] if (may_return or is_asked)(part)]
            if not earlier:
                raise
            at = earlier[-1]
            continue
        later = [part for part in order[n + 1 :] if is_asked(part)]
        if not later:
            return
        at = later[0]
