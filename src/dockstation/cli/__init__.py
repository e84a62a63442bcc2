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
from datetime import date
from pathlib import Path
from typing import TypeAlias

from dockstation import __version__
from dockstation.cli import backup, commands, labels, people, printers, rma, tools
from dockstation.cli.replay import rules_replay
from dockstation.cli.report import report_claim, report_unit
from dockstation.cli.rules import rules_check
from dockstation.cli.syncing import sync_run
from dockstation.domain.errors import DockstationError

PARTIES = ("carrier", "supplier", "customer", "merchant", "warehouse", "undetermined")
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
    _add_station(words)
    _add_server(words)
    _add_tools(words)
    _add_backups(words)
    _add_people(words)
    _add_reports(words)
    _add_rmas(words)
    return top


Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names it no other way


def _at_station(words: Words, name: str, text: str) -> argparse.ArgumentParser:
    command = words.add_parser(name, help=text, description=text)
    command.add_argument("--data", type=Path, metavar="DIR", help="the station's data folder")
    command.add_argument(
        "--config", type=Path, metavar="DIR", help="a folder whose files override the shipped config"
    )
    return command


def _add_station(words: Words) -> None:
    station = _at_station(words, "station", "Open the station's window.")
    station.add_argument("--badge", default="", help="sign this badge in at the start")
    station.add_argument("--full-screen", action="store_true", help="take the whole screen")
    station.add_argument("--no-camera", action="store_true", help="leave the camera alone")
    station.add_argument(
        "--safe", action="store_true", help="leave camera, scanners, scale and folders of pictures alone"
    )
    station.add_argument("--restarted", action="store_true", help=argparse.SUPPRESS)
    station.add_argument(
        "--report-start", type=Path, metavar="F", help="write when it was painted and ready, and end"
    )
    station.set_defaults(act=commands.station)
    demo = words.add_parser("demo", help="See the main job run against real processes on this machine.")
    demo.add_argument("--headless", action="store_true", help="no display: a driver plays the operator")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where screenshots, labels and report.json go")
    demo.add_argument("--language", choices=("en", "zh_CN"), default="en")
    demo.add_argument("--units", type=int, default=3, help="units that the driver takes through (default 3)")
    demo.set_defaults(act=commands.demo)


def _add_server(words: Words) -> None:
    server = words.add_parser("server", help="Run the central RMA server.")
    server.add_argument("--data", type=Path, metavar="DIR", help="a folder for photos, token and database")
    server.add_argument(
        "--database-url",
        metavar="URL",
        help="postgresql://USER@HOST/NAME instead of SQLite (DOCKSTATION_DATABASE_URL, server.toml)",
    )
    server.add_argument("--host", help="the address to listen at (server.toml)")
    server.add_argument("--port", type=int, metavar="N", help="the port to listen at, 0 for any (server.toml)")
    server.add_argument("--config", type=Path, metavar="DIR")
    server.set_defaults(act=commands.server, wrong_usage=server.error)
    _add_printers(words)
    enrol = _at_station(words, "enrol", "Enrol this station with a one-time code from the server.")
    enrol.add_argument("--code", required=True)
    enrol.set_defaults(act=commands.enrol)


def _add_people(words: Words) -> None:
    who = words.add_parser("people", help="People of the station.").add_subparsers(required=True, metavar="WHAT")
    pin = who.add_parser("pin", help="Print the hash of a PIN, for station.toml.")
    pin.set_defaults(act=people.people_pin)
    agreed = _at_station(words, "agreement", "Say how far inspectors agree, by their second opinions.")
    agreed.add_argument("--since", default="", metavar="DATE", help="only those given since then: 2026-11-01")
    agreed.add_argument("--json", action="store_true")
    agreed.set_defaults(act=people.agreement)


def _add_printers(words: Words) -> None:
    printer = words.add_parser("printer", help="Set label printers up; with --port run a virtual one.")
    printer.add_argument("--port", type=int, metavar="N", help="run a virtual printer that draws what it gets")
    printer.add_argument("--out", type=Path, metavar="DIR", help="where the virtual printer's labels go")
    printer.add_argument("--language", choices=("zpl", "tspl", "escpos"), default="zpl", help="what it understands")
    printer.set_defaults(act=commands.printer, wrong_usage=printer.error)
    acts = printer.add_subparsers(metavar="WHAT")
    texts = {
        "list": ("List the printers of printers.toml and how they are.", printers.listed),
        "find": ("List printers on USB, in print queues and on the network.", printers.found),
        "test": ("Print a test label.", printers.tested),
        "calibrate": ("Print the calibration label and work out the offsets.", printers.calibrated),
    }
    for name, (text, act) in texts.items():
        command = acts.add_parser(name, help=text, description=text)
        command.add_argument("--config", type=Path, metavar="DIR")
        command.set_defaults(act=act)
        if name in ("list", "find"):
            command.add_argument("--json", action="store_true", help="one JSON object a printer")
        else:
            command.add_argument("name", metavar="NAME", help="its name in printers.toml")
        if name == "calibrate":
            command.add_argument(
                "--mark", action="append", metavar="CODE", help="a mark read already; prints nothing"
            )


