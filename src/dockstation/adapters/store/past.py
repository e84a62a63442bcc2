"""What the rules decided before, read beside a running station: nothing is locked, migrated or written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, create_engine, func, inspect, select, text
from sqlalchemy.exc import DatabaseError

from dockstation.adapters.store import records
from dockstation.adapters.store.engine import refused
from dockstation.adapters.store.tables import HEAD, rulings
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Ruling, RulingKind

BATCH = 500
"""Rulings in memory at a time."""


def past_rulings(path: Path, since: str = "") -> Iterator[tuple[str, Ruling]]:
    """The last ruling by the rules of every unit, unless it was voided, with its licence plate, in the order given.

    ``since`` is RFC 3339 in UTC, "" for all. Raises ``store.other`` for a database of another version,
    ``store.damaged`` for none of ours.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True, timeout=10))
    try:
        with engine.connect() as connection:
            _require_version(connection)
            yield from _read(connection, since)
    except DatabaseError as error:
        raise refused(error) from error
    finally:
        engine.dispose()


def _require_version(connection: Connection) -> None:
    known = inspect(connection).has_table("alembic_version")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if known else None
    if version != HEAD:
        raise DockstationError("store.other", version=version or "0", wanted=HEAD)


def _read(connection: Connection, since: str) -> Iterator[tuple[str, Ruling]]:
    newest = select(func.max(rulings.c.number)).group_by(rulings.c.lpn)
    by_rules = newest.where(rulings.c.kind == RulingKind.RULES.value)
    is_void = rulings.c.number.in_(newest) & (rulings.c.kind == RulingKind.VOID.value)
    wanted = rulings.c.number.in_(by_rules) & rulings.c.lpn.not_in(select(rulings.c.lpn).where(is_void))
    query = select(rulings).where(wanted, rulings.c.at >= since).order_by(rulings.c.number)
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        yield row.lpn, Ruling(RulingKind.RULES, records.decision(row.decision), row.by, row.at)
