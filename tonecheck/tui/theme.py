"""The four looks. Colour never carries meaning alone, so each may be changed freely."""

from __future__ import annotations

from textual.theme import Theme


def _look(name: str, page: str, panel: str, text: str, *marks: str, is_dark: bool = True) -> Theme:
    """`marks` are the colours of keys, side notes, what is chosen, what to read, what is urgent."""
    key, aside, chosen, warning, urgent = marks
    return Theme(
        f"tonecheck-{name}",
        primary=key,
        accent=key,
        secondary=aside,
        foreground=text,
        background=page,
        surface=page,
        panel=panel,
        success=chosen,
        warning=warning,
        error=urgent,
        dark=is_dark,
        variables={"text-muted": aside},
    )


# fmt: off
LIGHT = _look(
    "light", "#faf8f4", "#e9e4da", "#1d2733",
    "#1b5e83", "#4a5b6c", "#2c6b3f", "#8a5300", "#a3261c", is_dark=False,
)
DARK = _look(
    "dark", "#14191f", "#232b34", "#e8e6e1",
    "#8cc4e8", "#a9b4c0", "#8fd0a0", "#f0c074", "#f2938a",
)
CONTRAST = _look(
    "contrast", "#000000", "#000000", "#ffffff",
    "#ffff00", "#ffffff", "#ffffff", "#ffff00", "#ffffff",
)
# fmt: on
ANSI = "ansi-dark"
THEMES = (LIGHT, DARK, CONTRAST)
DEFAULT = DARK.name
NAMES: dict[str, str] = {
    "light": LIGHT.name,
    "dark": DARK.name,
    "contrast": CONTRAST.name,
    "ansi": ANSI,
}
