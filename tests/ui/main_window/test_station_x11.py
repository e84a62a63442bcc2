"""The station's real process behind a real X server, its scans typed as a keyboard scanner types them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from dockstation.application.ports.store import Note, PrintState, UnitOfWork
from dockstation.demo.virtual_printer import VirtualPrinter
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


def printed(tray: Path) -> list[str]:
    """The code of each label that came out of the printer."""
    found = [decode(Image.open(path), symbols=[ZBarSymbol.QRCODE]) for path in tray.glob("label-*.png")]
    return [code.data.decode("ascii") for codes in found for code in codes]


@pytest.fixture
def slow_keys(dock: Dock) -> None:
    """xdotool pauses within a code while others have the machine: a wireless scanner's setting."""
    dock.set_in("scan", "gap_ms = 800")


@pytest.fixture
def keys_apart(dock: Dock) -> None:
    """The same, but a finger's keys come longer before a scan."""
    dock.set_in("scan", "gap_ms = 400")


@pytest.fixture
def station(dock: Dock, display: Display) -> Iterator[Process]:
    station = Process(dock, display)
    yield station
    station.kill()


@pytest.mark.usefixtures("slow_keys")
def test_a_scanned_parcel_and_its_item_are_there_after_a_kill(station: Process, dock: Dock) -> None:
    station.display.scan(LABEL)
    station.display.scan(IMEI)
    dock._qtbot.waitUntil(lambda: len(dock.events("UnitReceived")) == 1, timeout=20_000)
    station.kill()
    before = dock.events()
    station.again()
    station.display.scan(LABEL)
    station.display.scan(IMEI)
    station.display.scan("DSCMD-PAUSE")
    station.display.scan("DSRMA-R26120005")
    station.display.scan("DSCMD-2")  # it is on another parcel
    dock._qtbot.waitUntil(lambda: len(dock.events("ParcelArrived")) == 2, timeout=20_000)
    assert dock.events()[: len(before)] == before
    assert len(dock.events("UnitReceived")) == 1


@pytest.mark.usefixtures("keys_apart")
def test_garbage_from_a_real_keyboard_does_nothing_and_the_next_scan_works(station: Process, dock: Dock) -> None:
    for code in GARBAGE:
        station.display.scan(code)
    station.display.keyboard(
        "key", "--delay", "120", "ctrl+c", "ctrl+z", "alt+Tab", "Delete", "Insert", "sleep", "0.9"
    )
    station.display.scan(LABEL)
    dock._qtbot.waitUntil(lambda: bool(dock.events("ParcelOpened")), timeout=20_000)
    assert len(dock.events()) == 2
    assert station.process.poll() is None


@pytest.mark.usefixtures("slow_keys")
def test_twenty_parcels_in_twenty_seconds_are_all_counted_once_and_labelled(
    printer: VirtualPrinter, tray: Path, station: Process, dock: Dock
) -> None:
    codes = [f"YT88123456{n:05}" for n in range(1, 21)]
    station.display.scan("DSCMD-DOCK")
    dock._qtbot.waitUntil(lambda: bool(dock.read(lambda work: work.notes.get(Note.DOCK_RUN))), timeout=20_000)
    began = monotonic()
    for code in codes:
        station.display.scan(code)
    took = monotonic() - began
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 20, timeout=60_000)
    assert took < 20
    assert [body["code"] for body in dock.events("ParcelArrived")] == codes
    assert [body["code"] for body in dock.events("LabelSent")] == codes
    assert {body["copy"] for body in dock.events("LabelSent")} == {0}
    assert sorted(printed(tray)) == codes
    assert station.process.poll() is None


@pytest.mark.usefixtures("slow_keys")
def test_a_rush_cut_off_by_a_kill_goes_on_with_every_parcel_once(
    printer: VirtualPrinter, station: Process, dock: Dock
) -> None:
    codes = [f"YT88123457{n:05}" for n in range(1, 11)]
    for code in ("DSCMD-DOCK", *codes[:6]):
        station.display.scan(code)
    dock._qtbot.waitUntil(lambda: len(dock.events("ParcelArrived")) >= 5, timeout=20_000)
    began = dock.read(lambda work: work.notes.get(Note.DOCK_RUN))
    station.kill()
    station.again()
    for code in ("DSCMD-DOCK", *codes):
        station.display.scan(code)
    dock._qtbot.waitUntil(lambda: len(dock.events("ParcelArrived")) == 10, timeout=20_000)
    assert [body["code"] for body in dock.events("ParcelArrived")] == codes
    assert dock.read(lambda work: work.notes.get(Note.DOCK_RUN)) == began
    dock._qtbot.waitUntil(lambda: settled(dock) == set(codes), timeout=60_000)
    sent = [body["code"] for body in dock.events("LabelSent")]
    assert len(sent) == len(set(sent))


def settled(dock: Dock) -> set[str]:
    """Codes of the parcels whose label was sent, or of which a person must say what became of it."""

    def look(work: UnitOfWork) -> set[str]:
        done = (PrintState.SENT, PrintState.UNKNOWN)
        here = work.parcels.arrived_since("", 100)
        return {
            each.code for each in here if set(work.spool.states_of(f"parcel:{each.parcel_id}", "parcel")) & set(done)
        }

    found: set[str] = dock.read(look)
    return found


def test_a_second_station_on_the_same_data_is_sent_away_in_one_line(station: Process) -> None:
    refused = station.run("station")
    assert (refused.returncode, refused.stderr.count("\n")) == (69, 1)
    assert "already running" in refused.stderr
    status = station.run("sync", "status", "--json")
    assert json.loads(status.stdout)["pending"] == 0
    assert station.process.poll() is None
