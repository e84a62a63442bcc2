"""A real station without its window: its store, its photos, its outbox, and the passes that empty it."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import Self

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.central.http import HttpCentral
from dockstation.adapters.packs.folder import PackFolder
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore, SqlUnitOfWork
from dockstation.application.ports.central import CentralFailed
from dockstation.application.ports.outbox import OutboxCounts
from dockstation.application.ports.store import Note
from dockstation.application.record_discrepancy import RecordDiscrepancy
from dockstation.application.sync import Sync
from dockstation.application.waiting import wait_after
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Instant
from dockstation.server.access import hashed
from tests.simulation.disk import Disk
from tests.simulation.line import TIMEOUT, Line
from tests.simulation.machine import Machine
from tests.simulation.server import SimServer
from tests.simulation.world import Crash, World

FILE = "station.db"
URL = "http://127.0.0.1"
EVERY = 30.0
SOON = 0.2


class SimUnitOfWork(SqlUnitOfWork):
    """The station may die before and after every commit."""

    machine: Machine

    def __enter__(self) -> Self:
        super().__enter__()
        assert self._connection is not None
        self._connection.exec_driver_sql(self.machine.page_limit())
        return self

    def commit(self) -> None:
        self.machine.point("before a commit")
        super().commit()
        self.machine.point("after a commit")


class SimStore(SqlStore):
    """The station's own store on its simulated machine."""

    def __init__(self, path: Path, machine: Machine) -> None:
        super().__init__(path)
        self._machine = machine
        with self._engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
        machine.disk.keeps_commits = int(said) >= 2

    def unit_of_work(self) -> SimUnitOfWork:
        work = SimUnitOfWork(self._engine, self._turns)
        work.machine = self._machine
        return work


class SimClock:
    """The machine's clock, right or wrong; ids begin with what it shows."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._began = machine.world.now

    def now(self) -> Instant:
        world = self._machine.world
        at = world.wall(self._machine.skew).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        since = int((world.now - self._began) * 1000)
        return Instant(at, 480, since, f"{self._machine.name}-{self._machine.lives}")

    def new_id(self) -> str:
        world = self._machine.world
        milliseconds = int(world.wall(self._machine.skew).timestamp() * 1000)
        noise = world.chance.getrandbits(74)
        number = milliseconds << 80 | 7 << 76 | (noise >> 62) << 64 | 2 << 62 | noise & (1 << 62) - 1
        text = f"{number:032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class SimStation(Machine):
    """``promised`` and ``photos`` are what its operator was told is safe."""

    def __init__(self, world: World, server: SimServer, name: str, schema: bytes) -> None:
        super().__init__(world, name, "station")
        self._server = server
        self.promised: set[str] = set()
        self.photos: set[str] = set()
        self._life = ExitStack()
        self._turn = 0
        self.done_at = -1.0
        self.file(FILE).write_bytes(schema)
        self._enrol()
        self.disk = Disk(self.folder, self.point)
        self.start()

    def _enrol(self) -> None:
        with self._server.database.writing() as work:
            work.stations.add(self.name, self.name, self.name, "2026-03-02T08:00:00.000Z")
            work.stations.add_refresh(self.name, hashed(f"refresh-{self.name}"), "")
        expires_at = self.world.wall(0) + timedelta(hours=1)
        tokens = Tokens(self.name, self.name, f"access-{self.name}", expires_at, f"refresh-{self.name}")
        Credentials(self.file("credentials.json")).save(tokens)
        with closing(sqlite3.connect(self.file(FILE))) as database, database:
            notes = [(Note.STATION.value, self.name), (Note.LPN_PREFIX.value, self.name)]
            database.executemany("INSERT INTO notes (name, value) VALUES (?, ?)", notes)

    def wake_up(self) -> None:
        """Open everything, see that all is there which was promised, and begin to send."""
        self._life.close()
        self.store, self.clock = SimStore(self.file(FILE), self), SimClock(self)
        central = HttpCentral(URL, Credentials(self.file("credentials.json")), TIMEOUT)
        self._life.callback(self.store.close)
        self._life.callback(central.close)
        self._line = Line(self, self._server)
        session = central._transport._session
        session.trust_env = False  # no proxy lies between here and there
        session.mount("http://", self._line)
        self._busy, self._failures = False, 0
        photos = PhotoFolder(self.file("photos"))
        self._check_promises(photos)
        self.record_discrepancy = RecordDiscrepancy(self.store, self.clock, photos)
        self.packs = PackFolder(self.file("packs"))
        self._sync = Sync(self.store, self.clock, central, photos, packs=self.packs, dice=self.world.chance.random)
        self._config_failed = True
        self._soon(1.0)

    def _check_promises(self, photos: PhotoFolder) -> None:
        with closing(sqlite3.connect(self.file(FILE))) as database:
            kept = {each for (each,) in database.execute("SELECT id FROM events")}
        lost = [*sorted(self.promised - kept), *(each for each in sorted(self.photos) if not _is_whole(photos, each))]
        self.world.violations += [f"{self.name} lost {each} after a restart" for each in lost]

    def close(self) -> None:
        self._life.close()

    def _soon(self, seconds: float) -> None:
        """As the window's loop does: one timer, the last call counts."""
        self._turn += 1
        turn = self._turn
        self.world.after(seconds, lambda: self._pass() if turn == self._turn and self.alive else None)

    def wake(self) -> None:
        """There is something to send."""
        if self._failures == 0 and not self._busy:
            self._soon(SOON)

    def _pass(self) -> None:
        life, self._busy = self.lives, True
        try:
            done = self._sync.once()
        except Crash:
            return
        except DockstationError as error:
            self._failed(error)
        else:
            self._failures, self._config_failed = 0, done.config_failure is not None
            self.done_at = self.world.now
            self._soon(0 if done.more else EVERY)
        if life == self.lives:
            self._busy = False

    def _failed(self, error: DockstationError) -> None:
        if not isinstance(error, CentralFailed) and not (error.code == "disk.full" and self.disk.was_full):
            self.world.violations.append(f"{self.name} failed: {error.code} {error.facts}")
        self._failures += 1
        retry_after = error.retry_after if isinstance(error, CentralFailed) else 0.0
        self.world.note(f"{self.name}: {error.code}")
        self._soon(wait_after(self._failures, retry_after, self.world.chance.random))

    def has_more(self) -> bool:
        """Whether something waits to be sent, or nobody is there to send it."""
        return not self.alive or self._config_failed or self.counts().pending > 0 or self.counts().photos > 0

    def counts(self) -> OutboxCounts:
        """What is still to be sent."""
        with self.store.unit_of_work() as work:
            return work.outbox.counts()


def _is_whole(photos: PhotoFolder, sha256: str) -> bool:
    try:
        return bool(photos.read(sha256))
    except DockstationError:
        return False
