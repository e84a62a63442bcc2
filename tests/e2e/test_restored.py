"""A station comes back from a backup that is older than what it had sent: the server keeps all, and nothing twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dockstation.adapters.store.backups.making import make
from dockstation.adapters.store.backups.restoring import restore
from dockstation.application.ports.outbox import OutboxCounts
from tests.application.desk import INSPECTOR
from tests.contracts.test_central import as_message
from tests.e2e.test_two_stations import Dock
from tests.fakes.returns import IMEI, SHIRT_GTIN, a_return
from tests.fakes.server_process import ServerProcess


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "server") as server:
        server.import_rmas([as_message(a_return())])
        yield server


@pytest.fixture
def dock(tmp_path: Path, server: ServerProcess) -> Iterator[Dock]:
    (tmp_path / "share").mkdir()
    dock = Dock(tmp_path / "station", server, "Dock 1", 0)
    dock.sync()
    yield dock
    dock.close()


def counts(dock: Dock) -> OutboxCounts:
    with dock.desk.store.unit_of_work() as work:
        return work.outbox.counts()


def events(server: ServerProcess, dock: Dock, epoch: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = server.admin("GET", f"/v1/events?station={dock.station}&epoch={epoch}").json()[
        "items"
    ]
    return found


def test_what_was_sent_after_the_backup_stays_and_what_is_done_after_the_restore_stands_beside_it(
    dock: Dock, server: ServerProcess, tmp_path: Path
) -> None:
    folder = tmp_path / "station"
    parcel = dock.desk.opened()
    first = dock.desk.count(parcel, IMEI).lpn
    backup = make(folder, tmp_path / "share", 2, again=False).backup
    dock.desk.inspect.begin(first, INSPECTOR)
    dock.finish(first, INSPECTOR)
    second = dock.desk.count(parcel, SHIRT_GTIN).lpn
    dock.sync()
    before = events(server, dock, 1)
    assert [each["seq"] for each in before] == list(range(1, len(before) + 1))

    dock.desk.store.close()
    done = restore(backup, folder, datetime.now(UTC) + timedelta(minutes=1), over_unsent=False)
    dock.desk._open()
    third = dock.desk.count(parcel, SHIRT_GTIN).lpn
    dock.sync()

    again = backup.manifest.head_seq
    times = [2] * again + [1] * (len(before) - again)
    assert events(server, dock, 1) == [old | {"times_received": n} for old, n in zip(before, times, strict=True)]
    assert [each["seq"] for each in events(server, dock, done.epoch)] == [1]
    assert len({first, second, third}) == 3
    taken = dock.desk.take_over(dock.central, second, INSPECTOR)
    assert taken is not None
    assert taken[0].parcel_id == parcel
    dock.sync()
    assert [each["lpn"] for each in server.outcomes()] == [first]
    left = counts(dock)
    assert (left.pending, left.parked, left.rejected, left.review, left.photos) == (0, 0, 0, 0, 0)


def test_what_was_only_in_the_backup_arrives_once_from_a_new_disk_with_its_photos(
    dock: Dock, server: ServerProcess, tmp_path: Path
) -> None:
    lpn = dock.desk.inspected()
    dock.desk.decide(lpn, INSPECTOR)
    backup = make(tmp_path / "station", tmp_path / "share", 2, again=False).backup
    dock.desk.store.close()
    (tmp_path / "station").rename(tmp_path / "dead disk")
    (tmp_path / "station").mkdir()
    restore(backup, tmp_path / "station", datetime.now(UTC), over_unsent=False)
    shutil.copy(tmp_path / "dead disk" / "credentials.json", tmp_path / "station")
    dock.desk._open()
    dock.sync()
    (outcome,) = server.outcomes()
    assert (outcome["lpn"], outcome["complete"]) == (lpn, True)
    left = counts(dock)
    assert (left.pending, left.parked, left.rejected, left.photos, left.photos_rejected) == (0, 0, 0, 0, 0)
