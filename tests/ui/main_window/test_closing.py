"""Closing and the unforeseen: nothing that a person did is lost, and it ends within seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from dockstation.application.ports.store import PrintState
from dockstation.demo.virtual_printer import VirtualPrinter
from tests.fakes.canned_server import CannedServer
from tests.ui.main_window.dock import Dock, enrol

PATIENCE_S = 0.4
LEAVING = """
import sys
from pathlib import Path
from dockstation.bootstrap import Place, station_parts
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.station import run

data, config, leave = map(Path, sys.argv[1:])
parts = station_parts(Place(data, ConfigFolders(config)), camera=False, badge="ANNA")


def drive(hands):
    hands._window.patience = 0.4
    hands.every(20, lambda: hands.leave(3) if leave.exists() else None)


run(parts, drive=drive)
"""


def close(dock: Dock) -> float:
    """Close the window; the seconds it took."""
    dock.window.patience = PATIENCE_S
    began = time.monotonic()
    dock.window.close()
    return time.monotonic() - began


def test_an_answer_tapped_right_before_closing_is_there_at_the_next_start(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    dock.tap("Opened")
    dock.window.close()
    assert dock.window.all_done
    dock.begin()
    sight = dock.reach("inspect")
    assert (sight.question, sight.answers) == ("screen", (("packaging", "opened"),))


def test_closing_does_not_wait_for_a_server_that_never_answers(dock: Dock) -> None:
    with CannedServer(hold=True) as slow:
        dock.configure(url=slow.url)
        enrol(dock.data)
        dock.begin()
        dock._qtbot.waitUntil(lambda: bool(slow.requests))
        assert close(dock) < PATIENCE_S + 2
        assert not dock.window.all_done


def test_the_program_ends_though_a_thread_of_it_hangs(dock: Dock, tmp_path: Path) -> None:
    leave = tmp_path / "leave"
    with CannedServer(hold=True) as slow:
        dock.configure(url=slow.url)
        enrol(dock.data)
        words = [sys.executable, "-c", LEAVING, str(dock.data), str(dock.config), str(leave)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True) as process:
            dock._qtbot.waitUntil(lambda: bool(slow.requests), timeout=20_000)
            leave.touch()
            _, told = process.communicate(timeout=10)
    assert process.returncode == 3
    complaints = [line for line in told.splitlines() if "propagateSizeHints" not in line]
    assert complaints == [], "\n".join(complaints)


def test_a_label_being_sent_when_the_station_closes_is_in_doubt_at_the_next_start(
    dock: Dock, film: Path, printer: VirtualPrinter, tray: Path
) -> None:
    dock.configure(camera=film)
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    (tray / "fault").write_text("hang")
    dock.decide()
    dock._qtbot.waitUntil(lambda: "Sending to the printer" in dock.said)
    assert close(dock) < PATIENCE_S + 2
    dock.begin()
    dock.until(lambda sight: sight.print_state is PrintState.UNKNOWN)
    assert "Did the label come out?" in dock.said
    assert list(tray.glob("label-*.png")) == []


def test_the_window_closes_while_it_is_still_starting(dock: Dock) -> None:
    window = dock.begin(ready=False)
    window.close()
    assert not window.isVisible()
