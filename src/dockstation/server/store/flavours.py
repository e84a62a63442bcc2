"""What differs between the two kinds of database: opening, reading one state, being alone, looking up."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from functools import cache, partial
from select import select as select_now
from typing import Any, Protocol

from sqlalchemy import (
    ARRAY,
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Select,
    any_,
    bindparam,
    column,
    create_engine,
    event,
    func,
    select,
    text,
    true,
)
from sqlalchemy.exc import DisconnectionError

from dockstation.domain.errors import DockstationError

READING = "dockstation_reading"
"""Execution option of a connection that will only read: it need not wait for SQLite's one writer."""
MIGRATING = 0x646F_636B_7374_6174
"""The advisory lock of whoever changes the schema; any number that no other program uses."""
SESSION = """SELECT set_config('idle_in_transaction_session_timeout', '60s', false),
    set_config('lock_timeout', '30s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
        ELSE current_setting('synchronous_commit') END, false)"""
"""A machine that vanished holds nobody up for long; an answer means that it is on the disk."""
PACKING = """SELECT set_config(name, 'lz4', false)
    FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)"""
"""Where the database has it, long texts are packed by what takes a fraction of the time."""

TRUSTED_SECONDS = 1.0
"""So long after its last use a connection is taken for alive unless its socket says that the other side has gone."""

USUAL = {
    "connect_timeout": "10",
    "application_name": "dockstation-server",
    "client_encoding": "utf8",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "35000",
}
"""What libpq is told unless the address says otherwise: a silent network is noticed in about half a minute."""


class Flavour(Protocol):
    """One kind of database."""

    reading: Mapping[str, Any]
    """Execution options of a connection that sees one state throughout and writes nothing."""
    writing: Mapping[str, Any]
    glancing: Mapping[str, Any]
    """Of one that sends a single statement, which sees one state by itself."""

    def engine(self, url: URL, connections: int) -> Engine:
        """An engine that has not connected yet; ``connections`` at once at most."""
        ...

    def alone(self, connection: Connection) -> None:
        """Wait until nobody else brings the database up to date; until the transaction's end nobody will."""
        ...


class Sqlite:
    """A file with one writer at a time."""

    reading: Mapping[str, Any] = {READING: True}
    writing: Mapping[str, Any] = {}
    glancing: Mapping[str, Any] = reading

    def engine(self, url: URL, connections: int) -> Engine:
        engine = create_engine(url, pool_size=connections, max_overflow=0)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine

    def alone(self, connection: Connection) -> None:
        """BEGIN IMMEDIATE saw to it."""


class Postgresql:
    """A server with many writers. What they must do one after the other is held by rows (``counters``)."""

    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    writing: Mapping[str, Any] = {
        "isolation_level": "READ COMMITTED"
    }  # who waited for a row sees what came meanwhile
    glancing: Mapping[str, Any] = {"isolation_level": "AUTOCOMMIT"}

    def engine(self, url: URL, connections: int) -> Engine:
        pool = {"pool_size": connections, "max_overflow": 0, "pool_use_lifo": True}
        told = {name: value for name, value in USUAL.items() if name not in url.query}
        engine = create_engine(url, connect_args=told, **pool)
        event.listen(engine, "connect", _prepare_postgresql)
        event.listen(engine, "checkin", _note_rest)
        event.listen(engine, "checkout", partial(_require_alive, engine.dialect))
        return engine

    def alone(self, connection: Connection) -> None:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise DockstationError("server.database", why=f"its encoding is {encoding}, not UTF8")


def flavour(url: URL) -> Flavour:
    """The kind of database at the address."""
    return Sqlite() if url.get_backend_name() == "sqlite" else Postgresql()


def by_keys(connection: Connection) -> tuple[ColumnElement[Any], ...]:
    """What to select besides, so that from there on in this transaction every row is found by a key.

    PostgreSQL keeps plans of when its tables were empty: it would read them whole, however large they have become.
    And it would plan anew for each list of keys, which takes longer than to look them up.
    """
    if connection.dialect.name != "postgresql":
        return ()
    return func.set_config("enable_seqscan", "off", True), func.set_config(
        "plan_cache_mode", "force_generic_plan", True
    )


@cache
def named(flavour_name: str, which: Column[Any], name: str) -> ColumnElement[bool]:
    """That ``which`` has one of the values given as ``name``; for statements that are made once.

    PostgreSQL gets them as one, else each number of them was another query.
    """
    if flavour_name != "postgresql":
        return which.in_(bindparam(name, expanding=True))
    return which == any_(bindparam(name, type_=ARRAY(which.type)))


def each_of(flavour_name: str, wanted: Select[Any], which: Column[Any], name: str) -> Select[Any]:
    """``wanted``, at most one row for each of the values of ``which`` given as ``name``; made once as well.

    PostgreSQL looks each up by itself: an index on ``which`` after other columns it would else go through for those
    alone, as long as it believes that there are few rows.
    """
    if flavour_name != "postgresql":
        return wanted.where(named(flavour_name, which, name))
    given = (
        func.unnest(bindparam(name, type_=ARRAY(which.type)))
        .table_valued(column("one", which.type))
        .render_derived("given")
    )
    found = wanted.where(which == given.c.one).limit(1).lateral("found")
    return select(*found.c).select_from(given).join(found, true())


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the BEGIN below, so that writers queue instead of failing half-way
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "fullfsync=1"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _note_rest(_connection: Any, record: Any) -> None:
    record.info["rests_since"] = time.monotonic()


def _require_alive(dialect: Any, connection: Any, record: Any, _proxy: object) -> None:
    """Have the pool open another where this one is gone; one that has just been used is asked only if it says so."""
    rested = time.monotonic() - record.info.get("rests_since", 0.0)
    try:
        if rested > TRUSTED_SECONDS or select_now([connection.fileno()], [], [], 0)[0]:
            dialect.do_ping(connection)
    except (dialect.dbapi.Error, OSError, ValueError) as error:
        raise DisconnectionError from error


def _prepare_postgresql(connection: Any, _record: object) -> None:
    connection.execute(SESSION)
    connection.execute(PACKING)
    connection.commit()
