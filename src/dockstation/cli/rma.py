"""RMAs at the server, from the office's command line."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dockstation.cli.commands import show
from dockstation.cli.writing import write_whole
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown

if TYPE_CHECKING:
    from dockstation.adapters.central.transport import Answer

SECONDS = 60.0
MOVES = ("approve", "refuse", "cancel", "refund", "reopen")
FEATURES = ("reason", "sku", "disposition", "grade", "responsibility", "carrier", "day", "station")


def import_file(options: Namespace) -> int:
    """Send a file; 1 when the server refuses it, or leaves some of it out."""
    query = {"by": options.by, "mode": options.mode, "state": options.state, "zone": options.zone}
    if options.dry_run:
        query["dry_run"] = "true"
    answer = ask(options, "POST", "/v1/rmas/import", params=query, body=_content(options.file))
    told = answered(answer, options)
    if answer.status != 200:
        return 1
    if not options.json:
        done = "would store" if options.dry_run else "stored"
        say(f"{told['rows']} rows, {told['rmas']} RMAs: {done} {told['stored']}")
        say(f"unchanged {told['unchanged']}, left out {told['left_out']}")
    return 1 if told["faults"] else 0


def read(options: Namespace) -> int:
    """Say where an RMA stands, and who brought it there."""
    answer = ask(options, "GET", _path(options.number))
    return _stands(answer, options)


def move(options: Namespace) -> int:
    """Take an RMA to another state, from the version that it has now."""
    now = ask(options, "GET", _path(options.number))
    if now.status != 200:
        return _stands(now, options)
    asked = {"move": options.what, "by": options.by, "reason": options.reason}
    headers = {"If-Match": now.headers["ETag"], "Content-Type": "application/json"}
    path = _path(options.number, "/moves")
    return _stands(ask(options, "POST", path, body=json.dumps(asked).encode(), headers=headers), options)


def label(options: Namespace) -> int:
    """Write the return label as PDF."""
    answer = ask(options, "GET", _path(options.number, "/label.pdf"))
    if answer.status != 200:
        answered(answer, options)
        return 1
    write_whole(options.out, answer.body)
    return 0


def statistics(options: Namespace) -> int:
    """Say how many units stand, in groups; 1 when the server refuses the question."""
    query = {"by": options.by, "zone": options.zone, "limit": options.limit}
    query |= {"from": options.since, "to": options.until}
    answer = ask(options, "GET", "/v1/statistics", params={name: str(each) for name, each in query.items() if each})
    told = answered(answer, options)
    if answer.status != 200:
        return 1
    if not options.json:
        say(f"{told['first']} to {told['last']}, {told['zone']}")
        for each in told["items"]:
            _tally(each["name"] or each["key"] or "?", each)
        if told["others_groups"]:
            _tally(f"{told['others_groups']} others", told["others"])
        _tally("all", told["total"])
    return 0


def _tally(name: str, told: dict[str, Any]) -> None:
    sums = ", ".join(f"{amount} {currency or '?'}" for currency, amount in told["deductions"].items())
    say(f"{name:<24} {told['units']:>8} {told['overridden_share']:>7.1%}  {sums}")


def _path(number: str, more: str = "") -> str:
    return f"/v1/rmas/{quote(number, safe='')}{more}"


def _stands(answer: Answer, options: Namespace) -> int:
    told = answered(answer, options)
    if answer.status != 200:
        return 1
    if not options.json:
        say(f"{told['rma']['number']} is {told['state']}, version {told['version']}")
        for each in told["changes"]:
            say(f"{each['at']} {each['act']} by {each['by']} {each['reason']}".rstrip())
    return 0


def ask(options: Namespace, method: str, path: str, **more: Any) -> Answer:
    """The server's answer to the administrator: a success, or a problem."""
    from dockstation.adapters.central.transport import Transport

    with closing(Transport(options.url, SECONDS)) as transport:
        answer = transport.call(method, path, token=_token(options.token_file), **more)
    kind = answer.media_type
    if kind == "application/problem+json" or (
        answer.status in (200, 201) and kind in ("application/json", "application/pdf")
    ):
        return answer
    return answer.expect()  # raises what it is instead


def answered(answer: Answer, options: Namespace) -> dict[str, Any]:
    """The answer's members; a problem and the faults of a file are said at once."""
    told: dict[str, Any] = json.loads(answer.body)
    if options.json:
        show(told)
        return told
    if answer.status >= 400:
        _complain(str(told.get("title", answer.status)))
    for each in told.get("faults", ()):
        _complain(_fault(each))
    if more := told.get("more_faults"):
        _complain(f"and {more} more")
    return told


def _fault(told: dict[str, Any]) -> str:
    if "row" not in told:
        return f"{told['where']}: {told['what']}"
    value = f" ({told['value']})" if told["value"] else ""
    return f"row {told['row']}, {told['column'] or 'file'}{value}: {told['what']}. {told['do']}."


def _token(path: Path) -> str:
    try:
        token = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise DockstationError("settings.unreadable", file=str(path), why=why) from error
    return token


def _content(path: Path) -> bytes:
    from dockstation.wire import FILE_BYTES

    try:
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        raise DockstationError("settings.unreadable", file=str(path), why=str(error.strerror)) from error


def say(text: str) -> None:
    """A line of the answer, whatever characters are in it."""
    sys.stdout.write(f"{shown(text, 400)}\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"dockstation: {shown(text, 400)}\n")
