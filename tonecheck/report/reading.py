"""Whether drawn lines say what a text says."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from unicodedata import category, normalize

from tonecheck.report.leftward import is_leftward, pieces

_UNSEEN = dict.fromkeys([0x200C, 0x200D, 0x034F, *range(0xFE00, 0xFE10), 0x25CC])
"""What has no look of its own, and the circle that bears a mark without a letter."""

_SPLIT = {0x0EB3: "\u0ecd\u0eb2"}
"""Characters of a font that has them, drawn as others all the same."""


def flat(text: str) -> str:
    """`text` without what drawing adds or takes away: white space, the order of marks."""
    return "".join(_tidy(text).split())


def _tidy(text: str) -> str:
    """`text` with letters and marks apart, the marks of a letter in one order."""
    if text.isascii():
        return text
    parted = normalize("NFD", text.translate(_UNSEEN | _SPLIT))
    runs = groupby(parted, lambda char: category(char) == "Mn")
    return "".join("".join(sorted(run) if is_mark else run) for is_mark, run in runs)


class Text:
    """A text as it should be read, ready to be compared with drawn lines."""

    def __init__(self, text: str) -> None:
        self._tidy = _tidy(text)
        self.flat = "".join(self._tidy.split())
        self.is_leftward = is_leftward(self.flat)
        seen = (at for at, char in enumerate(self._tidy) if not char.isspace())
        self._places = [*seen, len(self._tidy)] if self.is_leftward else []

    def is_said_by(self, lines: Iterable[str]) -> bool:
        """Whether `lines` say this text, all of it and nothing else."""
        return self._said_by(lines) == len(self.flat)

    def is_begun_by(self, lines: Iterable[str]) -> bool:
        """Whether `lines` say the beginning of this text, or all of it."""
        return self._said_by(lines) is not None

    def _said_by(self, lines: Iterable[str]) -> int | None:
        """How many characters of `flat` the lines say; None where they say anything else."""
        at = 0
        for line in lines:
            said = flat(line)
            end = at + len(said)
            if end > len(self.flat):
                return None
            if said != self.flat[at:end] and not self._says_leftward(line, at, end):
                return None
            at = end
        return at

    def _says_leftward(self, line: str, start: int, end: int) -> bool:
        """Whether a line drawn in the order of the eye holds what stands from `start` to `end`."""
        if not is_leftward(self.flat[start:end]):
            return False
        typed = self._tidy[self._places[start] : self._places[end]]
        return pieces(_tidy(line)) == pieces(typed)
