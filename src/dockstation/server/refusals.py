"""Events that are refused for good, remembered so that a person sees what the server does not have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from dockstation.server.store.database import Transaction
from dockstation.server.store.rejected import Refused, RejectedSettlement

LONGEST = 16 * 1024
"""Characters of an event that are kept; the station has all of it."""
ACCEPTED = "accepted"


class Refusals:
    """One station's events, as a batch comes in at ``at``; ``known`` are those in it that were refused before."""

    def __init__(self, work: Transaction, station: str, at: str, known: Collection[str]) -> None:
        self._work = work
        self._station = station
        self._at = at
        self._known = known

    def keep(self, sent: Mapping[str, Any], problem: Mapping[str, Any]) -> None:
        """Remember what was refused, and why."""
        text = _text(sent)
        digest = hashlib.sha256(text.encode()).hexdigest()
        about = {name: _plain(sent[name]) for name in ("kind", "aggregate")}
        refused = Refused(
            sent["id"],
            self._station,
            digest,
            problem=problem,
            event=text[:LONGEST],
            whole=len(text) <= LONGEST,
            **about,
        )
        self._work.rejected.keep(refused, self._at)

    def forget(self, event_id: str) -> None:
        """The event has come after all: what was refused of it needs nobody any more."""
        if event_id not in self._known:
            return
        for each in self._work.rejected.known(self._station, [event_id]):
            if each.open:
                place = len(self._work.rejected.settlements_of([each.number])) + 1
                self._work.rejected.settle(RejectedSettlement(each.number, place, ACCEPTED, "", "", self._at))


def _text(sent: Mapping[str, Any]) -> str:
    """The event as JSON for people; without what is nested where that has no form as text."""
    try:
        return _plain(json.dumps(sent, ensure_ascii=False))
    except (ValueError, RecursionError):
        plain = {name: value for name, value in sent.items() if isinstance(value, str | int)}
        return _plain(json.dumps(plain, ensure_ascii=False))


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
