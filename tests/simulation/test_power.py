"""What somebody was told is kept is there after a power cut, in a folder that forgets whatever was not fsynced."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.server.blobs import Blobs
from tests.simulation.disk import Disk, watched
from tests.simulation.world import Crash


class Merciless(random.Random):
    """By whose chance nothing survives that need not."""

    def random(self) -> float:
        return 0.99


class Computer:
    """``dies_at``: at so many fsyncs from now, before the disk has done it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.dies_at = 0
        (folder / "0").mkdir()
        self.disk = Disk(folder / "0", self._point)

    def _point(self, where: str) -> None:
        if where == "before fsync":
            self.dies_at -= 1
            if self.dies_at == 0:
                raise Crash

    def killed(self) -> None:
        self.disk = self.disk.after_kill(self._folder / "1")

    def power_cut(self) -> None:
        self.disk = self.disk.after_power_cut(self._folder / "2", Merciless())


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    computer = Computer(tmp_path)
    with watched(lambda: iter([computer.disk])):
        yield computer


def at_the_station(root: Path, data: bytes) -> None:
    PhotoFolder(root / "photos").save(data)


def at_the_server(root: Path, data: bytes) -> None:
    blobs = Blobs(root / "photos")
    with blobs.incoming() as incoming:
        incoming.write(data)
        blobs.keep(incoming)


def kept(root: Path) -> list[bytes]:
    return [each.read_bytes() for each in root.rglob("*") if each.is_file()]


@pytest.mark.parametrize("save", [at_the_station, at_the_server])
def test_the_very_first_photo_is_there_after_a_power_cut(computer, save):
    save(computer.disk.root, b"scratch")
    computer.power_cut()
    assert kept(computer.disk.root) == [b"scratch"]


@pytest.mark.parametrize("save", [at_the_station, at_the_server])
@pytest.mark.parametrize("moment", range(1, 8))
def test_a_photo_is_there_after_a_power_cut_also_where_a_run_before_it_died_half_way(computer, save, moment):
    computer.dies_at = moment
    try:
        save(computer.disk.root, b"scratch")
    except Crash:
        computer.killed()
    computer.dies_at = 0
    save(computer.disk.root, b"scratch")
    computer.power_cut()
    assert kept(computer.disk.root) == [b"scratch"]


def test_this_disk_does_forget(computer):
    root = computer.disk.root
    (root / "photos").mkdir()
    (root / "photos" / "one").write_bytes(b"scratch")
    computer.power_cut()
    assert list(computer.disk.root.iterdir()) == []
