"""What differs between the two kinds of database: opening, reading one state, being alone, inserting once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import (
    ARRAY,
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    String,
    Table,
    any_,
    bindparam,
    cast,
    column,
    create_engine,
    event,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

from dockstation.domain.errors import DockstationError
from dockstation.server.store.tables import without_nul

READING = "dockstation_reading"
"""Execution option of a connection that will only read: it need not wait for SQLite's one writer."""
MIGRATING = 0x646F_636B_7374_6174
"""The advisory lock of whoever changes the schema; any number that no other program uses."""
SESSION = """SELECT set_config('idle_in_transaction_session_timeout', '60s', false),
    set_config('lock_timeout', '30s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
        ELSE current_setting('synchronous_commit') END, false)"""
"""A machine that vanished holds nobody up for long; an answer means that it is on the disk."""

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

    def engine(self, url: URL, connections: int) -> Engine:
        pool = {"pool_size": connections, "max_overflow": 0, "pool_pre_ping": True, "pool_use_lifo": True}
        told = {name: value for name, value in USUAL.items() if name not in url.query}
        engine = create_engine(url, connect_args=told, **pool)
        event.listen(engine, "connect", _prepare_postgresql)
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


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row unless one with its key is there, even if another transaction has just put it there."""
    into = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(into(table).values(values).on_conflict_do_nothing())


def look_up_by_keys(connection: Connection) -> None:
    """From here on in this transaction every row is found by a key.

    PostgreSQL keeps plans of when its tables were empty: it would read them whole, however large they have become.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL enable_seqscan = off"))


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of one shape; PostgreSQL gets them as one JSON text, which takes a fraction of the time."""
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    told = json.dumps([{name: without_nul(each) for name, each in row.items()} for row in rows], ensure_ascii=False)
    columns = [column(name, table.c[name].type) for name in rows[0]]
    given = func.json_to_recordset(cast(bindparam("told", told, String), postgresql.JSON))
    records = given.table_valued(*columns).render_derived(with_types=True)
    connection.execute(insert(table).from_select(list(rows[0]), select(*records.c)))


def among(connection: Connection, which: Column[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """That ``which`` has one of these values; PostgreSQL gets them as one, else each length was another query."""
    if connection.dialect.name != "postgresql":
        return which.in_(values)
    return which == any_(bindparam(None, list(values), type_=ARRAY(which.type), unique=True))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the BEGIN below, so that writers queue instead of failing half-way
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "fullfsync=1"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _prepare_postgresql(connection: Any, _record: object) -> None:
    connection.execute(SESSION)
    connection.commit()
