"""The server's database, one transaction at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from dockstation.server.store.accounts import Accounts
from dockstation.server.store.config import ConfigStore
from dockstation.server.store.deliveries import Deliveries
from dockstation.server.store.engine import CONNECTIONS, open_engine
from dockstation.server.store.events import Events
from dockstation.server.store.failures import Unavailable, reason
from dockstation.server.store.flavours import flavour
from dockstation.server.store.logins import Logins
from dockstation.server.store.outbox import Outbox
from dockstation.server.store.outcomes import Outcomes
from dockstation.server.store.rejected import RejectedEvents
from dockstation.server.store.reviews import Reviews
from dockstation.server.store.rmas import Rmas
from dockstation.server.store.serials import Serials
from dockstation.server.store.settlements import Settlements
from dockstation.server.store.stations import Stations
from dockstation.server.store.statistics import Statistics
from dockstation.server.store.webhooks import Webhooks
from dockstation.server.store.worklists import Worklists


class Transaction:
    """All queries, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self.outbox = Outbox(connection)
        self.webhooks = Webhooks(connection)
        self.deliveries = Deliveries(connection)
        self.rmas = Rmas(connection, self.outbox)
        self.events = Events(connection)
        self.outcomes = Outcomes(connection, self.outbox)
        self.reviews = Reviews(connection)
        self.rejected = RejectedEvents(connection)
        self.serials = Serials(connection)
        self.stations = Stations(connection)
        self.settlements = Settlements(connection, self.outbox)
        self.statistics = Statistics(connection)
        self.config = ConfigStore(connection)
        self.accounts = Accounts(connection)
        self.logins = Logins(connection)
        self.worklists = Worklists(connection)


class Database:
    """Opens transactions on a database URL or an SQLite file, of which one process keeps ``connections`` at most.

    Raises what ``open_engine`` raises, and ``Unavailable`` from each transaction that the database fails.
    """

    def __init__(self, where: str | Path, connections: int = CONNECTIONS) -> None:
        self._engine = open_engine(where, connections)
        self._flavour = flavour(self._engine.url)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A consistent view; nothing may be written in it."""
        with self._transaction(self._flavour.reading) as work:
            yield work

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """All or nothing: committed, durably, when the ``with`` ends without an exception."""
        with self._transaction(self._flavour.writing) as work:
            yield work

    @contextmanager
    def glancing(self) -> Iterator[Transaction]:
        """For a single query, which goes to the database alone; nothing may be written in it."""
        with self._transaction(self._flavour.glancing) as work:
            yield work

    @contextmanager
    def _transaction(self, options: Mapping[str, Any]) -> Iterator[Transaction]:
        try:
            with self._engine.connect().execution_options(**options) as connection, connection.begin():
                yield Transaction(connection)
        except PoolTimeout:
            raise Unavailable("no connection is free") from None
        except (OperationalError, InterfaceError) as error:
            raise Unavailable(reason(error, self._engine.url)) from error

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
