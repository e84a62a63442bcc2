"""Commands of a station."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from dockstation.cli import backup, commands, people, printers, publishing
from dockstation.cli.arguments.words import Words, add_publisher, at_station
from dockstation.cli.report import report_claim, report_unit

PARTIES = ("carrier", "supplier", "customer", "merchant", "warehouse", "undetermined")


def add_station(words: Words) -> None:
    """The window, its enrolment, the demo."""
    station = at_station(words, "station", "Open the station's window.")
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
    enrol = at_station(words, "enrol", "Enrol this station with a one-time code from the server.")
    enrol.add_argument("--code", required=True)
    enrol.set_defaults(act=commands.enrol)
    demo = words.add_parser("demo", help="See the main job run against real processes on this machine.")
    demo.add_argument("--headless", action="store_true", help="no display: a driver plays the operator")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where screenshots, labels and report.json go")
    demo.add_argument("--language", choices=("en", "zh_CN"), default="en")
    demo.add_argument("--units", type=int, default=3, help="units that the driver takes through (default 3)")
    demo.set_defaults(act=commands.demo)


def add_backups(words: Words) -> None:
    """Copies of the data folder."""
    make = at_station(words, "backup", "Copy the station's data while it works.")
    make.add_argument("--to", type=Path, metavar="DIR", help="instead of the folder of station.toml")
    make.set_defaults(act=backup.backup)
    look = at_station(words, "verify", "Read backups through and say whether they are good.")
    look.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="instead of the folder of station.toml")
    look.set_defaults(act=backup.verify)
    back = at_station(words, "restore", "Bring a backup back; what lies there is set aside.")
    back.add_argument("source", type=Path, metavar="FROM", help="one backup, or a folder: its newest good one")
    back.add_argument("--over-unsent", action="store_true", help="though data with unsent events lies there")
    back.set_defaults(act=backup.restore)
    for each in (make, look, back):
        each.add_argument("--json", action="store_true")


def add_people(words: Words) -> None:
    """People and how far they agree."""
    who = words.add_parser("people", help="People of the station.").add_subparsers(required=True, metavar="WHAT")
    pin = who.add_parser("pin", help="Print the hash of a PIN, for station.toml.")
    pin.set_defaults(act=people.people_pin)
    first = at_station(who, "first", "Print a code for the first administrator, to be entered in the window.")
    first.set_defaults(act=people.people_first)
    out = who.add_parser("publish", help="Send the people of station.toml to the server, with hashes of their PINs.")
    out.add_argument("--config", type=Path, required=True, metavar="DIR", help="the folder with station.toml")
    add_publisher(out)
    out.set_defaults(act=publishing.people)
    agreed = at_station(words, "agreement", "Say how far inspectors agree, by their second opinions.")
    agreed.add_argument("--since", default="", metavar="DATE", help="only those given since then: 2026-11-01")
    agreed.add_argument("--json", action="store_true")
    agreed.set_defaults(act=people.agreement)


def add_printers(words: Words) -> None:
    """Label printers."""
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


def add_reports(words: Words) -> None:
    """Inspections on paper."""
    report = words.add_parser("report", help="Inspections on paper.").add_subparsers(required=True, metavar="WHAT")
    unit = at_station(report, "unit", "Write the inspection report of one item as PDF.")
    unit.add_argument("lpn", metavar="LPN", help="its licence plate")
    unit.set_defaults(act=report_unit)
    claim = at_station(report, "claim", "Write reports, photos and an index of all items that one party answers for.")
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
