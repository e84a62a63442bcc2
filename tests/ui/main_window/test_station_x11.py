"""The station's real process behind a real X server, its scans typed as a keyboard scanner types them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.fakes.returns import IMEI
from tests.ui.display import Display
from tests.ui.main_window.dock import LABEL, Dock

GARBAGE = ("^XA^FO9,9^FDx^FS~JA^XZ", "../../../etc/passwd", "<b>&\"'`|;$(id)", "A" * 1500)


class Process:
    """The station in a process of its own, on the screen, with the focus."""

    def __init__(self, dock: Dock, display: Display) -> None:
        self._dock, self.display = dock, display
        self.process = self._start()
        self.show()

    def _command(self, *words: str) -> list[str]:
        place = ["--data", str(self._dock.data), "--config", str(self._dock.config)]
        return [sys.executable, "-m", "dockstation", *words, *place]

    def _start(self) -> subprocess.Popen[bytes]:
        with self._dock.data.with_name("station.log").open("ab") as log:
            return subprocess.Popen(
                self._command("station", "--badge", "ANNA"), env=self.display.environment, stderr=log
            )

    @property
    def log(self) -> str:
        """What it wrote to its error output in all its lives."""
        return self._dock.data.with_name("station.log").read_text("utf-8")

    def show(self) -> None:
        """Wait until the window is there, and give it the keyboard."""
        found = self.display.keyboard("search", "--sync", "--onlyvisible", "--name", "^dockstation$")
        self.window = found.split()[0]
        self.display.keyboard("windowfocus", "--sync", self.window)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(20)

    def again(self) -> None:
        self.process = self._start()
        self.show()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command at the same data."""
        environment = self.display.environment | {"DISPLAY": ""}
        return subprocess.run(
            self._command(*words), env=environment, capture_output=True, text=True, timeout=60, check=False
        )


@pytest.fixture
def station(dock: Dock, display: Display) -> Iterator[Process]:
    station = Process(dock, display)
    yield station
    station.kill()


def test_a_scanned_parcel_and_its_item_are_there_after_a_kill(station: Process, dock: Dock) -> None:
    station.display.scan(LABEL)
    station.display.scan(IMEI)
    dock._qtbot.waitUntil(lambda: len(dock.events("UnitReceived")) == 1, timeout=20_000)
    station.kill()
    before = dock.events()
    station.again()
    station.display.scan(LABEL)
    station.display.scan(IMEI)
    station.display.scan("DSRMA-R26120005")
    station.display.scan("DSCMD-2")  # it is on another parcel
    dock._qtbot.waitUntil(lambda: len(dock.events("ParcelArrived")) == 2, timeout=20_000)
    assert dock.events()[: len(before)] == before
    assert len(dock.events("UnitReceived")) == 1


def test_garbage_from_a_real_keyboard_does_nothing_and_the_next_scan_works(station: Process, dock: Dock) -> None:
    for code in GARBAGE:
        station.display.scan(code)
    station.display.keyboard("key", "--delay", "120", "ctrl+c", "ctrl+z", "alt+Tab", "Delete", "Insert")
    station.display.scan(LABEL)
    dock._qtbot.waitUntil(lambda: bool(dock.events("ParcelOpened")), timeout=20_000)
    assert len(dock.events()) == 2
    assert station.process.poll() is None


def test_a_second_station_on_the_same_data_is_sent_away_in_one_line(station: Process) -> None:
    refused = station.run("station")
    assert (refused.returncode, refused.stderr.count("\n")) == (69, 1)
    assert "already running" in refused.stderr
    status = station.run("sync", "status", "--json")
    assert json.loads(status.stdout)["pending"] == 0
    assert station.process.poll() is None
