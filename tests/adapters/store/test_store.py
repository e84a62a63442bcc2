"""The station's database: whole or not at all, and the same after a restart."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dockstation.adapters.store.engine import MIGRATIONS, open_engine
from dockstation.adapters.store.tables import FULL_TEXT, HEAD, metadata
from dockstation.adapters.store.turns import Turns
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.outbox import record
from dockstation.application.ports.central import EventResult, ResultKind
from dockstation.application.ports.store import Note
from dockstation.domain import evidence
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from tests.fakes.clock import FakeClock
from tests.fakes.returns import a_return


@pytest.fixture
def store(tmp_path):
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        work.notes.set(Note.STATION, "st-1")
        work.commit()
    yield store
    store.close()


def recorded(store, clock, count, aggregate="unit:1"):
    with store.unit_of_work() as work:
        events = [record(work, clock, Fact(aggregate, "QuestionAnswered", {"n": n})) for n in range(count)]
        work.commit()
    return events


def test_the_tables_in_the_code_are_the_tables_of_the_migrations(tmp_path):
    engine = open_engine(tmp_path / "station.db")
    ours = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith(FULL_TEXT)}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []
    engine.dispose()


def test_a_start_knows_the_newest_migration_without_alembic():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_database_of_a_later_program_is_refused(tmp_path):
    engine = open_engine(tmp_path / "station.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(DockstationError) as refused:
        SqlStore(tmp_path / "station.db")
    assert (refused.value.code, refused.value.facts["version"]) == ("store.newer", "9999")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "station.db"
    path.write_bytes(b"not a database, but somebody's file" * 100)
    with pytest.raises(DockstationError, match=r"store\.damaged"):
        SqlStore(path)
    assert path.read_bytes().startswith(b"not a database")


def test_commits_are_durable_in_wal_with_full_synchronisation(store):
    with store.unit_of_work() as work:
        connection = work.notes._connection
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_work_that_is_not_committed_leaves_no_trace(store):
    with store.unit_of_work() as work:
        work.rmas.put([a_return()])
        record(work, FakeClock(), Fact("unit:1", "UnitReceived", {}))
    with store.unit_of_work() as work:
        assert (work.rmas.count(), work.outbox.counts().pending) == (0, 0)


def test_an_rma_comes_back_as_it_was_put(store):
    with store.unit_of_work() as work:
        work.rmas.put([a_return()])
        work.commit()
    with store.unit_of_work() as work:
        assert work.rmas.get("R26110001") == a_return()


def test_applying_an_rma_twice_or_an_older_version_changes_nothing(store):
    with store.unit_of_work() as work:
        work.rmas.put([a_return(version=5)])
        work.rmas.put([a_return(version=5)])
        work.rmas.put([a_return(version=4, tracking=("OLD",))])
        assert work.rmas.count() == 1
        assert work.rmas.find("OLD") == ()
        work.rmas.put([a_return(version=6, tracking=("NEW",))])
        assert [each.version for each in work.rmas.find("NEW")] == [6]
        assert work.rmas.find("SF1234567890123") == ()
        work.rmas.remove(["R26110001"])
        assert work.rmas.count() == 0


def test_the_chain_has_no_gaps_and_goes_on_after_a_restart(tmp_path):
    clock = FakeClock()
    for _ in range(2):
        store = SqlStore(tmp_path / "station.db")
        with store.unit_of_work() as work:
            work.notes.set(Note.STATION, "st-1")
            work.commit()
        recorded(store, clock, 3)
        store.close()
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        events = work.outbox.pending(100)
    store.close()
    assert [event.seq for event in events] == [1, 2, 3, 4, 5, 6]
    before = [evidence.GENESIS, *[event.hash for event in events]]
    assert [event.prev_hash for event in events] == before[:-1]
    assert all(evidence.chained(event.as_message()) == event.hash for event in events)
    assert [event.prev_event for event in events] == [None, *[event.id for event in events[:-1]]]


def test_a_rejected_event_holds_back_its_aggregate_and_nobody_else(store):
    clock = FakeClock()
    bad = recorded(store, clock, 2, "unit:1")[0]
    other = recorded(store, clock, 1, "unit:2")[0]
    with store.unit_of_work() as work:
        work.outbox.settle([EventResult(bad.id, ResultKind.REJECTED, problem={"title": "no"})])
        assert [event.id for event in work.outbox.pending(10)] == [other.id]
        counts = work.outbox.counts()
    assert (counts.pending, counts.rejected) == (2, 1)


def test_photos_wait_smallest_first_and_once(store):
    with store.unit_of_work() as work:
        for sha256, size in (("b" * 64, 300), ("a" * 64, 20), ("b" * 64, 300)):
            work.outbox.add_photo(sha256, size)
        assert work.outbox.pending_photos(10) == ("a" * 64, "b" * 64)
        work.outbox.settle_photo("a" * 64, "2026-11-26T09:00:00.000Z")
        assert work.outbox.pending_photos(10) == ("b" * 64,)


def fill_the_disk(store, clock):
    with store.unit_of_work() as work:
        pages = work.notes._connection.exec_driver_sql("PRAGMA page_count").scalar()
        work.notes._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for n in range(5000):
            record(work, clock, Fact("unit:9", "QuestionAnswered", {"n": n, "filler": "x" * 4000}))
        work.commit()


def test_a_full_disk_is_said_and_changes_nothing(store):
    clock = FakeClock()
    recorded(store, clock, 1)
    with pytest.raises(DockstationError, match=r"disk\.full"):
        fill_the_disk(store, clock)
    with store.unit_of_work() as work:
        assert work.outbox.counts().pending == 1


WRITER = """
import sys
from pathlib import Path
from dockstation.adapters.store.turns import Turns
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.domain.events import Fact
store, clock = SqlStore(Path(sys.argv[1])), SystemClock()
while True:
    with store.unit_of_work() as work:
        event = record(work, clock, Fact("unit:1", "QuestionAnswered", {}))
        work.units.next_counter()
        work.commit()
    print(event.seq, flush=True)
"""


def test_what_was_confirmed_survives_kill_9_with_its_state(store, tmp_path):
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), tmp_path / "station.db"],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        confirmed += [int(line) for line in writer.stdout.read().splitlines() if line]
        writer.wait()
        writer.stdout.close()
        with store.unit_of_work() as work:
            events = work.outbox.pending(10_000)
            counter = int(work.notes.get(Note.LPN_COUNTER))
        assert len(events) >= confirmed[-1]
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert counter == len(events)


def test_who_waits_for_the_store_goes_before_a_thread_that_writes_again_and_again(store):
    went = []

    def busy(name, times):
        for _ in range(times):
            with store.unit_of_work() as work:
                went.append(name)
                started.set()
                if name == "import" and len(went) == 1:
                    waiting.wait(5)
                    wait_until(lambda: len(store._turns._waiting) == 1)
                work.notes.get(Note.STATION)

    started, waiting = threading.Event(), threading.Event()
    importing = threading.Thread(target=busy, args=("import", 3))
    importing.start()
    started.wait(5)
    operator = threading.Thread(target=busy, args=("operator", 1))
    operator.start()
    waiting.set()
    importing.join(5)
    operator.join(5)
    assert went == ["import", "operator", "import", "import"]


def test_a_turn_that_does_not_come_is_given_up_and_nobody_after_it_waits_for_ever():
    turns = Turns()
    assert turns.take(0)
    assert not turns.take(0.01)
    turns.give()
    assert turns.take(0)


def wait_until(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        threading.Event().wait(0.001)
