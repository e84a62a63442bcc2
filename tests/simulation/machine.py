"""A computer that can die at any point, with or without its power, whose clock jumps and whose disk fills up."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.disk import Disk
from tests.simulation.world import Crash, World

DIES = 0.008
"""At one point of the program, at strength 1."""
AWAY = (0.2, 60.0)
FULL = (5.0, 60.0)
ROOM = 1_073_741_823
"""Pages of a database whose disk is not full: SQLite's own limit."""
JUMPS = (-86_400.0, -3600.0, -61.0, 61.0, 3600.0, 86_400.0)
TROUBLE_EVERY = (10.0, 90.0)


class Machine:
    """``start`` begins a life of the program; it ends by ``Crash`` from ``point``."""

    def __init__(self, world: World, name: str, kind: str) -> None:
        self.world = world
        self.name = name
        self.kind = kind
        self.alive = True
        self.lives = 0
        self.skew = 0.0
        self.folder = world.folder / name / "0"
        self.folder.mkdir(parents=True)
        self.disk = Disk(self.folder, self.point)
        world.machines.append(self)

    def start(self) -> None:
        """Begin a life on what the disk has; where it dies at once it begins again later."""
        self.alive = True
        self.world.note(f"{self.name} starts")
        try:
            self.wake_up()
        except Crash:
            self.world.note(f"{self.name} died at its start")

    def wake_up(self) -> None:
        """What the program does first."""
        raise NotImplementedError

    def point(self, where: str) -> None:
        """Here the program may die; what is dead goes no further."""
        if self.alive and self.world.strikes(f"{self.kind} dies {where}", DIES):
            self._die()
        if not self.alive:
            raise Crash(self.name)

    def _die(self) -> None:
        self.alive = False
        self.lives += 1
        self.folder = self.world.folder / self.name / str(self.lives)
        if self.world.strikes(f"{self.kind} loses power", 0.5):
            self.disk = self.disk.after_power_cut(self.folder, self.world.chance)
        else:
            self.disk = self.disk.after_kill(self.folder)
        self.world.after(self.world.chance.uniform(*AWAY), self.start)

    def page_limit(self) -> str:
        """The pragma that makes SQLite find no more room, or enough."""
        return f"PRAGMA max_page_count = {1 if self.disk.full else ROOM}"

    def trouble(self) -> None:
        """Now and then the clock jumps, or the disk is full for a while."""
        chance = self.world.chance
        if self.world.strikes(f"{self.kind}'s clock jumps", 0.2):
            self.skew += chance.choice(JUMPS)
        if self.world.strikes(f"{self.kind}'s disk is full", 0.1):
            full = self.disk
            full.full = full.was_full = True
            self.world.after(chance.uniform(*FULL), lambda: _empty(full))
        if not self.world.calm:
            self.world.after(chance.uniform(*TROUBLE_EVERY), self.trouble)

    def file(self, name: str) -> Path:
        """A file of this life."""
        return self.folder / name


def _empty(disk: Disk) -> None:
    disk.full = False