def _add_reports(words: Words) -> None:
    report = words.add_parser("report", help="Inspections on paper.").add_subparsers(required=True, metavar="WHAT")
    unit = _at_station(report, "unit", "Write the inspection report of one item as PDF.")
    unit.add_argument("lpn", metavar="LPN", help="its licence plate")
    unit.set_defaults(act=report_unit)
    claim = _at_station(
        report, "claim", "Write reports, photos and an index of all items that one party answers for."
    )
    claim.add_argument("--responsibility", default="carrier", choices=PARTIES)
    claim.add_argument("--from", dest="since", type=date.fromisoformat, metavar="DATE", help="decided on it or later")
    claim.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE", help="decided on it or before")
    claim.add_argument("--rma", default="", metavar="NUMBER", help="only those of this return")
    claim.add_argument("--parcel", default="", metavar="CODE", help="only those that came in this parcel")
    claim.add_argument("--json", action="store_true")
    claim.set_defaults(act=report_claim)
    for each, what in ((unit, "the PDF"), (claim, "name.pdf for one PDF, name.zip, or a new folder")):
        each.add_argument("--out", required=True, type=Path, metavar="F", help=what)
        each.add_argument("--language", choices=("en", "zh_CN"), default="", help="instead of the station's")
        each.add_argument("--overwrite", action="store_true", help="replace a file that is there")


def _add_rmas(words: Words) -> None:
    what = words.add_parser("rma", help="RMAs at the server.").add_subparsers(required=True, metavar="WHAT")
    file = what.add_parser("import", help="Send a CSV, XLSX or JSON file of RMAs to the server.")
    file.add_argument("file", type=Path, metavar="FILE")
    file.add_argument("--dry-run", action="store_true", help="say what would come of it, store nothing")
    file.add_argument("--mode", choices=("all_or_nothing", "good_rows"), default="all_or_nothing")
    file.add_argument("--state", choices=("requested", "approved"), default="approved", help="of those that are new")
    file.add_argument("--zone", default="UTC", help="of times that name none, as Asia/Shanghai")
    file.set_defaults(act=rma.import_file)
    show = what.add_parser("show", help="Say where an RMA stands.")
    show.set_defaults(act=rma.read)
    paper = what.add_parser("label", help="Write the return label as PDF.")
    paper.add_argument("--out", required=True, type=Path, metavar="F")
    paper.set_defaults(act=rma.label, json=False)
    moves = [what.add_parser(name, help=f"Take an RMA the way of {name}.") for name in rma.MOVES]
    for name, each in zip(rma.MOVES, moves, strict=True):
        each.add_argument("--reason", default="", help="why; wanted by refuse, cancel and reopen")
        each.set_defaults(act=rma.move, what=name)
    for each in (show, paper, *moves):
        each.add_argument("number", metavar="NUMBER")
    count = what.add_parser("statistics", help="Count what stands at the server.")
    _add_statistics(count)
    for each in (file, show, paper, count, *moves):
        each.add_argument("--url", required=True, help="the server's address")
        each.add_argument("--token-file", required=True, type=Path, metavar="F", help="the administrator's token")
        if each in (file, *moves):
            each.add_argument("--by", required=True, metavar="NAME", help="who does it")
        if each is not paper:
            each.add_argument("--json", action="store_true")


def _add_statistics(count: argparse.ArgumentParser) -> None:
    count.add_argument("--by", required=True, choices=rma.FEATURES)
    count.add_argument(
        "--from", dest="since", type=date.fromisoformat, metavar="DATE", help="received on it or later"
    )
    count.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE", help="received on it or before")
    count.add_argument("--zone", default="UTC", help="of the days, as Asia/Shanghai")
    count.add_argument("--limit", type=int, default=50, metavar="N", help="so many groups, 500 at the most")
    count.set_defaults(act=rma.statistics)


