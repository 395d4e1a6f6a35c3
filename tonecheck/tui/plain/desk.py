"""Where questions are asked: commands obeyed at every prompt, answers on disk before the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tonecheck.errors import StoreError
from tonecheck.screening.draft import Change
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.plain import glossary
from tonecheck.tui.plain.chosen import chosen
from tonecheck.tui.plain.voice import Ear, Voice
from tonecheck.tui.services import Services
from tonecheck.tui.session import Session, Station
from tonecheck.tui.undone import first_changed, say_undone
from tonecheck.tui.untouched import put_away

if TYPE_CHECKING:
    from tonecheck.protocol.pack import Pack

YES_NO = ("yes", "no", "not_sure")
_COMMANDS = ("back", "undo", "help", "glossary", "review", "stop", "harm", "again")


class Back(Exception):
    """To the question before."""


class Stop(Exception):
    """Save and stop."""


class Left(Exception):
    """Out of the walk, to the first page."""


class Moved(Exception):
    """To another station, and there to one of its questions."""

    def __init__(self, station: Station, focus: str = "") -> None:
        super().__init__()
        self.station = station
        self.focus = focus


@dataclass(frozen=True, slots=True)
class Option:
    """One line to choose: by its number, else by a letter of the content, else in order."""

    id: str
    label: str
    text: str = ""
    letter: str = ""
    number: str = ""


class Desk:
    """Asks, and keeps what is answered; `topic` names the help for what is being asked."""

    def __init__(self, services: Services, pack: Pack, voice: Voice, ear: Ear) -> None:
        self.services = services
        self.pack = pack
        self.words = pack.words
        self.voice = voice
        self.ear = ear
        self.session: Session | None = None
        self.topic = "welcome"
        self.about_check = ""
        self._commands = {
            word: name for name in _COMMANDS for word in self.words.lines(f"plain.commands.{name}")
        }

    @property
    def walk(self) -> Session:
        """The running screening; only asked while there is one."""
        if self.session is None:
            raise Left
        return self.session

    def put_away(self) -> None:
        """End the running screening; one in which nothing was said leaves nothing behind."""
        if self.session is not None:
            put_away(self.session)
        self.session = None

    @property
    def emergency(self) -> str:
        """The number to call, or the words for none chosen."""
        return say.number(self.pack, self.services.settings.region)

    @property
    def today(self) -> date:
        return self.services.clock().date()

    @property
    def is_finished(self) -> bool:
        """Whether the screening has its result, so that it can only be revised."""
        return self.walk.is_finished

    # Asking --------------------------------------------------------------------------------

    def ask(self, prompt: str, *, is_choice: bool = False) -> str:
        """One line typed that is no command; words of a parent's own unless `is_choice`."""
        while True:
            typed = self.ear.line(prompt)
            command = self._commands.get(typed.lower())
            if command is not None:
                self._obey(command)
            elif not self._explains(typed, is_choice=is_choice):
                return typed
            self.voice.again()

    def prompt(self, *keys: str) -> str:
        """A prompt made of some of the short sentences under `plain.ask`."""
        return ". ".join(self.words(f"plain.ask.{key}") for key in keys) + ":"

    def offer(self, options: Sequence[Option], *, only: str = "") -> None:
        """Say the choices, each with what to type for it; of a list heard before, `only` one."""
        for option, typed in zip(options, self._typed(options), strict=True):
            text = f"{option.label.rstrip('.')}. {option.text}" if option.text else option.label
            with self.voice.unheard() if only not in ("", option.id) else nullcontext():
                self.voice.say(text, f"{typed[0]}. ")
        if only:
            self.voice.aside(self.voice.hear)

    def pick(self, options: Sequence[Option], prompt: str, *, many: bool = False) -> list[str]:
        """The ids of what was chosen; none of them when Enter alone was pressed."""
        known = dict(zip((o.id for o in options), self._typed(options), strict=True))
        while True:
            typed = self.ask(prompt, is_choice=True).lower()
            found = chosen(typed, known)
            if found is not None and (many or len(found) < 2):
                return found
            self.voice.ask_anew(self.words("plain.ask.wrong"))

    def pick_one(self, options: Sequence[Option], prompt: str = "") -> str:
        """The id of what was chosen; asked until something is."""
        while True:
            found = self.pick(options, prompt or self.prompt("number"))
            if found:
                return found[0]
            self.voice.ask_anew(self.words("plain.ask.wrong"))

    def pick_or_keep(self, options: Sequence[Option], given: str) -> str:
        """The id of what was chosen; Enter keeps `given` where there is one."""
        if not given:
            return self.pick_one(options)
        shown = next((option.label for option in options if option.id == given), "")
        self.voice.say(self.words("plain.ask.now", given=shown))
        found = self.pick(options, self.prompt("number", "keep"))
        return found[0] if found else given

    def _typed(self, options: Sequence[Option]) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        numbers = 0
        for option in options:
            if option.number:
                found.append((option.number,))
            elif option.letter:
                found.append(self.words.lines(f"plain.letters.{option.letter}"))
            else:
                numbers += 1
                found.append((str(numbers),))
        return found

    def yes_no_options(self) -> list[Option]:
        """Yes, no and not sure, each by its letters."""
        return [Option(key, self.words(f"ui.common.{key}"), "", key) for key in YES_NO]

    def text(self, key: str, given: str, limit: int, *, is_needed: bool = False) -> str | None:
        """Words typed on one line; `given` where Enter keeps it, None where it is taken out."""
        if given:
            shown = cut(given, 200)
            self.voice.say(self.words("plain.ask.now", given=shown))
            self.voice.say(self.words("plain.ask.clear"))
        rest = ["keep"] if given else [] if is_needed else ["leave_out"]
        typed = self.ask(self.prompt(key, *rest))
        if not typed:
            return given or None
        if typed in self.words.lines("plain.letters.clear"):
            return None
        if len(typed) > limit:
            self.voice.say(self.words("plain.ask.too_long", n=limit))
        return typed[:limit]

    # Commands ------------------------------------------------------------------------------

    def _obey(self, command: str) -> None:
        if command == "back":
            raise Back
        if command == "stop":
            raise Stop
        if command == "undo":
            self._undo()
        elif command == "review":
            self._review()
        elif command == "glossary":
            glossary.say_names(self.voice, self.words)
        elif command != "again":
            {"help": self.help, "harm": self.harm}[command]()

    def _undo(self) -> None:
        session = self.session
        if session is None:
            self.voice.say(self.words("ui.common.nothing_to_undo"))
            return
        if self.is_finished:
            self.voice.say(self.words("plain.moved.finished"))
            return
        try:
            undone = session.undo()
        except StoreError as error:
            self._say_unsaved(error)
            self.put(session.retry)
            self.voice.say(self.words("ui.common.undone"))
            raise Moved(session.at) from None
        if undone is None:
            self.voice.say(self.words("ui.common.nothing_to_undo"))
            return
        self.voice.say(say_undone(self.words, undone))
        raise Moved(undone.station, first_changed(undone))

    def _review(self) -> None:
        review = Station("review")
        if self.session is None or review not in self.session.stations:
            self.voice.say(self.words("plain.moved.no_review"))
            return
        raise Moved(review)

    def help(self) -> None:
        """What this is about, and what may be typed."""
        words = self.words
        self.voice.gap()
        if self.about_check and self.topic == "check":
            self.voice.say(words.checks[self.about_check].help.strip())
            self.voice.gap()
        self.voice.say(words(f"help.{self.topic}.title"))
        self.voice.say(words(f"help.{self.topic}.text"))
        self.voice.gap()
        self.voice.say(words("plain.start.keys"))

    def _explains(self, typed: str, *, is_choice: bool) -> bool:
        """Explain a word asked for; False where what was typed asks for none."""
        command, _, asked = typed.partition(" ")
        if not asked or self._commands.get(command.lower()) != "glossary":
            return False
        found = glossary.say_meanings(self.voice, self.words, asked.strip())
        if is_choice and not found:
            self.voice.say(self.words("plain.glossary.unknown"))
        return found or is_choice

    def harm(self) -> None:
        """Help for a parent at the end of their strength; nothing of it is kept."""
        self.voice.gap()
        self.voice.say(self.words("help.harm.title"))
        self.voice.say(self.words("help.harm.text", emergency=self.emergency))

    # Keeping -------------------------------------------------------------------------------

    def keep(self, changes: Iterable[Change], at: Station | None = None) -> None:
        """Put changes on disk before anything else is asked; `at` makes them one undo step."""
        wanted = list(changes)
        self.put(lambda: self.walk.save(wanted, undo_at=at))

    def say_saved(self, what: str) -> None:
        """Name an answer that is on disk."""
        self.voice.say(self.words("plain.check.noted", answers=what))

    def put(self, act: Callable[[], object]) -> None:
        """Do what changes the screening; where the disk refuses, say so and try again."""
        while True:
            try:
                act()
            except StoreError as error:
                self._say_unsaved(error)
            else:
                return

    def _say_unsaved(self, error: StoreError) -> None:
        text = self.words("ui.common.not_saved", reason=error.message, hint=error.hint)
        self.voice.say(text.strip())
        typed = self.ear.line(self.words("plain.end.retry"))
        if self._commands.get(typed.lower()) == "stop":
            raise Stop

    def set_region(self, region: str | None) -> None:
        """Keep the region; where that fails it holds until the end."""
        self.services.settings = replace(self.services.settings, region=region)
        try:
            self.services.save(self.services.settings)
        except StoreError as error:
            self.voice.say(f"{error.message} {error.hint}".strip())
