"""The urgent signs one by one; and the page for a yes, which stays until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tonecheck.screening.draft import Change
from tonecheck.screening.walk import hangs_on_age
from tonecheck.tui import say
from tonecheck.tui.alarm_ways import causes, day_fault
from tonecheck.tui.plain import dates
from tonecheck.tui.plain.desk import Back, Desk, Moved, Option
from tonecheck.tui.plain.export import save_paper
from tonecheck.tui.plain.parts import run_parts
from tonecheck.tui.session import Alarm, Station

REGION_NONE = "none"
FROM_BEHIND = "+behind"
"""To look over what was answered, for who comes back here."""


def choose_region(desk: Desk) -> None:
    """Where the parent is, only to show the right number; none is assumed."""
    words, voice = desk.words, desk.voice
    voice.begin()
    voice.say(words("gate.page.number"))
    options = []
    for region in desk.pack.protocol.regions:
        label = words(f"regions.labels.{region.id}")
        if region.emergency:
            label = words("ui.region.number", label=label, number=region.emergency)
        options.append(Option(region.id, label))
    options.append(Option(REGION_NONE, words("regions.words.none")))
    desk.offer(options)
    chosen = desk.pick_one(options)
    desk.set_region(None if chosen == REGION_NONE else chosen)


def gate(desk: Desk, station: Station, focus: str) -> None:
    """Every sign that is open; once all are answered they can be looked over."""
    _Gate(desk, station).run(focus)


class _Gate:
    def __init__(self, desk: Desk, station: Station) -> None:
        self.desk = desk
        self.station = station
        self.session = desk.walk
        self.signs = {sign.id: sign for sign in self.session.walk.signs}
        self.order = tuple(self.signs)

    def run(self, focus: str) -> None:
        desk, session = self.desk, self.session
        was_passed = self.station.key in session.draft.get("passed", ())
        desk.voice.begin()
        still = session.walk.open_signs
        if still and focus not in (*self.signs, FROM_BEHIND):
            if all(hangs_on_age(self.signs[sign]) for sign in still):
                self.order = tuple(id_ for id_, sign in self.signs.items() if hangs_on_age(sign))
            self._explain(still)
        if focus in self.signs:
            self.ask(focus)
            still = session.walk.open_signs
        if focus == FROM_BEHIND:
            self._look_over()
        elif still:
            self._ask_open(still[0])
        elif was_passed and focus not in self.signs:
            self._look_over()
        desk.keep(self._answering((), "no"))

    def _ask_open(self, first: str) -> None:
        """Ask what is open; from signs that hang on the age the way back leads to the child."""
        try:
            run_parts(self.order, self._is_open, self.ask, first, lambda _: True)
        except Back:
            if len(self.order) < len(self.signs) and not self.session.is_reviewing:
                raise Moved(Station("child")) from None
            raise

    def _answering(self, signs: Sequence[str], value: str) -> list[Change]:
        return self.session.walk.answer_signs(signs, value, self.session.services.clock())

    def _explain(self, still: tuple[str, ...]) -> None:
        desk = self.desk
        by_age = all(hangs_on_age(self.signs[sign]) for sign in still)
        desk.voice.say(desk.words("ui.gate.age" if by_age else "gate.page.title"))
        desk.voice.say(desk.words("plain.gate.how"))
        desk.voice.say(desk.words("plain.gate.none"))

    def _is_open(self, sign: str) -> bool:
        return sign in self.session.walk.open_signs

    def ask(self, sign: str) -> None:
        """One sign; Enter keeps an answer it has."""
        desk, words = self.desk, self.desk.words
        given = self.session.draft.get(f"urgent.{sign}")
        n = self.order.index(sign) + 1
        desk.voice.begin()
        desk.voice.say(words("plain.gate.sign", n=n, total=len(self.order)))
        desk.voice.say(words(f"gate.{sign}.question"))
        if given:
            desk.voice.say(words("plain.ask.now", given=words(f"ui.common.{given}")))
        options = desk.yes_no_options()
        if self.session.walk.open_signs:
            options.append(Option("none", words("ui.gate.none"), "", "none"))
        prompt = desk.prompt("yes_no", "keep") if given else desk.prompt("yes_no")
        while True:
            found = desk.pick(options, prompt)
            if not found and given:
                self._mind_alarms()
                return
            if found == ["none"]:
                if not self._none():
                    self.ask(sign)
                return
            elif found:
                self._answer(sign, found[0])
                return
            else:
                desk.voice.ask_anew(words("plain.gate.how"))

    def _answer(self, sign: str, answer: str) -> None:
        desk = self.desk
        desk.keep(self._answering([sign], answer), self.station)
        desk.say_saved(desk.words(f"ui.common.{answer}"))
        if answer == "not_sure":
            desk.voice.say(say.whom_to_call(desk.pack, desk.services.settings.region, [sign]))
        self._mind_alarms()

    def _none(self) -> bool:
        """Every sign still open is a no, once all of them were read out and it was said again."""
        desk, words = self.desk, self.desk.words
        still = self.session.walk.open_signs
        desk.voice.begin()
        desk.voice.say(words("plain.gate.rest"))
        for sign in still:
            desk.voice.say(words(f"gate.{sign}.question"), "- ")
        options = [Option("none", words("ui.gate.none"), "", "none")]
        if not desk.pick(options, words("plain.gate.sure")):
            return False
        desk.keep(self._answering(still, "no"), self.station)
        self._mind_alarms()
        return True

    def _mind_alarms(self) -> None:
        """What is urgent has its page before the next sign is asked."""
        if self.session.alarms():
            raise Moved(self.station)

    def _look_over(self) -> None:
        """All answers on one list; a number changes one."""
        desk, words = self.desk, self.desk.words
        while True:
            desk.voice.begin()
            desk.voice.say(words("plain.gate.all"))
            given = self.session.draft.table("urgent")
            options = [
                Option(
                    sign,
                    words(
                        "plain.gate.row",
                        question=words(f"gate.{sign}.question"),
                        answer=words(f"ui.common.{given[sign]}"),
                    ),
                )
                for sign in self.order
                if sign in given
            ]
            desk.offer(options)
            found = desk.pick(options, desk.prompt("number", "go"))
            if not found:
                return
            try:
                self.ask(found[0])
            except Back:
                continue


def urgent(desk: Desk) -> None:
    """What to do now; it stays until the answer is corrected or a doctor has seen it."""
    session, words, voice = desk.walk, desk.words, desk.voice
    desk.topic = "gate"
    desk.put(session.forget_shown)
    desk.put(lambda: session.alarms_shown(session.new_alarms()))
    while alarms := sorted(session.alarms(), key=lambda alarm: not alarm.is_call):
        _say_alarms(desk, alarms)
        given_at = causes(session, alarms)
        options = [
            *(Option(f"correct.{at.key}", _change(desk, at, len(given_at))) for at in given_at),
            Option("paper", words("gate.page.paper")),
            Option("seen", words("gate.page.seen")),
        ]
        if desk.services.settings.region is None:
            options.append(Option("region", words("ui.urgent.region")))
        voice.gap()
        desk.offer(options)
        try:
            _take(desk, desk.pick_one(options), alarms)
        except Back:
            raise _correction(given_at[0], alarms) from None


def _change(desk: Desk, at: Station, count: int) -> str:
    if count == 1:
        return desk.words("gate.page.correct")
    return desk.words("ui.urgent.change", name=say.station(desk.words, at))


def _say_alarms(desk: Desk, alarms: list[Alarm]) -> None:
    words, voice = desk.words, desk.voice
    key = "call_now" if alarms[0].is_call else "today"
    voice.begin()
    voice.say(words("help.urgent.title"))
    voice.say(words("gate.page.yes_title"))
    voice.say(words(f"gate.page.yes_{key}", emergency=desk.emergency))
    voice.gap()
    voice.say(words("ui.urgent.you_said" if alarms[0].sign else "ui.urgent.you_saw"))
    for alarm in alarms:
        voice.say(_what(desk, alarm), "- ")
    voice.gap()
    for advice in dict.fromkeys(_advice(desk, alarm) for alarm in alarms):
        voice.say(advice)


def _what(desk: Desk, alarm: Alarm) -> str:
    if alarm.finding is None:
        return desk.words(f"gate.{alarm.sign}.question")
    check, answer = alarm.finding.check, alarm.finding.answer
    return f"{desk.words.checks[check].name}: {desk.words.answer(check, answer).sentence}"


def _advice(desk: Desk, alarm: Alarm) -> str:
    if alarm.sign:
        return desk.words(f"gate.{alarm.sign}.advice", emergency=desk.emergency)
    key = "call_now" if alarm.is_call else "today"
    return desk.words(f"result.actions.{key}.words", emergency=desk.emergency)


def _take(desk: Desk, way: str, alarms: list[Alarm]) -> None:
    if way.startswith("correct."):
        kind, _, check = way.removeprefix("correct.").partition(".")
        raise _correction(Station(kind, check), alarms)
    try:
        if way == "region":
            choose_region(desk)
        elif way == "paper":
            save_paper(desk)
        else:
            _seen(desk, alarms)
    except Back:
        return


def _correction(at: Station, alarms: list[Alarm]) -> Moved:
    signs = (alarm.sign for alarm in alarms if alarm.sign)
    return Correct(at, next(signs, "") if at.kind == "gate" else "")


class Correct(Moved):
    """To an urgent answer, to put it right; the page for it stays away meanwhile."""


def _seen(desk: Desk, alarms: list[Alarm]) -> None:
    words, voice = desk.words, desk.voice
    voice.begin()
    voice.say(words("gate.page.seen_when"))
    day: date | None = None
    while day is None:
        typed = desk.ask(words("plain.urgent.seen"))
        day = dates.read_day(typed, words.lines("ui.months.names")) if typed else desk.today
        if day is None:
            voice.ask_anew(words("ui.urgent.seen_date"))
        elif fault := day_fault(desk.walk, day):
            voice.ask_anew(words(f"ui.urgent.seen_{fault}"))
            day = None
    seen = day
    desk.put(lambda: desk.walk.seen_by_doctor(alarms, seen))
    voice.say(words("gate.page.seen_words"))
