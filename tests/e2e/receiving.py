"""A station and a real server, driven by scans and command codes alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from dockstation.application.ports.store import Note
from dockstation.bootstrap.enrolling import enrol_station
from tests.fakes.server_process import ServerProcess
from tests.ui.main_window.dock import Dock


class Receiving:
    """``begin`` enrols the station, which then knows the returns given."""

    def __init__(self, dock: Dock, server: ServerProcess, film: Path) -> None:
        self.dock, self.server, self._film = dock, server, film

    def begin(self, *rmas: dict[str, Any], badge: str = "CARL") -> None:
        if rmas:
            self.server.import_rmas(list(rmas))
        self.dock.configure(camera=self._film, url=self.server.url, cooldown=0)
        shutil.rmtree(self.dock.data)
        self.station = enrol_station(self.dock.place, self.server.enrolment_code())
        window = self.dock.begin(badge)
        self.dock._qtbot.waitUntil(lambda: window.camera.newest is not None, timeout=10_000)
        self.dock.until(
            lambda sight: sight.network == "online" and f"Returns expected: {len(rmas)}" in self.dock.said
        )

    def asked(self, kind: str) -> None:
        """The page of this difference is on the screen."""
        self.dock.until(lambda sight: sight.discrepancy == kind)

    def photograph(self, count: int = 1) -> None:
        for number in range(1, count + 1):
            self.dock.scan("DSCMD-PHOTO")
            self.dock.until(lambda sight, n=number: sight.photos == n)  # type: ignore[misc]  # lambda

    def confirm(self, then: str) -> None:
        self.dock.scan("DSCMD-CONFIRM")
        self.dock.reach(then)

    def sent(self) -> list[str]:
        """The kinds of all events at the server, in their order, once the station has sent them all."""
        return [event["kind"] for event in self._events()]

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        return [event["body"] for event in self._events() if event["kind"] == kind]

    def _events(self) -> list[dict[str, Any]]:
        self.dock.window.sync.now()
        self.dock.until(lambda sight: sight.queue == 0)
        events = self.server.events(self.station)
        assert len(events) == self.dock.read(lambda work: work.outbox.head()).seq
        assert self.dock.read(lambda work: work.notes.get(Note.STATION)) == self.station
        return events

    def photos_there(self, names: list[dict[str, str]]) -> bool:
        """Whether the server has the bytes of these photos."""
        return all((self.server.data / "blobs" / each["sha256"]).exists() for each in names)
