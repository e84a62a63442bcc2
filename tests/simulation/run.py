"""One run: stations, their network and the server, until the faults end and everything has been sent."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application import sync
from dockstation.server import configuration
from dockstation.server.store import rmas
from dockstation.server.store.database import Database
from tests.simulation import checks, disk
from tests.simulation.line import LATE
from tests.simulation.server import SimServer, virtual
from tests.simulation.station import SimStation
from tests.simulation.work import RETURNS, Office, Worker
from tests.simulation.world import World

FAULTY = 600.0
"""Virtual seconds with faults; then there are none, and no new work."""
DRAINS_WITHIN = 900.0
LOOK = 15.0
NAMES = ("2A3", "2A4", "2A6")
"""Stations are called by their licence plate prefixes."""
MEMORY = Path("/dev/shm")  # a file system without a disk, where there is one
SMALL = ((sync, "BATCH", 7), (sync, "PHOTOS_A_PASS", 3), (sync, "PAGES_A_PASS", 2), (rmas, "PAGE_CHARACTERS", 3000),
         (configuration, "PAGE", 2))  # fmt: skip
"""Limits so low that a short run reaches them."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a seed. ``story`` is the same whenever the same program runs the seed."""

    seed: int
    violations: tuple[str, ...]
    faults: Counter[str]
    events: int
    photos: int
    story: tuple[str, ...]

    def __str__(self) -> str:
        shown = "\n".join(f"  {each}" for each in self.violations[:10])
        return f"seed {self.seed}: {len(self.violations)} violations (./run torture sim --seed {self.seed})\n{shown}"


def simulate(seed: int) -> Run:
    """Run one seed."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder, ExitStack() as stack:
        world = World(seed, Path(folder))
        for module, name, limit in SMALL:
            stack.enter_context(mock.patch.object(module, name, limit))
        server, stations = _build(world, stack)
        _faulty_hours(world, server, stations)
        _drain(world, stations)
        world.violations += checks.violations(server, stations)
        photos = sum(len(each.photos) for each in stations)
        events = sum(len(each.promised) for each in stations)
        return Run(seed, tuple(world.violations), world.faults, events, photos, tuple(world.story))


def _build(world: World, stack: ExitStack) -> tuple[SimServer, list[SimStation]]:
    stack.enter_context(disk.watched(lambda: (each.disk for each in world.machines)))
    world.calm = True
    server = SimServer(world, schemas()[0])
    stack.enter_context(virtual(lambda: world.wall(server.skew)))
    stack.callback(server.close)
    Office(server).announce(range(RETURNS))
    stations = []
    for name in NAMES[: world.chance.randint(1, len(NAMES))]:
        station = SimStation(world, server, name, schemas()[1])
        stack.callback(station.close)
        stations.append(station)
    return server, stations


def _faulty_hours(world: World, server: SimServer, stations: list[SimStation]) -> None:
    world.calm = False
    world.after(1.0, Office(server).act)
    for machine in (server, *stations):
        world.after(1.0, machine.trouble)
    for station in stations:
        world.after(0.5, Worker(station).act)
    world.pass_time(FAULTY)
    world.calm = True


def _drain(world: World, stations: list[SimStation]) -> None:
    """Nothing fails any more: everything is sent in time, and what comes late then changes nothing."""
    calm_since = world.now
    while any(each.done_at <= calm_since for each in stations) or any(each.has_more() for each in stations):
        if world.now > calm_since + DRAINS_WITHIN:
            world.violations.append("not everything was sent in time")
            return
        world.pass_time(LOOK)
    world.pass_time(LATE[1])


@cache
def schemas() -> tuple[bytes, bytes]:
    """An empty database of the server and one of a station: migrations would take longer than a run."""
    with tempfile.TemporaryDirectory() as folder:
        at_server, at_station = Path(folder, "server.db"), Path(folder, "station.db")
        Database(at_server).close()
        SqlStore(at_station).close()
        return at_server.read_bytes(), at_station.read_bytes()
