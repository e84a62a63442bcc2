"""Opening the database file, and bringing it to the newest schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from dockstation.adapters.store.tables import HEAD
from dockstation.domain.errors import DockstationError

MIGRATIONS = Path(__file__).parent / "migrations"
CACHE_KB = 32 * 1024
"""The indexes of a million returns are written all over; SQLite's own 2 MB would have each page read again."""


def open_engine(path: Path) -> Engine:
    """The engine on ``path``, its schema up to date.

    Raises ``store.newer`` when a later program wrote it, ``store.damaged`` when it is no database of ours.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        version = _version(engine)
        if version != HEAD:
            _migrate(engine, version)
    except DatabaseError as error:
        engine.dispose()
        raise refused(error) from error
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN, so that writers queue instead of failing
    for pragma in (
        "auto_vacuum=INCREMENTAL",  # counts in a new file alone
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "fullfsync=1",
        f"cache_size=-{CACHE_KB}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _version(engine: Engine) -> str | None:
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise DockstationError("store.newer", version=version)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


_MEANT = {
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_IOERR: "disk.failed",
    sqlite3.SQLITE_READONLY: "disk.failed",
    sqlite3.SQLITE_CANTOPEN: "disk.failed",
}


def refused(error: DatabaseError) -> Exception:
    """The database's refusal as a failure that a person can act on; an error of ours stays what it is."""
    code = _MEANT.get(getattr(error.orig, "sqlite_errorcode", 0) & 0xFF, "")
    if code == "disk.failed":
        return DockstationError(code, why=str(error.orig))
    return DockstationError(code) if code else error
