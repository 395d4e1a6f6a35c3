"""The store: screenings in progress and finished, every change a committed transaction."""

from __future__ import annotations

from tonecheck.store.deleting import Deleting
from tonecheck.store.filling import Filling
from tonecheck.store.looking import Looking


class Store(Filling, Looking, Deleting):
    """One open database for the life of the program; made by `open_store`.

    Times are aware datetimes and are kept as given. Every method raises StoreError when the
    disk or the file fails, or when an id is unknown.
    """
