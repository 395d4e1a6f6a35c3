"""`tonecheck report`: the paper of a screening, from a file or from the store."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from tonecheck.commands.output import say
from tonecheck.commands.passwords import read_password
from tonecheck.commands.reading import STDIN, read_screening
from tonecheck.commands.stored import kept_pack, open_existing
from tonecheck.errors import InputError
from tonecheck.protocol.check import RuleSet
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.report.clock import report_time as now
from tonecheck.report.export import rendered, write_report, write_whole
from tonecheck.report.protect import protected, require_usable
from tonecheck.report.view import build_view
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.validate import require_valid
from tonecheck.settings import load_settings
from tonecheck.store import Store


@dataclass(frozen=True, slots=True)
class _Case:
    """A screening with the content that read it and what came of it."""

    pack: Pack
    screening: Screening
    result: Result
    earlier: tuple[Screening, ...] = ()


def run(args: argparse.Namespace) -> int:
    """Write the report, with a password where one is given."""
    password = _password(args)
    case = _from_file(args) if _is_file(args.screening) else _from_store(args)
    view = build_view(
        case.pack,
        case.screening,
        case.result,
        earlier=case.earlier,
        made_at=now(),
        emergency=_emergency_number(case.pack),
        privacy=args.privacy,
    )
    if password:
        write_whole(Path(args.output), protected(rendered(view, ".pdf"), password))
        say("A file with a password is encrypted (AES-256), so it is no longer PDF/A.")
    else:
        write_report(view, Path(args.output))
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


def _from_file(args: argparse.Namespace) -> _Case:
    pack = _chosen_pack(args)
    screening = read_screening(args.screening, pack, now)
    return _Case(pack, screening, score(pack, screening, (), args.rules or "published"))


def _from_store(args: argparse.Namespace) -> _Case:
    store = open_existing(args)
    if store is None:
        raise _nothing(args.screening)
    with store:
        if not store.has(args.screening):
            raise _nothing(args.screening)
        return _stored(store, args)


def _stored(store: Store, args: argparse.Namespace) -> _Case:
    """A finished screening with the content and result it has; an open one as it stands."""
    screening = store.draft(args.screening).screening()
    result = store.result(args.screening)
    earlier = store.earlier_screenings(args.screening)
    pack = _chosen_pack(args)
    if result is not None and result.content.fingerprint != pack.fingerprint:
        pack = kept_pack(store, result.content.fingerprint)
    if result is None or args.rules not in (None, result.rules):
        require_valid(pack.protocol, screening)
        rules: RuleSet = args.rules or "published"
        result = score(pack, screening, store.earlier(args.screening), rules)
    return _Case(pack, screening, result, earlier)


def _chosen_pack(args: argparse.Namespace) -> Pack:
    return load_pack(Path(args.content) if args.content else None)


def _emergency_number(pack: Pack) -> str:
    """The number of the region in the settings; empty where none is chosen."""
    chosen = load_settings().settings.region
    return next((r.emergency for r in pack.protocol.regions if r.id == chosen), "")


def _nothing(name: str) -> InputError:
    return InputError(
        f"{name}: is neither a file nor the id of a stored screening.",
        hint="`tonecheck list` shows every stored screening with its id.",
    )
