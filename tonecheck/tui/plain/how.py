"""How a check is done, when to stop, and why it may not have been seen."""

from __future__ import annotations

from tonecheck.protocol.check import Mode
from tonecheck.screening.walk import Card
from tonecheck.tui import not_seen, say
from tonecheck.tui.plain.desk import Desk, Option


def say_how(desk: Desk, card: Card) -> None:
    """Purpose, steps, stop rules, what must never be done, what does not count."""
    words, voice, said = desk.words, desk.voice, desk.words.checks[card.check.id]
    voice.say(said.purpose)
    if card.mode is Mode.WATCH:
        voice.say(words("ui.check.watch"))
    voice.gap()
    for n, step in enumerate(said.steps_at(card.mode), 1):
        voice.say(words("plain.check.step", n=n, step=step))
    label = words("plain.check.stop", line="").strip()
    for line in said.stop:
        says_it = line.startswith(label.rstrip(":"))
        voice.say(line if says_it else words("plain.check.stop", line=line))
    if said.do_not and said.do_not not in said.stop:
        voice.say(said.do_not)
    for line in said.invalid:
        voice.say(words("plain.check.invalid", line=line))


def reasons(desk: Desk, card: Card) -> list[Option]:
    """Why it could not be seen."""
    return [
        Option(key, desk.words(f"result.not_seen.{key}.label"), number=n)
        for key, n in not_seen.reasons(card).items()
    ]


def say_last_time(desk: Desk, check: str) -> None:
    """The answers of the screening that this one takes the place of."""
    before = desk.walk.before
    old = before.checks.get(check) if before is not None else None
    if old is None:
        return
    every = list(dict.fromkeys((*old.answers, *old.left, *old.right)))
    if said := say.answers(desk.words, check, every):
        desk.voice.say(desk.words("ui.check.last_time", answers=said))
