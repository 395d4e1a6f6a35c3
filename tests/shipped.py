"""The content that ships with tonecheck, in English, read once for all tests."""

from __future__ import annotations

from tonecheck.protocol.load import load_pack

PACK = load_pack()
PROTOCOL = PACK.protocol
