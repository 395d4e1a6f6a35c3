"""What is said of urgent signs that were answered not sure, wherever that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import How

HOWS = (How.CALL_NOW, How.TODAY)
"""The most urgent first."""


def by_how(pack: Pack, unsure: Iterable[str]) -> Iterator[tuple[How, list[str]]]:
    """The signs answered not sure by what they ask for, the most urgent first."""
    told = set(unsure)
    for how in HOWS:
        signs = [s.id for s in pack.protocol.signs if s.how is how and s.id in told]
        if signs:
            yield how, signs


def asks_as_much(action: str, how: How) -> bool:
    """Whether an action asks for as much as a sign that asks for `how`."""
    return action in (how.value, How.CALL_NOW.value)


def action_key(pack: Pack, action: str, part: str, hows: Iterable[How]) -> str:
    """Which words tell an action: beside a call that is asked for anyway, those of that call.

    `part` is headline or words; `hows` are what the signs not sure of ask for above the action.
    """
    key = f"result.actions.{action}.{part}"
    in_call = f"{key}_in_call"
    is_in_call = set(hows) == {How.TODAY} and pack.words.find(in_call) is not None
    return in_call if is_in_call else key


def to_do_first(pack: Pack, signs: Iterable[str]) -> str:
    """What to do first about the signs, where one can do anything; else empty."""
    found = (pack.words.find(f"gate.{sign}.unsure") for sign in signs)
    return " ".join(dict.fromkeys(text for text in found if isinstance(text, str)))


def nurse_to_ask(pack: Pack, emergency: str) -> str:
    """Which nurse to ask where `emergency` is the number to call; empty where none is known."""
    regions = (r for r in pack.protocol.regions if r.emergency == emergency)
    nurse_line = next((region.nurse_line for region in regions), "")
    return pack.words("gate.page.nurse_line", nurse_line=nurse_line) if nurse_line else ""
