"""Says what was taken back, so that no undo is a surprise."""

from __future__ import annotations

from typing import Any

from tonecheck.protocol.pack import Words
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.session import Undone

LONGEST = 62
"""Characters of what was taken back, so that the sentence fits one line of 80 columns."""
_PARTS = {
    "name": ("name",),
    "birth": ("birth_date",),
    "age": ("age_months", "age_weeks", "age_days"),
    "gestation": ("gestation_weeks", "gestation_days"),
}
_TITLES = {
    "child": "help.child.title",
    "situations": "help.situations.title",
    "readiness": "help.readiness.title",
    "observer": "ui.readiness.observer",
    "worry": "help.worry.title",
}


def say_undone(words: Words, undone: Undone) -> str:
    """One line naming what an undo took back."""
    named = [field for field in undone.fields if _names(field[0])]
    if not named:
        return words("ui.common.undone")
    field, was, now = named[0]
    head, _, rest = field.partition(".")
    if head == "checks":
        what = _check(words, rest, was or {}, now or {})
    elif head == "seen_by_doctor":
        what = words("gate.page.seen")
    elif head == "urgent":
        what = _signs(words, rest, was, len(named))
    elif head == "child":
        parts = [words(f"ui.child.parts.{part}") for part in changed_of_child(was, now)]
        what = ": ".join(filter(None, (words(_TITLES[head]), ", ".join(parts))))
    elif head == "background":
        what = _background(words, rest, was)
    else:
        what = words(_TITLES[head])
    return words("ui.common.undone_what", what=cut(what, LONGEST))


def changed_of_child(was: Any, now: Any) -> list[str]:
    """Which parts of what is told of the child differ: name, birth, age, gestation."""
    return [
        part
        for part, keys in _PARTS.items()
        if any((was or {}).get(key) != (now or {}).get(key) for key in keys)
    ]


def first_changed(undone: Undone) -> str:
    """The first question whose answer was taken back, or an empty text."""
    for field, was, now in undone.fields:
        if field == "child":
            return next(iter(changed_of_child(was, now)), "")
        if name := field.partition(".")[2]:
            return name
    return ""


def _names(field: str) -> bool:
    head = field.partition(".")[0]
    return head in _TITLES or head in ("background", "checks", "urgent", "seen_by_doctor")


def _check(words: Words, check: str, was: dict[str, Any], now: dict[str, Any]) -> str:
    """The check, with what is no longer recorded of it."""
    gone = [
        say.answers(words, check, [a for a in was.get(name, ()) if a not in now.get(name, ())])
        for name in ("answers", "left", "right")
    ]
    for name, key in (
        ("side", "ui.check.{}"),
        ("state", "readiness.states.{}.label"),
        ("not_seen", "result.not_seen.{}.label"),
    ):
        if was.get(name) and was.get(name) != now.get(name):
            gone.append(words(key.format(was[name])))
    if was.get("note") and was["note"] != now.get("note"):
        gone.append(words("ui.check.note_line", note=was["note"]))
    said = ", ".join(text for text in gone if text)
    name = words.checks[check].name
    return f"{name}: {said}" if said else name


def _background(words: Words, question: str, was: str | None) -> str:
    """The answer to a question, in its words or the parent's own, then the question."""
    asked = words(f"background.{question}.question")
    if was is None:
        return asked
    known = {answer: words(f"ui.common.{answer}") for answer in ("yes", "no", "not_sure")}
    known |= words.find(f"background.{question}.options") or {}
    return f"{known.get(was) or cut(was, LONGEST // 2)}: {asked}"


def _signs(words: Words, sign: str, was: str | None, count: int) -> str:
    """The answer to a sign, then its question; for many signs at once their name alone."""
    if count > 1 or was is None:
        return words("ui.gate.title")
    return f"{words(f'ui.common.{was}')}: {words(f'gate.{sign}.question')}"
