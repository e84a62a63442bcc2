"""The command line. Errors go to standard error as one line; ``--json`` prints nothing else on standard output.

Exit codes: 0 done, 1 the answer is no (a check failed, nothing was read), 2 wrong usage, 65 bad input,
69 something needed is not available, 70 an error of the program itself, 130 interrupted, 141 nobody reads on.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dockstation import __version__
from dockstation.cli import commands
from dockstation.cli.arguments.policy import add_labels, add_rules
from dockstation.cli.arguments.server import add_rmas, add_server
from dockstation.cli.arguments.station import add_backups, add_people, add_printers, add_reports, add_station
from dockstation.cli.arguments.tools import add_tools
from dockstation.domain.errors import DockstationError

EX_DATAERR = 65
EX_UNAVAILABLE = 69
EX_SOFTWARE = 70
INTERRUPTED = 130
NOBODY_READS = 141
UNAVAILABLE = frozenset(
    {
        "backup",
        "camera",
        "central",
        "credentials",
        "decoder",
        "disk",
        "display",
        "enrol",
        "file",
        "printer",
        "scanner",
        "server",
        "store",
    }
)
"""The families of failures that are nobody's input."""
BAD_INPUT = frozenset(
    {
        "backup.several",
        "central.enrolment_code",
        "central.insecure",
        "central.url",
        "printer.no_mark",
        "printer.too_small",
        "printer.unknown",
    }
)
"""And those of them that are."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may not know every letter
    try:
        answer = int(options.act(options))
        sys.stdout.flush()
    except DockstationError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the last flush fails once more
        return NOBODY_READS
    except Exception:  # noqa: BLE001 - the last place that can keep a traceback from the user
        return _unforeseen(options)
    return answer


def _refused(error: DockstationError) -> int:
    sys.stderr.write(f"dockstation: {commands.in_words(error)}\n")
    unavailable = error.code.partition(".")[0] in UNAVAILABLE and error.code not in BAD_INPUT
    return EX_UNAVAILABLE if unavailable else EX_DATAERR


def _unforeseen(options: argparse.Namespace) -> int:
    """Keep a report beside the station's others, else where the system keeps what is for a while."""
    import tempfile
    from contextlib import suppress

    from dockstation.diagnosis.recorder import ERRORS
    from dockstation.diagnosis.reports import Reports

    error = sys.exc_info()[1]
    assert error is not None
    folder = Path(tempfile.gettempdir())
    if "data" in options and "restarted" in options:  # the station's own; others read what they are pointed at
        with suppress(DockstationError, OSError):
            folder = commands.place(options).data / ERRORS
    reports = Reports(folder)
    made = reports.made(error, "command line")
    path = reports.write(made) or Reports(Path(tempfile.gettempdir())).write(made)
    said = commands.in_words(DockstationError("internal", id=str(made["number"])))
    sys.stderr.write(f"dockstation: {said} {path or ''}\n")
    return EX_SOFTWARE


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser("dockstation", description="Receiving and inspection station for returned goods.")
    top.add_argument("--version", action="version", version=f"dockstation {__version__}")
    words = top.add_subparsers(required=True, metavar="COMMAND")
    parts = (
        add_station, add_server, add_printers, add_tools, add_rules, add_labels, add_backups, add_people, add_reports,
        add_rmas,
    )  # fmt: skip
    for add in parts:
        add(words)
    return top
