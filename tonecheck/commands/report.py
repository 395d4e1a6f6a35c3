"""`tonecheck report`: the paper of a screening, from a file or from the store."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from tonecheck.commands.output import say
from tonecheck.commands.passwords import read_password
from tonecheck.commands.reading import STDIN, read_screening
from tonecheck.commands.stored import kept_pack, open_existing
from tonecheck.errors import ContentError, InputError
from tonecheck.protocol.check import RuleSet
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.report.clock import report_time as now
from tonecheck.report.export import write_report
from tonecheck.report.protect import require_usable
from tonecheck.report.view import ReportView, build_view
from tonecheck.scoring.earlier import earlier_readings
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.validate import require_valid
from tonecheck.screening.versions import with_replaced
from tonecheck.settings import load_settings
from tonecheck.store import Store


@dataclass(frozen=True, slots=True)
class _Case:
    """A screening to report on; `kept` is the content it was finished with, where not today's."""

    screening: Screening
    rules: RuleSet
    earlier: tuple[Screening, ...] = ()
    kept: Pack | None = None


def run(args: argparse.Namespace) -> int:
    """Write the report, with a password where one is given."""
    password = _password(args)
    today = load_pack(Path(args.content) if args.content else None)
    is_file = _is_file(args.screening)
    case = _from_file(args, today) if is_file else _from_store(args, today)
    view = _view(args, case, today)
    write_report(view, Path(args.output), password=password)
    if password:
        say("A file with a password is encrypted (AES-256), so it is no longer PDF/A.")
    say(f"Wrote {args.output}")
    return 0


def _password(args: argparse.Namespace) -> str:
    """The password to put on the file; empty without one. Raises InputError."""
    if args.password_file is None:
        return ""
    if not args.output.endswith(".pdf"):
        raise InputError("Only a PDF can have a password.", hint="Choose a name ending in .pdf.")
    if args.password_file == args.screening == STDIN:
        raise InputError("Standard input holds either the screening or the password, not both.")
    password = read_password(args.password_file)
    require_usable(password)
    return password


def _is_file(source: str) -> bool:
    try:
        return source == STDIN or Path(source).exists()
    except OSError:
        return False


def _from_file(args: argparse.Namespace, pack: Pack) -> _Case:
    return _Case(read_screening(args.screening, pack, now), args.rules or "published")


def _from_store(args: argparse.Namespace, today: Pack) -> _Case:
    store = open_existing(args)
    if store is None:
        raise _nothing(args.screening)
    with store:
        if not store.has(args.screening):
            raise _nothing(args.screening)
        return _stored(store, args, today)


def _stored(store: Store, args: argparse.Namespace, today: Pack) -> _Case:
    """A finished screening with the content and rules it has; an open one as it stands."""
    result = store.result(args.screening)
    kept = None
    if result is not None and result.content.fingerprint != today.fingerprint:
        try:
            kept = kept_pack(store, result.content.fingerprint)
        except ContentError:
            _tell_today()
    return _Case(
        with_replaced(store.draft(args.screening).screening(), store.first_version(args.screening)),
        args.rules or (result.rules if result else "published"),
        store.earlier_screenings(args.screening),
        kept,
    )


def _view(args: argparse.Namespace, case: _Case, today: Pack) -> ReportView:
    """The report under the content the screening was finished with, else under today's."""
    if case.kept is not None:
        try:
            return _view_under(case.kept, args, case)
        except (ContentError, KeyError):
            # What an older tonecheck kept may lack words that a report has today.
            _tell_today()
    return _view_under(today, args, case)


def _view_under(pack: Pack, args: argparse.Namespace, case: _Case) -> ReportView:
    require_valid(pack.protocol, case.screening)
    before = earlier_readings(pack, case.earlier)
    return build_view(
        pack,
        case.screening,
        score(pack, case.screening, before, case.rules),
        earlier=case.earlier,
        made_at=now(),
        emergency=_emergency_number(pack),
        privacy=args.privacy,
    )


def _tell_today() -> None:
    say(
        "The content this screening was finished with is too old for a report; "
        "its answers were read under today's, and may read otherwise than they did then."
    )


def _emergency_number(pack: Pack) -> str:
    """The number of the region in the settings; empty where none is chosen."""
    chosen = load_settings().settings.region
    return next((r.emergency for r in pack.protocol.regions if r.id == chosen), "")


def _nothing(name: str) -> InputError:
    return InputError(
        f"{name}: is neither a file nor the id of a stored screening.",
        hint="`tonecheck list` shows every stored screening with its id.",
    )
