"""The project file, the lock and the set-up scripts hold together."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
SCRIPTS = sorted((ROOT / ".ci").iterdir())
ADDRESS = re.compile(r"[a-z+]+://|--(extra-)?index-url|--find-links|--trusted-host|\S+@\S+")
FONTS = ROOT / "tonecheck" / "report" / "fonts"


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """The parsed pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked() -> dict[str, tuple[Requirement, list[str]]]:
    """Each locked requirement by name, with its hashes."""
    found: dict[str, tuple[Requirement, list[str]]] = {}
    entries = LOCK.read_text("utf-8").replace("\\\n", " ").splitlines()
    for entry in entries:
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        requirement = Requirement(entry.split("--hash=")[0].strip())
        found[requirement.name.lower()] = requirement, re.findall(r"--hash=(\S+)", entry)
    return found


def test_every_locked_line_is_an_exact_version_with_hashes() -> None:
    """Nothing can be installed that was not locked."""
    lock = locked()
    assert len(lock) > 20
    for requirement, hashes in lock.values():
        (pin,) = requirement.specifier
        assert pin.operator == "==", requirement
        assert hashes, requirement
        for found in hashes:
            assert re.fullmatch(r"sha256:[0-9a-f]{64}", found), requirement


def test_the_lock_names_no_host() -> None:
    """Where packages come from is the installing machine's own choice."""
    for line in LOCK.read_text("utf-8").splitlines():
        assert not ADDRESS.search(line), line


def test_every_dependency_is_locked_inside_its_range(project: dict[str, Any]) -> None:
    """The lock belongs to this pyproject.toml."""
    lock = locked()
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += project["build-system"]["requires"]
    for text in wanted:
        requirement = Requirement(text)
        (pin,) = lock[requirement.name.lower()][0].specifier
        assert requirement.specifier.contains(pin.version), text


def test_compiled_packages_are_locked_for_every_platform() -> None:
    """One hash would fit one machine; a compiled package has many wheels."""
    lock = locked()
    for name in ("pydantic-core", "cffi", "pillow", "lxml"):
        assert len(lock[name][1]) > 10, name


def test_the_project_declares_what_it_ships(project: dict[str, Any]) -> None:
    """Command, Python version, licences and the content inside the wheel."""
    table = project["project"]
    assert table["scripts"] == {"tonecheck": "tonecheck.cli:main"}
    assert table["requires-python"] == ">=3.11"
    for name in table["license-files"]:
        assert (ROOT / name).is_file(), name
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"] == {"content": "tonecheck/_content"}


def test_the_fonts_are_there_with_their_licence() -> None:
    """Three faces, the licence they ask to travel with, and the file that shows only them."""
    names = {path.name for path in FONTS.iterdir()}
    faces = {
        "DejaVuSansCondensed.ttf",
        "DejaVuSansCondensed-Bold.ttf",
        "DejaVuSansCondensed-Oblique.ttf",
    }
    assert names == faces | {"LICENSE", "fonts.conf"}
    assert "Bitstream Vera" in (FONTS / "LICENSE").read_text("utf-8")
    assert '<dir prefix="relative">.</dir>' in (FONTS / "fonts.conf").read_text("utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_sound_and_can_be_run(script: Path) -> None:
    """Bash can read them, and they may be started by name."""
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert os.access(script, os.X_OK)
