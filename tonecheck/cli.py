"""The command line: what can be asked, and what every failure says and exits with.

Each command lives in `tonecheck.commands` and is imported only when it is asked for.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence

from tonecheck import __version__
from tonecheck.errors import ToneCheckError

# As in typing, which would cost a fifth of the time that `--version` takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130
_WIDTH = 80
# A message longer than this (characters) is the input's fault, and the rest of it no help.
_LONGEST_MESSAGE = 8_000
_DESCRIPTION = """\
An infant muscle-tone checklist for parents, from birth to the first birthday,
with a report to bring to a doctor. It records what was seen. It is not a
diagnosis and never an all-clear.

Without a command the checklist opens in the terminal.
"""
_EPILOG = """\
examples:
  tonecheck                                go through the checklist
  tonecheck --plain                        the same, in plain lines
  tonecheck sample -o made-up              the files of a made-up baby
  tonecheck list                           every screening with its id
  tonecheck report k3f8m2p9qt -o out.pdf   the report of a stored screening
  tonecheck report baby.json -o out.html   the report of a screening file
  tonecheck report baby.json -o out.pdf --privacy none
  tonecheck open out.pdf                   take the answers in a report back
  tonecheck verify out.pdf                 does it say what its answers give?
  tonecheck score baby.json                its result, as JSON
  tonecheck score - --rules article < baby.json
  tonecheck score now.json --earlier may.json june.json
  tonecheck delete k3f8m2p9qt              delete it with all its versions
  tonecheck content check my-content       every fault of a content folder

exit codes:
  0    done
  1    something unexpected went wrong; a log file is named
  2    the command was not understood, or a terminal is needed
  3    the content is incomplete or contradictory
  4    the input is not a valid screening or report; what is wrong is named
  5    the answers could not be saved or read
  6    the report could not be made or written; an older file is left as it was
  7    no PDF, because Pango is not installed; .html and .txt still work
  8    verify: the report does not say what its answers give, or was changed
  9    verify: made with content not known here; scored under today's
  130  interrupted
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width: asking the terminal for its own costs more than the rest."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=20, width=_WIDTH)


