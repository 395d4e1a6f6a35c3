"""What the lists and buttons of a page share: how they show the focus, and whom they tell."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget


class OfPage(Widget):
    """A widget that draws its own focus, holds nothing typed, and tells its page alone.

    Textual would style it anew whenever the focus comes or goes, and hand each message up through
    all that it stands in, though only the page listens: several turns of the loop before an
    answer is painted.
    """

    def tell(self, message: Message) -> None:
        """Send a message to the page."""
        self.screen.post_message(message)

    def refresh_focus(self) -> None:
        """Draw anew what looks different with the focus."""
        raise NotImplementedError

    def watch_has_focus(self, _has_focus: bool) -> None:
        self.refresh_focus()

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        self.tell(events.DescendantFocus(self).stop())

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
