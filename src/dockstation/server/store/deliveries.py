"""What waits to be told, who is telling it just now, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select, update

from dockstation.server.store.outbox import DELIVERED, GIVEN_UP, WAITING
from dockstation.server.store.tables import deliveries


@dataclass(frozen=True, slots=True)
class Delivery:
    """One notice for one subscription. ``status`` is HTTP's, 0 without an answer; ``why`` it failed, a code."""

    number: int
    webhook: str
    message: str
    kind: str
    aggregate: str
    body: str
    made_at: str
    state: str
    tries: int
    due_at: str
    status: int
    why: str
    tried_at: str


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many wait and have been given up; when the oldest that waits was made, "" for none."""

    waiting: int
    given_up: int
    oldest: str


class Deliveries:
    """Queries over deliveries, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, webhook: str, now: str, most: int, *, locked: bool = False) -> tuple[Delivery, ...]:
        """Those that may be sent now, the oldest first, if need be locked until the transaction ends.

        Each is the first of its aggregate that waits, so that what follows cannot overtake it. ``most`` of a
        subscription are on their way at once.
        """
        busy = select(func.count()).where(*_waits(webhook), deliveries.c.leased_until > now)
        free = most - int(self._connection.execute(busy).scalar_one())
        if free <= 0:
            return ()
        ready = (deliveries.c.due_at <= now, deliveries.c.leased_until <= now, ~_earlier(webhook))
        wanted = select(*_columns()).where(*_waits(webhook), *ready).order_by(deliveries.c.number).limit(free)
        rows = self._connection.execute(wanted.with_for_update(skip_locked=True) if locked else wanted)
        return tuple(Delivery(*row) for row in rows)

    def lease(self, number: int, lease: str, until: str) -> None:
        """Let nobody else send it before then."""
        mine = update(deliveries).where(deliveries.c.number == number)
        self._connection.execute(mine.values(lease=lease, leased_until=until))

    def settle(self, number: int, lease: str, **values: Any) -> bool:
        """Say what came of it and end the lease; False when another has taken it over meanwhile."""
        mine = (deliveries.c.number == number, deliveries.c.lease == lease)
        ended = update(deliveries).where(*mine).values(values | {"lease": "", "leased_until": ""})
        return self._connection.execute(ended).rowcount == 1

    def hurry(self, webhook: str, now: str) -> None:
        """Everything that waits for this subscription is due now."""
        later = deliveries.c.due_at > now
        self._connection.execute(update(deliveries).where(*_waits(webhook), later).values(due_at=now))

    def get(self, webhook: str, number: int) -> Delivery | None:
        """One of a subscription."""
        mine = (deliveries.c.webhook == webhook, deliveries.c.number == number)
        row = self._connection.execute(select(*_columns()).where(*mine)).first()
        return None if row is None else Delivery(*row)

    def again(self, number: int, now: str) -> None:
        """Let it wait anew, due now; it is given up as late as a new one."""
        anew = {"state": WAITING, "tries": 0, "due_at": now, "made_at": now, "leased_until": "", "lease": ""}
        self._connection.execute(update(deliveries).where(deliveries.c.number == number).values(anew))

    def listed(self, webhook: str, state: str, after: int, limit: int) -> tuple[Delivery, ...]:
        """Those of a subscription in a state, or by "" in any, in order, after that number."""
        mine = [deliveries.c.webhook == webhook, deliveries.c.number > after]
        mine += [deliveries.c.state == state] if state else []
        wanted = select(*_columns()).where(*mine).order_by(deliveries.c.number).limit(limit)
        return tuple(Delivery(*row) for row in self._connection.execute(wanted))

    def backlog(self, webhook: str = "") -> Backlog:
        """How much waits for a subscription, or by "" for all together."""
        mine = [deliveries.c.webhook == webhook] if webhook else []
        counted = select(deliveries.c.state, func.count(), func.min(deliveries.c.made_at))
        open_ones = deliveries.c.state.in_((WAITING, GIVEN_UP))
        rows = self._connection.execute(counted.where(open_ones, *mine).group_by(deliveries.c.state))
        found = {state: (int(count), str(first)) for state, count, first in rows}
        waiting, oldest = found.get(WAITING, (0, ""))
        return Backlog(waiting, found.get(GIVEN_UP, (0, ""))[0], oldest)

    def forget(self, before: str) -> None:
        """Remove what was settled before then."""
        old = (deliveries.c.state.in_((DELIVERED, GIVEN_UP)), deliveries.c.tried_at < before)
        self._connection.execute(delete(deliveries).where(*old))


def _columns() -> list[ColumnElement[Any]]:
    return [deliveries.c[name] for name in Delivery.__slots__]


def _waits(webhook: str) -> tuple[ColumnElement[bool], ...]:
    return deliveries.c.webhook == webhook, deliveries.c.state == WAITING


def _earlier(webhook: str) -> ColumnElement[bool]:
    before = deliveries.alias()
    same = (before.c.webhook == webhook, before.c.aggregate == deliveries.c.aggregate, before.c.state == WAITING)
    return exists().where(*same, before.c.number < deliveries.c.number)
