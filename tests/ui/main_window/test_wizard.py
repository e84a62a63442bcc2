"""A station's first start: it is set up step by step, and works afterwards."""

from __future__ import annotations

import re
import shutil
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.application.ports.store import Note
from dockstation.application.set_station_up import INSTALLER
from dockstation.domain.station_setup import DONE
from dockstation.settings import load_station
from dockstation.ui.main_window.window import MainWindow
from tests.adapters.test_own_server import free_port
from tests.fakes.server_process import ServerProcess
from tests.ui.looking import said, visible_rows
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_settings import enter

STEPS = ("Language", "Server", "Scanner", "Camera", "Printer", "People", "What is ready")


@pytest.fixture
def bare(dock: Dock) -> Dock:
    """A station without any data or config of its own."""
    shutil.rmtree(dock.data)
    shutil.rmtree(dock.config)
    dock.config.mkdir()
    return dock


def first_start(dock: Dock, step: str = "Language") -> MainWindow:
    window = dock.begin("")
    at(dock, step)
    return window


def at(dock: Dock, step: str) -> None:
    number = STEPS.index(step) + 1
    dock.until(lambda _sight: f"Step {number} of {len(STEPS)}: {step}" in dock.said)


def numbers(dock: Dock) -> dict[str, Qt.Key]:
    """The keys that lead to the steps, by what is not done."""
    return {row.title: Qt.Key(Qt.Key.Key_0 + int(row.cap)) for row in visible_rows(dock.window) if row.cap}


def skip_to(dock: Dock, step: str) -> None:
    for each in STEPS[1 : STEPS.index(step) + 1]:
        dock.press(Qt.Key.Key_Return)
        at(dock, each)


def test_every_step_can_be_left_out_and_the_end_says_what_is_missing(bare: Dock) -> None:
    window = first_start(bare)
    skip_to(bare, "What is ready")
    bare.until(lambda _sight: "to be mended" in bare.said)
    assert "Server: This station is not enrolled" in bare.said
    assert "Camera" in bare.said
    bare.press(Qt.Key.Key_Return)
    bare.reach("people")
    assert re.search(r"\d{4} \d{4} \d{4}", bare.said), "the code for the first administrator"
    bare.press(Qt.Key.Key_Escape)
    bare.reach("home")
    assert "Scan your badge" in bare.said
    assert window.desk.operator is None
    assert bare.read(lambda work: work.notes.get(Note.SET_UP)) == DONE


def test_the_language_comes_first_and_setting_up_goes_on_where_it_was_after_a_power_cut(bare: Dock) -> None:
    window = first_start(bare)
    bare.tap("中文")
    bare.until(lambda _sight: "第 2 步，共 7 步：服务器" in bare.said)
    assert load_station(bare.place.folders).station.language == "zh_CN"
    window.close()
    bare.begin("")
    bare.until(lambda _sight: "第 2 步，共 7 步：服务器" in bare.said)
    bare.press(Qt.Key.Key_Escape)
    bare.until(lambda _sight: "第 1 步" in bare.said)


def test_the_servers_code_enrols_the_station_by_one_scan_and_what_is_no_good_code_is_said(
    bare: Dock, tmp_path: Path
) -> None:
    with ServerProcess(tmp_path / "server") as server:
        window = first_start(bare)
        skip_to(bare, "Server")
        assert "no parcel can be taken in" in bare.said
        bare.scan(f"DSENROL-QR4A-PGLW-44GF@{server.url}")
        assert "wrong, used or expired" in bare.until(lambda sight: sight.banner == "reject").said
        assert load_station(bare.place.folders).server.url != server.url
        code = server.enrolment_code()
        bare.scan(f"DSENROL-{code}@{server.url}")
        bare.until(lambda sight: sight.network == "online" and f"{server.url} knows this station" in bare.said)
        assert bare.read(lambda work: work.notes.get(Note.STATION))
        assert code not in said(window)
        bare.press(Qt.Key.Key_1)
        enter(bare, code)
        assert "wrong, used or expired" in bare.until(lambda sight: sight.banner == "reject").said
        enter(bare, "R26990001")
        bare.until(lambda sight: "no enrolment code" in sight.said)
        server.stop()
        enter(bare, code)
        bare.until(lambda sight: "cannot be reached" in sight.said)


