"""What was typed, as the choices it names."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s,;]+")


def chosen(typed: str, known: dict[str, tuple[str, ...]]) -> list[str] | None:
    """The ids that `typed` names, each once; None where something in it is not known."""
    tokens = [typed] if any(typed in words for words in known.values()) else _BETWEEN.split(typed)
    found = []
    for token in tokens:
        if not token:
            continue
        plain_token = token if token in ("-",) else token.rstrip(".)")
        id_ = next((id_ for id_, words in known.items() if plain_token in words), None)
        if id_ is None:
            return None
        found.append(id_)
    return list(dict.fromkeys(found))
