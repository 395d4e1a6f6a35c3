"""`tonecheck schema`: the JSON Schema of each format."""

from __future__ import annotations

import argparse

from tonecheck.commands.output import json_text, put
from tonecheck.scoring.result import Result
from tonecheck.screening.before import EarlierScreenings
from tonecheck.screening.document import Screening

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run(args: argparse.Namespace) -> int:
    """Print `{screening, result, earlier}`."""
    schemas = {
        "screening": Screening.model_json_schema(),
        "result": Result.model_json_schema(mode="serialization"),
        "earlier": EarlierScreenings.model_json_schema(),
    }
    put(json_text({name: {"$schema": _DIALECT, **schema} for name, schema in schemas.items()}))
    return 0
