"""What waits to be told, who is telling it just now, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from dockstation.server.store.outbox import DELIVERED, GIVEN_UP, WAITING
from dockstation.server.store.tables import deliveries, webhooks

PAGE = 100
"""So many that are due are looked at in one step for those that nothing waits before."""


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
        busy = select(func.count()).where(deliveries.c.webhook == webhook, deliveries.c.leased_until > now)
        free = most - int(self._connection.execute(busy).scalar_one())
        if free <= 0:
            return ()
        first = list(islice(self._first(webhook, now), free))
        wanted = select(*_columns()).where(
            deliveries.c.number.in_(first), deliveries.c.state == WAITING, deliveries.c.leased_until <= now
        )
        wanted = wanted.order_by(deliveries.c.number)
        rows = self._connection.execute(wanted.with_for_update(skip_locked=True) if locked else wanted)
        return tuple(Delivery(*row) for row in rows)

    def _first(self, webhook: str, now: str) -> Iterator[int]:
        """The numbers of those that are ready and the first of their aggregates, read by pages as they are asked for.

        Leases are looked at here and not in the query: its index would be taken for the one that gives the order.
        """
        columns = [deliveries.c[name] for name in ("due_at", "number", "aggregate", "leased_until")]
        ready = (
            select(*columns).where(*_waits(webhook), deliveries.c.due_at <= now).order_by(*columns[:2]).limit(PAGE)
        )
        after = ready
        while page := self._connection.execute(after).all():
            waiting = (*_waits(webhook), deliveries.c.aggregate.in_({each.aggregate for each in page}))
            heads = select(func.min(deliveries.c.number)).where(*waiting).group_by(deliveries.c.aggregate)
            first = set(self._connection.execute(heads).scalars())
            yield from (each.number for each in page if each.number in first and each.leased_until <= now)
            last = page[-1]
            later = and_(deliveries.c.due_at == last.due_at, deliveries.c.number > last.number)
            after = ready.where(or_(deliveries.c.due_at > last.due_at, later))

    def lease(self, number: int, lease: str, until: str) -> None:
        """Let nobody else send it before then."""
        mine = update(deliveries).where(deliveries.c.number == number)
        self._connection.execute(mine.values(lease=lease, leased_until=until))

    def settle(self, number: int, lease: str, **values: Any) -> bool:
        """Say what came of it and end the lease; False when another has taken it over meanwhile."""
        mine = (deliveries.c.number == number, deliveries.c.lease == lease)
        ended = update(deliveries).where(*mine).values(values | {"lease": "", "leased_until": ""})
        return self._connection.execute(ended).rowcount == 1

    def hold_back(self, delivery: Delivery, due_at: str) -> None:
        """Let what follows in the same aggregate be due no earlier: it would only be looked at in vain."""
        mine = (deliveries.c.aggregate == delivery.aggregate, deliveries.c.number > delivery.number)
        later = update(deliveries).where(*_waits(delivery.webhook), *mine, deliveries.c.due_at < due_at)
        self._connection.execute(later.values(due_at=due_at))

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
        mine = [deliveries.c.webhook == webhook if webhook else deliveries.c.webhook.in_(select(webhooks.c.webhook))]
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
