"""A whole station for one test: real config, store and printer, and an operator's hands on its window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note, UnitOfWork
from dockstation.bootstrap import Place, station_parts
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.domain.rma import Rma
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.hands import Hands, Sight
from dockstation.ui.main_window.window import MainWindow, Parts
from tests.fakes import small_policy
from tests.fakes.returns import IMEI, a_return
from tests.fakes.server_process import ServerProcess
from tests.fakes.sounds import FakeSounds
from tests.ui.looking import said, tap
from tests.ui.main_window.unplug import unplug

LABEL = "DSRMA-R26110001"
NOBODY_LISTENS = 9
PATIENCE_MS = 20_000
STATION = """\
[station]
name = "Dock"
language = "{language}"

[server]
url = "{url}"
sync_seconds = 1
timeout_seconds = 5

[camera]
source = '{camera}'
seconds_per_picture = 0.2

[scan]
cooldown_ms = {cooldown}

[labels]
licence_plate = "{plates}"

[[people]]
badge = "ANNA"
name = "Anna"
role = "inspector"

[[people]]
badge = "SUE"
name = "Sue"
role = "supervisor"

[[people]]
badge = "CARL"
name = "Carl"
role = "clerk"
"""
ADMINISTRATOR = """
[[people]]
badge = "BOSS"
name = "Li"
role = "administrator"
"""
PRINTERS = """\
[label]
language = "zpl"
dpi = 203
host = "127.0.0.1"
port = {port}
timeout_seconds = {timeout}
"""


def fill(folder: Path, *rmas: Rma) -> None:
    """A station's data as after its enrolment and first sync."""
    store = SqlStore(folder / "station.db")
    with store.unit_of_work() as work:
        work.notes.set(Note.STATION, "S1")
        work.notes.set(Note.LPN_PREFIX, "K7M")
        work.rmas.put(rmas)
        work.commit()
    store.close()


