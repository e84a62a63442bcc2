"""With the server, without it, and with it again."""

from __future__ import annotations

from pathlib import Path

from dockstation.application.ports.store import Note
from dockstation.application.sync import Pass
from dockstation.domain.events import Event
from dockstation.domain.lpn import make
from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock as Elsewhere
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock


def test_returns_come_by_themselves_and_work_done_without_the_server_reaches_it_later(
    dock: Dock, tmp_path: Path
) -> None:
    with ServerProcess(tmp_path / "server") as server:
        expected = rma("R26990001", tracking_numbers=["SF990001"])
        server.import_rmas([expected])
        dock.join(server)
        dock.until(lambda sight: sight.network == "online" and "Returns expected: 1" in dock.said)
        server.stop()
        dock.scan("4006381333931")
        assert "server cannot be asked" in dock.until(lambda sight: sight.banner == "reject").said
        dock.scan("SF990001")
        dock.reach("receive")
        dock.scan(expected["lines"][0]["serials"][0])
        dock.until(lambda sight: bool(sight.units) and sight.queue > 0 and sight.network == "offline")
        assert "Working offline" in dock.said
        server.start()
        dock.window.sync.now()
        dock.until(lambda sight: sight.queue == 0)
        assert "All sent" in dock.said
        station = dock.read(lambda work: work.notes.get(Note.STATION))
        assert [event["kind"] for event in server.events(station)] == [
            "ParcelArrived",
            "ParcelOpened",
            "UnitReceived",
        ]


def test_a_licence_plate_of_another_station_goes_on_here_after_one_scan(dock: Dock, tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "server") as server:
        server.import_rmas([rma("R26990001", tracking_numbers=["SF990001"])])
        elsewhere = Elsewhere(server)
        lpn = make("2A3", 7)
        elsewhere.send(begun(elsewhere.station, lpn, "R26990001"))
        dock.join(server)
        dock.until(lambda sight: sight.network == "online")
        dock.scan(lpn)
        sight = dock.reach("inspect")
        assert sight.answers == (("packaging", "opened"),)
        assert "Taken over from OTTO at Dock 1" in dock.window.banner.text()
        dock.until(lambda sight: sight.queue == 0)
        station = dock.read(lambda work: work.notes.get(Note.STATION))
        assert [event["kind"] for event in server.events(station)] == ["UnitTakenOver"]


def test_a_licence_plate_that_is_decided_elsewhere_is_refused_in_words(dock: Dock, tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "server") as server:
        server.import_rmas([rma("R26990001")])
        elsewhere = Elsewhere(server)
        lpn = make("2A3", 7)
        elsewhere.send(begun(elsewhere.station, lpn, "R26990001", "LabelSent"))
        dock.join(server)
        dock.until(lambda sight: sight.network == "online")
        dock.scan(lpn)
        sight = dock.until(lambda sight: sight.banner == "reject")
        assert f"{lpn} was decided at Dock 1 already" in sight.said
        assert sight.stage == "home"


def begun(station: str, lpn: str, number: str, *more: str) -> list[Event]:
    """What another station sent of a unit that somebody there is busy with."""
    chain, about, whose = Chain(station), f"unit:{lpn}", {"lpn": lpn, "by": "OTTO"}
    goods = {"rma_number": number, "line_id": "1", "serial": "", "parcel_code": "SF990001"}
    return [
        chain.add("UnitReceived", whose | goods, about),
        chain.add("InspectionStarted", whose | {"checklist": "phone", "version": 1}, about),
        chain.add("QuestionAnswered", whose | {"question": "packaging", "answer": "opened"}, about),
        *(chain.add(kind, whose, about) for kind in more),
    ]


def test_a_clock_that_differs_from_the_servers_is_said_in_the_strip(dock: Dock) -> None:
    dock.begin()
    dock.window.sync.pace.passed(Pass(0, 0, 0, more=False, clock_ahead=119))
    dock.window.sync.passed.emit("online")
    assert "Clock is wrong" not in dock.said
    dock.window.sync.pace.passed(Pass(0, 0, 0, more=False, clock_ahead=-400))
    dock.window.sync.passed.emit("online")
    dock.tap("Clock is wrong")
    assert "7 min ahead of the server" in dock.said
