"""Photos leave room on a slow line: what is recorded meanwhile goes first, at the latest before the next piece."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.photo_pace import PhotoPace
from dockstation.application.ports.store import Note
from dockstation.application.sync import Sync
from dockstation.domain.events import Fact, Instant
from dockstation.settings.tables import LEAST_PIECE, PIECE_BYTES, ServerTable
from tests.fakes.server_process import ServerProcess

KB = 1024


class Time(SystemClock):
    """A clock whose seconds pass only by resting."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def now(self) -> Instant:
        return replace(super().now(), monotonic=round(self.seconds * 1000))

    def rest(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("server") / "data") as server:
        yield server


class Station:
    """Its sync with 64 kB a second for photos, on a clock of its own."""

    def __init__(self, server: ServerProcess, folder: Path) -> None:
        credentials = Credentials(folder / "credentials.json")
        tokens = enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20)
        credentials.save(tokens)
        self.name, self.time = tokens.station, Time()
        self.store, self.photos = SqlStore(folder / "station.db"), PhotoFolder(folder / "photos")
        table = ServerTable(server.url, photo_kbytes_per_second=64)
        self.central = HttpCentral(server.url, credentials, 20, table.piece_bytes)
        pace = PhotoPace(self.time, table.photo_kbytes_per_second, self.time.rest)
        self.sync = Sync(self.store, self.time, self.central, self.photos, pace=pace)
        with self.store.unit_of_work() as work:
            work.notes.set(Note.STATION, tokens.station)
            work.commit()

    def tell(self) -> None:
        with self.store.unit_of_work() as work:
            record(work, self.time, Fact("unit:1", "QuestionAnswered", {"note": "x"}))
            work.commit()

    def photograph(self, size: int) -> str:
        data = secrets.token_bytes(size)
        sha256 = self.photos.save(data)
        with self.store.unit_of_work() as work:
            work.outbox.add_photo(sha256, size)
            work.commit()
        return sha256

    def pending(self) -> int:
        with self.store.unit_of_work() as work:
            return work.outbox.counts().pending


@pytest.fixture
def station(server: ServerProcess, tmp_path: Path) -> Iterator[Station]:
    station = Station(server, tmp_path)
    yield station
    station.central.close()
    station.store.close()


def test_photos_take_no_more_than_their_share_of_the_line(station: Station) -> None:
    names = [station.photograph(size * KB) for size in (640, 64, 128)]
    while station.sync.once().more:
        pass
    assert 11 <= station.time.seconds <= 13.5  # 832 kB at 64 kB a second, the first piece at once
    assert all(map(station.central.has_photo, names))


def test_what_is_recorded_while_a_large_photo_goes_does_not_wait_for_its_end(
    station: Station, server: ServerProcess
) -> None:
    photo = station.photograph(640 * KB)
    rest, there = station.time.rest, list[bool]()

    def work_meanwhile(seconds: float) -> None:
        rest(seconds)
        if station.time.seconds < 3:
            station.tell()
        elif not there:
            there.append(station.pending() == 0 and not station.central.has_photo(photo))

    station.sync._pace._rest = work_meanwhile
    station.sync.once()
    assert there == [True]
    assert server.events(station.name)
    assert station.central.has_photo(photo)


def test_without_a_limit_nothing_is_waited_for(station: Station) -> None:
    station.sync._pace._rate = 0
    station.photograph(640 * KB)
    station.sync.once()
    assert station.time.seconds == 0


@pytest.mark.parametrize(
    ("rate", "piece"), [(0, PIECE_BYTES), (8, LEAST_PIECE), (128, 128 * KB), (10_000, PIECE_BYTES)]
)
def test_a_piece_takes_about_a_second(rate: int, piece: int) -> None:
    assert ServerTable("http://127.0.0.1", photo_kbytes_per_second=rate).piece_bytes == piece
