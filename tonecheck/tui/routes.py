"""Which page comes next, and where a screening begins or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.document import Screening
from tonecheck.store import ScreeningRow
from tonecheck.tui import say, theme
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station

if TYPE_CHECKING:
    from tonecheck.tui.app import ToneCheckApp

_SCREENS = {
    "gate": ("gate", "GateScreen"),
    "child": ("child", "ChildScreen"),
    "out_of_range": ("out_of_range", "OutOfRangeScreen"),
    "situations": ("situations", "SituationsScreen"),
    "stop": ("stop", "StopScreen"),
    "background": ("background", "BackgroundScreen"),
    "readiness": ("readiness", "ReadinessScreen"),
    "worry": ("worry", "WorryScreen"),
    "check": ("check", "CheckScreen"),
    "leave": ("leave", "LeaveScreen"),
    "review": ("review", "ReviewScreen"),
    "result": ("result", "ResultScreen"),
}


class Routes:
    """The one place that opens pages."""

    def __init__(self, app: ToneCheckApp, pack: Pack) -> None:
        self.app = app
        self.pack = pack
        self.words = pack.words
        self.session: Session | None = None

    @property
    def store_now(self) -> datetime:
        return self.app.services.clock()

    @property
    def whose(self) -> str:
        """The child's name and age, as far as they are known."""
        if self.session is None or self.session.walk.ages is None:
            return ""
        ages = self.session.walk.ages
        name = say.short(str(self.session.draft.get("child", {}).get("name") or ""), 20)
        said = say.title_ages(self.words, ages)
        return f"{name}, {said}" if name else said

    # Beginning and going on ----------------------------------------------------------------

    def ways(self) -> list[tuple[str, str]]:
        """What the first page offers: what is unfinished first."""
        store, words = self.app.services.store, self.words
        found = [
            (f"go:{row.id}", words("ui.welcome.again", what=self.where(row)))
            for row in store.unfinished()[:3]
        ]
        found.append(("new", words("ui.welcome.new") if found else words("welcome.start")))
        if store.screenings(limit=1):
            found.append(("home", words("ui.welcome.home")))
        known = self.app.services.settings.region
        key = "region" if known else "no_region"
        found.append(("region", words(f"ui.welcome.{key}", number=self.app.emergency)))
        return [*found, ("quit", words("welcome.quit"))]

    def where(self, row: ScreeningRow) -> str:
        """Whose screening it is and where it stands."""
        who = say.short(row.child.name, 24) if row.child and row.child.name else ""
        who = who or self.words("ui.welcome.unnamed")
        session = Session(self.app.services, self.pack, row.id)
        at = session.at
        if at.kind != "check":
            step = self.words(f"help.{_help_key(at.kind)}.title")
            return self.words("ui.welcome.again_step", who=who, step=step)
        ids = [card.check.id for card in session.asked]
        n = ids.index(at.check) + 1
        return self.words("ui.welcome.again_check", who=who, n=n, total=len(ids))

    def take_way(self, way: str) -> None:
        if way == "new":
            self.begin(None)
        elif way == "home":
            self.home()
        elif way == "region":
            self.choose_region()
        else:
            self.go_on(way.removeprefix("go:"))

    def begin(self, child_id: str | None, before: Session | None = None) -> None:
        """Start a screening, of a known child or a new one."""
        services = self.app.services
        now = services.clock()
        try:
            id_ = services.store.start(child_id, now.date(), "tui", self.pack, now)
            self.session = Session(services, self.pack, id_)
        except StoreError as error:
            self._say(error)
            return
        if before is not None:
            self.session.before = before.screening() if before.has_ages else None
        if services.settings.region is None:
            self.choose_region(then=lambda: self.show(Station("gate")))
        else:
            self.show(Station("gate"))

    def go_on(self, screening_id: str) -> None:
        """Take up a screening where it was left."""
        services = self.app.services
        now = services.clock()
        notice = ""
        try:
            session = Session(services, self.pack, screening_id)
            if session.walk.is_expired(now.date()):
                row = services.store.screening(screening_id)
                self.begin(row.child.id if row.child else None, before=session)
                self._notice(
                    self.words(
                        "ui.home.expired",
                        days=self.pack.protocol.result.times.screening_days,
                    )
                )
                return
            if session.walk.gate_is_stale(now):
                session.save(session.walk.ask_signs_again())
                notice = self.words("gate.page.again")
        except StoreError as error:
            self._say(error)
            return
        self.session = session
        self.show(session.at)
        if notice:
            self._notice(notice)
        self.raise_alarm()

    # Pages ---------------------------------------------------------------------------------

    def show(self, station: Station) -> None:
        """Show a station; the page of a check is kept and changed in place."""
        assert self.session is not None
        screen = self.app.screen
        if isinstance(screen, StationScreen) and screen.session is self.session:
            if screen.station.kind == station.kind == "check":
                screen.station = station
                screen.redraw()
                return
            self.app.switch_screen(self._screen(station))
        else:
            self.app.push_screen(self._screen(station))

    def _screen(self, station: Station) -> StationScreen:
        module, name = _SCREENS[station.kind]
        page = getattr(import_module(f"tonecheck.tui.screens.{module}"), name)
        found: StationScreen = page(self.session, station)
        return found

    def jump(self, station: Station, notice: str = "") -> None:
        """Go to a station from anywhere in the walk."""
        assert self.session is not None
        try:
            self.session.go(station)
        except StoreError as error:
            self._say(error)
            return
        self.show(station)
        if notice:
            self._notice(notice)

    def go_back(self) -> None:
        """Go to the page before; from the first station to where the walk was opened."""
        screen = self.app.screen
        if isinstance(screen, BaseScreen):
            screen.flush()
        if not isinstance(screen, StationScreen) or self.session is None:
            self.app.pop_screen()
            return
        try:
            before = self.session.back(screen.station)
        except StoreError as error:
            self._say(error)
            return
        if before is None:
            self.leave_walk()
        else:
            self.show(before)

    def leave_walk(self) -> None:
        """Close the pages of the walk; its answers stay."""
        self.session = None
        while len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def raise_alarm(self) -> bool:
        """Open the urgent page when there is something new for it."""
        session = self.session
        if session is None:
            return False
        try:
            session.forget_shown()
            alarms = session.new_alarms()
            session.alarms_shown(alarms)
        except StoreError as error:
            self._say(error)
            return False
        if alarms:
            self.open_urgent()
        return bool(alarms)

    def open_urgent(self) -> None:
        from tonecheck.tui.screens.urgent import UrgentScreen

        assert self.session is not None
        self.app.push_screen(UrgentScreen(self.session))

    def refresh(self) -> None:
        """Draw the open station anew, after something changed above it."""
        if isinstance(self.app.screen, StationScreen):
            self.app.screen.redraw()

    def earlier_screenings(self, session: Session) -> tuple[Screening, ...]:
        """The finished screenings of the same child before this one, oldest first."""
        store = self.app.services.store
        row = store.screening(session.id)
        if row.child is None:
            return ()
        rows = {
            r.first_id: r
            for r in sorted(store.screenings(row.child.id), key=lambda r: r.revision)
            if r.is_finished and r.first_id != row.first_id
        }
        found = (store.draft(r.id).screening() for r in rows.values())
        day = session.screening().observed_on
        kept = [s for s in found if s.observed_on and day and s.observed_on <= day]
        return tuple(sorted(kept, key=lambda s: s.observed_on or date.min))

    def open_result(self, screening_id: str) -> None:
        self.session = Session(self.app.services, self.pack, screening_id)
        self.show(Station("result"))

    def open_export(self, screening_id: str) -> None:
        from tonecheck.tui.screens.export import ExportScreen

        session = Session(self.app.services, self.pack, screening_id)
        earlier = self.earlier_screenings(session)
        self.app.push_screen(ExportScreen(session.screening(), session.result(), earlier))

    def open_history(self, screening_id: str) -> None:
        from tonecheck.tui.screens.history import HistoryScreen

        session = Session(self.app.services, self.pack, screening_id)
        all_ = (*self.earlier_screenings(session), session.screening())
        self.app.push_screen(HistoryScreen(all_))

    def open_revision(self, screening_id: str) -> None:
        """Open a finished screening as its next revision, at the list of all answers."""
        services = self.app.services
        id_ = services.store.revise(screening_id, services.clock())
        self.session = Session(services, self.pack, id_)
        self.show(Station("review"))

    def revise(self, session: Session) -> None:
        """From the result back to the answers: a new revision, since the old one is kept."""
        try:
            if self.app.services.store.screening(session.id).is_finished:
                id_ = self.app.services.store.revise(session.id, self.app.services.clock())
                self.session = Session(self.app.services, self.pack, id_)
            assert self.session is not None
            self.session.go(Station("review"))
        except StoreError as error:
            self._say(error)
            return
        self.app.switch_screen(self._screen(Station("review")))

    def home(self) -> None:
        from tonecheck.tui.screens.home import HomeScreen

        self.leave_walk()
        self.app.push_screen(HomeScreen())

    def choose_region(self, then: object = None) -> None:
        from tonecheck.tui.screens.region import RegionScreen

        self.app.push_screen(RegionScreen(then if callable(then) else None))

    def open_help(self) -> None:
        from tonecheck.tui.screens.help import HelpScreen

        if isinstance(self.app.screen, BaseScreen) and not isinstance(self.app.screen, HelpScreen):
            self.app.push_screen(HelpScreen.about(self.app.screen))

    def open_glossary(self) -> None:
        from tonecheck.tui.screens.help import HelpScreen

        if isinstance(self.app.screen, BaseScreen) and not isinstance(self.app.screen, HelpScreen):
            self.app.push_screen(HelpScreen.glossary(self.words))

    def open_harm(self) -> None:
        from tonecheck.tui.screens.help import HelpScreen

        if isinstance(self.app.screen, BaseScreen):
            self.app.push_screen(HelpScreen.harm(self.words, self.app.emergency))

    def is_safe_to_leave(self) -> bool:
        """Save what is being typed; False when something could not be saved."""
        screen = self.app.screen
        if isinstance(screen, BaseScreen):
            screen.flush()
        if self.session is None:
            return True
        try:
            self.session.retry()
        except StoreError:
            self._notice(self.words("ui.common.unsaved_quit"))
        return self.session.is_saved

    def commands(self) -> Iterator[SystemCommand]:
        """What the command palette offers."""
        say_, app = self.words, self.app
        key = "ui.menu"
        for name in theme.NAMES:
            yield SystemCommand(
                say_(f"ui.theme.{name}"), say_(f"{key}.theme_text"), lambda n=name: app.set_look(n)
            )
        yield SystemCommand(say_("ui.keys.help"), say_(f"{key}.help_text"), self.open_help)
        yield SystemCommand(
            say_("ui.keys.glossary"), say_(f"{key}.glossary_text"), self.open_glossary
        )
        yield SystemCommand(say_("ui.keys.harm"), say_(f"{key}.harm_text"), self.open_harm)
        yield SystemCommand(say_(f"{key}.region"), say_(f"{key}.region_text"), self.choose_region)
        if self.session is not None and Station("review") in self.session.stations:
            yield SystemCommand(
                say_("ui.keys.review"),
                say_(f"{key}.review_text"),
                lambda: self.jump(Station("review")),
            )
        yield SystemCommand(say_(f"{key}.home"), say_(f"{key}.home_text"), self.home)
        yield SystemCommand(say_("ui.keys.quit"), say_(f"{key}.quit_text"), app.exit)
        yield SystemCommand(say_(f"{key}.close"), say_(f"{key}.close_text"), lambda: None)

    def _say(self, error: StoreError) -> None:
        self._notice(f"{error.message} {error.hint}".strip())

    def _notice(self, text: str) -> None:
        def later() -> None:
            if isinstance(self.app.screen, BaseScreen):
                self.app.screen.notice(text)

        self.app.call_after_refresh(later)


def _help_key(kind: str) -> str:
    return {"out_of_range": "child", "stop": "situations"}.get(kind, kind)
