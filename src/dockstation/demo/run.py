"""``dockstation demo``: server, printer and station as separate real processes on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dockstation.adapters.own_server import command, environment
from dockstation.bootstrap import FONT
from dockstation.demo.diary import Diary
from dockstation.demo.office import Office
from dockstation.demo.pictures import write_film
from dockstation.demo.plan import Job, jobs, save
from dockstation.demo.processes import Service
from dockstation.demo.report import Report
from dockstation.domain.errors import DockstationError
from dockstation.settings import shipped

LOOK_SECONDS = 0.05
MOST_SECONDS = 300
FEWEST = 3
"""One unit before the server stops, one without it, one after."""
STATION_TOML = """\
[station]
name = "Demo dock"
language = "{language}"

[server]
url = "http://127.0.0.1:{server}"
sync_seconds = 2

[camera]
source = '{film}'
seconds_per_picture = 4

[labels]
licence_plate = ""
language = "{language}"

[[people]]
badge = "DEMO"
name = "{name}"
role = "inspector"
"""
PRINTERS_TOML = """\
[label]
language = "zpl"
dpi = 203
host = "127.0.0.1"
port = {printer}
"""
NAMES = {"en": "Demo Operator", "zh_CN": "演示员"}


class Demo:
    """One demo in one fresh folder."""

    def __init__(self, folder: Path, *, headless: bool, language: str) -> None:
        self.folder = folder
        self.headless = headless
        self.language = language
        for name in ("screens", "begin"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        self.server = Service("server", folder / "server.log", "server", "--data", folder / "server")
        self.printer = Service("printer", folder / "printer.log", "printer", "--out", folder / "printer")
        self.diary = Diary(folder / "diary.jsonl")
        self.office: Office
        self.plan: tuple[Job, ...] = ()

    def prepare(self, units: int) -> None:
        """Start the neighbours, announce the returns, enrol the station, draw the film."""
        self.server.start()
        self.printer.start()
        self.office = Office(self.server.port, self.folder / "server")
        returns = self.office.announce()
        self.plan = jobs(returns, units, self.folder / "begin")
        if len(self.plan) < units:
            raise DockstationError("demo.too_many_units", units=units, most=len(self.plan))
        chosen = {job.rma for job in self.plan}
        write_film(
            self.folder / "film", [each for each in returns if each.number in chosen], shipped("resources") / FONT
        )
        self._configure()
        save(self.folder / "plan.json", self.plan, headless=self.headless)

    def _configure(self) -> None:
        config = self.folder / "config"
        config.mkdir(exist_ok=True)
        film = self.folder / "film"
        text = STATION_TOML.format(
            language=self.language, server=self.server.port, film=film, name=NAMES[self.language]
        )
        (config / "station.toml").write_text(text, "utf-8")
        (config / "printers.toml").write_text(PRINTERS_TOML.format(printer=self.printer.port), "utf-8")
        self._shorten_waits(config / "checklists")
        place = ("--data", self.folder / "station", "--config", config)
        enrolled = subprocess.run(
            command("enrol", *place, "--code", self.office.enrolment_code()),
            env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if enrolled.returncode:
            raise DockstationError("demo.not_started", name="station", log=enrolled.stderr.strip())

    def _shorten_waits(self, folder: Path) -> None:
        """Nobody wants to watch a touch screen being wiped for a quarter of a minute at each phone."""
        folder.mkdir(exist_ok=True)
        text = (shipped("config") / "checklists" / "phone.toml").read_text("utf-8")
        (folder / "phone.toml").write_text(text.replace("seconds = 15", "seconds = 1"), "utf-8")

    def begin(self, number: int) -> None:
        """Let the operator begin a job."""
        (self.folder / "begin" / f"begin-{number}").touch()

    def station(self) -> subprocess.Popen[bytes]:
        """The station's process."""
        more = {"QT_QPA_PLATFORM": "offscreen"} if self.headless else {}
        words = [sys.executable, "-m", "dockstation.demo.play", str(self.folder)]
        with (self.folder / "station.log").open("ab") as log:
            return subprocess.Popen(words, stderr=log, env=environment() | more)

    def stop(self) -> None:
        """End the neighbours."""
        self.server.stop()
        self.printer.stop()


def run(out: Path | None, *, headless: bool, language: str, units: int) -> int:
    """Run the demo; 0 when every stage truly happened."""
    headless = headless or not has_display()
    if headless and units < FEWEST:
        raise DockstationError("demo.too_few_units", units=units, least=FEWEST)
    folder = (out or Path(tempfile.mkdtemp(prefix="dockstation-demo-"))).absolute()
    if folder.exists() and any(folder.iterdir()):
        raise DockstationError("demo.folder_in_use", folder=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nothing stays in anybody's own
    demo = Demo(folder, headless=headless, language=language)
    try:
        began = time.monotonic()
        demo.prepare(units)
        return play(demo, began) if headless else watch(demo)
    finally:
        demo.stop()


def has_display() -> bool:
    """Whether a window could be seen here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def watch(demo: Demo) -> int:
    """With a display: every job may begin, and a person works."""
    for job in demo.plan:
        demo.begin(job.number)
    return demo.station().wait()


def play(demo: Demo, began: float) -> int:
    """Without one: the operator works, the server goes away after the first unit and comes back for the last."""
    station = demo.station()
    try:
        demo.begin(1)
        _until(demo, station, 1)
        demo.server.stop()
        demo.diary.write("server_stopped")
        for job in demo.plan[1:-1]:
            demo.begin(job.number)
        _until(demo, station, max(1, len(demo.plan) - 1))
        demo.diary.write("server_started")
        demo.server.start()
        demo.begin(len(demo.plan))
        status = station.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        status = 1
    finally:
        station.kill()
        station.wait()
    report = Report(demo.folder, demo.plan, demo.diary, demo.office)
    return report.write(status, time.monotonic() - began)


def _until(demo: Demo, station: subprocess.Popen[bytes], number: int) -> None:
    """Wait until the operator has finished a job, or the station has ended."""
    limit = time.monotonic() + MOST_SECONDS
    while number not in {entry["job"] for entry in demo.diary.said("unit_done")}:
        if station.poll() is not None or time.monotonic() > limit:
            return
        time.sleep(LOOK_SECONDS)
