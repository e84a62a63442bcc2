"""What other systems are to be told, written in the transaction that makes the fact."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import uuid_utils
from sqlalchemy import Connection, insert, select, true

from dockstation.server.store import counters
from dockstation.server.store.tables import deliveries, webhooks

COUNTER = "webhook"
WAITING, DELIVERED, GIVEN_UP = "waiting", "delivered", "given_up"
RMA_CHANGED, ADVICE_SETTLED = "rma.changed", "advice.settled"
OUTCOME_ARRIVED, OUTCOME_CHANGED, OUTCOME_COMPLETE = "outcome.arrived", "outcome.changed", "outcome.complete"


@dataclass(frozen=True, slots=True)
class Notice:
    """A fact for other systems: ``data`` is a JSON object, ``at`` RFC 3339; of one aggregate they go out in order."""

    kind: str
    aggregate: str
    at: str
    data: Mapping[str, Any]


class Outbox:
    """Notes facts for every subscription that wants them, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._subscribed: dict[str, frozenset[str]] | None = None
        self._held = False

    def wanted(self, kind: str) -> bool:
        """Whether anybody is told of this kind."""
        if self._subscribed is None:
            self._subscribed = self._read()
        return any(kind in kinds for kinds in self._subscribed.values())

    def note(self, *notices: Notice) -> None:
        """Keep what is wanted of these, in order. Their numbers grow in the order of commits."""
        due = [each for each in notices if self.wanted(each.kind)]
        if due and not self._held:  # from here on nobody subscribes or leaves before this transaction ends
            counters.hold(self._connection, COUNTER)
            self._subscribed, self._held = self._read(), True
        rows = [each for notice in due for each in self._rows(notice)]
        if rows:
            self.add(rows)

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Keep these deliveries under the next numbers."""
        first = counters.take(self._connection, COUNTER, len(rows)) - len(rows) + 1
        numbered = [row | {"number": number} for number, row in enumerate(rows, first)]
        self._connection.execute(insert(deliveries), numbered)

    def _rows(self, notice: Notice) -> Iterator[dict[str, Any]]:
        message = new_message()
        for webhook, kinds in (self._subscribed or {}).items():
            if notice.kind in kinds:
                yield row(webhook, notice, message)

    def _read(self) -> dict[str, frozenset[str]]:
        enabled = select(webhooks.c.webhook, webhooks.c.kinds).where(webhooks.c.enabled == true())
        rows = self._connection.execute(enabled.order_by(webhooks.c.webhook))
        return {each.webhook: frozenset(json.loads(each.kinds)) for each in rows}


def new_message() -> str:
    """The name of a message; with no full stop, by which the signature parts it from the rest."""
    return f"msg_{uuid_utils.uuid7().hex}"


def row(webhook: str, notice: Notice, message: str) -> dict[str, Any]:
    """A delivery that waits, its body as it will be signed and sent each time."""
    told = {"type": notice.kind, "timestamp": notice.at, "data": dict(notice.data)}
    body = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    made = {"webhook": webhook, "message": message, "kind": notice.kind, "aggregate": notice.aggregate}
    waits = {"state": WAITING, "tries": 0, "due_at": notice.at, "leased_until": "", "lease": ""}
    return made | waits | {"body": body, "made_at": notice.at, "status": 0, "why": "", "tried_at": ""}
