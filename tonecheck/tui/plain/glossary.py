"""The hard words: the names of all, or what those asked for mean."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.protocol.pack import Words
from tonecheck.tui.plain.voice import Voice


def say_names(voice: Voice, words: Words) -> None:
    """Name every word that is explained, and how to ask for one."""
    entries = words.find("glossary") or {}
    voice.gap()
    voice.say(words("help.glossary.title"))
    voice.say(", ".join(sorted((entry["term"] for entry in entries.values()), key=str.casefold)))
    voice.say(words("plain.glossary.how"))


def say_meanings(voice: Voice, words: Words, asked: str) -> bool:
    """Say what the words mean that `asked` names or else begins; False where there are none."""
    wanted = asked.casefold()
    entries = list((words.find("glossary") or {}).values())
    spelled = [[name.casefold() for name in (e["term"], *e["also"])] for e in entries]
    found = [e for e, known in zip(entries, spelled, strict=True) if wanted in known]
    if not found:
        found = [e for e, known in zip(entries, spelled, strict=True) if _begins(known, wanted)]
    for entry in found:
        voice.say(f"{entry['term']}: {entry['meaning']}")
    return bool(found)


def _begins(known: Sequence[str], wanted: str) -> bool:
    return any(name.startswith(wanted) for name in known)
