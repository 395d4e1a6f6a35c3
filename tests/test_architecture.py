"""What each part may load, name and reach, proved on the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tonecheck
from tonecheck.protocol.pack import Pack

ROOT = Path(tonecheck.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
HEAVY = {"weasyprint", "jinja2", "fontTools", "sqlite3", "textual", "pikepdf", "pypdfium2"}
LONGEST = 350


def _loaded_by(module: str) -> set[str]:
    """The top-level packages a fresh interpreter holds after importing `module`."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("tonecheck", HEAVY | {"pydantic"}),
        ("tonecheck.cli", HEAVY | {"pydantic"}),
        ("tonecheck.scoring.score", HEAVY),
        ("tonecheck.store", HEAVY - {"sqlite3"}),
        ("tonecheck.report.pdf", {"weasyprint", "fontTools", "sqlite3", "textual"}),
        ("tonecheck.report.verify", {"weasyprint", "fontTools", "pikepdf", "pypdfium2"}),
        ("tonecheck.report.extract", {"weasyprint", "pikepdf", "pypdfium2"}),
        ("tonecheck.tui.app", (HEAVY - {"textual"}) | {"pydantic"}),
    ],
)
def test_heavy_parts_load_where_they_are_used(module: str, absent: set[str]) -> None:
    """Importing a module does not load what only its later work needs."""
    assert _loaded_by(module) & absent == set()


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def test_code_names_no_check_and_no_sign(pack: Pack) -> None:
    """Which checks and signs there are is content; no text in code is the id of one."""
    ids = set(pack.protocol.by_id) | {sign.id for sign in pack.protocol.signs}
    common = {"fit", "limb", "breathing", "rest", "carry", "changes", "rash", "fever"}
    named = [
        f"{name}:{node.lineno} {node.value!r}"
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in ids - common
    ]

    assert named == []


def test_nothing_reaches_the_network() -> None:
    """No module of ours imports a network library."""
    network = {
        "socket",
        "ssl",
        "http",
        "urllib",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
    }
    found = [
        f"{name} {imported}"
        for name, tree in _trees()
        for node in ast.walk(tree)
        for imported in _imported(node)
        if imported.partition(".")[0] in network
    ]

    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module or ""]
    return []


def test_no_failure_is_swallowed_unnamed() -> None:
    """An `except` that does not name what it expects raises again."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) == "BaseException")
        and not isinstance(node.body[-1], ast.Raise)
    ]

    assert found == []


def test_files_stay_small() -> None:
    """A reader takes in a file at one sitting."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }

    assert long == {}
