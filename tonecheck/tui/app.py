"""The app as a thin router: what is loaded, which page is shown, how it looks, how it ends."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.message import Message
from textual.screen import Screen

from tonecheck.errors import StoreError, ToneCheckError
from tonecheck.settings import Settings
from tonecheck.tui import crash, theme
from tonecheck.tui.first_words import first_words
from tonecheck.tui.hang_up import before_the_end
from tonecheck.tui.key_turns import TYPED, KeyTurns
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.welcome import WelcomeScreen
from tonecheck.tui.services import Services

if TYPE_CHECKING:
    from textual.timer import Timer, TimerCallback

    from tonecheck.protocol.pack import Pack, Words
    from tonecheck.tui.routes import Routes


def _menu() -> type[Provider]:
    """What the palette asks for its commands, loaded when it is opened."""
    from tonecheck.tui.palette import InOurOrder

    return InOurOrder


class ToneCheckApp(App[None]):
    """The terminal app; everything outside it is injected as `services`."""

    # The first page's own look comes with what all share: alone it would have all read again.
    CSS_PATH = ["app.tcss", "screens/welcome.tcss"]
    TITLE = "tonecheck"
    COMMANDS = {_menu}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "page('help')", show=False),
        Binding("g", "page('glossary')", show=False),
        Binding("h", "page('harm')", show=False),
        Binding("m", "command_palette", show=False),
        Binding("ctrl+q,ctrl+c", "quit", show=False, priority=True, system=True),
    ]

    class Loaded(Message):
        """The content is read."""

        def __init__(self, pack: Pack) -> None:
            super().__init__()
            self.pack = pack

    class LoadFailed(Message):
        """The content cannot be used."""

        def __init__(self, error: ToneCheckError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.language = services.settings.language
        self.routes: Routes | None = None
        self.problem: ToneCheckError | None = None
        self._waiting_way: str | None = None
        self._was_warned = False
        self._pages: Awaitable[object] | None = None
        self.turns = KeyTurns(self)
        for look in theme.THEMES:
            self.register_theme(look)
        names = {**theme.NAMES, **{name: name for name in theme.NAMES.values()}}
        self.theme = names.get(services.settings.theme or "", theme.DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """As Textual's; until there is a page nothing was styled that would need it."""
        if self.screen_stack:
            super().refresh_css(animate)

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """As Textual's, but sure to fire: one that began too late would be left out for ever.

        The app waits for such a timer before it lays out a window of another size.
        """
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False
        return timer

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; what is typed waits until all typed before it has done its work."""
        is_typed = isinstance(event, TYPED) and not event.is_forwarded
        if is_typed and (not self.turns.is_turn_of(event) or self._is_taken(event)):
            return
        await super().on_event(event)

    def _is_taken(self, event: events.Event) -> bool:
        """Whether the page takes a key at once, not only when all within it had no use for it."""
        if not isinstance(event, events.Key):
            return False
        self.app_focus = True
        page = self.screen
        return isinstance(page, BaseScreen) and page.take_key(event)

    def get_default_screen(self) -> Screen[None]:
        return WelcomeScreen()

    def on_mount(self) -> None:
        if not self.is_headless:
            before_the_end(lambda: self.routes and self.routes.is_safe_to_leave())
        self.call_after_refresh(self._load)

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        from tonecheck.protocol.load import load_pack

        try:
            pack = load_pack(self.services.content_dir, self.language)
        except ToneCheckError as error:
            self.post_message(self.LoadFailed(error))
            return
        # So that the first key finds them loaded.
        import tonecheck.tui.routes
        import tonecheck.tui.widgets.fields  # noqa: F401

        self.post_message(self.Loaded(pack))

    def on_tone_check_app_loaded(self, event: Loaded) -> None:
        from tonecheck.tui.routes import Routes

        if not gc.isenabled():
            # From here on only what is made later is looked through, so that no key waits for it.
            gc.freeze()
            gc.enable()
        self.routes = Routes(self, event.pack)
        if isinstance(self.screen, WelcomeScreen):
            self.screen.notice()
            self.screen.show_ways()
        if self._waiting_way:
            self.take_way(self._waiting_way)

    def on_tone_check_app_load_failed(self, event: LoadFailed) -> None:
        self.problem = event.error
        self.exit(return_code=event.error.exit_code)

    @property
    def is_loaded(self) -> bool:
        return self.routes is not None

    @property
    def words(self) -> Words:
        return self.way.words

    @property
    def way(self) -> Routes:
        """The router; there is one as soon as the content is read."""
        if self.routes is None:
            raise RuntimeError("a page was opened before the content was read")
        return self.routes

    @property
    def too_small(self) -> str:
        """The notice for a small window; read on its own while the rest is loading."""
        words: dict[str, str] = first_words(self.services.content_dir, self.language)
        return words["too_small"]

    @property
    def emergency(self) -> str:
        from tonecheck.tui.say import number

        return number(self.way.pack, self.services.settings.region)

    def take_way(self, way: str) -> None:
        """Do what was chosen on the first page, as soon as the content is read."""
        if way == "quit":
            self.run_worker(self.action_quit())
        elif self.routes is None:
            self._waiting_way = way
            if isinstance(self.screen, WelcomeScreen):
                self.screen.show_loading()
        else:
            self._waiting_way = None
            self.routes.take_way(way)

    def open(self, page: Screen[None]) -> None:
        """Put a page over this one."""
        self._pages = self.push_screen(page)

    def swap(self, page: Screen[None]) -> None:
        """Put a page in this one's place."""
        self._pages = self.switch_screen(page)

    def close(self) -> None:
        """Go back to the page below."""
        self._pages = self.pop_screen()

    def choose_region(self, region: str | None) -> None:
        """Keep where the parent is; None chooses no region."""
        self._keep(replace(self.services.settings, region=region))

    def _keep(self, settings: Settings) -> None:
        """Keep a setting; where that fails, it holds until the app ends."""
        self.services.settings = settings
        try:
            self.services.save(self.services.settings)
        except StoreError as error:
            self.notify(f"{error.message} {error.hint}", markup=False, severity="warning")

    def set_look(self, name: str) -> None:
        self.theme = theme.NAMES[name]
        self._keep(replace(self.services.settings, theme=name))

    def action_page(self, name: str) -> None:
        """Open help, the glossary or the page for a parent at the end, once there are words."""
        if self.routes:
            getattr(self.routes.reading, name)()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if self.routes is None:
            return ()
        from tonecheck.tui.palette import commands

        return commands(self.routes)

    def action_command_palette(self) -> None:
        """Open the palette, once there are words for it."""
        if self.routes and not isinstance(self.screen, CommandPalette):
            hint = self.words("ui.menu.search")
            self._pages = self.push_screen(CommandPalette(placeholder=hint, id="--command-palette"))

    async def action_quit(self) -> None:
        """Leave; what is typed is saved first, and an unsaved answer is said once."""
        if self.routes and not self.routes.is_safe_to_leave() and not self._was_warned:
            self._was_warned = True
            return
        if self.routes:
            self.routes.put_away()
        self.exit(message=self._farewell())

    def _farewell(self) -> str | None:
        """That answers are kept, where there are any; an unreadable disk keeps nobody here."""
        has_answers = True
        with suppress(StoreError):
            has_answers = bool(self.services.store.screenings(limit=1))
        return self.words("ui.common.kept") if self.routes and has_answers else None

    def _fatal_error(self) -> None:
        """Textual would print the variables of every frame, and with them a child's name."""
        self._exit_renderables.append(crash.last_words(self.services, self._exception))
        self._close_messages_no_wait()
