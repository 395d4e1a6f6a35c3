"""Opens the pages to read: help, the words explained, help for a parent at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonecheck.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tonecheck.tui.app import ToneCheckApp


class Reading:
    """Pages over whatever page is open; closing one leads back to the one it was opened from."""

    def __init__(self, app: ToneCheckApp) -> None:
        self._app = app

    def help(self) -> None:
        """Help on the page that is open; help itself is closed again."""
        from tonecheck.tui.screens.help import HelpScreen

        if isinstance(self._app.screen, HelpScreen):
            self._app.close()
        elif isinstance(self._app.screen, BaseScreen):
            self._app.open(HelpScreen.about(self._app.screen))

    def glossary(self) -> None:
        """Every clinical word a parent may meet."""
        from tonecheck.tui.screens.glossary import GlossaryScreen

        top, *below = reversed(self._app.screen_stack)
        if below and isinstance(below[0], GlossaryScreen):
            self._app.close()
        elif isinstance(top, BaseScreen) and not isinstance(top, GlossaryScreen):
            self._app.open(GlossaryScreen())

    def harm(self) -> None:
        """Help for a parent at the end of their strength."""
        from tonecheck.tui.screens.help import HelpScreen

        if isinstance(self._app.screen, BaseScreen):
            self._app.open(HelpScreen.harm(self._app.words, self._app.emergency))
