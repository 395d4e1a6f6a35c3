"""`python -m tonecheck` is `tonecheck`."""

from __future__ import annotations

import sys

from tonecheck.cli import main

sys.exit(main())
