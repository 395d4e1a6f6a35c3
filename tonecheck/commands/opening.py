"""`tonecheck open`: takes the answers inside a report back into the store."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tonecheck.commands.carried import Read, carried_screening, read_carried
from tonecheck.commands.listing import line_of
from tonecheck.commands.output import say
from tonecheck.commands.stored import data_folder
from tonecheck.errors import InputError, TerminalError
from tonecheck.protocol.pack import Pack
from tonecheck.report.clock import report_time as now
from tonecheck.report.privacy import PRIVACY_LEVELS, privacy_words, private_screening
from tonecheck.report.verify import checksum_differences
from tonecheck.report.view.marks import origin_of
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.store import Store, open_store

_ID_LENGTH = 12


def run(args: argparse.Namespace) -> int:
    """Add the screening as a finished one, unless it is there already; say its id."""
    name = Path(args.report).name
    read = read_carried(args, with_pages=False)
    if checksum_differences(read.carried):
        raise InputError(
            f"{name}: is damaged or was changed: its answers are not those it was made with.",
            hint="Nothing was changed. `tonecheck verify` lists the differences.",
        )
    screening = carried_screening(read, name)
    # The same file always has the same names, so that it is never taken in twice.
    by_content = f"r{read.carried.sha256[:_ID_LENGTH]}"
    with open_store(data_folder(args)) as store:
        for id_ in (screening.id, by_content):
            if id_ and store.has(id_) and _is_same(store, id_, screening, read.today):
                say("Already there, with the same answers:")
                say(f"  {line_of(store.screening(id_))}")
                return 0
        taken = screening.id if screening.id and store.has(screening.id) else None
        if taken is not None and not args.yes and not _confirmed(store, taken):
            say("Nothing was added.")
            return 0
        id_ = by_content if taken or not screening.id else screening.id
        _tell(store, _add(store, screening.model_copy(update={"id": id_}), read), read)
    return 0


def _is_same(store: Store, id_: str, carried: Screening, pack: Pack) -> bool:
    """Whether a stored screening has these answers, told in full or with less of who and when."""
    draft = store.draft(id_)
    if draft.get("child") is None:
        return False
    stored = _answers(draft.screening(), pack)
    words = privacy_words(pack)
    told = [private_screening(stored, level, words) for level in PRIVACY_LEVELS]
    return _answers(carried, pack) in told


def _answers(screening: Screening, pack: Pack) -> Screening:
    """The answers alone, as far as a store keeps them."""
    private = {situation.id for situation in pack.protocol.situations if situation.private}
    kept = tuple(s for s in screening.situations if s not in private)
    return screening.model_copy(update={"id": None, "revision": 1, "situations": kept})


def _confirmed(store: Store, id_: str) -> bool:
    say("This screening is there already, with other answers:")
    say(f"  {line_of(store.screening(id_))}")
    if not sys.stdin.isatty():
        raise TerminalError("Nothing was added: without a terminal to ask in, add --yes.")
    sys.stderr.write("It stays as it is. Type yes to add the report's as a new screening: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"


def _add(store: Store, screening: Screening, read: Read) -> str:
    """Add it as finished: it can be listed, reported and revised, and is never asked for anew.

    It is of a child the store knows where all that was told of the child is the same.
    Returns its id.
    """
    moment = now()
    origin = origin_of(read.carried.keywords)
    child = _child_of(store, screening)
    id_ = store.add_screening(screening, read.pack, moment, child)
    rules = origin.rules if origin else "published"
    result = score(read.pack, store.draft(id_).screening(), store.earlier(id_), rules)
    store.finish(id_, result.model_dump_json(), read.pack, moment)
    return id_


def _child_of(store: Store, screening: Screening) -> str | None:
    child = screening.child
    if not child.name or child.birth_date is None:
        return None
    details = child.model_dump(mode="json", exclude_defaults=True)
    return next((known.id for known in store.children() if known.details == details), None)


def _tell(store: Store, id_: str, read: Read) -> None:
    say("Added:")
    say(f"  {line_of(store.screening(id_))}")
    if not read.is_own_pack:
        say(
            "The content this report was made with is not known here; the answers were scored "
            f"under today's ({read.pack.fingerprint[:16]}), and may read otherwise than on paper."
        )
