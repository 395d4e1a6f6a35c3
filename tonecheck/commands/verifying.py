"""`tonecheck verify`: does a report still say what its answers give?"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import takewhile

from tonecheck.commands.carried import Read, carried_earlier, carried_screening, read_carried
from tonecheck.commands.output import put, say
from tonecheck.errors import DIFFERENT, UNKNOWN_CONTENT, ContentError, InputError
from tonecheck.report.passages import Difference
from tonecheck.report.verify import checksum_differences, print_differences
from tonecheck.report.view.marks import origin_of
from tonecheck.screening.plain import plain_line

_SHOWN = 100
_LONGEST = 240
_BEFORE = 60


def run(args: argparse.Namespace) -> int:
    """Print every difference, one line each; the exit code says whether there are any."""
    read = read_carried(args, with_pages=True)
    checksums = checksum_differences(read.carried)
    try:
        printed = _of_print(read, args.report, is_altered=bool(checksums))
    except (ContentError, KeyError):
        if not read.is_own_pack or read.pack is read.today:
            raise
        # Content that an older tonecheck kept may lack words that a report has today.
        read = read.under_today()
        printed = _of_print(read, args.report, is_altered=bool(checksums))
    differences = [*checksums, *printed]
    put("".join(f"{_line(difference)}\n" for difference in differences[:_SHOWN]))
    if len(differences) > _SHOWN:
        say(f"Differences not shown: {len(differences) - _SHOWN}")
    _tell(read, differences)
    if checksums or (differences and read.is_own_pack):
        return DIFFERENT
    return 0 if read.is_own_pack else UNKNOWN_CONTENT


def _of_print(read: Read, name: str, *, is_altered: bool) -> tuple[Difference, ...]:
    """What the print says otherwise; answers that cannot be read are an error unless altered."""
    pages = read.carried.pages
    if pages is None:
        return ()
    try:
        screening = carried_screening(read, name)
        befores = carried_earlier(read, name)
    except InputError as error:
        if not is_altered:
            raise
        say(f"{_cut(error.message)} They were not scored.")
        return ()
    return print_differences(read.carried, pages, screening, befores, read.pack)


def _tell(read: Read, differences: Sequence[Difference]) -> None:
    origin = origin_of(read.carried.keywords)
    if not read.is_own_pack:
        named = plain_line(origin.fingerprint)[:16] if origin else "not named"
        say(
            f"The content this report was made with ({named}) is not known here, or too old; "
            f"its answers were scored under today's ({read.pack.fingerprint[:16]})."
        )
    if differences:
        say(f"Differences: {len(differences)}")
    else:
        say("The report says what its answers give, and the answers are unchanged.")


def _line(difference: Difference) -> str:
    printed, expected = plain_line(difference.printed), plain_line(difference.expected)
    pairs = zip(printed, expected, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = max(0, same - _BEFORE)
    place = plain_line(difference.place) or "report"
    return f"{place}: printed {_part(printed, start)}, expected {_part(expected, start)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _part(text: str, start: int) -> str:
    """The text from a little before where it differs."""
    if not text:
        return "nothing"
    end = start + _LONGEST
    return f'"{"… " if start else ""}{text[start:end]}{" …" if len(text) > end else ""}"'
