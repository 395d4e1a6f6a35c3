"""What is asked before the checks: what to leave out, the background, a good time, the worry."""

from __future__ import annotations

from tonecheck.protocol.rules import Question, Situation
from tonecheck.screening.draft import Change
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.plain.desk import Desk, Left, Moved, Option
from tonecheck.tui.plain.export import save_paper
from tonecheck.tui.plain.parts import run_parts
from tonecheck.tui.session import Station

NAME_LIMIT = 200
TEXT_LIMIT = 2000
WORRY_LIMIT = 4000
OBSERVER = "observer"


def out_of_range(desk: Desk, station: Station, focus: str) -> None:
    """Before the due date, past the first birthday, or a day still to come."""
    words, voice = desk.words, desk.voice
    ages = desk.walk.walk.ages
    if ages is None:
        raise Moved(Station("child"))
    voice.begin()
    voice.say(words(f"help.age_{ages.place.value}.title"))
    voice.say(say.both_ages(words, ages))
    voice.say(words(f"help.age_{ages.place.value}.text"))
    ways = [Option("child", words("ui.range.check")), Option("home", words("ui.range.home"))]
    voice.gap()
    desk.offer(ways)
    if desk.pick_one(ways) == "child":
        raise Moved(Station("child"))
    raise Left


def situations(desk: Desk, station: Station, focus: str) -> None:
    """What keeps a parent from some checks, by their numbers. A private one is never stored."""
    words, voice, session = desk.words, desk.voice, desk.walk
    voice.begin()
    voice.say(words("situations.page.title"))
    voice.say(words("situations.page.intro"))
    shown = _situations(desk)
    shows_help = words("ui.situations.private")
    options = [
        Option(s.id, words(f"situations.{s.id}.label"), shows_help if s.private else "")
        for s in shown
    ]
    none = Option("none", words("situations.page.none"), "", "none")
    desk.offer([*options, none])
    voice.say(words("situations.page.not_sure"))
    voice.say(words("plain.situations.hint"))
    is_warned = False
    chosen = list(session.draft.get("situations", ()))
    was_passed = station.key in session.draft.get("passed", ())
    given = "; ".join(words(f"situations.{s}.label") for s in chosen)
    if given:
        voice.say(words("plain.ask.now", given=given))
    prompt = desk.prompt("numbers", "go") if given or was_passed else desk.prompt("numbers")
    while True:
        found = desk.pick([*options, none], prompt, many=True)
        if not found and (given or was_passed):
            return
        if not found or ("none" in found and len(found) > 1):
            voice.ask_anew(words("plain.situations.pick"))
            continue
        if found == ["none"] and given and not is_warned:
            voice.say(words("plain.situations.clears"))
            is_warned = True
            continue
        known = session.pack.protocol.situation_by_id
        private = [s for s in found if s in known and known[s].private]
        if private:
            desk.harm()
        kept = [s.id for s in shown if s.id in found and s.id not in private]
        if kept or not private:
            desk.keep(session.walk.set_situations(kept), station)
            return
        voice.again()


def _situations(desk: Desk) -> list[Situation]:
    return list(desk.walk.walk.situations)


def stop(desk: Desk, station: Station, focus: str) -> None:
    """A situation that comes before any check."""
    words, voice, session = desk.words, desk.voice, desk.walk
    ways = [
        Option("paper", words("gate.page.paper")),
        Option("on", words("ui.stop.on")),
        Option("home", words("ui.keys.quit")),
    ]
    while found := session.walk.stopped_by:
        voice.begin()
        voice.say(words("help.stop.title"))
        voice.say(words(f"situations.{found}.label"))
        voice.say(words(f"situations.{found}.advice", emergency=desk.emergency))
        voice.gap()
        desk.offer(ways)
        way = desk.pick_one(ways)
        if way == "home":
            raise Left
        if way == "paper":
            save_paper(desk)
            continue
        kept = [s for s in session.draft.get("situations", ()) if s != found]
        desk.keep(session.walk.set_situations(kept), station)
    raise Moved(Station("situations"))


def background(desk: Desk, station: Station, focus: str) -> None:
    """Questions that may all be left out: those to pick first, then those in own words."""
    words, voice, session = desk.words, desk.voice, desk.walk
    questions = session.walk.questions
    ordered = sorted(questions, key=lambda question: question.kind == "text")
    by_id = {question.id: question for question in ordered}
    order = tuple(by_id)
    left_out: list[str] = []

    def ask(part: str) -> None:
        _ask_question(desk, station, by_id[part], left_out)

    voice.begin()
    voice.say(words("background.page.title"))
    voice.say(words("background.page.intro"))
    if session.earlier():
        voice.say(words("background.page.known"))
    voice.say(words("plain.background.hint"))
    run_parts(order, lambda _: not left_out, ask, focus if focus in by_id else order[0])


