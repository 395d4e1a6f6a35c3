"""A screening being filled in: a flat set of fields, each change one entry of its log.

Fields are dotted once: `urgent.fit`, `checks.hip_opening`, `child`, `worry`. The value None
takes a field away. Fields in `WALK_ONLY` steer the walk and never leave the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tonecheck.screening.document import Screening, screening_from

WALK_ONLY = frozenset({"at", "passed", "urgent_shown", "child_typed"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field and its new value (plain JSON data); None takes it away."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Draft:
    """The present value of every field."""

    fields: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_changes(cls, changes: Iterable[Change]) -> Draft:
        """The draft a log of changes adds up to."""
        draft = cls()
        for change in changes:
            draft = draft.changed(change)
        return draft

    @classmethod
    def from_screening(cls, screening: Screening) -> Draft:
        """The same answers as fields, to go on with or to revise."""
        fields: dict[str, Any] = {}
        data = screening.model_dump(mode="json", exclude_defaults=True)
        for name, value in data.items():
            if name in _TABLES:
                fields |= {f"{name}.{key}": entry for key, entry in value.items()}
            else:
                fields[name] = value
        return cls(fields)

    def changed(self, *changes: Change) -> Draft:
        """This draft with the changes made, in their order."""
        fields = dict(self.fields)
        for change in changes:
            if change.value is None:
                fields.pop(change.field, None)
            else:
                fields[change.field] = change.value
        return Draft(fields)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of one field."""
        return self.fields.get(name, default)

    def table(self, name: str) -> dict[str, Any]:
        """Every field under `name.`, by what follows the first dot."""
        prefix = f"{name}."
        return {k.removeprefix(prefix): v for k, v in self.fields.items() if k.startswith(prefix)}

    def document(self) -> dict[str, Any]:
        """These fields in the shape of a screening; perhaps not yet a valid one."""
        data: dict[str, Any] = {}
        for name, value in self.fields.items():
            head, _, rest = name.partition(".")
            if name in WALK_ONLY:
                continue
            if rest:
                data.setdefault(head, {})[rest] = value
            else:
                data[name] = value
        return data

    def screening(self) -> Screening:
        """These fields as a screening. Raises InputError while the child is missing."""
        return screening_from(self.document())


_TABLES = frozenset({"urgent", "seen_by_doctor", "background", "readiness", "checks"})
