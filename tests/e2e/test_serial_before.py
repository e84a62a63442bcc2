"""The second of two stations gets a serial number that came to the first: by scans and codes alone, to the server."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.receiving import Receiving
from tests.e2e.test_unit_discrepancies import IMEI, TRACKING, a_return, count, found, phone, shown
from tests.fakes.server_process import ServerProcess
from tests.ui.main_window.dock import Dock

AGAIN = "SF1990000000002"


@pytest.fixture
def second(tmp_path: Path, qapp: QApplication, qtbot: QtBot, filled: Path) -> Dock:
    """Another station; closed by its test."""
    return Dock(tmp_path / "second", qapp, qtbot, filled)


def test_a_serial_number_that_came_to_another_station_is_shown_with_its_evidence(
    dock: Dock, second: Dock, film: Path, tmp_path: Path
) -> None:
    expected = a_return(phone()), a_return(phone(), number="R26990002", tracking=AGAIN)
    with ServerProcess(tmp_path / "server") as server:
        first = Receiving(dock, server, film)
        first.begin(*expected)
        dock.scan(TRACKING)
        dock.reach("receive")
        count(first, IMEI)
        (before,) = first.bodies("UnitReceived")
        dock.window.close()

        receiving = Receiving(second, server, film)
        receiving.begin(*expected)
        second.scan(AGAIN)
        second.reach("receive")
        second.scan(IMEI)
        shown(receiving, "serial_before", answer=2)
        body = found(receiving, "serial_before")
        (unit,) = receiving.bodies("UnitReceived")
        assert (body["lpn"], body["answer"], unit["rma_number"]) == (unit["lpn"], "swapped", "R26990002")
        facts = body["facts"]
        assert (facts["other_lpn"], facts["other_rma"]) == (before["lpn"], "R26990001")
        assert (facts["serial"], facts["other_station"]) == (IMEI, "Dock")
        assert facts["other_received_at"]
        kinds = receiving.sent()
        assert kinds.index("UnitReceived") < kinds.index("DiscrepancyFound")
        second.close()
