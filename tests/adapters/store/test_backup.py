"""A backup is whole or is none, others work meanwhile, and nothing that was good is lost by making one."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.backups import databases
from dockstation.adapters.store.backups.making import verify
from dockstation.adapters.store.backups.restoring import SPARE_PLATES, last_aside, restore, set_aside
from dockstation.adapters.store.backups.shelf import Backup, Shelf, find, newest_good
from dockstation.adapters.store.backups.station import StationBackups
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note, PrintState
from dockstation.domain.errors import DockstationError
from tests.application.desk import INSPECTOR, Desk, a_shot
from tests.cli.program import COMMAND, environment

HOUR = timedelta(hours=1)
HELD_UP = hashlib.sha256(b"held up").hexdigest()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A station with a photo, and a folder for its backups."""
    (tmp_path / "data").mkdir()
    (tmp_path / "share").mkdir()
    desk = Desk(tmp_path / "data")
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    desk.inspect.answer(lpn, "screen", "light", INSPECTOR)
    desk.inspect.photograph(lpn, "screen", a_shot("screen"), INSPECTOR)
    yield desk
    desk.store.close()


@pytest.fixture
def backups(desk: Desk, tmp_path: Path) -> StationBackups:
    return StationBackups(tmp_path / "data", tmp_path / "share", HOUR, 2)


def names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.root.iterdir())


def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "share" / "st-1")


def refusal(code: str) -> pytest.RaisesExc[DockstationError]:
    return pytest.raises(DockstationError, match=code)


def test_a_backup_holds_what_was_committed_and_its_photos_while_the_station_works_on(
    desk: Desk, backups: StationBackups
) -> None:
    with desk.store.unit_of_work() as work:
        work.units.next_counter()  # not committed, and holding the write lock all the while
        made = backups.run()
    manifest = made.backup.manifest
    with desk.store.unit_of_work() as work:
        head = work.outbox.head()
    assert (manifest.station, manifest.epoch, manifest.units) == ("st-1", head.epoch, 1)
    assert (manifest.head_seq, manifest.head_hash) == (head.seq, head.hash)
    assert (made.photos, made.damaged) == (1, ())
    (verdict,) = verify((made.backup,))
    assert verdict.is_good


def test_photos_that_are_there_are_not_copied_again_and_damaged_ones_not_at_all(
    desk: Desk, backups: StationBackups, tmp_path: Path
) -> None:
    assert backups.run().photos == 1
    sound, broken = desk.photos.save(b"another"), desk.photos.save(b"broken soon")
    desk.photos.path(broken).write_bytes(b"what a disk made of it")
    made = backups.run()
    assert (made.photos, made.damaged) == (1, (broken,))
    assert PhotoFolder(shelf(tmp_path).root / "photos").read(sound) == b"another"


def test_only_the_newest_stay_and_one_that_is_damaged_does_not_count_as_one(
    backups: StationBackups, tmp_path: Path
) -> None:
    first, second = backups.run().backup, backups.run().backup
    second.database.write_bytes(b"half of it")
    third = backups.run().backup
    assert [each.folder for each in shelf(tmp_path).all()] == [third.folder, first.folder]
    fourth = backups.run().backup
    assert [each.folder for each in shelf(tmp_path).all()] == [fourth.folder, third.folder]
    assert not second.folder.exists()
    assert not first.folder.exists()


def held_up(data: Path) -> Path:
    """A photo that is read only when somebody writes it: who opens it finds a backup in the middle."""
    photo = data / "photos" / HELD_UP[:2] / f"{HELD_UP}.jpg"
    photo.parent.mkdir(exist_ok=True)
    os.mkfifo(photo)
    return photo


def test_one_that_is_killed_in_the_middle_counts_for_nothing_and_the_next_one_clears_it_away(
    backups: StationBackups, tmp_path: Path
) -> None:
    photo = held_up(tmp_path / "data")
    words = ("backup", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "share"))
    with subprocess.Popen([*COMMAND, *words], env=environment()) as process, photo.open("wb"):
        with refusal("backup.running"):
            backups.run()
        process.send_signal(signal.SIGKILL)
        process.wait()
    photo.unlink()
    assert any(name.startswith("incoming-") for name in names(shelf(tmp_path)))
    with refusal("backup.none"):
        find(tmp_path / "share")
    made = backups.run()
    assert names(shelf(tmp_path)) == [made.backup.folder.name, "photos"]


def test_a_disk_that_is_full_is_said_and_the_older_backup_is_as_it_was(
    desk: Desk, backups: StationBackups, tmp_path: Path
) -> None:
    older = backups.run().backup
    size = older.manifest.size
    desk.photos.save(b"x" * 4 * size)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * size, before[1]))
    try:
        with refusal("backup.full"):
            backups.run()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert names(shelf(tmp_path)) == [older.folder.name, "photos"]
    assert older.fault() == ""


def test_a_share_that_vanishes_in_the_middle_is_said_and_comes_back_as_it_was(
    backups: StationBackups, tmp_path: Path
) -> None:
    share, gone = tmp_path / "share", tmp_path / "gone"
    older = backups.run().backup
    photo = held_up(tmp_path / "data")
    with ThreadPoolExecutor() as lane:
        failing = lane.submit(backups.make)
        with photo.open("wb") as file:
            share.rename(gone)
            share.mkdir()  # as where something is mounted
            file.write(b"held up")
        with refusal("backup.folder"):
            failing.result()
    photo.unlink()
    with refusal("backup.gone"):
        backups.make()
    assert list(share.iterdir()) == []
    share.rmdir()
    with refusal("backup.folder"):
        backups.make()
    gone.rename(share)
    assert older.fault() == ""
    assert backups.last_good() == older.made_at


