"""Opening the server's database, and bringing it to the newest schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from dockstation.domain.errors import DockstationError
from dockstation.server.store.tables import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
READING = "dockstation_reading"
"""Execution option of a connection that will only read: it need not wait for SQLite's one writer."""


def open_engine(where: str | Path) -> Engine:
    """The engine on an SQLAlchemy database URL or an SQLite file, its schema up to date.

    Raises ``server.newer`` when a later program wrote it, ``server.database`` when it cannot be used.
    """
    try:
        engine = create_engine(URL.create("sqlite", database=str(where)) if isinstance(where, Path) else where)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DockstationError("server.database", why=type(error).__name__) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        _bring_up_to_date(engine)
    except DatabaseError as error:
        engine.dispose()
        raise DockstationError("server.database", why=type(error.orig).__name__) from error
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the BEGIN below, so that writers queue instead of failing half-way
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "fullfsync=1"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine) -> None:
    with engine.begin() as connection:
        version = None
        if inspect(connection).has_table("alembic_version"):
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version != HEAD:
            _migrate(connection, version)


def _migrate(connection: Connection, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise DockstationError("server.newer", version=version)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
