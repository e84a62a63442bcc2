"""Commands of the server and of its office."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from dockstation.cli import accounts, commands, reviews, rma
from dockstation.cli.arguments.words import Words


def add_server(words: Words) -> None:
    """The server and the accounts of its page."""
    server = words.add_parser("server", help="Run the central RMA server.")
    server.add_argument("--data", type=Path, metavar="DIR", help="a folder for photos, token and database")
    server.add_argument(
        "--database-url",
        metavar="URL",
        help="postgresql://USER@HOST/NAME instead of SQLite (DOCKSTATION_DATABASE_URL, server.toml)",
    )
    server.add_argument(
        "--workers", type=int, metavar="N", choices=range(1, 65), help="processes at one port (server.toml)"
    )
    server.add_argument("--photos", metavar="URL", help="s3://BUCKET/PREFIX instead of a folder (server.toml)")
    server.add_argument("--s3-endpoint", metavar="URL", help="an S3 other than Amazon's (server.toml)")
    server.add_argument("--host", help="the address to listen at (server.toml)")
    server.add_argument("--port", type=int, metavar="N", help="the port to listen at, 0 for any (server.toml)")
    server.add_argument(
        "--attended", action="store_true", help="end when standard input does; for who starts it; one process alone"
    )
    server.add_argument("--config", type=Path, metavar="DIR")
    server.set_defaults(act=commands.server, wrong_usage=server.error)
    _add_accounts(server)


def _add_accounts(server: argparse.ArgumentParser) -> None:
    user = server.add_subparsers(metavar="WHAT").add_parser("user", help="Accounts of the server's page.")
    add = user.add_subparsers(required=True, metavar="WHAT").add_parser("add", help="Make an account.")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, choices=accounts.ROLES)
    add.add_argument("--zone", default="UTC", help="whose clock the person reads, as Asia/Shanghai")
    for name, kind in (("--data", Path), ("--database-url", str), ("--config", Path)):
        add.add_argument(name, type=kind, default=argparse.SUPPRESS, help="as for the server")
    add.set_defaults(act=accounts.user_add, wrong_usage=add.error)


def add_rmas(words: Words) -> None:
    """RMAs at the server."""
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
    waiting = what.add_parser("reviews", help="List what contradicts or was refused, and waits for a person.")
    settling = what.add_parser("settle-review", help="Say what counts, or what becomes of what was refused.")
    _add_reviews(waiting, settling)
    for each in (file, show, paper, count, waiting, settling, *moves):
        each.add_argument("--url", required=True, help="the server's address")
        each.add_argument("--token-file", required=True, type=Path, metavar="F", help="the administrator's token")
        if each in (file, settling, *moves):
            each.add_argument("--by", required=True, metavar="NAME", help="who does it")
        if each is not paper:
            each.add_argument("--json", action="store_true")


def _add_reviews(waiting: argparse.ArgumentParser, settling: argparse.ArgumentParser) -> None:
    waiting.add_argument("--all", action="store_true", help="what is settled as well")
    waiting.set_defaults(act=reviews.listed)
    settling.add_argument("what", metavar="WHAT", help="the event of a review, or the number of a refused one")
    settling.add_argument("verdict", choices=sorted({*reviews.VERDICTS, *reviews.REFUSED_VERDICTS}))
    settling.add_argument("--reason", default="", help="why")
    settling.add_argument(
        "--instead-of", type=int, default=0, metavar="PLACE", help="the settlement that it replaces"
    )
    settling.set_defaults(act=reviews.settle)


def _add_statistics(count: argparse.ArgumentParser) -> None:
    count.add_argument("--by", required=True, choices=rma.FEATURES)
    count.add_argument(
        "--from", dest="since", type=date.fromisoformat, metavar="DATE", help="received on it or later"
    )
    count.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE", help="received on it or before")
    count.add_argument("--zone", default="UTC", help="of the days, as Asia/Shanghai")
    count.add_argument("--limit", type=int, default=50, metavar="N", help="so many groups, 500 at the most")
    count.set_defaults(act=rma.statistics)