def _add_tools(words: Words) -> None:
    scan = words.add_parser("scan", help="Read codes.").add_subparsers(required=True, metavar="WHAT")
    decode = scan.add_parser("decode", help="Read the codes in picture files.")
    decode.add_argument("files", nargs="+", type=Path, metavar="FILE")
    decode.add_argument("--json", action="store_true", help="one JSON object a file")
    decode.add_argument("--config", type=Path, metavar="DIR")
    decode.set_defaults(act=tools.scan_decode)
    devices = scan.add_parser("devices", help="List scanners and cameras as station.toml names them.")
    devices.add_argument("--json", action="store_true", help="one JSON object a device")
    devices.set_defaults(act=tools.scan_devices)
    page = scan.add_parser("test-page", help="Write the page that shows how a scanner is set, as PDF to print.")
    page.add_argument("--out", required=True, type=Path, metavar="F")
    page.add_argument("--language", choices=("en", "zh_CN"), default="", help="one language instead of both")
    page.set_defaults(act=tools.scan_test_page)
    _add_rules(words)
    _add_labels(words)
    sync = words.add_parser("sync", help="The outbox.").add_subparsers(required=True, metavar="WHAT")
    once = _at_station(sync, "once", "Send and fetch until nothing waits.")
    once.set_defaults(act=tools.sync_once)
    runs = _at_station(sync, "run", "Send and fetch without a window until told to stop.")
    runs.set_defaults(act=sync_run)
    status = _at_station(sync, "status", "Say where the outbox stands.")
    for each in (once, runs, status):
        each.add_argument("--json", action="store_true")
    status.set_defaults(act=tools.sync_status)
    doctor = _at_station(words, "doctor", "Check this station and say how to mend what is wrong.")
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument(
        "--bundle", type=Path, metavar="F", help="write all that support needs, and nobody's data, as ZIP"
    )
    doctor.add_argument("--force", action="store_true", help="replace a bundle that is there")
    doctor.set_defaults(act=tools.doctor)


def _add_backups(words: Words) -> None:
    make = _at_station(words, "backup", "Copy the station's data while it works.")
    make.add_argument("--to", type=Path, metavar="DIR", help="instead of the folder of station.toml")
    make.set_defaults(act=backup.backup)
    look = _at_station(words, "verify", "Read backups through and say whether they are good.")
    look.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="instead of the folder of station.toml")
    look.set_defaults(act=backup.verify)
    back = _at_station(words, "restore", "Bring a backup back; what lies there is set aside.")
    back.add_argument("source", type=Path, metavar="FROM", help="one backup, or a folder: its newest good one")
    back.add_argument("--over-unsent", action="store_true", help="though data with unsent events lies there")
    back.set_defaults(act=backup.restore)
    for each in (make, look, back):
        each.add_argument("--json", action="store_true")


def _add_rules(words: Words) -> None:
    rules = words.add_parser("rules", help="Checklists and rules.").add_subparsers(required=True, metavar="WHAT")
    check = rules.add_parser("check", help="Say everything that is wrong with checklists, rules and defects.")
    check.add_argument("--config", type=Path, metavar="DIR", help="a folder whose files override the shipped config")
    check.add_argument("--strict", action="store_true", help="warnings fail as well")
    check.set_defaults(act=rules_check, data=None)
    again = rules.add_parser("replay", help="Decide past inspections anew by other rules; nothing is changed.")
    again.add_argument("--config", type=Path, metavar="NEW", required=True, help="the folder with the other rules")
    again.add_argument("--data", type=Path, metavar="DIR", help="the station's data folder")
    again.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="as 2026-11-30: only what is as new")
    again.set_defaults(act=rules_replay)
    for each in (check, again):
        each.add_argument("--json", action="store_true")
        each.add_argument("--language", choices=("en", "zh_CN"), default="", help="instead of the station's")


def _add_labels(words: Words) -> None:
    label = words.add_parser("label", help="Draw labels, check their layouts.").add_subparsers(
        required=True, metavar="WHAT"
    )
    render = label.add_parser("render", help="Draw one label into a file.")
    render.add_argument("--layout", required=True, metavar="NAME")
    render.add_argument(
        "--content", "--data", required=True, type=Path, metavar="FILE", help="JSON; - is standard input"
    )
    render.add_argument("--format", "--printer", required=True, choices=("png", "pdf", "zpl"))
    render.add_argument("--dpi", type=int, choices=(203, 300, 600), default=203)
    render.add_argument("--language", choices=("en", "zh_CN"), default="", help="instead of the station's")
    render.add_argument("--out", required=True, type=Path, metavar="F")
    render.add_argument("--config", type=Path, metavar="DIR")
    render.set_defaults(act=labels.render)
    check = label.add_parser("check", help="Say what is wrong in label layouts, with file and line.")
    check.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="all layouts that count when none is named"
    )
    check.add_argument("--config", type=Path, metavar="DIR")
    check.set_defaults(act=labels.check)
    sheet = words.add_parser("codes", help="Codes to print.").add_subparsers(required=True, metavar="WHAT")
    pages = sheet.add_parser("sheet", help="Write the sheet of command codes as PDF to print and cut.")
    pages.add_argument("--out", required=True, type=Path, metavar="F")
    pages.add_argument("--language", choices=("en", "zh_CN"), default="", help="one language instead of both")
    pages.add_argument("--badges", action="store_true", help="the badges of station.toml instead")
    pages.add_argument("--containers", action="store_true", help="the containers of dispositions.toml instead")
    pages.add_argument("--config", type=Path, metavar="DIR")
    pages.set_defaults(act=labels.sheet)
