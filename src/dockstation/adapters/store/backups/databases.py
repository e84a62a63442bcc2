"""A station's database file: a copy of it while others write, whether it is sound, and what it holds."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dockstation.adapters.store.backups.failures import is_damage

PAGES = 4096
"""So much is copied between two looks at whether to go on: 16 MB."""
PHOTOS = "SELECT sha256 FROM {0}"
WITH_PHOTOS = ("photos", "opinion_photos", "parcel_photos", "outbox_photos")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a station's database says of itself. ``unsent`` are events and photos the server has not confirmed."""

    schema: str
    station: str
    epoch: int
    head_seq: int
    head_hash: str
    lpn_counter: int
    units: int
    events: int
    unsent: int


def copy(source: Path, target: Path) -> None:
    """All that is committed now, as one file; others may write meanwhile and are not held up.

    The transaction pins one state of the source: without it, SQLite would begin anew after each commit of others.
    """
    with closing(_connect(source, "mode=rw")) as live, closing(sqlite3.connect(target)) as fresh:
        fresh.execute("PRAGMA journal_mode=OFF")
        fresh.execute("PRAGMA synchronous=OFF")  # it is made durable as a whole afterwards
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        live.backup(fresh, pages=PAGES)


def make_durable(path: Path) -> None:
    """On the disk with the return of this call; a folder as well, where the system knows that."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders, and keeps renames without being asked
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """SHA-256 of a file, in lower-case hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fault_of(path: Path, *, at_rest: bool, quick: bool = False) -> str:
    """What SQLite finds wrong with the database, "" when it is sound.

    ``at_rest``: nobody writes to it, and nothing is written beside it. ``quick`` leaves out whether indexes fit.
    """
    try:
        with closing(_connect(path, "mode=ro&immutable=1" if at_rest else "mode=ro")) as database:
            (said,) = database.execute(f"PRAGMA {'quick' if quick else 'integrity'}_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if at_rest or is_damage(error):
            return str(error)
        raise
    return "" if said == "ok" else str(said)


def contents(path: Path, *, at_rest: bool) -> Contents:
    """What the database holds; sqlite3.DatabaseError when it cannot be read."""
    with closing(_connect(path, "mode=ro&immutable=1" if at_rest else "mode=ro")) as database:
        notes = dict(database.execute("SELECT name, value FROM notes"))
        epoch = int(notes.get("epoch") or 1)
        head = "SELECT seq, json_extract(content, '$.hash') FROM events WHERE epoch = ? ORDER BY seq DESC LIMIT 1"
        seq, hashed = database.execute(head, (epoch,)).fetchone() or (0, "")
        return Contents(
            schema=_one(database, "SELECT version_num FROM alembic_version"),
            station=notes.get("station", ""),
            epoch=epoch,
            head_seq=seq,
            head_hash=hashed,
            lpn_counter=int(notes.get("lpn_counter") or 0),
            units=_one(database, "SELECT count(*) FROM units"),
            events=_one(database, "SELECT count(*) FROM events"),
            unsent=_one(database, "SELECT count(*) FROM outbox WHERE state IN ('pending', 'parked')")
            + _one(database, "SELECT count(*) FROM outbox_photos WHERE state = 'pending'"),
        )


def photos_of(path: Path) -> frozenset[str]:
    """The hashes of all photos that the database, at rest, speaks of and that were not forgotten before it."""
    with closing(_connect(path, "mode=ro&immutable=1")) as database:
        named = " UNION ".join(map(PHOTOS.format, WITH_PHOTOS))
        columns = [row[1] for row in database.execute("PRAGMA table_info(outbox_photos)")]
        gone = f" EXCEPT {PHOTOS.format('outbox_photos')} WHERE forgotten > 0" if "forgotten" in columns else ""
        return frozenset(sha256 for (sha256,) in database.execute(named + gone))


def _one(database: sqlite3.Connection, query: str) -> Any:
    return database.execute(query).fetchone()[0]


def _connect(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=10)
