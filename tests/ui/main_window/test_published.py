"""The administrator publishes at the server while people work at a station."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.ports.central import ConfigDocument
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.settings import shipped
from tests.fakes.published import person
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock

SHARED = (shipped("config") / "checklists" / "electronics.toml").read_text("utf-8")
BEFORE, AFTER = "How is the original box?", "Is there a box at all?"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("office") / "server") as process:
        process.import_rmas([rma(f"R{n}", tracking_numbers=[f"SF99000{n}"]) for n in (1, 2)])
        yield process


@pytest.fixture
def station(dock: Dock, server: ServerProcess) -> Dock:
    """A station that has begun, and has heard the server."""
    dock.configure(url=server.url)
    for folder in ("checklists", "rules"):
        shutil.rmtree(dock.config / folder)
    shutil.rmtree(dock.data)
    enrol_station(dock.place, server.enrolment_code())
    dock.begin()
    dock.until(lambda sight: sight.network == "online")
    return dock


def number(station: Dock) -> str:
    path = station.data / "packs" / "current"
    return path.read_text("ascii") if path.exists() else ""


def heard(station: Dock, before: str) -> None:
    """What was published has come."""
    station.window.sync.now()
    station.until(lambda _sight: number(station) != before)
    station.settle()


def inspect(station: Dock, parcel: str, serial: str) -> None:
    station.scan(parcel)
    station.reach("receive")
    station.scan(serial)
    station.until(lambda sight: bool(sight.units))
    station.press(Qt.Key.Key_Return)
    station.reach("inspect")


def test_a_checklist_published_at_the_server_counts_from_the_next_unit_without_a_restart(
    station: Dock, server: ServerProcess
) -> None:
    inspect(station, "SF990001", "SN-R1")
    assert BEFORE in station.said
    before = number(station)
    server.publish(ConfigDocument("checklists", "electronics", 0, SHARED.replace(BEFORE, AFTER)))
    heard(station, before)
    assert BEFORE in station.said
    station.tap("Pause")
    station.reach("home")
    inspect(station, "SF990002", "SN-R2")
    assert AFTER in station.said
    station.tap("Pause")
    station.reach("home")
    station.scan(station.read(lambda work: work.units.of_rma("R1"))[0].lpn)
    station.reach("inspect")
    assert BEFORE in station.said


def test_a_person_of_the_server_signs_in_offline_too_and_is_signed_out_once_the_badge_is_taken_back(
    station: Dock, server: ServerProcess
) -> None:
    before = number(station)
    told = server.admin("PUT", "/v1/people/BEN", json=person("Ben Office"))
    heard(station, before)
    station.until(lambda _sight: station.window.desk.people.get("BEN") == "Ben Office")
    server.stop()
    station.scan("DSID-BEN")
    station.until(lambda _sight: "Signed in: Ben Office" in station.said)
    server.start()
    before = number(station)
    match = {"If-Match": told.headers["ETag"]}
    server.admin("PUT", "/v1/people/BEN", json=person("Ben Office", active=False), headers=match)
    heard(station, before)
    station.until(lambda _sight: "Ben Office may not work here any more" in station.said)
    assert "Nobody signed in" in station.said
    station.press(Qt.Key.Key_Escape)
    station.scan("DSID-BEN")
    station.until(lambda _sight: "Nobody is registered with the badge BEN" in station.said)
    station.press(Qt.Key.Key_Escape)
    station.scan("DSID-ANNA")
    station.until(lambda _sight: "Signed in: Anna" in station.said)


def test_a_mistake_that_got_past_the_server_is_said_and_work_goes_on_by_what_was_good(station: Dock) -> None:
    bad = ConfigDocument("checklists", "electronics", 99, SHARED.replace("version = ", "versoin = "))
    packs = PackFolder(station.data / "packs")
    packs.take([bad], packs.cursor(), whole=False)
    station.scan("DSID-ANNA")
    station.until(lambda sight: sight.banner == "reject")
    assert "checklists/electronics.toml, line" in station.said
    assert "Rules: mistake" in station.said
