"""Subscriptions of other systems to facts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.outbox import COUNTER
from dockstation.server.store.tables import deliveries, webhooks


@dataclass(frozen=True, slots=True)
class Webhook:
    """A subscription. The secrets stand as they are, for they sign; the old one does until ``old_until``.

    ``failures`` in a row; before ``rests_until`` nothing is sent.
    """

    webhook: str
    url: str
    kinds: tuple[str, ...]
    enabled: bool
    secret: str = field(repr=False)
    made_at: str = ""
    old_secret: str = field(default="", repr=False)
    old_until: str = ""
    failures: int = 0
    rests_until: str = ""

    def secrets(self, now: str) -> tuple[str, ...]:
        """What signs at that moment."""
        return (self.secret, self.old_secret) if self.old_until > now else (self.secret,)


class Webhooks:
    """Queries over subscriptions, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self) -> None:
        """Let no other transaction change subscriptions, nor note facts, before this one ends."""
        counters.hold(self._connection, COUNTER)

    def all(self) -> tuple[Webhook, ...]:
        """Every subscription, the oldest first."""
        rows = self._connection.execute(select(webhooks).order_by(webhooks.c.made_at, webhooks.c.webhook))
        return tuple(_webhook(dict(row)) for row in rows.mappings())

    def get(self, webhook: str) -> Webhook | None:
        """One of them."""
        row = self._connection.execute(select(webhooks).where(webhooks.c.webhook == webhook)).mappings().first()
        return None if row is None else _webhook(dict(row))

    def add(self, made: Webhook) -> None:
        """Keep a new one."""
        self._connection.execute(insert(webhooks).values(asdict(made) | {"kinds": json.dumps(made.kinds)}))

    def change(self, webhook: str, **values: Any) -> None:
        """Change some of its columns."""
        told = values | ({"kinds": json.dumps(values["kinds"])} if "kinds" in values else {})
        self._connection.execute(update(webhooks).where(webhooks.c.webhook == webhook).values(told))

    def remove(self, webhook: str) -> None:
        """Forget it, with everything that it was or is to be told."""
        self._connection.execute(delete(deliveries).where(deliveries.c.webhook == webhook))
        self._connection.execute(delete(webhooks).where(webhooks.c.webhook == webhook))


def _webhook(row: dict[str, Any]) -> Webhook:
    return Webhook(**row | {"kinds": tuple(json.loads(row["kinds"]))})
