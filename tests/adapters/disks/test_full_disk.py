"""On a disk that is really full: what was begun can be finished and sent, nothing new begins, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.disks.folder import BALLAST, FolderDisk
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.ports.store import Note
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.room import Room, RoomLimits
from tests.fakes.small_disk import MB, SmallDisk, small_disk

LIMITS = RoomLimits(warn=40 * MB, stop=20 * MB, ballast=10 * MB)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 64) as disk:
        yield disk


@pytest.fixture
def disk(small: SmallDisk) -> FolderDisk:
    disk = FolderDisk(small.root, LIMITS)
    disk.keep_reserve()
    return disk


@pytest.fixture
def store(small: SmallDisk, disk: FolderDisk) -> Iterator[SqlStore]:
    store = SqlStore(small.root / "station.db", disk)
    with store.unit_of_work() as work:
        work.notes.set(Note.STATION, "st-1")
        work.commit()
    yield store
    store.close()


def answer(store: SqlStore, filler: int = 0) -> None:
    with store.unit_of_work() as work:
        record(work, SystemClock(), Fact("unit:1", "QuestionAnswered", {"filler": "x" * filler}))
        work.commit()


def pending(store: SqlStore) -> int:
    with store.unit_of_work() as work:
        return work.outbox.counts().pending


def test_the_reserve_owns_its_room(small: SmallDisk, disk: FolderDisk) -> None:
    assert (small.root / BALLAST).stat().st_blocks * 512 >= LIMITS.ballast


@pytest.mark.parametrize(("left", "room"), [(50, Room.PLENTY), (30, Room.LOW), (15, Room.STOPPED), (4, Room.FULL)])
def test_the_room_is_judged_by_what_is_free(small: SmallDisk, disk: FolderDisk, left: int, room: Room) -> None:
    small.fill(leave=left * MB)
    assert disk.look().room is room


def test_begun_work_goes_on_with_the_last_byte_gone(small: SmallDisk, store: SqlStore) -> None:
    small.fill()
    assert small.free == 0
    answer(store, filler=MB)
    assert not (small.root / BALLAST).exists()
    assert pending(store) == 1


def test_a_photo_of_begun_work_fits_where_nothing_new_does(
    small: SmallDisk, disk: FolderDisk, store: SqlStore
) -> None:
    small.fill(leave=LIMITS.stop - 5 * MB)
    photos = PhotoFolder(small.root / "photos", disk)
    assert photos.path(photos.save(b"a photo")).is_file()
    with store.unit_of_work() as work, pytest.raises(DockstationError, match=r"disk\.stopped"):
        work.require_room()


def test_the_last_photos_leave_room_for_the_answers_beside_them(
    small: SmallDisk, disk: FolderDisk, store: SqlStore
) -> None:
    photos = PhotoFolder(small.root / "photos", disk)
    small.fill()

    def save_all() -> None:
        for number in range(LIMITS.ballast // MB + 1):
            photos.save(bytes([number]) * MB)

    with pytest.raises(DockstationError, match=r"disk\.full"):
        save_all()
    assert len(list((small.root / "photos").rglob("*.jpg"))) >= LIMITS.ballast // MB // 2
    answer(store)
    assert pending(store) == 1


def test_a_write_that_met_the_end_changes_nothing_and_the_next_has_the_reserve(
    small: SmallDisk, store: SqlStore
) -> None:
    answer(store)
    small.fill(leave=9 * MB)  # enough to begin, too little for this one
    with pytest.raises(DockstationError, match=r"disk\.full"):
        answer(store, filler=30 * MB)
    assert pending(store) == 1
    small.fill()
    answer(store)
    assert pending(store) == 2


def test_a_station_starts_on_a_full_disk(small: SmallDisk, disk: FolderDisk, store: SqlStore) -> None:
    answer(store)
    store.close()
    small.fill()
    again = SqlStore(small.root / "station.db", FolderDisk(small.root, LIMITS))
    assert pending(again) == 1
    again.close()


def test_the_reserve_is_made_again_only_where_it_stops_nothing(
    small: SmallDisk, disk: FolderDisk, store: SqlStore
) -> None:
    small.fill()
    answer(store)
    disk.keep_reserve()
    assert not (small.root / BALLAST).exists()
    small.empty()
    disk.keep_reserve()
    assert (small.root / BALLAST).stat().st_size == LIMITS.ballast
