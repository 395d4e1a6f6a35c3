"""`tonecheck delete`: says what goes, asks, and deletes it for good."""

from __future__ import annotations

import argparse
import sys

from tonecheck.commands.listing import line_of
from tonecheck.commands.output import say
from tonecheck.commands.stored import open_existing
from tonecheck.errors import StoreError, TerminalError
from tonecheck.screening.plain import plain_line
from tonecheck.store import Deletion, Store


def run(args: argparse.Namespace) -> int:
    """Delete a screening, or a child with all of them."""
    store = open_existing(args)
    if store is None:
        raise StoreError("Nothing is stored yet, so there is nothing to delete.")
    with store:
        child_id = _child_of(store, args.id) if args.child else ""
        going = (
            store.deletion_of_child(child_id)
            if args.child
            else store.deletion_of_screening(args.id)
        )
        say(_described(going))
        if not args.yes and not _confirmed():
            say("Nothing was deleted.")
            return 0
        if args.child:
            store.delete_child(child_id)
        else:
            store.delete_screening(args.id)
    say("Deleted.")
    return 0


def _child_of(store: Store, id_: str) -> str:
    """The child with this id, or the child of the screening with this id."""
    if any(child.id == id_ for child in store.children()):
        return id_
    child = store.screening(id_).child
    if child is None:
        raise StoreError(f"The screening {id_} has no child yet; delete it without --child.")
    return child.id


def _described(going: Deletion) -> str:
    lines = ["This is deleted for good:", *(f"  {line_of(row)}" for row in going.screenings)]
    if going.child:
        name = plain_line(going.child.name) or "without a name"
        lines.append(f"  and the child {going.child.id}, {name}")
    return "\n".join(lines)


def _confirmed() -> bool:
    if not sys.stdin.isatty():
        raise TerminalError("Nothing was deleted: without a terminal to ask in, add --yes.")
    sys.stderr.write("Type yes to delete: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"
