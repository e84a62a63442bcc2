"""Commands for scanning, the outbox and the doctor."""

from __future__ import annotations

from pathlib import Path

from dockstation.cli import tools
from dockstation.cli.arguments.words import Words, at_station
from dockstation.cli.syncing import sync_run


def add_tools(words: Words) -> None:
    """Scanning, the outbox, the doctor."""
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
    sync = words.add_parser("sync", help="The outbox.").add_subparsers(required=True, metavar="WHAT")
    once = at_station(sync, "once", "Send and fetch until nothing waits.")
    once.set_defaults(act=tools.sync_once)
    runs = at_station(sync, "run", "Send and fetch without a window until told to stop.")
    runs.set_defaults(act=sync_run)
    status = at_station(sync, "status", "Say where the outbox stands.")
    for each in (once, runs, status):
        each.add_argument("--json", action="store_true")
    status.set_defaults(act=tools.sync_status)
    doctor = at_station(words, "doctor", "Check this station and say how to mend what is wrong.")
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument(
        "--bundle", type=Path, metavar="F", help="write all that support needs, and nobody's data, as ZIP"
    )
    doctor.add_argument("--force", action="store_true", help="replace a bundle that is there")
    doctor.set_defaults(act=tools.doctor)
