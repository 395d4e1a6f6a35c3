"""One check: how, what was seen, on which side, in which state, or why not."""

from __future__ import annotations

from tonecheck.protocol.check import Answer, Mode, Sides
from tonecheck.screening.document import FITS_NONE
from tonecheck.screening.entries import fits_none
from tonecheck.tui import say
from tonecheck.tui.left_words import passed_over
from tonecheck.tui.plain.answers import alone_among
from tonecheck.tui.plain.check_sides import SideTalk
from tonecheck.tui.plain.desk import Desk, Option
from tonecheck.tui.plain.how import reasons, say_how, say_last_time
from tonecheck.tui.plain.parts import run_parts
from tonecheck.tui.review_words import said_of
from tonecheck.tui.session import Station

PARTS = ("how", "see", "left", "right", "reason", "match", "side", "state")
NOTE_LIMIT = 4000
_NONE, _UNKNOWN = "+none", "+unknown"


def check(desk: Desk, station: Station, focus: str) -> None:
    """Ask one check from its beginning, or what was seen where it has an answer."""
    _Check(desk, station).run()


class _Check(SideTalk):
    def __init__(self, desk: Desk, station: Station) -> None:
        super().__init__(desk, station)
        self._wants_reason = False
        self._is_left_out = False
        self._reason = ""

    def run(self) -> None:
        """All parts that are to be asked, then back to what is urgent or on."""
        self.desk.about_check = self.id
        start = "how" if self.card.mode.is_hands_on and not self.has_said else "see"
        if start == "see":
            self._say_title()
            if not self.has_said:
                say_how(self.desk, self.card)
        if self.is_apart:
            start = next((side for side in ("left", "right") if not self.chosen(side)), start)
        run_parts(PARTS, self.is_asked, lambda part: getattr(self, f"_ask_{part}")(), start)

    def _say_title(self) -> None:
        words, ids = self.desk.words, self.session.walk.counted
        n = ids.index(self.id) + 1
        self.desk.voice.begin()
        for line in passed_over(words, self.session.walk, self.id):
            self.desk.voice.say(line)
        title = words("plain.check.title", n=n, total=len(ids), name=self.words.name)
        self.desk.voice.say(title)

    def is_asked(self, part: str) -> bool:
        """Whether a part is still to be asked, as the answers stand."""
        hands_on = self.card.mode.is_hands_on
        seen = fits_none(self.entry) or bool(self.chosen("answers") or self.is_apart)
        apart = self.wants_sides or self.is_apart
        return {
            "how": hands_on,
            "see": not self._is_left_out,
            "left": apart and (self.wants_sides or not self.chosen("left")),
            "right": apart and (self.wants_sides or not self.chosen("right")),
            "reason": self._wants_reason,
            "match": bool(self._reason and self._matches(self._reason)),
            "side": self.has_sided and (self.is_new or not self.entry.get("side")),
            "state": seen and hands_on and (self.is_new or not self.entry.get("state")),
        }[part]

    # How -----------------------------------------------------------------------------------

    def _ask_how(self) -> None:
        self._say_title()
        say_how(self.desk, self.card)
        options = [Option("cannot", "", "", "cannot")]
        may_leave = self.card.mode is Mode.OPTIONAL and not self.has_said
        if may_leave:
            options.append(Option("none", "", "", "none"))
        prompt = self.desk.words(f"plain.check.{'ready_optional' if may_leave else 'ready'}")
        found = self.desk.pick(options, prompt)
        self._wants_reason = found == ["cannot"]
        self._is_left_out = found == ["none"]

    # What was seen -------------------------------------------------------------------------

    def _ask_see(self) -> None:
        if self._wants_reason:
            return
        options = self._say_question()
        while True:
            way = "go" if self.has_said else "without" if self.card.mode is Mode.OPTIONAL else ""
            prompt = self.prompt(way, takes_many=self.card.check.takes_many())
            found = self.desk.pick(options, prompt, many=True)
            if found == ["note"]:
                self._write_note()
                options = self._say_question()
            elif found == ["how"]:
                self.desk.voice.begin()
                say_how(self.desk, self.card)
                options = self._say_question()
            elif found == ["cannot"]:
                self._wants_reason = True
                return
            elif found:
                if self._take(found):
                    return
            elif way:
                return
            else:
                self.desk.voice.ask_anew(self.desk.words("plain.check.pick"))

    def _say_question(self) -> list[Option]:
        say_, voice = self.desk.words, self.desk.voice
        check = self.card.check
        voice.begin()
        voice.say(self.words.question)
        if check.sides is Sides.PAIRED:
            voice.say(say_("plain.check.paired"))
        if check.takes_many():
            voice.say(say_("plain.check.many"))
        options = self.options([a for a in check.answers if a.id != self.derived])
        if check.sides is Sides.PAIRED:
            text = say.differ(say_, check)
            options.append(Option("differ", say_("ui.check.differ"), text, "differ"))
        text = say_("ui.check.cannot_text")
        options.append(Option("cannot", say_("ui.check.cannot"), text, "cannot"))
        options.append(Option("note", say_("plain.check.note"), "", "note"))
        options.append(Option("how", say_("plain.check.how"), "", "how"))
        self.desk.offer(options)
        self._say_given()
        return options

    def _say_given(self) -> None:
        words = self.desk.words
        given = said_of(words, self.session.walk, self.id)
        if given:
            self.desk.voice.say(words("plain.ask.now", given=given))
        say_last_time(self.desk, self.id)

    def _take(self, found: list[str]) -> bool:
        """Keep the answers typed; False where they do not go together."""
        words, check = self.desk.words, self.card.check
        chosen = [a for a in found if a in check.by_id]
        differ = "differ" in found
        wrong = ""
        if "cannot" in found or "note" in found or "how" in found:
            wrong = words("plain.check.one_only")
        elif differ and any(not check.by_id[a].whole for a in chosen):
            wrong = words("plain.check.mixed")
        elif stands := alone_among(check, chosen):
            wrong = words("plain.check.alone", answer=self.words.answers[stands].label)
        if wrong:
            self.desk.voice.ask_anew(wrong)
            return False
        self.is_new = True
        self.wants_sides = differ
        if chosen:
            self.choose(chosen)
        return True

    def _ask_state(self) -> None:
        words = self.desk.words
        self.desk.voice.begin()
        self.desk.voice.say(words("ui.check.state_title"))
        key = "readiness.states"
        options = [
            Option(s.id, words(f"{key}.{s.id}.label"), words(f"{key}.{s.id}.words"))
            for s in self.desk.pack.protocol.readiness.states
        ]
        options.append(Option(_UNKNOWN, words("ui.check.not_recorded")))
        self.desk.offer(options)
        state = self.desk.pick_or_keep(options, str(self.entry.get("state") or ""))
        value = None if state == _UNKNOWN else state
        self.keep(self.session.walk.set_in_entry(self.id, "state", value))
        self.desk.say_saved(next(option.label for option in options if option.id == state))
        if poor := say.poor_state(self.desk.pack, self.card.check, state):
            self.desk.voice.say(poor)

    # Why not -------------------------------------------------------------------------------

    def _matches(self, reason: str) -> list[Answer]:
        return [a for a in self.card.check.answers if a.matches == reason]

    def _ask_reason(self) -> None:
        words = self.desk.words
        self.desk.voice.begin()
        self.desk.voice.say(words("ui.check.reason_title"))
        options = reasons(self.desk, self.card)
        self.desk.offer(options)
        # Back leads to what was seen, and there an answer may be chosen after all.
        self._wants_reason = False
        reason = self.desk.pick_one(options)
        self._wants_reason = True
        self._reason = reason
        is_new_day = reason == "crying" and self.session.cried_before_today(self.id)
        self.keep(self.session.walk.not_seen(self.id, reason, is_new_day))
        self.desk.say_saved(words(f"result.not_seen.{reason}.label"))
        if reason == FITS_NONE:
            self._write_note()

    def _ask_match(self) -> None:
        """A reason that is itself a sign offers the answer that says so."""
        words = self.desk.words
        self.desk.voice.begin()
        self.desk.voice.say(words("ui.check.match_title"))
        options = self.options(self._matches(self._reason))
        options.append(Option(_NONE, words("ui.check.match_none")))
        self.desk.offer(options)
        found = self.desk.pick_one(options)
        if found != _NONE:
            self.is_new = True
            self.choose([found])

    def _write_note(self) -> None:
        words = self.desk.words
        self.desk.voice.begin()
        self.desk.voice.say(say.note_title(words, self.entry))
        given = str(self.entry.get("note") or "")
        text = self.desk.text("text", given, NOTE_LIMIT)
        self.keep(self.session.walk.set_in_entry(self.id, "note", text))
        self.desk.voice.say(words("plain.check.saved"))
