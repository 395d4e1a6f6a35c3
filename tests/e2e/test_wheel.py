"""The built wheel works in a clean environment, from any folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTENT = {".toml", ".md", ".svg"}

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Runs a command that must succeed; what it said is shown where it does not."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def own_files(folder: Path) -> set[str]:
    """The files git knows or would take in a folder, as paths from the checkout."""
    listed = run(
        "git", "ls-files", "--cached", "--others", "--exclude-standard", folder.name, cwd=ROOT
    )
    return {name for name in listed.splitlines() if (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist, cwd=ROOT)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with the wheel and only what the wheel asks for.

    The lock only says which versions: a dependency the wheel forgets to declare is missing here.
    """
    base = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", base / "venv", cwd=base)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.findall(r"^(\S+==\S+(?: ; .+?)?) \\$", lock, re.MULTILINE)
    (base / "versions.txt").write_text("\n".join(pins), "utf-8")
    python = base / "venv/bin/python"
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "-c", "versions.txt"]
    run(python, "-m", "pip", "install", *options, wheel, cwd=base)
    return base / "venv/bin"


@pytest.fixture
def away(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """An empty folder to work in, and an environment that knows nothing of the checkout."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "TZ") if key in os.environ}
    return tmp_path, {**kept, "HOME": str(home)}


def test_the_wheel_holds_the_package_the_content_and_nothing_else(wheel: Path) -> None:
    """Every tracked file of both folders, under its name in the wheel, and no stray file."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    content = {
        name
        for name in own_files(ROOT / "content")
        if Path(name).suffix in CONTENT or name == "content/LICENSE"
    }
    expected = own_files(ROOT / "tonecheck")
    expected |= {name.replace("content/", "tonecheck/_content/", 1) for name in content}
    assert held == expected
    assert "tonecheck/_content/LICENSE" in held
    assert "tonecheck/report/fonts/DejaVuSansCondensed.ttf" in held


def test_the_version_is_the_one_declared(
    installed: Path, away: tuple[Path, dict[str, str]]
) -> None:
    """`tonecheck --version` names the version of pyproject.toml."""
    folder, env = away
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert declared in run(installed / "tonecheck", "--version", cwd=folder, env=env)


def test_the_packaged_content_is_complete(
    installed: Path, away: tuple[Path, dict[str, str]]
) -> None:
    """`tonecheck content check` finds the packaged content and no fault in it."""
    folder, env = away
    assert run(installed / "tonecheck", "content", "check", cwd=folder, env=env)


def test_the_sample_has_a_pdf(installed: Path, away: tuple[Path, dict[str, str]]) -> None:
    """`tonecheck sample -o DIR` writes a PDF."""
    folder, env = away
    run(installed / "tonecheck", "sample", "-o", "made", cwd=folder, env=env)
    (pdf,) = (folder / "made").rglob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
