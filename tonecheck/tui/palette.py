"""What the command palette offers: our own commands alone."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hits
from textual.system_commands import SystemCommandsProvider

from tonecheck.tui import theme
from tonecheck.tui.routes import Routes
from tonecheck.tui.session import Station


def commands(way: Routes) -> Iterator[SystemCommand]:
    """What concerns the baby and help first, then the ways out, the looks last."""
    words, app = way.words, way.app

    def said(title: str, text: str) -> tuple[str, str]:
        return words(f"ui.{title}"), words(f"ui.menu.{text}")

    review = Station("review")
    is_under_way = way.session is not None and review in way.session.stations
    if is_under_way:
        yield SystemCommand(words("help.gate.title"), words("ui.menu.gate_text"), way.signs_again)
    yield SystemCommand(*said("keys.harm", "harm_text"), way.reading.harm)
    yield SystemCommand(*said("menu.region", "region_text"), way.choose_region)
    if is_under_way:
        yield SystemCommand(*said("keys.review", "review_text"), lambda: way.jump(review))
    yield SystemCommand(*said("keys.help", "help_text"), way.reading.help)
    yield SystemCommand(
        words("help.glossary.title"), words("ui.menu.glossary_text"), way.reading.glossary
    )
    yield SystemCommand(*said("menu.home", "home_text"), way.home)
    yield SystemCommand(*said("keys.quit", "quit_text"), app.action_quit)
    yield SystemCommand(*said("menu.close", "close_text"), lambda: None)
    for name, look in theme.NAMES.items():
        text = "theme_now" if look == app.theme else "theme_text"
        yield SystemCommand(*said(f"theme.{name}", text), lambda name=name: app.set_look(name))


class InOurOrder(SystemCommandsProvider):
    """Offers them as they come; Textual would by the alphabet."""

    async def discover(self) -> Hits:
        for title, text, run, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(title, run, help=text)
