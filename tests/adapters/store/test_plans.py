"""What is done at every answer, or while nobody works, reads no table through: a year of work is as fast as a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from dockstation.adapters.store.unit_of_work import SqlStore, SqlUnitOfWork
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.ports.central import EventResult, KnownChain, ResultKind
from dockstation.application.ports.store import Note
from dockstation.domain.events import Fact

CLOCK = SystemClock()
LATER = "2999"


def a_fact(work: SqlUnitOfWork) -> None:
    record(work, CLOCK, Fact("unit:1", "QuestionAnswered", {}))


def settled(work: SqlUnitOfWork) -> None:
    a_fact(work)
    results = [EventResult(each.id, ResultKind.CREATED) for each in work.outbox.pending(100)]
    work.outbox.settle(results)


WORK: dict[str, Callable[[SqlUnitOfWork], object]] = {
    "an event": a_fact,
    "an answer of the server": settled,
    "what waits": lambda work: (work.outbox.pending(100), work.outbox.pending_photos(20)),
    "the counts": lambda work: work.outbox.counts(),
    "the comparison": lambda work: work.outbox.is_short([KnownChain(1, 5, 5)]),
    "photos that may go": lambda work: (work.retention.photos_to_forget(LATER, 10), work.retention.leaving_photos()),
    "events that may go": lambda work: work.retention.compact_events(LATER, (0, 0), 100),
    "labels": lambda work: work.retention.empty_labels(LATER, 20),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        work.notes.set(Note.STATION, "st-1")
        settled(work)
        a_fact(work)
        work.commit()
    yield store
    store.close()


@pytest.mark.parametrize("what", WORK)
def test_no_table_is_read_through_for(store: SqlStore, what: str) -> None:
    said: list[tuple[str, Any]] = []

    def note(_conn: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        said.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", note)
    with store.unit_of_work() as work:
        WORK[what](work)
        event.remove(store._engine, "before_cursor_execute", note)
        connection = work.notes._connection
        asked = [each for each in said if each[0].startswith(("SELECT", "UPDATE", "DELETE"))]
        plans = [
            (row[3], statement)
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert asked
    assert [each for each in plans if each[0].startswith("SCAN") and "outbox_photos_leaving" not in each[0]] == []
    assert [each for each in plans if "FOR ORDER BY" in each[0]] == []
