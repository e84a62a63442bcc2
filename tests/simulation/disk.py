"""A folder that forgets at a power cut what was not fsynced: bytes of files, and names in folders.

SQLite's own fsyncs are not seen from here: a commit counts as durable when its connection says ``synchronous=FULL``.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

WAL, SHARED = ".db-wal", ".db-shm"
_fsync = os.fsync


class Disk:
    """What of ``root`` would be there after a power cut. ``point`` is called where the program may die."""

    def __init__(self, root: Path, point: Callable[[str], None]) -> None:
        self.root = root
        self.full = self.was_full = False
        self.keeps_commits = True
        self._point = point
        self._bytes: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}  # by the folder, which may get another name
        for folder, _, files in os.walk(root):
            self._remember_names(Path(folder))
            for name in files:
                self._remember_bytes(Path(folder, name))

    def fsync(self, path: Path) -> None:
        """The program asks for this to be durable."""
        self._point("before fsync")
        if self.full and path.is_file():
            raise OSError(errno.ENOSPC, "No space left on device")
        if path.is_file():
            self._remember_bytes(path)
        else:
            self._remember_names(path)
        self._point("after fsync")

    def _remember_bytes(self, path: Path) -> None:
        if not _is_database(path.name):
            self._bytes[path.stat().st_ino] = path.read_bytes()

    def _remember_names(self, folder: Path) -> None:
        self._names[folder.stat().st_ino] = {each.name: each.stat().st_ino for each in folder.iterdir()}

    def after_kill(self, root: Path) -> Disk:
        """What a program that was killed leaves: all that it wrote, no more of it durable than was."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(f"*{SHARED}"), copy_function=_link)
        left = Disk(root, self._point)
        left._bytes = self._bytes
        left._names = {}
        for folder, _, _ in os.walk(self.root):
            names = self._names.get(Path(folder).stat().st_ino, {})
            left._names[(root / Path(folder).relative_to(self.root)).stat().st_ino] = names
        return left

    def after_power_cut(self, root: Path, chance: random.Random) -> Disk:
        """What a power cut leaves: what is durable, and by chance some of the rest, whole or in part."""
        self._copy(self.root, root, chance)
        return Disk(root, self._point)

    def _copy(self, folder: Path, to: Path, chance: random.Random) -> None:
        to.mkdir()
        durable = self._names.get(folder.stat().st_ino, {}) if folder.is_dir() else {}
        here = {each.name: each for each in folder.iterdir()} if folder.is_dir() else {}
        for name in sorted({*durable, *here}):
            if _is_database(name):
                if name in here and not name.endswith(SHARED) and (self.keeps_commits or not name.endswith(WAL)):
                    shutil.copy(here[name], to / name)
            elif name in here and here[name].is_dir():
                if name in durable or chance.random() < 0.5:
                    self._copy(here[name], to / name, chance)
            else:
                self._copy_file(here.get(name), durable.get(name), to / name, chance)

    def _copy_file(self, now: Path | None, before: int | None, to: Path, chance: random.Random) -> None:
        inode = now.stat().st_ino if now is not None else None
        if inode != before and chance.random() >= 0.5:  # the new name has not reached the disk
            now, inode = None, before
        if inode is None:
            return
        durable = self._bytes.get(inode)
        written = now.read_bytes() if now is not None else durable
        if durable is None:
            if written is None:  # a folder that has gone since
                return
            durable = written[: int(len(written) * chance.random())]
        to.write_bytes(durable)


def _link(here: str, there: str) -> None:
    """As the same file, of which is known what is durable; a database is still open in the program that unwinds."""
    if _is_database(here):
        shutil.copy(here, there)
    else:
        os.link(here, there)


def _is_database(name: str) -> bool:
    return name.endswith((".db", WAL, SHARED))


@contextmanager
def watched(disks: Callable[[], Iterator[Disk]]) -> Iterator[None]:
    """Within this, every ``os.fsync`` goes to the disk whose file it is."""

    def fsync(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        for disk in disks():
            if path.is_relative_to(disk.root):
                disk.fsync(path)
                return
        _fsync(handle)

    with mock.patch.object(os, "fsync", fsync):
        yield
