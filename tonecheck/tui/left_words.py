"""Why checks are left to others, in words."""

from __future__ import annotations

from tonecheck.protocol.check import Mode
from tonecheck.protocol.pack import Words
from tonecheck.screening.walk import Card, Walk
from tonecheck.tui.session import Session


def left_by_reason(words: Words, session: Session) -> dict[str, list[Card]]:
    """The checks left to others, by the words for why."""
    found: dict[str, list[Card]] = {}
    for card in session.left:
        found.setdefault(why_left(words, card), []).append(card)
    return found


def passed_over(words: Words, walk: Walk, check: str) -> list[str]:
    """Why the places right before a check are not asked: they wait for another answer."""
    if check not in walk.counted:
        return []
    cards = [walk.card(id_) for id_ in walk.counted[: walk.counted.index(check)]]
    asked = max((n for n, card in enumerate(cards, 1) if card.mode is not Mode.LEAVE), default=0)
    return [left_line(words, walk, card.check.id) for card in cards[asked:]]


def left_line(words: Words, walk: Walk, check: str) -> str:
    """That a check is left out, and why."""
    return words(
        "ui.check.passed_over",
        n=walk.counted.index(check) + 1,
        name=words.checks[check].name,
        why=why_left(words, walk.card(check)),
    )


def why_left(words: Words, card: Card) -> str:
    """Why a check is left to others."""
    if card.situation:
        return words(f"situations.{card.situation}.reason")
    if not card.requires:
        return words("ui.leave.age")
    check, answer = card.check.needed
    name, label = words.checks[check].name, words.answer(check, answer).label
    return words("ui.leave.requires", check=name, answer=label)