def test_a_bit_that_tips_in_a_backup_is_found_and_an_older_good_one_is_taken(
    backups: StationBackups, tmp_path: Path
) -> None:
    older, newer = backups.run().backup, backups.run().backup
    tip_a_bit(newer.database)
    assert [each.is_good for each in verify(find(tmp_path / "share"))] == [False, True]
    assert newest_good(tmp_path / "share").folder == older.folder
    with refusal("backup.damaged"):
        newest_good(newer.folder)


def test_a_photo_that_a_backup_lacks_is_said(backups: StationBackups) -> None:
    made = backups.run().backup
    (photo,) = made.photos.glob("??/*.jpg")
    photo.write_bytes(b"other bytes")
    assert [(each.missing, each.damaged) for each in verify((made,))] == [(0, 1)]
    photo.unlink()
    assert [(each.missing, each.damaged) for each in verify((made,))] == [(1, 0)]


def tip_a_bit(path: Path) -> None:
    """In an answer, where SQLite itself sees nothing wrong."""
    data = path.read_bytes()
    assert b"opened" in data
    path.write_bytes(data.replace(b"opened", b"openee"))
    assert not databases.fault_of(path, at_rest=True)


def test_a_damaged_database_is_never_taken_for_a_backup(desk: Desk, backups: StationBackups, tmp_path: Path) -> None:
    older = backups.run().backup
    desk.store.close()
    ruin(tmp_path / "data" / "station.db")
    with refusal("store.damaged"):
        backups.run()
    assert [each.folder for each in shelf(tmp_path).all()] == [older.folder]


def ruin(database: Path) -> None:
    """A page of a table that a start does not read."""
    with closing(sqlite3.connect(database)) as opened:
        (root,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answers'").fetchone()
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


def bring_back(backup: Backup, data: Path, later: timedelta = HOUR, *, over_unsent: bool = True) -> int:
    """The new epoch."""
    now = backup.made_at + later
    return restore(backup, data, now, over_unsent=over_unsent).epoch


def test_a_restored_station_has_all_of_the_backup_a_new_epoch_and_plates_nobody_has(
    desk: Desk, backups: StationBackups, tmp_path: Path
) -> None:
    made = backups.run().backup
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    epochs = [bring_back(made, fresh, over_unsent=False), bring_back(made, fresh, HOUR + timedelta(minutes=1))]
    assert made.manifest.epoch < epochs[0] < epochs[1]
    store = SqlStore(fresh / "station.db")
    with store.unit_of_work() as work, desk.store.unit_of_work() as there:
        assert work.outbox.pending(100) == there.outbox.pending(100)
        assert work.outbox.head().epoch == epochs[1]
        assert work.outbox.head().seq == 0
        (photo,) = work.outbox.pending_photos(10)
        assert int(work.notes.get(Note.LPN_COUNTER) or 0) >= made.manifest.lpn_counter + 2 * SPARE_PLATES
    store.close()
    assert PhotoFolder(fresh / "photos").read(photo)


def test_the_same_backup_on_two_new_disks_gives_two_epochs_and_no_plate_twice(
    backups: StationBackups, tmp_path: Path
) -> None:
    made = backups.run().backup
    epochs, counters = [], []
    for number, later in enumerate((HOUR, 2 * HOUR)):
        data = tmp_path / f"disk {number}"
        data.mkdir()
        done = restore(made, data, made.made_at + later, over_unsent=False)
        epochs.append(done.epoch)
        counters.append(done.lpn_counter)
    assert epochs[0] < epochs[1]
    assert counters[0] + 1000 <= counters[1]  # more than anybody sticks on in an hour


def test_unsent_work_is_not_replaced_unless_told_and_even_then_only_set_aside(
    desk: Desk, backups: StationBackups, tmp_path: Path
) -> None:
    made = backups.run().backup
    desk.store.close()
    data = tmp_path / "data"
    with refusal("backup.unsent"):
        bring_back(made, data, over_unsent=False)
    bring_back(made, data)
    aside = last_aside(data)
    assert aside is not None
    assert databases.contents(aside / "station.db", at_rest=True).unsent == made.manifest.unsent


def test_a_label_that_waited_in_the_backup_is_asked_about_and_not_printed_again(
    desk: Desk, backups: StationBackups, tmp_path: Path
) -> None:
    lpn = str(desk.bodies("UnitReceived")[0]["lpn"])
    desk.finish(lpn)
    desk.decide(lpn, INSPECTOR)
    job_id = desk.print_label.queue(lpn, INSPECTOR).job_id
    made = backups.run().backup
    desk.store.close()
    bring_back(made, tmp_path / "data")
    desk.reopen()
    with desk.store.unit_of_work() as work:
        assert work.spool.get(job_id).state is PrintState.UNKNOWN


def test_a_clock_that_runs_behind_is_said_before_numbers_are_given_out_by_it(
    backups: StationBackups, tmp_path: Path
) -> None:
    made = backups.run().backup
    with refusal("backup.clock"):
        bring_back(made, tmp_path / "data", -HOUR)


def test_a_damaged_database_lies_aside_whole_and_can_be_looked_into(desk: Desk, tmp_path: Path) -> None:
    desk.store.close()
    data = tmp_path / "data"
    before = (data / "station.db").read_bytes()
    aside = set_aside(data, datetime(2026, 11, 26, 15, tzinfo=UTC))
    assert aside == data / "set-aside-20261126T150000.000000Z" == last_aside(data)
    assert (aside / "station.db").read_bytes() == before
    assert set_aside(data, datetime.now(UTC)) is None
