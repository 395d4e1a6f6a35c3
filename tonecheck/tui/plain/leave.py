"""The checks left to people who examine babies, and what such a person told."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.left_words import left_by_reason
from tonecheck.tui.plain.answers import alone_among, set_answers
from tonecheck.tui.plain.desk import Back, Desk, Option
from tonecheck.tui.plain.parts import run_parts
from tonecheck.tui.review_words import said_of
from tonecheck.tui.session import Station

WHO_LIMIT = 200


def leave(desk: Desk, station: Station, focus: str) -> None:
    """The list with its reasons; a number writes down what was told."""
    words, voice = desk.words, desk.voice
    at = station.check
    while True:
        if not at:
            voice.begin()
            voice.say(words("ui.leave.title"))
            voice.say(words("ui.leave.intro"))
            found = desk.pick(_offered(desk), words("plain.leave.pick"))
            if not found:
                return
            at = found[0]
        with suppress(Back):
            _Told(desk, station, at).run()
        at = ""


def _offered(desk: Desk) -> list[Option]:
    """The checks, said under the reason why each group is left out."""
    words, walk = desk.words, desk.walk
    offered: list[Option] = []
    for why, cards in left_by_reason(words, walk).items():
        desk.voice.gap()
        desk.voice.say(f"{why.rstrip('.')}:")
        group = [
            Option(
                card.check.id,
                words.checks[card.check.id].name,
                said_of(words, walk.walk, card.check.id),
                number=str(n),
            )
            for n, card in enumerate(cards, len(offered) + 1)
        ]
        desk.offer(group)
        offered += group
    return offered


class _Told:
    def __init__(self, desk: Desk, station: Station, check: str) -> None:
        self.desk = desk
        self.station = station
        self.check = check
        self._is_over = False

    @property
    def entry(self) -> dict[str, Any]:
        return self.desk.walk.walk.entry(self.check)

    def run(self) -> None:
        run_parts(
            ("who", "told", "side"),
            self.is_asked,
            lambda part: getattr(self, f"_ask_{part}")(),
            "who",
        )

    def is_asked(self, part: str) -> bool:
        if self._is_over:
            return False
        check = self.desk.pack.protocol.by_id[self.check]
        sided = any(check.by_id[answer].sided for answer in self.entry.get("answers", ()))
        return part != "side" or sided

    def _ask_who(self) -> None:
        desk = self.desk
        desk.voice.begin()
        desk.voice.say(desk.words.checks[self.check].name)
        desk.voice.say(desk.words("plain.leave.who"))
        given = str(self.entry.get("reported_by") or "")
        text = desk.text("text", given, WHO_LIMIT)
        if text is None:
            # Without who said it, what they saw is no one's word: both go.
            desk.keep(desk.walk.walk.clear(self.check), self.station)
            self._is_over = True
            return
        desk.keep(desk.walk.walk.set_in_entry(self.check, "reported_by", text), self.station)
        desk.say_saved(cut(text, WHO_LIMIT))

    def _ask_told(self) -> None:
        desk, words = self.desk, self.desk.words
        check = desk.pack.protocol.by_id[self.check]
        said = words.checks[self.check].answers
        desk.voice.begin()
        desk.voice.say(words("plain.leave.told"))
        options = [
            Option(a.id, said[a.id].label, said[a.id].sentence) for a in check.answers if a.told
        ]
        desk.offer(options)
        given = tuple(self.entry.get("answers", ()))
        if given:
            shown = say.answers(words, self.check, given)
            desk.voice.say(words("plain.ask.now", given=shown))
        while True:
            asked = "numbers" if check.takes_many() else "number"
            prompt = desk.prompt(asked, "keep") if given else desk.prompt(asked)
            found = desk.pick(options, prompt, many=True)
            if stands := alone_among(check, found):
                desk.voice.ask_anew(words("plain.check.alone", answer=said[stands].label))
            elif found:
                desk.keep(set_answers(desk.walk.walk, self.check, found), self.station)
                desk.say_saved(say.answers(words, self.check, found))
                return
            elif given:
                return
            else:
                desk.voice.ask_anew(words("plain.ask.wrong"))

    def _ask_side(self) -> None:
        desk, words = self.desk, self.desk.words
        desk.voice.begin()
        check = desk.pack.protocol.by_id[self.check]
        desk.voice.say(say.side_question(words, check, self.entry))
        labels = say.sides(words, check, self.entry)
        options = [Option(side, label) for side, label in labels.items()]
        desk.offer(options)
        side = desk.pick_or_keep(options, str(self.entry.get("side") or ""))
        desk.keep(desk.walk.walk.set_in_entry(self.check, "side", side), self.station)
        desk.say_saved(labels[side])
