"""Rows into tables, of several at once: PostgreSQL gets all of them in one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import to_json
from sqlalchemy import Connection, String, Table, bindparam, cast, column, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dockstation.server.store.tables import without_nul

Rows = Sequence[Mapping[str, Any]]


def fail(insert: Any) -> Any:
    """No row may have a key that is there."""
    return insert


def skip(insert: Any) -> Any:
    """A row whose key is there stays as it is, even if another transaction has just put it there."""
    return insert.on_conflict_do_nothing()


class Insertion(NamedTuple):
    """Rows of one shape for a table; ``clash`` says of the insert what comes of keys that are there."""

    table: Table
    rows: Rows
    clash: Callable[[Any], Any] = fail


def insert_together(connection: Connection, *given: Insertion) -> None:
    """Insert all of these, no table twice; what points to another comes later.

    PostgreSQL gets the rows of a table as one JSON text, which takes a fraction of the time.
    """
    due = [each for each in given if each.rows]
    if connection.dialect.name != "postgresql":
        for table, rows, clash in due:
            connection.execute(clash(sqlite.insert(table)), rows)
    elif due:
        statement = _from_json(*((table, tuple(rows[0]), clash) for table, rows, clash in due))
        connection.execute(statement, {_told(each.table): _as_json(each.rows) for each in due})


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row unless its key is there."""
    insert_together(connection, Insertion(table, [values], skip))


def _as_json(rows: Rows) -> str:
    told = to_json(rows)
    if b"\\u0000" in told:  # which PostgreSQL has no place for
        told = to_json([{name: without_nul(each) for name, each in row.items()} for row in rows])
    return told.decode()


def _told(table: Table) -> str:
    return f"told_{table.name}"


@cache
def _from_json(*given: tuple[Table, tuple[str, ...], Callable[[Any], Any]]) -> postgresql.Insert:
    """One statement for tables with these columns: to make it anew takes longer than to have it done."""
    first, *others = (clash(_of_table(table, names)) for table, names, clash in given)
    for place, each in enumerate(others):
        first = first.add_cte(each.cte(f"other_{place}"))
    return first  # type: ignore[no-any-return] # what a clash gives back has no type


def _of_table(table: Table, names: tuple[str, ...]) -> postgresql.Insert:
    columns = [column(name, table.c[name].type) for name in names]
    records = func.json_to_recordset(cast(bindparam(_told(table), type_=String), postgresql.JSON))
    given = records.table_valued(*columns).render_derived(f"{table.name}_given", with_types=True)
    return postgresql.insert(table).from_select(names, select(*given.c))
