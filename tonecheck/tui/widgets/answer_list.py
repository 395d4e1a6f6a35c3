"""What was answered, in two columns: the names on the left, beside each what was said."""

from __future__ import annotations

from itertools import zip_longest

from rich.cells import cell_len, set_cell_size

from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.rows_in_view import Line

GAP = 2
WIDEST = 0.42
"""The most that the names take of the width."""
HANG = 2
"""How far the later lines of a name stand in."""


class AnswerList(ChoiceList):
    """Rows to jump from; a row takes as many lines as its longer column."""

    def row_lines(self, index: int, width: int) -> list[Line]:
        choice = self.choices[index]
        longest = max(cell_len(choice.label) for choice in self.choices)
        left = min(longest + HANG, int(width * WIDEST))
        first, *more = self.wrap(choice.label, left - HANG)
        names = [first, *(" " * HANG + name for name in more)]
        said = self.wrap(choice.sentence, width - left - GAP - 3)
        return [
            [
                ("  ", ""),
                (set_cell_size(name, left + GAP), "row--label"),
                (text, "row--text"),
            ]
            for name, text in zip_longest(names, said, fillvalue="")
        ]
