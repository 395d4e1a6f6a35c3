"""Makes the front sheet one page: what does not fit moves to a continuation, whole.

Nothing is cut silently: a shortened text says on which page it goes on, and stands there in full.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tonecheck.report.view.blocks import Fact, Yield
from tonecheck.report.view.model import Front, Group, Overflow


@dataclass(frozen=True, slots=True)
class Room:
    """How much page 1 holds.

    Characters of the parent's worry, of any other text and of one line; lines of all findings
    together, or of any other list; and how many kinds of lists it gives up, of `GIVEN_UP`. Texts
    of the two boxes may be twice as long.
    """

    worry: int
    text: int
    line: int
    lines: int
    given_up: int = 0

    @property
    def notes(self) -> tuple[int, int]:
        """Characters and lines of all notes together; a line of them stands in any room."""
        return max(self.text // 3, _ONE_LINE), max(self.lines // 5, 1)


WHOLE = Room(10**9, 10**9, 10**9, 10**9)
"""Where there are no pages."""

GIVEN_UP: tuple[Yield, ...] = ("typical", "noted", "unanswered", "missed", "article")
"""The lists that page 1 gives up, in this order, before a finding."""

_ALL = len(GIVEN_UP)

ROOMS = (
    Room(1400, 1400, 260, 30),
    *(Room(1200, 800, 260, 30, given_up) for given_up in range(1, _ALL + 1)),
    Room(900, 500, 260, 30, _ALL),
    Room(800, 260, 220, 24, _ALL),
    Room(700, 170, 200, 20, _ALL),
    Room(600, 120, 180, 17, _ALL),
    Room(520, 100, 160, 14, _ALL),
    Room(450, 80, 130, 12, _ALL),
    Room(380, 70, 120, 10, _ALL),
    Room(300, 60, 110, 8, _ALL),
    Room(260, 50, 100, 7, _ALL),
    Room(240, 50, 90, 6, _ALL),
    Room(200, 45, 80, 5, _ALL),
    Room(160, 40, 80, 4, _ALL),
    Room(120, 40, 60, 3, _ALL),
    Room(90, 40, 50, 2, _ALL),
)
"""From the usual room to the least; the last fits whatever was typed."""

HISTORY = 160
"""Characters of the background, of since when and of the urgent signs that are never cut."""

_SPARED = 20
"""Characters that are not worth cutting: saying where they go on takes as many."""

_ONE_LINE = 80
"""Characters of a list that takes no more room than saying where it is."""

_BETWEEN = " \n\t·;,"
"""What stands between the parts of a text, and not at the end of its beginning."""


@dataclass(slots=True)
class Rest:
    """What moved to the continuation."""

    facts: list[Fact] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.facts or self.groups)


def fit_front(front: Front, words: Overflow, room: Room) -> tuple[Front, Rest]:
    """The front sheet with every text and list held to `room`, and what was moved.

    Pattern and action are never cut: they are the pack's own words, and short.
    """
    rest = Rest()
    # What was found goes before what surrounds it.
    wide = replace(room, text=2 * room.text)
    history = replace(room, text=max(room.text, HISTORY))
    fitted = front.model_copy(
        update={
            "who": _facts(front.who, words, room, rest),
            "worry": (
                _fact(front.worry[0], words, room.worry, room.lines, rest),
                *_facts(front.worry[1:], words, history, rest),
            ),
            "background": _facts(front.background, words, history, rest),
            "notes": _notes(front.notes, words, room),
            "more": _facts(front.more, words, history, rest),
        }
    )
    if front.banner:
        lines = Group(title=front.banner.headline, lines=front.banner.lines)
        held = _group(lines, words, room, rest).lines
        banner = front.banner.model_copy(update={"lines": held})
        fitted = fitted.model_copy(update={"banner": banner})
    if front.seen:
        groups = tuple(_group(group, words, room, rest) for group in front.seen.groups)
        others = _facts(front.seen.others, words, wide, rest)
        seen = front.seen.model_copy(update={"groups": groups, "others": others})
        fitted = fitted.model_copy(update={"seen": seen})
    if front.computed:
        facts = tuple(
            fact if fact.strong else _fact(fact, words, wide.text, room.lines, rest)
            for fact in front.computed.facts
        )
        others = _facts(front.computed.others, words, wide, rest)
        computed = front.computed.model_copy(update={"facts": facts, "others": others})
        fitted = fitted.model_copy(update={"computed": computed})
    return fitted, rest


def _facts(facts: tuple[Fact, ...], words: Overflow, room: Room, rest: Rest) -> tuple[Fact, ...]:
    given_up = GIVEN_UP[: room.given_up]
    fitted = []
    for fact in facts:
        if fact.yields in given_up and len(fact.value) > _ONE_LINE:
            rest.facts.append(fact)
            fitted.append(fact.model_copy(update={"value": fact.short}))
        else:
            fitted.append(_fact(fact, words, room.text, room.lines, rest))
    return tuple(fitted)


def _fact(fact: Fact, words: Overflow, characters: int, lines: int, rest: Rest) -> Fact:
    shown = _shortened(fact.value, characters, lines)
    if shown == fact.value:
        return fact
    rest.facts.append(fact)
    return fact.model_copy(update={"value": words.cut.format(shown=shown)})


def _group(group: Group, words: Overflow, room: Room, rest: Rest) -> Group:
    """The lines for which there is room: of findings the gravest, and one of each side."""
    ranks = group.ranks or range(len(group.lines))
    fitting = sum(rank < room.lines for rank in ranks)
    full = group.lines[: max(fitting, 1)]
    kept = [_shortened(line, room.line, room.lines) for line in full]
    if tuple(kept) == group.lines:
        return group
    rest.groups.append(group)
    shown = [
        line if line == whole else words.cut.format(shown=line)
        for line, whole in zip(kept, full, strict=True)
    ]
    if hidden := len(group.lines) - len(kept):
        more = words.mildest if group.ranks else words.lines
        shown.append(more.format(count=hidden))
    return group.model_copy(update={"lines": tuple(shown)})


def _notes(group: Group | None, words: Overflow, room: Room) -> Group | None:
    """The first notes for which there is room, long ones begun; all stand with the answers."""
    characters, lines = room.notes
    if group is None or (len(group.lines) <= lines and sum(map(len, group.lines)) <= characters):
        return group
    shown: list[str] = []
    for line in group.lines[:lines]:
        begun = _shortened(line, max(characters // 2, _ONE_LINE), 1)
        if sum(map(len, shown)) + len(begun) > characters:
            break
        shown.append(line if begun == line else words.note.format(shown=begun))
    if hidden := len(group.lines) - len(shown):
        shown.append(words.notes.format(count=hidden))
    return group.model_copy(update={"lines": tuple(shown)})


def _shortened(text: str, characters: int, lines: int) -> str:
    """The beginning of `text` that fits, up to the end of a part or a word where there is one.

    A line of which hardly anything fits is left for later.
    """
    start = "\n".join(text.split("\n")[:lines])
    if len(start) > characters + _SPARED:
        start = start[:characters]
        ends, line_end = (start.rfind("; "), start.rfind(" ")), start.rfind("\n")
        start = start[: next((end for end in ends if end > characters // 2), len(start))]
        start = start[:line_end] if 0 < len(start) - line_end < _SPARED and line_end > 0 else start
    return start if start == text else start.rstrip(_BETWEEN)