def _ask_question(desk: Desk, station: Station, question: Question, left_out: list[str]) -> None:
    words, voice, session = desk.words, desk.voice, desk.walk
    key = f"background.{question.id}"
    given = session.draft.get(key)
    voice.begin()
    voice.say(words(f"{key}.question"))
    if question.kind == "text":
        text = desk.text("text", str(given or ""), TEXT_LIMIT)
        if text in words.lines("plain.letters.none"):
            left_out.append(question.id)
            return
        desk.keep([Change(key, text)], station)
        return
    if question.kind == "choice":
        options = [Option(o, words(f"{key}.options.{o}")) for o in question.options]
        desk.offer(options)
        asked = "number"
        shown = {o.id: o.label for o in options}
    else:
        options = desk.yes_no_options()
        asked = "yes_no"
        shown = {o.id: o.label for o in options}
    extra = [Option("none", "", "", "none"), Option("clear", "", "", "clear")]
    if given:
        voice.say(words("plain.ask.now", given=shown.get(given, cut(str(given), 60))))
    prompt = desk.prompt(asked, "keep" if given else "leave_out")
    found = desk.pick([*options, *extra], prompt)
    if found == ["none"]:
        left_out.append(question.id)
    elif found:
        value = None if found == ["clear"] else found[0]
        desk.keep([Change(key, value)], station)


def readiness(desk: Desk, station: Station, focus: str) -> None:
    """Reminders, then the last feed and who is looking."""
    words, voice, session = desk.words, desk.voice, desk.walk
    items = desk.pack.protocol.readiness.items
    voice.begin()
    voice.say(words("readiness.page.title"))
    voice.say(f"{words('readiness.page.intro')} {words('ui.readiness.when')}")
    for item in items:
        if item.kind == "yesno":
            voice.say(words(f"readiness.items.{item.id}.label"), "- ")
    voice.say(words("readiness.page.stop"))
    voice.say(words("readiness.page.never"))
    asked = {item.id: item for item in items if item.kind == "choice"}

    def ask(part: str) -> None:
        voice.begin()
        voice.say(words(f"readiness.items.{part}.label"))
        if part == OBSERVER:
            text = desk.text("text", str(session.draft.get(OBSERVER) or ""), NAME_LIMIT)
            desk.keep([Change(OBSERVER, text)], station)
            return
        labels = f"readiness.items.{part}.options"
        options = [Option(o, words(f"{labels}.{o}")) for o in asked[part].options]
        desk.offer(options)
        given = session.draft.get(f"readiness.{part}")
        if given:
            voice.say(words("plain.ask.now", given=words(f"{labels}.{given}")))
        prompt = desk.prompt("number", "keep" if given else "leave_out")
        found = desk.pick(options, prompt)
        if found:
            desk.keep([Change(f"readiness.{part}", found[0])], station)

    order = (*asked, OBSERVER)
    run_parts(order, lambda _: True, ask, focus if focus in order else order[0])


def worry(desk: Desk, station: Station, focus: str) -> None:
    """Whether the parent is worried, and their own words; asked once more at the end."""
    words, voice, session = desk.words, desk.voice, desk.walk

    def given() -> dict[str, str]:
        return dict(session.draft.get("worry") or {})

    def is_asked(part: str) -> bool:
        return part == "level" or given().get("level") != "no" or bool(given().get("words"))

    def ask(part: str) -> None:
        voice.begin()
        if part == "words":
            voice.say(words("plain.worry.words"))
            text = desk.text("text", given().get("words", ""), WORRY_LIMIT)
            kept = {k: v for k, v in given().items() if k != "words"}
            desk.keep([Change("worry", {**kept, "words": text} if text else kept)], station)
            return
        level = given().get("level")
        voice.say(words(f"ui.worry.{'again' if session.is_closing and level else 'question'}"))
        if level:
            voice.say(words("plain.ask.now", given=words(f"ui.common.{level}")))
        prompt = desk.prompt("yes_no", "keep") if level else desk.prompt("yes_no")
        while not (found := desk.pick(desk.yes_no_options(), prompt)):
            if level:
                return
            voice.ask_anew(words("ui.worry.pick"))
        desk.keep([Change("worry", {**given(), "level": found[0]})], station)

    run_parts(("level", "words"), is_asked, ask, "level")
