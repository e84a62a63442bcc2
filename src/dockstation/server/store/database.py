"""The server's database, one transaction at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from dockstation.server.store.engine import READING, open_engine
from dockstation.server.store.events import Events
from dockstation.server.store.outcomes import Outcomes
from dockstation.server.store.rmas import Rmas
from dockstation.server.store.serials import Serials
from dockstation.server.store.settlements import Settlements
from dockstation.server.store.stations import Stations


class Transaction:
    """All queries, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self.rmas = Rmas(connection)
        self.events = Events(connection)
        self.outcomes = Outcomes(connection)
        self.serials = Serials(connection)
        self.stations = Stations(connection)
        self.settlements = Settlements(connection)


class Database:
    """Opens transactions on an SQLAlchemy URL or an SQLite file. Raises ``server.newer``, ``server.database``."""

    def __init__(self, where: str | Path) -> None:
        self._engine = open_engine(where)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A consistent view; nothing may be written in it."""
        with self._engine.connect().execution_options(**{READING: True}) as connection, connection.begin():
            yield Transaction(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """All or nothing: committed, durably, when the ``with`` ends without an exception."""
        with self._engine.begin() as connection:
            yield Transaction(connection)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
