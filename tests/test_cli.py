"""The command line as a whole: what opens, what each failure says, what is never said."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tomllib
from argparse import Namespace
from pathlib import Path

import pytest

from tonecheck import __version__, cli, errors
from tonecheck.commands.crash import places
from tonecheck.protocol.locate import content_dir
from tonecheck.tui.plain.start import Streams
from tonecheck.tui.services import Services

ROOT = Path(__file__).resolve().parent.parent
CODES = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "130"}


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run tonecheck in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tonecheck", *arguments],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ,
    )


def test_the_version_is_the_declared_one(capsys: pytest.CaptureFixture[str]) -> None:
    """One version, in the package and in the project file."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"tonecheck {declared}\n"
    assert declared == __version__


def test_help_documents_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Every code an error can exit with stands in the help, which fits 80 columns."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    text = capsys.readouterr().out
    table = text.partition("exit codes:")[2]

    assert ended.value.code == 0
    assert {line.split()[0] for line in table.splitlines() if line.strip()} == CODES
    kinds = [v for v in vars(errors).values() if isinstance(v, type)]
    codes = {v.exit_code for v in kinds if issubclass(v, errors.ToneCheckError)}
    assert {str(code) for code in {*codes, errors.DIFFERENT, errors.UNKNOWN_CONTENT}} <= CODES
    assert "examples:" in text
    assert max(map(len, text.splitlines())) <= 80


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` works behind every command."""
    for name in (
        "score",
        "report",
        "open",
        "verify",
        "sample",
        "list",
        "delete",
        "content",
        "schema",
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main([name, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: tonecheck {name}")


def test_without_a_terminal_the_checklist_refuses_in_one_line(tmp_path: Path) -> None:
    """It does not hang, and it touches nothing."""
    done = run()

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "needs a terminal" in done.stderr
    assert "`tonecheck --plain`" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_terminal_that_cannot_draw_is_told_of_the_plain_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """TERM=dumb is no terminal for pages; the exit code says that one is needed."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")

    assert cli.main([]) == 2
    assert "`tonecheck --plain`" in capsys.readouterr().err


@pytest.mark.parametrize("rules", ["published", "article"])
def test_the_checklist_goes_by_the_rules_that_were_named(
    rules: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--rules` reaches the pages and the plain lines; without it the published rules lead."""
    opened: list[str] = []

    def draw(*given: str) -> int:
        opened.append(given[-1])
        return 0

    def ask(services: Services, streams: Streams) -> int:
        opened.extend([services.rules, streams.again])
        return 0

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("tonecheck.tui.start.run", draw)
    monkeypatch.setattr("tonecheck.tui.plain.start.run", ask)
    named = ["--rules", rules]

    assert cli.main(named) == cli.main([*named, "--plain"]) == cli.main([]) == 0
    assert opened == [rules, rules, f"tonecheck --plain --rules {rules}", "published"]


@pytest.mark.parametrize(
    "arguments",
    [["nope"], ["score"], ["report", "x.json"], ["report", "x.json", "-o", "x.doc"], ["--vers"]],
)
def test_what_is_not_understood_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong command line is a usage message."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_wrong_argument_is_never_echoed_active(capsys: pytest.CaptureFixture[str]) -> None:
    """Escape codes in an argument do not reach the terminal."""
    with pytest.raises(SystemExit):
        cli.main(["list", "\x1b[31mred"])
    assert "\x1b" not in capsys.readouterr().err


def test_folders_may_be_named_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--content and --data belong to every command."""
    bad = str(tmp_path / "no-content")
    assert cli.main(["--content", bad, "content", "check"]) == 3
    assert cli.main(["content", "check", "--content", bad]) == 3
    assert cli.main(["content", "check", bad]) == 3
    assert "there is no such folder" in capsys.readouterr().out


def test_content_check_draws_every_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure that cannot be drawn is a fault like any other, with its file and key."""
    folder = tmp_path / "content"
    shutil.copytree(content_dir(), folder)
    pose = next((folder / "figures" / "poses").iterdir())
    pose.write_text(f"{pose.read_text('utf-8')}\n[unheard_of]\nring = 'nowhere'\n", "utf-8")
    assert cli.main(["content", "check", str(folder)]) == 3
    assert f"figures/poses/{pose.name}: unheard_of: " in capsys.readouterr().out


def test_the_unexpected_is_one_calm_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 and the log's path; neither names what was typed, and the log says where."""

    def broken(_: Namespace) -> int:
        secret = "Zebulon"  # noqa: S105
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise ValueError(f"{secret} in a message") from error

    monkeypatch.setattr(cli, "_run", broken)
    assert cli.main(["list"]) == 1

    said = capsys.readouterr()
    log = tmp_path / "data" / "tonecheck.log"
    noted = log.read_text("utf-8")
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert str(log) in said.err
    assert "test_cli.py" in noted
    assert "builtins.ValueError" in noted
    assert "builtins.KeyError" in noted
    assert "Zebulon" not in noted + said.err
    if os.name == "posix":
        assert log.stat().st_mode & 0o077 == 0


def test_places_end_where_the_chain_ends() -> None:
    """An error without a cause is its own places alone."""
    try:
        raise RuntimeError("words")
    except RuntimeError as error:
        text = places(error)
    assert text.startswith("builtins.RuntimeError\n")
    assert "words" not in text


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C ends with 130 and without a traceback."""

    def interrupted(_: Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert cli.main(["list"]) == 130
    assert "safe" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error() -> None:
    """`tonecheck schema | head -1` ends well."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tonecheck", "schema"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    errors_said = writer.stderr.read()
    writer.stderr.close()

    assert writer.wait() == 0
    assert errors_said == b""


@pytest.mark.parametrize("command", [["--version"], ["list"], ["list", "--json"]])
def test_small_commands_load_little(command: list[str]) -> None:
    """Neither the screen, nor the paper, nor the validator is loaded for a list."""
    script = (
        f"import sys; from tonecheck.cli import main; main({command!r}); "
        "print(*(m for m in ('pydantic', 'textual', 'rich', 'weasyprint', 'jinja2', 'asyncio')"
        " if m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == ""


def test_an_endless_message_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """An error that quotes a huge input does not flood the terminal."""
    assert cli._explain(errors.InputError("x" * 100_000)) == 4
    assert len(capsys.readouterr().err) < 9_000


def test_a_command_leaves_the_interpreter_as_it_was(tmp_path: Path) -> None:
    """A command does not look for garbage while it runs; whoever called it does again."""
    assert cli.main(["list", "--data", str(tmp_path)]) == 0
    assert gc.isenabled()


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
@pytest.mark.parametrize(
    ("settings", "content", "said"),
    [
        ('language = "xx"', [], "text/xx: there are no words in this language, which the settings"),
        ("", ["--content", "nowhere"], "nowhere: there is no such folder"),
    ],
)
def test_content_without_a_first_page_is_said_before_anything_is_drawn(
    arguments: list[str],
    settings: str,
    content: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The pages and the plain lines both end with the faults and the exit code of bad content."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(settings)

    assert cli.main([*arguments, *content]) == 3
    assert said in capsys.readouterr().err
