"""Asks what the paper shall tell of who and when, and for a password."""

from __future__ import annotations

from typing import cast

from tonecheck.errors import InputError
from tonecheck.report.privacy import PRIVACY_LEVELS, Privacy
from tonecheck.report.protect import require_usable
from tonecheck.tui.papers import PaperChoices
from tonecheck.tui.plain.desk import Desk, Option


def ask_choices(desk: Desk, choices: PaperChoices, *, can_lock: bool) -> PaperChoices:
    """The choices as made anew; raises Back when the parent leaves them as they were."""
    words, voice = desk.words, desk.voice
    voice.begin()
    voice.say(words("ui.paper.tells"))
    levels = [
        Option(level, words(f"ui.paper.levels.{level}"), words(f"ui.paper.levels.{level}_text"))
        for level in PRIVACY_LEVELS
    ]
    desk.offer(levels)
    privacy = cast("Privacy", desk.pick_or_keep(levels, choices.privacy))
    is_named = privacy != "none" and _asks_name(desk)
    return PaperChoices(privacy, is_named, _password(desk) if can_lock else "")


def _asks_name(desk: Desk) -> bool:
    desk.voice.begin()
    yes_no = desk.yes_no_options()[:2]
    return desk.pick_one(yes_no, desk.words("plain.export.file_name")) == "yes"


def _password(desk: Desk) -> str:
    """A password typed twice alike, or an empty text."""
    words, voice = desk.words, desk.voice
    voice.say(words("ui.paper.lost"))
    while True:
        password = desk.ear.secret(words("plain.export.password"))
        if not password:
            return ""
        try:
            require_usable(password)
        except InputError:
            voice.say(words("ui.paper.too_long"))
            continue
        if desk.ear.secret(words("plain.export.again")) == password:
            return password
        voice.say(words("ui.paper.not_same"))
