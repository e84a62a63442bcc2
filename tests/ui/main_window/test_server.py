"""With the server, without it, and with it again."""

from __future__ import annotations

import shutil
from pathlib import Path

from dockstation.application.ports.store import Note
from dockstation.bootstrap import enrol_station
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock


def test_returns_come_by_themselves_and_work_done_without_the_server_reaches_it_later(
    dock: Dock, tmp_path: Path
) -> None:
    with ServerProcess(tmp_path / "server") as server:
        expected = rma("R26990001", tracking_numbers=["SF990001"])
        server.import_rmas([expected])
        dock.configure(url=server.url)
        shutil.rmtree(dock.data)
        enrol_station(dock.place, server.enrolment_code())
        dock.begin()
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
