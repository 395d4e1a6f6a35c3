"""What a paper tells, and where it is saved: the same choices on the screen and in plain lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tonecheck.protocol.pack import Words
from tonecheck.report.privacy import Privacy, initials
from tonecheck.screening.document import Screening

SUFFIX = {"pdf": ".pdf", "html": ".html", "text": ".txt"}
_FOLDERS = ("Documents", "Downloads")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """How much a paper tells of who and when; the password that opens it, never shown or kept."""

    privacy: Privacy = "full"
    is_file_named: bool = False
    password: str = field(default="", repr=False)


def summary(words: Words, choices: PaperChoices, *, can_lock: bool = True) -> str:
    """The choices in a few words; of a password only where the file can have one."""
    told = words(f"ui.paper.told.{choices.privacy}")
    if not can_lock:
        return told
    return f"{told} {words('ui.paper.locked' if choices.password else 'ui.paper.open')}"


def file_stem(
    words: Words, screening: Screening, choices: PaperChoices, today: date, *, is_urgent: bool
) -> str:
    """The usual file name without its suffix; it has the name only where that was chosen.

    Of a later version it says which, so that its paper is told from the one before.
    """
    usual = _usual_stem(words, screening, choices, today)
    if screening.revision > 1:
        usual = words("ui.export.file_version", file=usual, n=screening.revision)
    return words("ui.export.file_urgent", file=usual) if is_urgent else usual


def _usual_stem(words: Words, screening: Screening, choices: PaperChoices, today: date) -> str:
    if choices.privacy == "none":
        return words("ui.export.file_undated")
    day = (screening.observed_on or today).isoformat()
    who = _named(screening.child.name or "", choices)
    if who:
        return words("ui.export.file_named", name=who, date=day)
    return words("ui.export.file", date=day)


def _named(name: str, choices: PaperChoices) -> str:
    """The name as it can stand in a file name: letters and digits, joined by hyphens."""
    if not choices.is_file_named:
        return ""
    told = initials(name) if choices.privacy == "initials" else name
    parts = "".join(char if char.isalnum() else " " for char in told).split()
    return "-".join(parts)[:_LONGEST_NAME].rstrip("-")


def free(path: Path) -> Path:
    """`path`, or one beside it with the next free number."""
    found, n = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem}-{n}{path.suffix}")
        n += 1
    return found


def default_folder() -> Path:
    """Documents or Downloads where there is one, else the home folder."""
    home = Path.home()
    found = (home / name for name in _FOLDERS)
    return next((folder for folder in found if folder.is_dir()), home)
