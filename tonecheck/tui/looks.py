"""One child's looks side by side, and over age: plain text that needs no colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rich.cells import cell_len, set_cell_size

from tonecheck.protocol.check import Check, Span
from tonecheck.protocol.months import in_months
from tonecheck.protocol.pack import Pack, Words
from tonecheck.protocol.reading import Direction, Level
from tonecheck.scoring.result import Result
from tonecheck.tui.changes import Look, items
from tonecheck.tui.widgets.drawing import Line

Wrap = Callable[[str, int], list[str]]
COLUMN = 24
MOST_COLUMNS = 4
GAP = 2
CHANGED = "*"
USUAL, DIFFER, ARTICLE, BEYOND = "=", "-", "~", ">"
FINE, FOUND, UNKNOWN, GRID = "o", "!", "?", "."
LEGEND = (
    {"usual": USUAL, "differ": DIFFER, "article": ARTICLE, "beyond": BEYOND},
    {"fine": FINE, "found": FOUND},
)
DIRECTIONS = tuple(d for d in Direction if d is not Direction.NONE)


def columns(width: int) -> int:
    """How many looks stand side by side in `width` cells."""
    return max(2, min(MOST_COLUMNS, width // COLUMN))


# Side by side --------------------------------------------------------------------------------


def heads(pack: Pack, looks: Sequence[Look], width: int, wrap: Wrap) -> list[Line]:
    """The day and the age of each look, above its column."""
    cells = ["\n".join(look.head(pack)) for look in looks]
    rows = [(text, "bold") for text, _ in _side_by_side(cells, width, wrap)]
    return [*rows, ("-" * width, "")]


def table(pack: Pack, looks: Sequence[Look], width: int, wrap: Wrap) -> list[Line]:
    """Every item in its columns: what changed first, each change with its mark."""
    words, is_of_versions = pack.words, any(look.version for look in looks)
    lines: list[Line] = []
    for kind, found in items(pack, looks).items():
        if found or kind == "changed":
            head = words(f"ui.history.{kind}", n=len(found), mark=CHANGED)
            lines += [(head, "bold underline"), ("", "")]
        for item in found:
            lines += [(text, "bold") for text in wrap(item.name, width)]
            cells = list(_marked(words, item.said, is_of_versions))
            lines += [*_side_by_side(cells, width, wrap), ("", "")]
    return lines


def _marked(words: Words, said: Sequence[str], is_of_versions: bool) -> Iterator[str]:
    """What was said each time; between versions an answer that came or went has its mark, too."""
    before = said[0]
    for text in said:
        is_told = bool(text and before) or is_of_versions
        mark = f"{CHANGED} " if is_told and text != before else ""
        yield mark + (text or words("ui.history.not_seen"))
        before = text if is_of_versions else text or before


def _side_by_side(cells: Sequence[str], width: int, wrap: Wrap) -> list[Line]:
    each = max(8, (width - GAP * (len(cells) - 1)) // max(1, len(cells)))
    columns = [[row for part in cell.split("\n") for row in wrap(part, each)] for cell in cells]
    height = max(map(len, columns), default=0)
    filled = [[*column, *[""] * (height - len(column))] for column in columns]
    rows = zip(*filled, strict=True)
    return [((" " * GAP).join(set_cell_size(t, each) for t in row).rstrip(), "") for row in rows]


# Over age ------------------------------------------------------------------------------------


class Scale:
    """Months on a line of characters; `end` in months, everything whole characters."""

    def __init__(self, width: int, end: int) -> None:
        self.end = end
        self.width = width
        self.each = max(2, (width - max(18, width // 4) - 2) // (end + 1))
        self.label = max(18, width - 2 - self.each * (end + 1))

    def at(self, months: Decimal) -> int:
        """The character where an age stands."""
        return int(min(months, Decimal(self.end + 1)) * self.each)

    def row(self, label: str, marks: Mapping[int, str]) -> str:
        """A line: its label, the marks, and a dot at each month that has none beside it."""
        places = (month * self.each for month in range(self.end + 1))
        dots = {at: GRID for at in places if marks.keys().isdisjoint((at - 1, at + 1))}
        return self._line(label, dots | dict(marks))

    def bar(self, label: str, spans: Iterable[tuple[Decimal, Decimal, str]]) -> str:
        """A line with bars from month to month; `>` says that one goes on beyond the end."""
        marks: dict[int, str] = {}
        edge = (self.end + 1) * self.each
        for start, until, char in spans:
            marks |= dict.fromkeys(range(self.at(start), max(self.at(until), self.at(start))), char)
            if until > self.end + 1:
                marks[edge] = BEYOND
        return self.row(label, marks)

    def axis(self, label: str) -> str:
        """The months as numbers."""
        line = ""
        for month in range(self.end + 1):
            line = set_cell_size(line, month * self.each) + str(month)
        return set_cell_size(label, self.label) + line

    def _line(self, label: str, marks: Mapping[int, str]) -> str:
        drawn = "".join(marks.get(at, " ") for at in range(max(marks, default=0) + 1))
        room = self.label - 1
        name = label if cell_len(label) <= room else set_cell_size(label, room - 2) + ".."
        return set_cell_size(name, self.label) + drawn.rstrip()


def _scale(pack: Pack, width: int) -> Scale:
    return Scale(width, int(in_months(pack.protocol.result.ages.end_days)))


def axis(pack: Pack, looks: Sequence[Look], width: int) -> list[Line]:
    """The months above the chart, from the due date where any age is corrected."""
    is_due = any(look.result.ages.corrected for look in looks)
    label = pack.words("ui.history.axis_due" if is_due else "ui.history.axis")
    return [(_scale(pack, width).axis(label), "bold")]


def chart(pack: Pack, looks: Sequence[Look], width: int, wrap: Wrap) -> list[Line]:
    """How many findings lean which way at each age, then the window of each reflex and skill."""
    words, scale = pack.words, _scale(pack, width)
    lines: list[Line] = [(words("ui.history.counts"), "bold underline")]
    places = [scale.at(look.months) for look in looks]
    enough = {at for at, look in zip(places, looks, strict=True) if look.result.coverage.enough}
    for direction in DIRECTIONS:
        counts = dict.fromkeys(places, 0)
        for at, look in zip(places, looks, strict=True):
            counts[at] = max(counts[at], _count(look.result, direction))
        said = {at: _digit(n) if n or at in enough else UNKNOWN for at, n in counts.items()}
        lines.append((scale.row(words(f"result.directions.{direction}.short"), said), ""))
    if not enough.issuperset(places):
        text = f"{UNKNOWN} {words('ui.history.marks.unknown')}"
        lines += [(line, "") for line in wrap(text, width)]
    shared = {at: n for at, n in Counter(places).items() if n > 1}
    if shared:
        numbers = {at: _digit(n) for at, n in shared.items()}
        lines.append((scale.row(words("ui.history.looks"), numbers), ""))
        lines += [(text, "") for text in wrap(words("ui.history.shared"), width)]
    for kind in ("reflex", "milestone"):
        lines += [("", ""), (words(f"ui.history.{kind}"), "bold underline")]
        if kind == "reflex":
            lines += [(text, "") for row in LEGEND for text in wrap(_legend(words, row), width)]
        for check in pack.protocol.checks:
            if check.window and check.window.kind == kind:
                lines += [(text, "") for text in _window(words, check, looks, scale, wrap)]
    return lines


def _legend(words: Words, row: Mapping[str, str]) -> str:
    return "   ".join(f"{mark} {words(f'ui.history.marks.{key}')}" for key, mark in row.items())


def _window(
    words: Words, check: Check, looks: Sequence[Look], scale: Scale, wrap: Wrap
) -> Iterator[str]:
    window = check.window
    if window is None:
        return
    yield scale.bar(words.checks[check.id].name, _bars(window.published, USUAL, scale.end))
    if window.article and window.kind == "milestone":
        yield from _lacking(words, window.article, scale, wrap)
    elif window.article:
        label = f"  {words('ui.history.article')}"
        yield scale.bar(label, _bars(window.article, ARTICLE, scale.end))
    marks: dict[int, str] = {}
    for look in looks:
        mark = _mark(look.result, check.id)
        at = scale.at(look.months)
        if mark and marks.get(at) != FOUND:
            marks[at] = mark
    if marks:
        yield scale.row(f"  {words('ui.history.seen')}", marks)


def _lacking(words: Words, span: Span, scale: Scale, wrap: Wrap) -> Iterator[str]:
    """When the lack of a skill is a sign: a bar up to then would read as when the skill comes."""
    if span.end is not None:
        said = words("ui.history.lacking", months=f"{span.end.normalize():f}")
        yield from (f"  {text}" for text in wrap(said, scale.width - 2))


def _bars(span: Span | None, char: str, end: int) -> Iterator[tuple[Decimal, Decimal, str]]:
    if span is None:
        return
    until = span.end if span.end is not None else Decimal(end + 2)
    yield span.start, until, char
    if span.grey_until is not None:
        yield until, span.grey_until, DIFFER


def _mark(result: Result, check: str) -> str:
    read = [item.published for item in result.readings if item.check == check]
    if not read:
        return ""
    found = any(one is not None and one.severity >= Level.RECHECK for one in read)
    return FOUND if found else FINE


def _count(result: Result, direction: Direction) -> int:
    """Findings of one direction, on whatever side, as the result counts them."""
    return sum(result.counts.get(direction.value, {}).values())


def _digit(n: int) -> str:
    return str(n) if n < 10 else "+"
