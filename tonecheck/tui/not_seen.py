"""Why a check has no answer: each reason has the same number in every check."""

from __future__ import annotations

from tonecheck.screening.document import FITS_NONE
from tonecheck.screening.walk import Card

_ALWAYS = ("not_sure", FITS_NONE, "crying", "asleep", "not_done", "hurts", "already_seen")
_HANDS_ON = ("too_stiff", "too_floppy")


def reasons(card: Card) -> dict[str, str]:
    """The number of each reason that fits a card.

    Too stiff and too floppy stand last: where an answer matches them or hands are put on.
    """
    matched = {answer.matches for answer in card.check.answers}
    numbers = {key: str(n) for n, key in enumerate((*_ALWAYS, *_HANDS_ON), 1)}
    fits_all = card.mode.is_hands_on
    return {key: n for key, n in numbers.items() if fits_all or key in _ALWAYS or key in matched}
