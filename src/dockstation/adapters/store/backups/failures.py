"""What a disk, a share or SQLite says, as failures that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dockstation.domain.errors import DockstationError

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """Failures inside are those of writing to the backup folder: ``backup.full``, ``backup.folder``.

    ``store.damaged`` when it is the station's own database that cannot be read.
    """
    try:
        yield
    except OSError as error:
        raise _refused(folder, no_room=error.errno in NO_ROOM, why=error.strerror or "") from error
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DockstationError("store.damaged") from error
        raise _refused(folder, no_room=_primary(error) == sqlite3.SQLITE_FULL, why=str(error)) from error
    except DockstationError as error:
        if error.code not in ("disk.full", "disk.failed"):
            raise
        raise _refused(folder, no_room=error.code == "disk.full", why=str(error.facts.get("why", ""))) from error


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite says that the file is no sound database."""
    return _primary(error) in DAMAGE


def _primary(error: sqlite3.DatabaseError) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _refused(folder: Path, *, no_room: bool, why: str) -> DockstationError:
    if no_room:
        return DockstationError("backup.full", folder=str(folder))
    return DockstationError("backup.folder", folder=str(folder), why=why)
