"""Left and right of one check: an answer for each, or the side of one answer."""

from __future__ import annotations

from tonecheck.tui import say
from tonecheck.tui.plain.answers import alone_among
from tonecheck.tui.plain.check_talk import CheckTalk
from tonecheck.tui.plain.desk import Option


class SideTalk(CheckTalk):
    """Asks for the baby's left, then for the right."""

    def _ask_left(self) -> None:
        self._ask_side_answers("left")

    def _ask_right(self) -> None:
        self._ask_side_answers("right")
        self.wants_sides = False

    def _ask_side_answers(self, side: str) -> None:
        words, voice, check = self.desk.words, self.desk.voice, self.card.check
        voice.begin()
        voice.say(words(f"plain.check.{side}"))
        voice.say(self.words.question)
        takes_many = check.takes_many(by_side=True)
        if takes_many:
            voice.say(words("plain.check.many"))
        if again := say.same_again(words, check, self.entry, side):
            voice.say(again)
        options = self.options([a for a in check.answers if not a.whole])
        if side == "left" and self.derived:
            says = self.words.answers[self.derived]
            options.append(Option("which", says.label, says.sentence, "which"))
        self.desk.offer(options)
        given = self.chosen(side)
        if given:
            voice.say(words("plain.ask.now", given=say.answers(words, self.id, given)))
        prompt = self.prompt("go" if given else "", takes_many=takes_many)
        while True:
            found = self.desk.pick(options, prompt, many=True)
            if not found and given:
                return
            if found == ["which"]:
                self._differ()
                return
            if "which" in found:
                voice.ask_anew(words("plain.check.one_only"))
            elif stands := alone_among(check, found):
                label = self.words.answers[stands].label
                voice.ask_anew(words("plain.check.alone", answer=label))
            elif found:
                self.is_new = True
                self.choose(found, side)
                return
            else:
                voice.ask_anew(words("ui.check.pick_side"))

    def _differ(self) -> None:
        """Keep that the sides differ, without an answer for each."""
        self.is_new = True
        self.wants_sides = False
        if self.derived not in self.chosen("answers"):
            self.keep(self.session.walk.differ(self.id))
        self.desk.say_saved(say.answers(self.desk.words, self.id, [self.derived]))

    def _ask_side(self) -> None:
        words = self.desk.words
        self.desk.voice.begin()
        self.desk.voice.say(say.side_question(words, self.card.check, self.entry))
        labels = say.sides(words, self.card.check, self.entry)
        options = [Option(side, label) for side, label in labels.items()]
        self.desk.offer(options)
        side = self.desk.pick_or_keep(options, str(self.entry.get("side") or ""))
        self.keep(self.session.walk.set_in_entry(self.id, "side", side))
        self.desk.say_saved(labels[side])