class _Parser(argparse.ArgumentParser):
    """A parser that never echoes an active character."""

    def error(self, message: str) -> NoReturn:
        from tonecheck.screening.plain import plain_line

        super().error(plain_line(message))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; what went wrong is said on stderr."""
    parser = _parser()
    args = parser.parse_args(argv, argparse.Namespace(content=None, data=None, rules=None))
    if args.plain and args.command:
        parser.error("--plain goes without a command")
    if args.version:
        sys.stdout.write(f"tonecheck {__version__}\n")
        return 0
    if args.command:
        # A command is over before looking through its memory for garbage pays.
        gc.disable()
    try:
        return _run(args)
    except ToneCheckError as error:
        return _explain(error)
    except BrokenPipeError:
        # The reader has seen enough; without this Python would complain again at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted. What was saved before is safe.\n")
        return INTERRUPTED
    except Exception as error:
        from tonecheck.commands.crash import tell_crash

        return tell_crash(error, args)
    finally:
        if args.command:
            gc.freeze()
            gc.enable()


def _run(args: argparse.Namespace) -> int:
    match args.command:
        case "score":
            from tonecheck.commands.score import run
        case "report":
            from tonecheck.commands.report import run
        case "open":
            from tonecheck.commands.opening import run
        case "verify":
            from tonecheck.commands.verifying import run
        case "sample":
            from tonecheck.commands.sample import run
        case "list":
            from tonecheck.commands.listing import run
        case "delete":
            from tonecheck.commands.delete import run
        case "content":
            from tonecheck.commands.content import run
        case "schema":
            from tonecheck.commands.schema import run
        case _ if args.plain:
            from tonecheck.commands.plain import run
        case _:
            from tonecheck.commands.checklist import run
    return run(args)


def _explain(error: ToneCheckError) -> int:
    from tonecheck.screening.plain import plain

    message = error.message
    if len(message) > _LONGEST_MESSAGE:
        left_out = len(message) - _LONGEST_MESSAGE
        message = f"{message[:_LONGEST_MESSAGE]} … (characters left out: {left_out})"
    lines = [f"tonecheck: {plain(message)}", plain(error.hint)]
    sys.stderr.write("".join(f"{line}\n" for line in lines if line))
    return error.exit_code


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, formatter_class=_Help)
    common.add_argument(
        "--content", metavar="DIR", default=argparse.SUPPRESS, help="use the content in DIR"
    )
    common.add_argument(
        "--data", metavar="DIR", default=argparse.SUPPRESS, help="keep the answers in DIR"
    )
    parser: argparse.ArgumentParser = _Parser(
        prog="tonecheck",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=_Help,
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.add_argument(
        "--plain",
        action="store_true",
        help="ask in plain lines: for screen readers, braille lines, simple terminals, pipes",
    )
    _add_rules(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="tonecheck"
    )

    def add(name: str, purpose: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=purpose,
            description=purpose,
            parents=[common],
            allow_abbrev=False,
            formatter_class=_Help,
        )

    _add_commands(add)
    return parser


def _add_commands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    score = add("score", "read a screening as JSON and print its result as JSON")
    _add_screening(score, "FILE", "a screening file, or - for standard input")
    score.add_argument(
        "--earlier",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="earlier screenings of the same child",
    )
    report = add("report", "write the report of a screening as PDF, HTML or text")
    _add_screening(report, "FILE|ID", "a screening file, - for standard input, or a stored id")
    report.add_argument(
        "-o",
        "--output",
        required=True,
        type=_report_name,
        metavar="OUT",
        help="the file to write: .pdf, .html or .txt",
    )
    report.add_argument(
        "--privacy",
        choices=["full", "initials", "none"],
        default="full",
        help="tell name and dates (full), initials only, or no name and no dates but the ages "
        "(none); also in the attached answers. Your own words, such as the worry and the notes, "
        "stay as typed, with any name or date in them (default: full)",
    )
    _add_password(report, "protect the PDF with the password in the first line of FILE")
    opening = add("open", "take the answers inside a report back, as a finished screening")
    opening.add_argument("report", metavar="REPORT.pdf", help="a PDF that tonecheck made")
    opening.add_argument(
        "--yes",
        action="store_true",
        help="do not ask before adding a screening whose id is there with other answers",
    )
    opening.add_argument(
        "--with-earlier",
        action="store_true",
        help="take the earlier screenings inside, too",
    )
    _add_password(opening, "the password of the report is the first line of FILE")
    verify = add(
        "verify",
        "score the answers inside a report again and list where it says otherwise; "
        "exit code 0: nowhere, 8: somewhere, or its answers were changed, 9: scored under "
        "today's content, because the report's own is not known, 4: not a whole report",
    )
    verify.add_argument("report", metavar="REPORT.pdf", help="a PDF that tonecheck made")
    _add_password(verify, "the password of the report is the first line of FILE")
    sample = add("sample", "write the files of a made-up baby: answers, result and report")
    sample.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder to write")
    listing = add("list", "list every stored screening, newest first")
    listing.add_argument("--json", action="store_true", help="as JSON")
    delete = add("delete", "delete a screening with all its versions, for good")
    delete.add_argument("id", metavar="ID", help="the id that `tonecheck list` shows")
    delete.add_argument(
        "--child", action="store_true", help="delete the child with every screening"
    )
    delete.add_argument("--yes", action="store_true", help="do not ask")
    content = add("content", "check a content folder")
    content.add_argument("action", choices=["check"], help="name every fault, and count")
    content.add_argument("folder", nargs="?", metavar="DIR", help="default: the shipped content")
    add("schema", "print the JSON Schema of a screening and of a result")


def _add_screening(parser: argparse.ArgumentParser, metavar: str, purpose: str) -> None:
    parser.add_argument("screening", metavar=metavar, help=purpose)
    _add_rules(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules",
        choices=["published", "article"],
        default=argparse.SUPPRESS,
        help="which rule set leads (default: published)",
    )


def _add_password(parser: argparse.ArgumentParser, purpose: str) -> None:
    parser.add_argument("--password-file", metavar="FILE", help=f"{purpose} (-: standard input)")


def _report_name(text: str) -> str:
    if not text.endswith((".pdf", ".html", ".txt")):
        raise argparse.ArgumentTypeError("must end in .pdf, .html or .txt")
    return text
