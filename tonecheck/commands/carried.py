"""The answers inside a report, and the content they were read with."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tonecheck.commands.passwords import read_password
from tonecheck.commands.reading import parse
from tonecheck.commands.stored import kept_pack, open_existing
from tonecheck.errors import ContentError, InputError
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.report.carried import Carried, read_report
from tonecheck.report.view.marks import origin_of
from tonecheck.screening.before import Before, earlier_screenings_from
from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.validate import require_valid


@dataclass(frozen=True, slots=True)
class Read:
    """A report with the pack to read it with; `is_own_pack` when it is the report's own."""

    carried: Carried
    pack: Pack
    today: Pack
    is_own_pack: bool

    def under_today(self) -> Read:
        """The same report, to be read with today's content."""
        return replace(self, pack=self.today, is_own_pack=False)


def read_carried(args: argparse.Namespace, *, with_pages: bool) -> Read:
    """What the report in `args` carries, and the content it names: today's, or a kept one.

    Where neither has its fingerprint it is today's. Raises InputError.
    """
    password = read_password(args.password_file)
    carried = read_report(Path(args.report), password=password, with_pages=with_pages)
    today = load_pack(Path(args.content) if args.content else None)
    origin = origin_of(carried.keywords)
    wanted = origin.fingerprint if origin else ""
    if wanted == today.fingerprint:
        return Read(carried, today, today, is_own_pack=True)
    store = open_existing(args)
    if store is not None:
        with store:
            if store.has_pack(wanted):
                # What an older tonecheck kept, this one may no longer be able to read.
                with contextlib.suppress(ContentError):
                    return Read(carried, kept_pack(store, wanted), today, is_own_pack=True)
    return Read(carried, today, today, is_own_pack=False)


def carried_screening(read: Read, name: str) -> Screening:
    """The valid screening inside. Raises InputError naming every wrong field."""
    place = f"{name}: the answers inside"
    with _placed(place):
        screening = screening_from(parse(read.carried.answers.encode(), place))
        require_valid(read.pack.protocol, screening)
    return screening


def carried_earlier(read: Read, name: str) -> tuple[Before, ...]:
    """The earlier screenings inside, oldest first; the content may not know all they say.

    Raises InputError naming every wrong field.
    """
    if not read.carried.earlier:
        return ()
    place = f"{name}: the earlier screenings inside"
    with _placed(place):
        return earlier_screenings_from(parse(read.carried.earlier.encode(), place)).screenings


@contextlib.contextmanager
def _placed(place: str) -> Iterator[None]:
    """Say of an error where in the file it is."""
    try:
        yield
    except InputError as error:
        message = error.message.removeprefix(f"{place}: ")
        raise InputError(f"{place}: {message}", hint="Nothing was changed.") from None
