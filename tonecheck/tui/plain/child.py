"""Who: a name if they like, the day of birth or the age, and how long the pregnancy was."""

from __future__ import annotations

from datetime import date

from tonecheck.screening.document import Child
from tonecheck.screening.draft import Change
from tonecheck.tui import say
from tonecheck.tui.child_form import (
    AGE,
    Mistake,
    early_birth,
    full_year,
    read_child,
    typed_from,
)
from tonecheck.tui.plain import dates
from tonecheck.tui.plain.desk import Desk
from tonecheck.tui.plain.parts import run_parts
from tonecheck.tui.session import Station

NAME_LIMIT = 200
_CHILD = ("name", "birth", "age", "gestation")
_GESTATION = ("gestation_weeks", "gestation_days")
_NO_AGE = dict.fromkeys(AGE, "")
_NO_GESTATION = dict.fromkeys(_GESTATION, "")


def ask_child(desk: Desk, station: Station, focus: str) -> None:
    """Name, day of birth or age, length of the pregnancy; then both ages."""
    form = _ChildForm(desk, station)
    run_parts(_CHILD, form.is_asked, form.ask, focus if focus in _CHILD else _CHILD[0])
    ages = desk.walk.walk.ages
    if ages is not None:
        desk.voice.say(say.both_ages(desk.words, ages))


class _ChildForm:
    def __init__(self, desk: Desk, station: Station) -> None:
        self.desk = desk
        self.station = station
        desk.voice.begin()
        desk.voice.say(desk.words("ui.child.title"))
        if last := say.last_look(desk.pack, desk.walk.earlier()):
            desk.voice.say(last)

    @property
    def typed(self) -> dict[str, str]:
        """What is on disk, as it would be typed."""
        return typed_from(self.desk.walk.draft.get("child") or {})

    @property
    def day(self) -> date:
        text = self.desk.walk.draft.get("observed_on")
        return date.fromisoformat(text) if text else self.desk.today

    def is_asked(self, part: str) -> bool:
        return part != "age" or not self.typed["year"]

    def ask(self, part: str) -> None:
        getattr(self, f"_ask_{part}")()

    def _say_question(self, part: str) -> None:
        self.desk.voice.begin()
        early = early_birth(self.desk.pack.protocol.result.ages)
        self.desk.voice.say(self.desk.words(f"plain.child.{part}", **early))

    def _ask_name(self) -> None:
        self._say_question("name")
        typed = self.typed
        name = self.desk.text("text", typed["name"], NAME_LIMIT)
        self._keep({**typed, "name": name or ""})

    def _ask_birth(self) -> None:
        desk = self.desk
        while True:
            self._say_question("birth")
            typed = self.typed
            given = " ".join(typed[part] for part in ("day", "month", "year")).strip()
            answer = desk.text("date", given, 40)
            if answer == given or (answer is None and not given):
                return
            if answer is None:
                self._keep({**typed, "day": "", "month": "", "year": ""})
                return
            found = dates.read_date(answer, desk.words.lines("ui.months.names"))
            if found is None:
                desk.voice.say(desk.words("ui.child.half_date"))
                continue
            wanted = {"day": found[0], "month": found[1], "year": found[2]}
            if self._take({**typed, **wanted, **_NO_AGE}):
                day, month, year = found
                born = date(full_year(year), int(month), int(day))
                desk.voice.say(desk.words("plain.child.born", date=say.day(desk.words, born)))
                return

    def _ask_age(self) -> None:
        desk = self.desk
        while True:
            self._say_question("age")
            typed = self.typed
            counts = [typed[unit] for unit in AGE]
            given = say.units(desk.words, *(int(n or 0) for n in counts)) or "".join(counts)
            answer = desk.text("number", given, 40, is_needed=True)
            if answer is None:
                self._keep({**typed, **_NO_AGE})
                desk.voice.say(desk.words("plain.child.no_age"))
                continue
            if answer == given:
                return
            found = dates.read_counts(answer, self._units(AGE, AGE))
            if found is None:
                desk.voice.say(desk.words("plain.child.age_numbers"))
                continue
            if self._take({**typed, **_NO_AGE, **found}):
                return

    def _ask_gestation(self) -> None:
        desk = self.desk
        while True:
            self._say_question("gestation")
            typed = self.typed
            given = f"{typed['gestation_weeks']} {typed['gestation_days']}".strip()
            answer = desk.text("number", given, 40)
            if answer == given or (answer is None and not given):
                return
            if answer is None:
                self._keep({**typed, **_NO_GESTATION})
                return
            found = dates.read_counts(answer, self._units(_GESTATION, ("weeks", "days")))
            if found is None:
                desk.voice.say(desk.words("plain.child.numbers"))
                continue
            if self._take({**typed, **_NO_GESTATION, **found}):
                return

    def _units(self, fields: tuple[str, ...], names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        words = self.desk.words
        return {f: words.lines(f"plain.units.{n}") for f, n in zip(fields, names, strict=True)}

    def _take(self, typed: dict[str, str]) -> bool:
        """Keep what was typed, or say what is wrong with it."""
        desk = self.desk
        child = read_child(typed, self.day)
        if isinstance(child, Mistake):
            desk.voice.say(desk.words(f"ui.child.{child.key}", **dict(child.values)))
            return False
        self._keep(typed)
        return True

    def _keep(self, typed: dict[str, str]) -> None:
        """On disk at once, also while there is no age yet."""
        child = read_child(typed, self.day)
        if isinstance(child, Child):
            changes = self.desk.walk.walk.set_child(child)
        else:
            known = dict(self.desk.walk.draft.get("child") or {})
            kept = {key: known[key] for key in _GESTATION if key in known}
            if typed["name"]:
                kept["name"] = typed["name"]
            changes = [Change("child", kept or None)]
        self.desk.keep(changes, self.station)
