"""What every screen has: title, body, notice, keys, and the notice for small windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tonecheck.tui.widgets.boxes import Column, Passage, change_text
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar
from tonecheck.tui.widgets.title_bar import Aside, TitleBar

if TYPE_CHECKING:
    from tonecheck.protocol.pack import Words
    from tonecheck.tui.app import ToneCheckApp
    from tonecheck.tui.widgets.ask_list import AskList


Keys = tuple[tuple[str, str], ...]
"""Each key of the bar and the action it runs."""


class TooSmall(Static):
    """Covers the screen while the window is too small; what lies below keeps its focus."""


class BaseScreen(Screen[None]):
    """A page. Its words come from the content; its keys also work by mouse."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-short"), (24, "-usual"), (40, "-tall")]
    AUTO_FOCUS = None
    # The two widgets between which the focus moves paint themselves; the page need not.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("b,escape", "back", show=False)]
    HELP_KEY: ClassVar[str] = "welcome"
    KEYS: ClassVar[Keys] = (("b", "back"), ("?", "help"))
    SPARE: ClassVar[tuple[str, ...]] = ("glossary",)
    """The actions whose keys give way where room is short, the last first."""

    @property
    def tone(self) -> ToneCheckApp:
        """The app, by its own type."""
        return cast("ToneCheckApp", self.app)

    @property
    def words(self) -> Words:
        return self.tone.words

    def compose(self) -> ComposeResult:
        yield TitleBar(self.heading, self.aside)
        with Column(id="body"):
            yield from self.compose_body()
        yield Passage(id="notice", markup=False)
        with Column(id="foot"):
            yield from self.compose_foot()
        yield KeyBar(self.keys)
        yield TooSmall(Content(self.tone.too_small), markup=False)

    def compose_body(self) -> ComposeResult:
        """The widgets of the page."""
        yield from ()

    def compose_foot(self) -> ComposeResult:
        """What stays below the page, such as the button that leads on."""
        yield from ()

    @property
    def heading(self) -> str:
        """The title of the page."""
        return self.words(f"help.{self.HELP_KEY}.title")

    @property
    def aside(self) -> Aside:
        """What stands at the right of the title."""
        return self.tone.way.whose

    @property
    def keys(self) -> Sequence[Key]:
        """The keys of the page, last the one that stops."""
        return [*(self.key(key, word) for key, word in self.KEYS), self.stop_key]

    def key(self, key: str, action: str) -> Key:
        """A key of the line, called by what it does."""
        spare = self.SPARE.index(action) + 1 if action in self.SPARE else 0
        return Key(key, self.words(f"ui.keys.{action}"), action, spare)

    @property
    def stop_key(self) -> Key:
        return Key("Ctrl+Q", self.words("ui.keys.stop"), "app.quit")

    @property
    def help_extra(self) -> tuple[str, str] | None:
        """A title and text that the help page adds for what is on this page."""
        return None

    def text(self, content: str, classes: str = "text", id: str | None = None) -> Static:
        """A Static that shows `content` as it is."""
        return Passage(Content(content), classes=classes, id=id, markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out only at the size the window has now.

        Textual has a page tell itself each size it was laid out at. An older one that comes after
        a newer one would be laid out again and told again, and the two chase each other for ever.
        """
        if event.size != self.app.size:
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click on what a field is called, or right beside it, is one on the field."""
        from tonecheck.tui.widgets.fields import field_of

        clicked, _ = self.get_widget_at(event.screen_x, event.screen_y)
        if not clicked.can_focus and (field := field_of(clicked, event.screen_x)):
            self.focus_on(field)

    def set_text(self, selector: str, content: str) -> None:
        """Change what a Static shows; an empty text hides it."""
        found = self.query_one(selector, Static)
        change_text(found, content)
        found.display = bool(content)

    def notice(self, text: str = "") -> None:
        """Show one line that needs to be read, or take it away."""
        notice = self.query_one("#notice", Static)
        change_text(notice, text)
        notice.set_class(bool(text), "-shown")

    @property
    def is_typing(self) -> bool:
        from tonecheck.tui.widgets.fields import Field, Words

        return isinstance(self.focused, Field | Words)

    def take_key(self, event: events.Key) -> bool:
        """Take a digit or the letter of a choice, wherever the focus is but in text fields."""
        key = event.character
        if key is None or self.is_typing:
            return False
        return any(found.take_key(key) for found in self._lists())

    def on_choice_list_unclear(self) -> None:
        self.notice(self.unclear)

    @property
    def unclear(self) -> str:
        """How a row is taken."""
        return self.words("ui.common.unclear")

    def _lists(self) -> list[ChoiceList | AskList]:
        from tonecheck.tui.widgets.ask_list import AskList

        lists: list[ChoiceList | AskList] = [
            *self.query(ChoiceList).results(),
            *self.query(AskList).results(),
        ]
        shown = [found for found in lists if all(n.display for n in found.ancestors_with_self)]
        return sorted(shown, key=lambda found: not found.has_focus)

    def focus_on(self, widget: Widget) -> None:
        """Put the focus on a widget without scrolling about."""
        self.set_focus(widget, scroll_visible=False)

    def focus_go(self) -> None:
        """Put the focus on the button that leads on."""
        self.focus_on(self.query_one(GoButton))

    def action_up_from_go(self) -> None:
        """From the button that leads on to what stands above it."""
        self.focus_previous()

    def action_down_from_go(self) -> None:
        """From the button that leads on to what comes after it, where anything does."""
        if self.focused is not self.focus_chain[-1]:
            self.focus_next()

    def action_next_field(self) -> None:
        self.focus_next()

    def flush(self) -> None:
        """Save what is being typed; called before the page is left in any way."""

    def action_back(self) -> None:
        self.tone.way.go_back()

    def action_help(self) -> None:
        self.tone.action_page("help")