def enrol(data: Path) -> None:
    """Tokens that some server may have given, good for a day."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    Credentials(data / "credentials.json").save(Tokens("S1", "K7M", "access", tomorrow, "refresh"))


class Dock:
    """``begin`` opens the window; ``sight`` is what stands on it."""

    def __init__(self, folder: Path, app: QApplication, qtbot: QtBot, filled: Path) -> None:
        self._app, self._qtbot = app, qtbot
        self.data, self.config = folder / "data", folder / "config"
        self.config.mkdir(parents=True)
        shutil.copytree(filled, self.data)
        self.windows: list[MainWindow] = []
        self.sounds = FakeSounds()
        self.configure()
        self.set_printer(NOBODY_LISTENS)

    def configure(
        self,
        camera: Path | str = "",
        url: str = f"http://127.0.0.1:{NOBODY_LISTENS}",
        language: str = "en",
        cooldown: int = 200,
        plates: str = "",
    ) -> None:
        text = STATION.format(camera=camera, url=url, language=language, cooldown=cooldown, plates=plates)
        (self.config / "station.toml").write_text(text, "utf-8")
        small_policy.install_phone(self.config)

    def set_in(self, table: str, *lines: str) -> None:
        """Lines of station.toml, in a table that it has."""
        path, head = self.config / "station.toml", f"[{table}]\n"
        path.write_text(path.read_text("utf-8").replace(head, head + "\n".join([*lines, ""]), 1), "utf-8")

    def govern(self) -> None:
        """BOSS works here, an administrator."""
        path = self.config / "station.toml"
        path.write_text(path.read_text("utf-8") + ADMINISTRATOR, "utf-8")

    def set_printer(self, port: int, timeout: float = 5) -> None:
        (self.config / "printers.toml").write_text(PRINTERS.format(port=port, timeout=timeout), "utf-8")

    @property
    def place(self) -> Place:
        return Place(self.data, ConfigFolders(self.config))

    def parts(self, badge: str = "ANNA") -> Parts:
        """What the window is given."""
        parts = station_parts(self.place, camera=True, badge=badge)
        return replace(parts, open_use_cases=lambda: replace(parts.open_use_cases(), sounds=lambda: self.sounds))

    def begin(self, badge: str = "ANNA", *, ready: bool = True, **changed: Any) -> MainWindow:
        """The window, painted and, unless it is not meant to be, ready; ``changed`` are parts of it."""
        window = MainWindow(self._app, replace(self.parts(badge), **changed))
        self.windows.append(window)
        self.hands = Hands(window)
        with self._qtbot.waitSignal(window.ready if ready else window.painted, timeout=PATIENCE_MS):
            window.painted.connect(window.start, Qt.ConnectionType.SingleShotConnection)
            window.show()
            window.activateWindow()
        if ready:
            self.until(lambda _sight: True)
        return window

    def join(self, server: ServerProcess) -> MainWindow:
        """The window of a station that this server has just enrolled, and that knows nothing else."""
        self.configure(url=server.url)
        shutil.rmtree(self.data)
        enrol_station(self.place, server.enrolment_code())
        return self.begin()

    @property
    def window(self) -> MainWindow:
        return self.windows[-1]

    @property
    def sight(self) -> Sight:
        return self.hands.look()

    @property
    def said(self) -> str:
        """Everything that can be read on the screen."""
        return said(self.window)

    def until(self, condition: Callable[[Sight], bool]) -> Sight:
        """Wait until the station rests and what it shows is so."""

        def seen() -> bool:
            sight = self.sight
            return not sight.busy and condition(sight)

        self._qtbot.waitUntil(seen, timeout=PATIENCE_MS)
        return self.sight

    def reach(self, stage: str) -> Sight:
        """Wait until this is on the screen."""
        return self.until(lambda sight: sight.stage == stage)

    def scan(self, *codes: str) -> None:
        for code in codes:
            self.hands.scan(code)

    def press(self, key: Qt.Key) -> None:
        """A finger is never as near to a scan as its own end is."""
        self._quiet()
        self.hands.press(key)
        self._quiet()

    def tap(self, text: str) -> None:
        tap(self.window, text)

    def settle(self) -> None:
        """Wait until nothing is held, waiting or under way any more."""
        self._quiet()
        self.until(lambda _sight: not self.window.intake._waiting)

    def _quiet(self) -> None:
        self._qtbot.waitUntil(lambda: not self.window.wedge._pause.isActive(), timeout=PATIENCE_MS)

    def hold(self, lane: str, gate: Callable[[], Any]) -> None:
        """Keep a lane busy until ``gate`` lets go, as a slow disk or device does."""
        self.window.background.run(lane, gate, lambda _: None, lambda _: None)

    def open_parcel(self) -> Sight:
        self.scan(LABEL)
        return self.reach("receive")

    def count_phone(self) -> Sight:
        self.open_parcel()
        self.scan(IMEI)
        return self.until(lambda sight: bool(sight.units))

    def start_inspection(self) -> Sight:
        self.count_phone()
        self.press(Qt.Key.Key_Return)
        return self.reach("inspect")

    def decide(self) -> Sight:
        """Through the checklist with the first answers, a photo, and the decision; its label is being printed."""
        if self.sight.stage != "inspect":
            self.start_inspection()
        while (sight := self.until(lambda sight: bool(sight.step))).step != "done":
            self.press(Qt.Key.Key_1 if sight.step == "answer" else Qt.Key.Key_Space)
            self.until(lambda after, before=sight: (after.question, after.step) != (before.question, before.step))  # type: ignore[misc]  # lambda
        self.press(Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.sight.stage == "decision", timeout=PATIENCE_MS)
        return self.sight

    def read(self, look: Callable[[UnitOfWork], Any]) -> Any:
        """Something out of the station's store."""
        store = SqlStore(self.data / "station.db")
        try:
            with store.unit_of_work() as work:
                return look(work)
        finally:
            store.close()

    def events(self, kind: str = "") -> list[dict[str, Any]]:
        """The bodies of the events recorded so far, of one kind or of all."""
        return [
            dict(event.body)
            for event in self.read(lambda work: work.outbox.pending(1000))
            if kind in ("", event.kind)
        ]

    def files(self) -> set[str]:
        """Every file in the station's data, its database's own and the kept policy aside."""
        own = ("station.db", "policy.json")
        return {str(path) for path in self.data.rglob("*") if path.is_file() and not path.name.startswith(own)}

    def close(self) -> None:
        for window in self.windows:
            window.close()
            unplug(window)
            window.deleteLater()


def several(count: int) -> list[Rma]:
    """Returns without common codes: R26120000 and on, tracked as T26120000 and on."""
    numbers = [f"R2612{n:04}" for n in range(count)]
    return [replace(a_return(each, tracking=(each.replace("R", "T"),)), lines=()) for each in numbers]
