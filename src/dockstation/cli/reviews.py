"""What contradicts or was refused at the server, settled from the office's command line."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dockstation.cli import rma
from dockstation.cli.commands import show

VERDICTS = ("accepted", "put_aside", "noted")
REFUSED_VERDICTS = ("noted", "done", "send_again")
JSON = {"Content-Type": "application/json"}
COMPARED = ("grade", "serial", "disposition", "by")


def listed(options: Namespace) -> int:
    """Say what waits for a person: events that something contradicts, and those that were refused for good."""
    found = list(_pages(options, "/v1/reviews", "event_id"))
    refused = list(_pages(options, "/v1/rejected", "number"))
    if options.json:
        show({"reviews": found, "rejected": refused})
        return 0
    for each in found:
        rma.say(f"review {each['event_id']} {each['code']} {each['lpn']} {_settled(each)}".rstrip())
        for side in ("first", "stands", "outcome"):
            if each[side]:
                rma.say(f"  {side:<8} {_outcome(each[side])}")
        for side in ("rma_base", "rma_then", "rma_now"):
            if each[side]:
                rma.say(f"  {side:<8} version {each[side]['version']} {each[side]['status']}")
    for each in refused:
        rma.say(f"refused {each['number']} {each['code']} {each['aggregate']} {_settled(each)}".rstrip())
        rma.say(f"  {each['event']}")
    return 0


def settle(options: Namespace) -> int:
    """Settle a review by its event, or a refused event by its number; 1 when the server does not take it."""
    refused = options.what.isdigit()
    path = f"/v1/{'rejected' if refused else 'reviews'}/{quote(options.what, safe='')}/settlement"
    asked = {"verdict": options.verdict, "by": options.by, "reason": options.reason}
    headers = JSON | ({"If-Match": f'"{options.instead_of}"'} if options.instead_of else {})
    answer = rma.ask(options, "POST", path, body=json.dumps(asked).encode(), headers=headers)
    told = rma.answered(answer, options)
    if answer.status >= 400:
        return 1
    if not options.json:
        rma.say(f"{told['verdict']} by {told['by']}, {told['at']}")
    return 0


def _pages(options: Namespace, path: str, cursor: str) -> Iterator[dict[str, Any]]:
    after, more = "", True
    while more:
        query = {"state": "all" if options.all else "open"} | ({"after": after} if after else {})
        page = json.loads(rma.ask(options, "GET", path, params=query).expect(200).body)
        yield from page["items"]
        more = page["more"]
        after = str(page["items"][-1][cursor]) if page["items"] else ""


def _outcome(told: dict[str, Any]) -> str:
    named = " ".join(f"{name}={told[name]}" for name in COMPARED if told.get(name))
    return f"{named} {told['station']} {told['event_id']}"


def _settled(told: dict[str, Any]) -> str:
    newest = told["settlements"][-1:]
    return "".join(f"{each['verdict']} by {each['by']}: {each['reason']}" for each in newest)
