"""Which page comes next, and where a screening begins or goes on."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from tonecheck.errors import StoreError
from tonecheck.protocol.pack import Pack
from tonecheck.screening.walk import CHILD, GATE
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.reading import Reading
from tonecheck.tui.records import Records
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Course, Session, Station, Undone
from tonecheck.tui.stopped_at import stopped_at
from tonecheck.tui.untouched import put_away
from tonecheck.tui.widgets.title_bar import Aside

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
        self.records = Records(self)
        self.reading = Reading(app)

    @property
    def running(self) -> Session:
        """The screening that is open."""
        if self.session is None:
            raise RuntimeError("a page of the walk was opened without a screening")
        return self.session

    @property
    def whose(self) -> Aside:
        """The child's name and age, as far as they are known."""
        if self.session is None or self.session.walk.ages is None:
            return Aside()
        name = cut(str(self.session.draft.get("child", {}).get("name") or ""), 20)
        return Aside(say.title_ages(self.words, self.session.walk.ages), name)

    # Beginning and going on ----------------------------------------------------------------

    def ways(self) -> list[tuple[str, str]]:
        """What the first page offers: what is unfinished first."""
        services, words = self.app.services, self.words
        store = services.store
        found = [
            (f"go:{row.id}", words("ui.welcome.again", what=stopped_at(services, self.pack, row)))
            for row in store.unfinished()[:2]
        ]
        has_any = bool(store.screenings(limit=1))
        found.append(("new", words("ui.welcome.new") if has_any else words("welcome.start")))
        if has_any:
            found.append(("home", words("ui.welcome.home")))
        found.append(("region", say.region(self.pack, self.app.services.settings.region)))
        return [*found, ("quit", words("welcome.quit"))]

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
            self.say_error(error)
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
                self.say_later(say.expired(self.pack, session.walk, now.date()))
                return
            if session.walk.gate_is_stale(now):
                session.save(session.walk.ask_signs_again())
                notice = self.words("gate.page.again")
        except StoreError as error:
            self.say_error(error)
            return
        self.session = session
        self.show(session.resumed_at)
        if notice:
            self.say_later(notice)
        if not self.raise_alarm() and session.alarms():
            self.open_urgent()

    # Pages ---------------------------------------------------------------------------------

    def show(self, station: Station, *, came_from: Station | None = None) -> None:
        """Show a station; the page of a check is kept and changed in place.

        One that has pages of its own begins with its last when it is gone back to.
        """
        screen = self.app.screen
        if isinstance(screen, StationScreen) and screen.session is self.session:
            if screen.station.kind == station.kind == "check":
                screen.station = station
                screen.redraw()
                return
            page = self._screen(station)
            page.came_from = came_from
            self.app.swap(page)
        else:
            self.app.open(self._screen(station))

    def swap_to(self, station: Station) -> None:
        """Show a station in place of the open page, whosever screening that was of."""
        self.app.swap(self._screen(station))

    def _screen(self, station: Station) -> StationScreen:
        module, name = _SCREENS[station.kind]
        page = getattr(import_module(f"tonecheck.tui.screens.{module}"), name)
        found: StationScreen = page(self.running, station)
        return found

    def close_record(self) -> None:
        """Leave what was read, to where it was opened from."""
        self.put_away()
        self.app.close()

    def jump(self, station: Station, *, came_from: Station | None = None) -> None:
        """Go to a station from anywhere in the walk; what is urgent comes before the review."""
        self._flush()
        if station.kind == "review" and self.running.alarms():
            self.open_urgent()
            return
        try:
            self.running.go(station)
        except StoreError as error:
            self.say_error(error)
            return
        self.show(station, came_from=came_from)

    def jump_to_undone(self, undone: Undone) -> None:
        """Go to where it was said, and show there what was taken back."""

        def later() -> None:
            screen = self.app.screen
            if isinstance(screen, StationScreen) and screen.station == undone.station:
                screen.show_undone(undone)

        self.jump(undone.station)
        self.app.call_after_refresh(later)

    def signs_again(self) -> None:
        """Back to the urgent signs, as from the list of all answers."""
        self.running.course = Course.REVIEWING
        self.jump(GATE)

    def go_back(self) -> None:
        """Go to the page before, by way of the signs of the age; from the first out of the walk."""
        self._flush()
        screen = self.app.screen
        if not isinstance(screen, StationScreen) or self.session is None:
            self.app.close()
            return
        before = self.session.way_back(screen.station)
        if before is None:
            self.leave_walk()
        else:
            is_aged = before == CHILD and self.session.walk.asks_of_age
            self.jump(GATE if is_aged else before, came_from=screen.station)

    def leave_walk(self) -> None:
        """Close the pages of the walk; its answers stay."""
        self._flush()
        self.put_away()
        while len(self.app.screen_stack) > 1:
            self.app.close()

    def put_away(self) -> None:
        """End what is open; what was begun and left as it was leaves nothing."""
        if self.session is not None:
            put_away(self.session)
        self.session = None

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
            self.say_error(error)
            return False
        if alarms:
            self.open_urgent()
        return bool(alarms)

    def open_urgent(self) -> None:
        from tonecheck.tui.screens.urgent import UrgentScreen

        self.app.open(UrgentScreen(self.running))

    def refresh(self) -> None:
        """Draw the open station anew, after something changed above it."""
        if isinstance(self.app.screen, StationScreen):
            self.app.screen.redraw()

    def home(self) -> None:
        from tonecheck.tui.screens.home import HomeScreen

        self.leave_walk()
        self.app.open(HomeScreen())

    def choose_region(self, then: Callable[[], None] | None = None) -> None:
        from tonecheck.tui.screens.region import RegionScreen

        self.app.open(RegionScreen(then or self._show_number))

    def _show_number(self) -> None:
        """Draw the page anew that shows the number just chosen."""
        from tonecheck.tui.screens.help import HelpScreen

        screen = self.app.screen
        if isinstance(screen, StationScreen):
            self.show(screen.station)
        elif isinstance(screen, HelpScreen) and screen.is_last:
            self.reading.harm()

    def is_safe_to_leave(self) -> bool:
        """Save what is being typed; False when something could not be saved."""
        self._flush()
        if self.session is None:
            return True
        try:
            self.session.retry()
        except StoreError:
            self.say_later(self.words("ui.common.unsaved_quit"))
        return self.session.is_saved

    def _flush(self) -> None:
        """Save what is being typed."""
        if isinstance(self.app.screen, BaseScreen):
            self.app.screen.flush()

    def say_error(self, error: StoreError) -> None:
        self.say_later(f"{error.message} {error.hint}".strip())

    def say_later(self, text: str) -> None:
        """Say something on the page that opens, once it is there."""

        def later() -> None:
            if isinstance(self.app.screen, BaseScreen):
                self.app.screen.notice(text)

        self.app.call_after_refresh(later)