def test_nobody_gets_at_the_work_before_it_is_over(bare: Dock) -> None:
    window = first_start(bare)
    assert bare.sight.banner == "", bare.sight.said
    for code in ("DSID-DEMO", "DSCMD-PAUSE"):
        bare.scan(code)
        assert "still being set up" in bare.until(lambda sight: sight.banner == "reject").said
        bare.press(Qt.Key.Key_Escape)
    window.outbox.enter()
    at(bare, "Language")
    assert window.desk.operator is INSTALLER
    assert bare.sight.stage == "wizard"


def test_printers_scanner_test_and_camera_lead_back_to_their_steps(bare: Dock, film: Path) -> None:
    window = first_start(bare)
    skip_to(bare, "Scanner")
    bare.press(Qt.Key.Key_1)
    bare.reach("self_test")
    bare.press(Qt.Key.Key_Escape)
    at(bare, "Scanner")
    bare.press(Qt.Key.Key_Return)
    bare.reach("camera_set_up")
    at(bare, "Camera")
    window.set_up.camera.chosen.emit(str(film))
    bare._qtbot.waitUntil(lambda: window.camera.newest is not None, timeout=10_000)
    bare.until(lambda _sight: "Next" in bare.said)
    bare.press(Qt.Key.Key_Return)
    at(bare, "Printer")
    bare.press(Qt.Key.Key_1)
    bare.reach("printers")
    bare.press(Qt.Key.Key_Escape)
    at(bare, "Printer")
    assert load_station(bare.place.folders).camera.source == str(film)


def test_an_administrator_goes_through_it_again_from_the_settings(dock: Dock) -> None:
    dock.govern()
    window = dock.begin("BOSS")
    dock.scan("DSCMD-SETTINGS")
    dock.reach("settings")
    dock.press(Qt.Key.Key_1)
    at(dock, "Language")
    skip_to(dock, "People")
    assert "Carl" in dock.said
    dock.press(Qt.Key.Key_Return)
    at(dock, "What is ready")
    dock.press(Qt.Key.Key_Return)
    dock.reach("settings")
    assert window.desk.operator is not None
    assert window.desk.operator.badge == "BOSS"
    assert dock.read(lambda work: work.notes.get(Note.SET_UP)) is None  # the next start is like any other


def test_the_end_leads_to_each_step_that_is_not_done_and_back(bare: Dock) -> None:
    first_start(bare)
    skip_to(bare, "What is ready")
    for name, step in (("Server", "Server"), ("Scanner", "Scanner"), ("Printer label", "Printer")):
        bare.until(lambda _sight, name=name: name in numbers(bare))  # type: ignore[misc]  # lambda
        bare.press(numbers(bare)[name])
        at(bare, step)
        bare.press(Qt.Key.Key_Escape if step == "Server" else Qt.Key.Key_Return)
        at(bare, "What is ready")
    bare.until(lambda _sight: "Data" in bare.said and "Data" not in numbers(bare))
    bare.press(Qt.Key.Key_Return)
    bare.reach("people")


def test_a_station_that_starts_with_somebody_signed_in_is_set_up_all_the_same(bare: Dock) -> None:
    window = bare.begin("DEMO")
    at(bare, "Language")
    assert window.desk.operator is INSTALLER
    skip_to(bare, "What is ready")
    bare.press(Qt.Key.Key_Return)
    bare.reach("home")
    assert window.desk.operator is not None
    assert window.desk.operator.badge == "DEMO"


def test_the_server_of_this_computer_lives_as_long_as_the_station_and_takes_it_in_by_itself(dock: Dock) -> None:
    dock.govern()
    (dock.config / "server.toml").write_text(f"[server]\nport = {free_port()}\n", "utf-8")
    shutil.rmtree(dock.data)
    window = dock.begin("BOSS")
    dock.scan("DSCMD-SETTINGS")
    dock.reach("settings")
    dock.press(Qt.Key.Key_1)
    at(dock, "Language")
    skip_to(dock, "Server")
    dock.tap("Let the server run on this computer")
    dock._qtbot.waitUntil(lambda: dock.sight.network == "online", timeout=60_000)
    server = load_station(dock.place.folders).server
    dock.until(lambda _sight: f"{server.url} knows this station" in dock.said)
    station = dock.read(lambda work: work.notes.get(Note.STATION))
    assert station
    window.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.own_port), 10).close()
    dock.begin("BOSS")
    dock._qtbot.waitUntil(lambda: dock.sight.network == "online", timeout=60_000)
    assert dock.read(lambda work: work.notes.get(Note.STATION)) == station
