"""A server that was brought back from an older copy is complete again after the stations' next pass."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.ports.store import Note
from dockstation.application.sync import Sync
from dockstation.domain.events import Fact
from tests.fakes.server_process import ServerProcess

PHOTO = b"\xff\xd8\xff" + b"photo" * 1000


class Station:
    """One with its own store; ``tell`` records, ``once`` is a pass of a program that has just started."""

    def __init__(self, server: ServerProcess, folder: Path) -> None:
        credentials = Credentials(folder / "credentials.json")
        tokens = enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20)
        credentials.save(tokens)
        self.name = tokens.station
        self.store, self.clock = SqlStore(folder / "station.db"), SystemClock()
        self.photos = PhotoFolder(folder / "photos")
        self.central = HttpCentral(server.url, credentials, timeout=20)
        with self.store.unit_of_work() as work:
            work.notes.set(Note.STATION, tokens.station)
            work.commit()

    def tell(self, *aggregates: str) -> None:
        with self.store.unit_of_work() as work:
            for each in aggregates:
                record(work, self.clock, Fact(each, "QuestionAnswered", {"note": "x"}))
            work.commit()

    def photograph(self) -> str:
        sha256 = self.photos.save(PHOTO)
        with self.store.unit_of_work() as work:
            work.outbox.add_photo(sha256, len(PHOTO))
            work.commit()
        return sha256

    def once(self) -> None:
        sync = Sync(self.store, self.clock, self.central, self.photos)
        while sync.once().more:
            pass

    def close(self) -> None:
        self.central.close()
        self.store.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "server") as server:
        yield server


@pytest.fixture
def station(server: ServerProcess, tmp_path: Path) -> Iterator[Station]:
    (tmp_path / "station").mkdir()
    station = Station(server, tmp_path / "station")
    yield station
    station.close()


def held(server: ServerProcess, station: Station) -> list[int]:
    return [each["seq"] for each in server.events(station.name)]


def bring_back(server: ServerProcess, copy: Path) -> None:
    """The data folder is put back as it was copied."""
    server.stop()
    shutil.rmtree(server.data)
    shutil.copytree(copy, server.data)
    server.start()


def test_a_server_restored_from_an_older_copy_gets_back_what_it_lost(
    server: ServerProcess, station: Station, tmp_path: Path
) -> None:
    station.tell("unit:1", "unit:2")
    station.once()
    server.stop()
    shutil.copytree(server.data, tmp_path / "copy")
    server.start()
    station.tell("unit:3", "unit:1", "unit:4")  # units 3 and 4 are quiet afterwards
    photo = station.photograph()
    station.once()
    bring_back(server, tmp_path / "copy")
    assert held(server, station) == [1, 2]
    station.once()
    assert held(server, station) == [1, 2, 3, 4, 5]
    assert station.central.has_photo(photo)


def test_a_gap_under_newer_events_is_filled_as_well(server: ServerProcess, station: Station, tmp_path: Path) -> None:
    station.once()
    server.stop()
    shutil.copytree(server.data, tmp_path / "copy")
    server.start()
    sync = Sync(station.store, station.clock, station.central, station.photos)
    station.tell("unit:1", "unit:2")
    sync.once()
    bring_back(server, tmp_path / "copy")
    station.tell("unit:3")
    sync.once()  # it has compared before the server was brought back, and does not compare again so soon
    assert held(server, station) == [3]
    station.once()
    assert held(server, station) == [1, 2, 3]
