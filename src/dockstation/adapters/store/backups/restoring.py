"""Bringing a backup back: under a new epoch, with fresh licence plates, and with what lay there set aside."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dockstation.adapters.store.backups import databases
from dockstation.adapters.store.backups.databases import Contents
from dockstation.adapters.store.backups.failures import written_to
from dockstation.adapters.store.backups.files import copy_photos, copy_receipts
from dockstation.adapters.store.backups.shelf import DATABASE, PHOTOS, RECEIPTS, Backup, Manifest
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note, PrintState
from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError

COMING, ASIDE = "restoring.db", "set-aside-"
BESIDE = ("", "-wal", "-shm")
"""SQLite's own files of one database."""
SPARE_PLATES = 10_000
PLATES_A_SECOND = 0.5
"""Far above what people can stick on: so many may have been handed out since the backup."""
SKEW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and the folder of what had lain there, None if nothing had."""

    backup: Backup
    epoch: int
    lpn_counter: int
    unsent: int
    photos: int
    aside: Path | None


def restore(backup: Backup, data: Path, now: datetime, *, over_unsent: bool) -> Restored:
    """Make ``data`` the station's of that backup; nothing of what lies there is deleted.

    Raises ``backup.damaged``; ``backup.clock`` when it is earlier here than when the backup was made;
    ``backup.unsent`` when there is a sound database with unsent events, unless ``over_unsent``; ``store.newer``.
    """
    fault = backup.fault()
    if fault:
        raise DockstationError("backup.damaged", folder=str(backup.folder), why=fault)
    if now < backup.made_at - SKEW:
        raise DockstationError("backup.clock", made=backup.manifest.made_at, now=now.isoformat(timespec="minutes"))
    present = _present(data / DATABASE)
    if present is not None and present.unsent and not over_unsent:
        raise DockstationError("backup.unsent", count=present.unsent, folder=str(data))
    with written_to(data):
        photos, _ = copy_photos(backup.photos, data / PHOTOS)
        copy_receipts(backup.receipts, data / RECEIPTS)
        coming = _fetched(backup, data)
        epoch, counter = _renewed(coming, backup, present, now)
        aside = set_aside(data, now)
        coming.rename(data / DATABASE)
        databases.make_durable(data)
    unsent = backup.manifest.unsent
    return Restored(backup, epoch, counter, unsent, photos, aside)


def set_aside(data: Path, now: datetime) -> Path | None:
    """Move the station's database, with all that SQLite keeps beside it, into a dated folder; None without one."""
    there = [path for end in BESIDE if (path := data / f"{DATABASE}{end}").exists()]
    if not there:
        return None
    folder = data / f"{ASIDE}{now.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}"
    folder.mkdir(mode=0o700)
    for path in reversed(there):  # its own file last: without it, nobody takes the others for a database
        path.rename(folder / path.name)
    databases.make_durable(folder)
    databases.make_durable(data)
    return folder


def last_aside(data: Path) -> Path | None:
    """The newest of those folders, None without any."""
    return max(data.glob(f"{ASIDE}*"), default=None)


def _present(database: Path) -> Contents | None:
    """What the database that lies there holds, as far as it can still be read."""
    if not database.is_file():
        return None
    try:
        return databases.contents(database, at_rest=False)
    except sqlite3.DatabaseError:
        return None


def _fetched(backup: Backup, data: Path) -> Path:
    coming = data / COMING
    for end in BESIDE:
        coming.with_name(COMING + end).unlink(missing_ok=True)  # of a restore that was killed
    with backup.database.open("rb") as source, coming.open("xb") as target:
        while block := source.read(1 << 20):
            target.write(block)
    if databases.digest(coming) != backup.manifest.sha256:
        raise DockstationError("backup.damaged", folder=str(backup.folder), why="SHA-256")
    return coming


def _renewed(coming: Path, backup: Backup, present: Contents | None, now: datetime) -> tuple[int, int]:
    """Give the database an epoch and licence plates that no station had that went on after the backup.

    The epoch is the time in seconds, so that the same backup brought back twice has two.
    A label that waits may have come out since then: a person looks.
    """
    before: list[Manifest | Contents] = [backup.manifest, *([present] if present else [])]
    epoch = max([int(now.timestamp()), *(each.epoch + 1 for each in before)])
    elapsed = max(0.0, (now - backup.made_at).total_seconds())
    counter = max(each.lpn_counter for each in before) + SPARE_PLATES + int(elapsed * PLATES_A_SECOND)
    counter = min(counter, lpn.CAPACITY)
    store = SqlStore(coming)
    try:
        with store.unit_of_work() as work:
            work.notes.set(Note.EPOCH, str(epoch))
            work.notes.set(Note.LPN_COUNTER, str(counter))
            for state in (PrintState.QUEUED, PrintState.SENDING):
                for job in work.spool.in_state(state):
                    work.spool.put(replace(job, state=PrintState.UNKNOWN))
            work.commit()
    finally:
        store.close()
    databases.make_durable(coming)
    return epoch, counter
