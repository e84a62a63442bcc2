"""Numbers that grow in the order of commits.

A sequence hands out numbers before commit, so that a reader may see 8 before 7 and never look back for 7.
Here the row stays locked until commit: whoever sees a number sees all smaller ones.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from dockstation.server.store.insertion import Insertion
from dockstation.server.store.tables import counters


def hold(connection: Connection, name: str, *also: ColumnElement[Any]) -> int:
    """The counter's value, locked until the transaction ends; ``also`` is asked in the same breath."""
    found = connection.execute(select(counters.c.value, *also).where(counters.c.name == name).with_for_update())
    return int(found.scalar_one())


def take(connection: Connection, name: str, count: int = 1) -> int:
    """The last of the next ``count`` numbers, from 1."""
    return int(connection.execute(_raised(), {"this": name, "more": count}).scalar_one())


def raised(name: str, value: int) -> Insertion:
    """That this is the last number taken, of a counter that is held."""
    return Insertion(counters, [{"name": name, "value": value}], _in_its_place)


def _in_its_place(insert: Any) -> Any:
    return insert.on_conflict_do_update(index_elements=["name"], set_={"value": insert.excluded.value})


def value(connection: Connection, name: str) -> int:
    """The last number taken, 0 when none was."""
    return int(connection.execute(select(counters.c.value).where(counters.c.name == name)).scalar_one())


@cache
def _raised() -> Any:
    mine = update(counters).where(counters.c.name == bindparam("this"))
    return mine.values(value=counters.c.value + bindparam("more")).returning(counters.c.value)
