"""The four looks. Colour never carries meaning alone, so each may be changed freely."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = Theme(
    name="tonecheck-light",
    primary="#1b5e83",
    secondary="#4a5b6c",
    accent="#1b5e83",
    foreground="#1d2733",
    background="#faf8f4",
    surface="#faf8f4",
    panel="#e9e4da",
    success="#2c6b3f",
    warning="#8a5300",
    error="#a3261c",
    dark=False,
)
DARK = Theme(
    name="tonecheck-dark",
    primary="#8cc4e8",
    secondary="#a9b4c0",
    accent="#8cc4e8",
    foreground="#e8e6e1",
    background="#14191f",
    surface="#14191f",
    panel="#232b34",
    success="#8fd0a0",
    warning="#f0c074",
    error="#f2938a",
    dark=True,
)
CONTRAST = Theme(
    name="tonecheck-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#ffffff",
    warning="#ffff00",
    error="#ffffff",
    dark=True,
)
ANSI = "ansi-dark"
THEMES = (LIGHT, DARK, CONTRAST)
DEFAULT = DARK.name
NAMES: dict[str, str] = {
    "light": LIGHT.name,
    "dark": DARK.name,
    "contrast": CONTRAST.name,
    "ansi": ANSI,
}
