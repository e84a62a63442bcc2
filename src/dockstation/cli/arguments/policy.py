"""Commands about checklists, rules and labels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dockstation.cli import labels, publishing
from dockstation.cli.arguments.words import Words, add_publisher
from dockstation.cli.replay import rules_replay
from dockstation.cli.rules import rules_check


def add_rules(words: Words) -> None:
    """Checklists and rules."""
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
    _add_publishing(rules)
    for each in (check, again):
        each.add_argument("--json", action="store_true")
        each.add_argument("--language", choices=("en", "zh_CN"), default="", help="instead of the station's")


def _add_publishing(rules: Words) -> None:
    out = rules.add_parser("publish", help="Send checklists, rules, labels, bins and defects to the server.")
    out.add_argument("source", type=Path, metavar="DIR|FILE", help="a config folder, a part of one, or one file")
    out.set_defaults(act=publishing.publish)
    back = rules.add_parser("withdraw", help="Take what was published away from stations.")
    back.add_argument("names", nargs="+", metavar="NAME", help="as checklists/phone or dispositions")
    back.set_defaults(act=publishing.withdraw)
    for each in (out, back):
        add_publisher(each)
        each.add_argument("--json", action="store_true")


def add_labels(words: Words) -> None:
    """Labels, command codes."""
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
    pages.add_argument("--badges", action="store_true", help="the badges of this station's people instead")
    pages.add_argument("--containers", action="store_true", help="the containers of dispositions.toml instead")
    pages.add_argument("--data", type=Path, metavar="DIR", help="the station's data folder, for the server's people")
    pages.add_argument("--config", type=Path, metavar="DIR")
    pages.set_defaults(act=labels.sheet)
