"""Events that something contradicts, and what people made of each; every settlement is kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select, true, update

from dockstation.server.store.tables import events, receipts, review_settlements, reviews


@dataclass(frozen=True, slots=True)
class Review:
    """An event for review: ``problem`` is what was said against it when it came; ``lpn`` "" if it is of no unit."""

    event_id: str
    station: str
    kind: str
    base_version: int | None
    body: Mapping[str, Any]
    lpn: str
    problem: Mapping[str, Any]
    received_at: str


@dataclass(frozen=True, slots=True)
class ReviewSettlement:
    """One settlement; ``place`` counts from 1 for each event, ``outcome`` is what stands since, "" if nothing new."""

    event_id: str
    place: int
    verdict: str
    who: str
    reason: str
    at: str
    outcome: str = ""


class Reviews:
    """Queries over reviews, in one transaction. Whoever writes holds the events."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, event_id: str, lpn: str) -> None:
        """Let an event wait for a person."""
        self._connection.execute(insert(reviews).values(event_id=event_id, lpn=lpn, open=True))

    def get(self, event_id: str) -> Review | None:
        """The review of an event."""
        row = self._connection.execute(_wanted().where(reviews.c.event_id == event_id)).first()
        return None if row is None else _review(row)

    def number_of(self, event_id: str) -> int | None:
        """The place of a review in the order of arrival."""
        return self._connection.execute(select(reviews.c.number).where(reviews.c.event_id == event_id)).scalar()

    def after(self, number: int, limit: int, *, only_open: bool) -> tuple[Review, ...]:
        """Reviews after that place, in order."""
        wanted = _wanted().where(reviews.c.number > number).order_by(reviews.c.number).limit(limit)
        return tuple(map(_review, self._connection.execute(wanted.where(reviews.c.open) if only_open else wanted)))

    def open_of(self, lpn: str) -> tuple[str, ...]:
        """The events of a unit that wait for a person."""
        mine = select(reviews.c.event_id).where(reviews.c.lpn == lpn, reviews.c.open == true())
        return tuple(self._connection.execute(mine.order_by(reviews.c.number)).scalars()) if lpn else ()

    def settlements_of(self, event_ids: Collection[str]) -> tuple[ReviewSettlement, ...]:
        """Every settlement of these, the newest of each last."""
        mine = select(review_settlements).where(review_settlements.c.event_id.in_(event_ids))
        rows = self._connection.execute(mine.order_by(review_settlements.c.place)).mappings()
        return tuple(ReviewSettlement(**row) for row in rows)

    def settle(self, settlement: ReviewSettlement) -> None:
        """Keep one settlement more."""
        mine = update(reviews).where(reviews.c.event_id == settlement.event_id)
        self._connection.execute(mine.values(open=False))
        self._connection.execute(insert(review_settlements).values(**asdict(settlement)))


def _wanted() -> Select[Any]:
    told = (events.c.event_id, events.c.station, events.c.content, reviews.c.lpn)
    wanted = select(*told, receipts.c.problem, receipts.c.received_at)
    return wanted.select_from(reviews).join(receipts, receipts.c.event_id == reviews.c.event_id).join(
        events, events.c.event_id == reviews.c.event_id
    )  # fmt: skip


def _review(row: Any) -> Review:
    sent, problem = json.loads(row.content), json.loads(row.problem or "{}")
    told = {name: sent[name] for name in ("kind", "base_version", "body")}
    return Review(row.event_id, row.station, lpn=row.lpn, problem=problem, received_at=row.received_at, **told)
