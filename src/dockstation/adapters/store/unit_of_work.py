"""One transaction on the station's database, and the store that opens them."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from dockstation.adapters.store.dock import SqlNotes, SqlParcels, SqlUnits
from dockstation.adapters.store.engine import open_engine, refused
from dockstation.adapters.store.evidence import SqlDiscrepancies
from dockstation.adapters.store.expected import SqlRmas
from dockstation.adapters.store.inspections import SqlInspections
from dockstation.adapters.store.outbox import SqlOutbox
from dockstation.adapters.store.retention import SqlRetention
from dockstation.adapters.store.rulings import SqlContainers, SqlPinAttempts, SqlSecondOpinions
from dockstation.adapters.store.scanners import SqlScanners
from dockstation.adapters.store.spool import SqlSpool
from dockstation.adapters.store.tables import SECOND
from dockstation.adapters.store.turns import Turns
from dockstation.adapters.store.versions import SqlVersions
from dockstation.adapters.store.worklist import SqlWorklist
from dockstation.application.ports.disk import Disk
from dockstation.domain.errors import DockstationError

PATIENCE_S = 10.0
"""As long as SQLite itself waits for another process."""


class SqlUnitOfWork:
    """Everything inside one BEGIN IMMEDIATE; rolled back unless committed."""

    def __init__(self, engine: Engine, turns: Turns, disk: Disk | None = None) -> None:
        self._engine = engine
        self._turns = turns
        self._disk = disk
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        if not self._turns.take(PATIENCE_S):
            raise DockstationError("store.busy")
        self._spare()
        self._connection = connection = self._begun()
        self.rmas = SqlRmas(connection)
        self.parcels = SqlParcels(connection)
        self.units = SqlUnits(connection)
        self.discrepancies = SqlDiscrepancies(connection)
        self.inspections = SqlInspections(connection)
        self.opinions = SqlInspections(connection, SECOND)
        self.second_opinions = SqlSecondOpinions(connection)
        self.containers = SqlContainers(connection)
        self.pin_attempts = SqlPinAttempts(connection)
        self.versions = SqlVersions(connection)
        self.outbox = SqlOutbox(connection)
        self.spool = SqlSpool(connection)
        self.notes = SqlNotes(connection)
        self.scanners = SqlScanners(connection)
        self.worklist = SqlWorklist(connection)
        self.retention = SqlRetention(connection)
        return self

    def _spare(self) -> None:
        if self._disk is not None:
            try:
                self._disk.spare()
            except BaseException:
                self._turns.give()
                raise

    def require_room(self) -> None:
        """See the port."""
        if self._disk is not None:
            self._disk.require_room()

    def _begun(self) -> Connection:
        connection: Connection | None = None
        try:
            connection = self._engine.connect()
            connection.begin()
        except BaseException as error:
            if connection is not None:
                connection.close()
            self._turns.give()
            if isinstance(error, DatabaseError):
                raise refused(error) from error
            raise
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._turns.give()
        if isinstance(error, DatabaseError):
            raise self._refused(error) from error

    def _refused(self, error: DatabaseError) -> Exception:
        """What it means; after a full disk there is room for the next try, where there was a reserve."""
        meant = refused(error)
        if isinstance(meant, DockstationError) and meant.code == "disk.full" and self._disk is not None:
            self._disk.spare()
        return meant

    def commit(self) -> None:
        """Durable with the return of this call; ``disk.full`` or ``disk.failed`` leave all as it was."""
        if self._connection is None:
            raise RuntimeError("outside its with")
        try:
            self._connection.commit()
        except DatabaseError as error:
            raise self._refused(error) from error


class SqlStore:
    """The station's database in one file."""

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        if disk is not None:
            disk.spare()
        self._disk = disk
        self._engine = open_engine(path)
        self._turns = Turns()

    def unit_of_work(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._engine, self._turns, self._disk)

    def close(self) -> None:
        self._engine.dispose()
