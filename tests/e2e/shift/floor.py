"""A station, its server and its printer, to be worked at from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from dockstation.adapters.argon2_pins import Argon2Pins
from dockstation.bootstrap import Place
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.settings import ConfigFolders
from tests.e2e.shift.hands import HANDS, Hand
from tests.e2e.shift.seeing import Eyes, Seen
from tests.e2e.shift.worker import Worker
from tests.fakes.server_process import ServerProcess
from tests.ui.display import Display
from tests.ui.main_window.dock import PRINTERS, STATION

PIN = "4711"
MODULE = "tests.e2e.shift.station"


class Station:
    """The station's process on the display, its window with the focus; ``eyes`` see it."""

    def __init__(self, folder: Path, display: Display, module: str) -> None:
        self.eyes = Eyes(folder)
        with (folder / "station.log").open("ab") as log:
            command = [sys.executable, "-m", module, str(folder)]
            self.process = subprocess.Popen(command, env=display.environment, stderr=log)
        found = display.keyboard("search", "--sync", "--onlyvisible", "--name", "^dockstation$")
        display.keyboard("windowfocus", "--sync", found.split()[0])

    def end(self) -> int:
        """Nobody looks any more, so that it closes; its exit status."""
        self.eyes.close()
        return self.process.wait(60)

    def kill(self) -> None:
        self.eyes.close()
        self.process.kill()
        self.process.wait(20)


@dataclass(frozen=True, slots=True)
class Floor:
    """What one person works with; ``station_id`` is what the server calls it."""

    folder: Path
    server: ServerProcess
    station: Station
    station_id: str
    hand: Hand
    worker: Worker

    def sent(self) -> list[dict[str, Any]]:
        """Every event at the server, once the station has sent them all, photos too."""
        self.station.eyes.until(_has_sent_all)
        return self.server.events(self.station_id)

    def printed(self) -> list[str]:
        """What a scanner reads on each label that came out, the first first."""
        lines = (self.folder / "printer" / "printer.jsonl").read_text("utf-8").splitlines()
        return [code["text"] for each in lines for code in json.loads(each)["codes"] if code["type"] == "QRCODE"]


def _has_sent_all(seen: Seen) -> bool:
    return seen.sight.queue == 0 and seen.sight.network == "online"


@contextmanager
def floor(
    folder: Path, display: Display, way: str, rmas: Sequence[dict[str, Any]], module: str = MODULE
) -> Iterator[Floor]:
    """The station expects ``rmas`` and is worked at by one of HANDS; nobody is signed in."""
    folder.mkdir(exist_ok=True)
    with ServerProcess(folder / "server") as server, VirtualPrinter(folder / "printer") as printer:
        server.import_rmas(list(rmas))
        config = folder / "config"
        config.mkdir(exist_ok=True)
        (config / "station.toml").write_text(_settings(server.url, _film(folder), HANDS[way].scanner_ms), "utf-8")
        (config / "printers.toml").write_text(PRINTERS.format(port=printer.port, timeout=20), "utf-8")
        station_id = enrol_station(Place(folder / "data", ConfigFolders(config)), server.enrolment_code())
        station = Station(folder, display, module)
        try:
            hand = HANDS[way](display, station.eyes)
            yield Floor(folder, server, station, station_id, hand, Worker(hand, station.eyes))
        finally:
            station.kill()


def _settings(url: str, film: Path, scanner_ms: int) -> str:
    text = STATION.format(camera=film, url=url, language="en", cooldown=0, plates="licence_plate")
    signs = f'name = "Sue"\npin = "{Argon2Pins().hashed(PIN)}"'
    text = text.replace('name = "Sue"', signs).replace("[scan]", f"[scan]\ngap_ms = {scanner_ms}")
    return text.replace("[camera]", "[camera]\nread_codes = false")


def _film(folder: Path) -> Path:
    """Pictures that differ, so that photos do."""
    film = folder / "film"
    film.mkdir(exist_ok=True)
    for n in range(1, 4):
        Image.effect_noise((640, 360), 20 * n).convert("RGB").save(film / f"{n}.png")
    return film
