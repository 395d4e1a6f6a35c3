"""`tonecheck open`: takes the answers inside a report back into the store."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.commands.carried import Read, carried_earlier, carried_screening, read_carried
from tonecheck.commands.listing import line_of
from tonecheck.commands.output import say
from tonecheck.commands.stored import data_folder
from tonecheck.errors import InputError, TerminalError
from tonecheck.protocol.pack import Pack
from tonecheck.report.clock import report_time as now
from tonecheck.report.privacy import PRIVACY_LEVELS, privacy_words, private_screening
from tonecheck.report.verify import checksum_differences
from tonecheck.report.view.marks import origin_of
from tonecheck.scoring.earlier import earlier_readings, readable
from tonecheck.scoring.score import score
from tonecheck.screening.before import Before
from tonecheck.screening.document import Screening
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import Walk
from tonecheck.store import Store, open_store

_ID_LENGTH = 12


def run(args: argparse.Namespace) -> int:
    """Add the screening, and the earlier ones where asked for; say the id of each."""
    name = Path(args.report).name
    read = read_carried(args, with_pages=False)
    if checksum_differences(read.carried):
        raise InputError(
            f"{name}: is damaged or was changed: its answers are not those it was made with.",
            hint="Nothing was changed. `tonecheck verify` lists the differences.",
        )
    screening = carried_screening(read, name)
    befores = carried_earlier(read, name)
    earlier = _dated(befores) if args.with_earlier else []
    with open_store(data_folder(args)) as store:
        taking = _Taking(store, read, may_add=args.yes, child=_child_of(store, screening))
        for old in readable(read.pack, earlier):
            taking.take(old)
        taking.take(screening)
    _tell(read, args, befores)
    return 0


@dataclass(slots=True)
class _Taking:
    """Takes screenings of one report into the store; `child` is whose they are, once known."""

    store: Store
    read: Read
    may_add: bool
    child: str | None

    def take(self, screening: Screening) -> None:
        """Add it as a finished one, unless it is there already or the answer is no."""
        store = self.store
        # The same answers always have the same name, so that they are never taken in twice.
        digest = hashlib.sha256(screening.to_json().encode()).hexdigest()
        by_content = f"r{digest[:_ID_LENGTH]}"
        for id_ in (screening.id, by_content):
            if id_ and store.has(id_) and _is_same(store, id_, screening, self.read.today):
                say("Already there, with the same answers:")
                say(f"  {line_of(store.screening(id_))}")
                self._remember_child(id_)
                return
        taken = screening.id if screening.id and store.has(screening.id) else None
        if taken is not None and not self.may_add and not _confirmed(store, taken):
            say("It was not added.")
            return
        id_ = by_content if taken or not screening.id else screening.id
        named = screening.model_copy(update={"id": id_})
        id_ = _add(store, named, self.read, self.child)
        self._remember_child(id_)
        say("Added:")
        say(f"  {line_of(store.screening(id_))}")

    def _remember_child(self, id_: str) -> None:
        child = self.store.screening(id_).child
        self.child = self.child or (child.id if child else None)


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
        raise TerminalError("Not added: without a terminal to ask in, add --yes.")
    sys.stderr.write("It stays as it is. Type yes to add the report's as a new screening: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"


def _add(store: Store, screening: Screening, read: Read, child: str | None) -> str:
    """Add it as finished: it can be listed, reported and revised, and is never asked for anew.

    Returns its id.
    """
    moment = now()
    origin = origin_of(read.carried.keywords)
    id_ = store.add_screening(screening, read.pack, moment, child)
    walk = Walk(read.pack.protocol, store.draft(id_))
    asked = [station.key for station in walk.stations if not station.check]
    store.record(id_, [Change("passed", asked)], moment)
    before = earlier_readings(read.pack, store.earlier_screenings(id_))
    rules = origin.rules if origin else "published"
    result = score(read.pack, store.draft(id_).screening(), before, rules)
    store.finish(id_, result.model_dump_json(), read.pack, moment)
    return id_


def _child_of(store: Store, screening: Screening) -> str | None:
    """The child the store knows of whom all that was told is the same."""
    child = screening.child
    if not child.name or child.birth_date is None:
        return None
    details = child.model_dump(mode="json", exclude_defaults=True)
    return next((known.id for known in store.children() if known.details == details), None)


def _dated(befores: Sequence[Before]) -> list[Screening]:
    """Those that can be put in their place among others."""
    return [before.screening for before in befores if before.screening.observed_on]


def _tell(read: Read, args: argparse.Namespace, befores: Sequence[Before]) -> None:
    """What the store now says otherwise than the paper, and why."""
    if befores and not (args.with_earlier and _dated(befores)):
        how = "Add --with-earlier to take them, too." if _dated(befores) else "They have no dates."
        say(
            f"Earlier screenings inside, not taken: {len(befores)}. {how} Without them the result "
            "may ask for less than the paper does."
        )
    if not read.is_own_pack:
        say(
            "The content this report was made with is not known here; the answers were scored "
            f"under today's ({read.pack.fingerprint[:16]}), and may read otherwise than on paper."
        )
