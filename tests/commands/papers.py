"""What tests of reports as files share."""

from __future__ import annotations

from tests.report.cases import MADE, typical
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from
from tonecheck.store import Store, open_store


def stored_ids() -> list[str]:
    """The screenings in the default store, newest first."""
    with open_store(data_dir()) as store:
        return [row.id for row in store.screenings()]


def other_content(pack: Pack) -> Pack:
    """The same content under another fingerprint."""
    files = {**pack.files, "pack.toml": pack.files["pack.toml"] + "\n# changed\n"}
    return pack.model_copy(update={"files": files, "fingerprint": "0" * 64})


def kept(store: Store, pack: Pack) -> None:
    """Keep `pack` in the store, with a screening that it read."""
    screening = screening_from({**typical(pack), "id": "kept"})
    id_ = store.add_screening(screening, pack, MADE.astimezone())
    store.finish(id_, score(pack, screening).model_dump_json(), pack, MADE.astimezone())
