"""Making a backup, and finding out whether one is as it was made."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dockstation import __version__
from dockstation.adapters.store.backups import databases
from dockstation.adapters.store.backups.failures import written_to
from dockstation.adapters.store.backups.files import copy_photos, copy_receipts
from dockstation.adapters.store.backups.shelf import (
    DATABASE,
    MANIFEST,
    NOBODY,
    PHOTOS,
    RECEIPTS,
    Backup,
    Manifest,
    Shelf,
)
from dockstation.domain.errors import DockstationError


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, how many photos were copied for it, and which of the station's are damaged."""

    backup: Backup
    photos: int
    damaged: tuple[str, ...]


def make(data: Path, target: Path, keep: int, *, again: bool = False) -> Made:
    """Copy a station's database and photos into ``target``; then drop all but the ``keep`` newest backups.

    Others may work with the station meanwhile; no second backup of it may be made. ``again``: backups were made
    there before, and ``backup.gone`` says that the station's folder is not there any more. Raises ``backup.full``
    and ``backup.folder`` with older backups untouched, ``store.damaged``, ``store.none``.
    """
    database = data / DATABASE
    if not database.is_file():
        raise DockstationError("store.none", folder=str(data))
    with written_to(target):
        if not target.is_dir():
            raise DockstationError("backup.folder", folder=str(target), why="no such folder")
        shelf = Shelf(target / (databases.contents(database, at_rest=False).station or NOBODY))
        if again and not shelf.root.is_dir():
            raise DockstationError("backup.gone", folder=str(target))
        shelf.root.mkdir(exist_ok=True, mode=0o700)
        shelf.sweep()
        made = _made(data, shelf)
        shelf.rotate(keep)
    return made


def _made(data: Path, shelf: Shelf) -> Made:
    arriving = shelf.arriving()
    try:
        manifest = _copied(data / DATABASE, arriving)
        # After the database, for a photo is durable before a row names it.
        copied, damaged = copy_photos(data / PHOTOS, shelf.root / PHOTOS)
        copy_receipts(data / RECEIPTS, shelf.root / RECEIPTS)
        return Made(shelf.keep(arriving, manifest), copied, damaged)
    except BaseException:
        shutil.rmtree(arriving, ignore_errors=True)
        raise


def _copied(source: Path, arriving: Path) -> Manifest:
    copy, at = arriving / DATABASE, datetime.now(UTC)
    databases.copy(source, copy)
    databases.make_durable(copy)
    if databases.fault_of(copy, at_rest=True):
        raise DockstationError("store.damaged")
    held = databases.contents(copy, at_rest=True)
    manifest = Manifest.of(copy, held, __version__, at.isoformat())
    manifest.write(arriving / MANIFEST)
    return manifest


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one backup: its database's fault or "", its photos that are missing and that are damaged."""

    backup: Backup
    fault: str
    missing: int
    damaged: int

    @property
    def is_good(self) -> bool:
        """Whether all of it can be brought back."""
        return not (self.fault or self.missing or self.damaged)


def verify(backups: tuple[Backup, ...]) -> Iterator[Verdict]:
    """Read every byte of each; a photo is read once."""
    known: dict[Path, str] = {}
    for each in backups:
        fault = each.fault()
        try:
            wanted = frozenset[str]() if fault else databases.photos_of(each.database)
        except sqlite3.DatabaseError as error:
            fault, wanted = str(error), frozenset()
        states = [_state(each.photos / sha256[:2] / f"{sha256}.jpg", known) for sha256 in wanted]
        yield Verdict(each, fault, states.count("missing"), states.count("damaged"))


def _state(photo: Path, known: dict[Path, str]) -> str:
    if photo not in known:
        try:
            known[photo] = "good" if databases.digest(photo) == photo.stem else "damaged"
        except OSError:
            known[photo] = "missing"
    return known[photo]
