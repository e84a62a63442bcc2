"""One epoch of the station's events beside what the server says that it has of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, update

from dockstation.adapters.store.tables import events, outbox
from dockstation.application.ports.central import KnownChain
from dockstation.application.ports.outbox import EntryState

AT_SERVER = (EntryState.ACKNOWLEDGED.value, EntryState.REVIEW.value, EntryState.PARKED.value)
NOT_THERE = (EntryState.PENDING.value, EntryState.REJECTED.value)


def epochs(connection: Connection) -> Sequence[int]:
    """Those in which something was recorded here, the newest first; found without reading all."""
    found: list[int] = []
    while (epoch := connection.execute(_newest_before(found)).scalar_one()) is not None:
        found.append(epoch)
    return found


def _newest_before(found: list[int]) -> Select[tuple[Any]]:
    newest = select(func.max(events.c.epoch))
    return newest.where(events.c.epoch < found[-1]) if found else newest


class Holding:
    """The events of one epoch."""

    def __init__(self, connection: Connection, epoch: int) -> None:
        self._connection, self._epoch = connection, epoch

    @property
    def newest(self) -> int:
        """The last number given; there are no gaps before it."""
        query = select(func.max(events.c.seq)).where(events.c.epoch == self._epoch)
        return self._connection.execute(query).scalar() or 0

    def is_short(self, known: KnownChain) -> bool:
        """Whether the server has fewer than it acknowledged."""
        if known.newest < max(map(self._newest_in, AT_SERVER)):
            return True
        if known.newest > self.newest:  # it goes on beyond the backup that this station was restored from
            return False
        missing = (outbox.c.state.in_(NOT_THERE), outbox.c.epoch == self._epoch, outbox.c.seq <= known.newest)
        unsent = self._connection.execute(select(func.count()).select_from(outbox).where(*missing)).scalar_one()
        return known.count < known.newest - unsent

    def _newest_in(self, state: str) -> int:
        query = select(func.max(outbox.c.seq)).where(outbox.c.state == state, outbox.c.epoch == self._epoch)
        return self._connection.execute(query).scalar() or 0

    def send_lost(self, known: KnownChain) -> int:
        """Have sent again what the server has not; how many."""
        lost = or_(outbox.c.seq > known.newest, *(_within(*gap) for gap in known.gaps))
        mine = (outbox.c.state.in_(AT_SERVER), outbox.c.epoch == self._epoch)
        again = update(outbox).where(*mine, lost).values(state=EntryState.PENDING.value)
        return self._connection.execute(again).rowcount


def _within(first: int, last: int) -> ColumnElement[bool]:
    return and_(outbox.c.seq >= first, outbox.c.seq <= last)
