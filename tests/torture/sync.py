"""kill -9 of stations and server under a bad line: nothing that was confirmed is lost, nothing is doubled."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dockstation.bootstrap import Place
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.domain.rma import RmaLine
from dockstation.domain.text import Text
from dockstation.settings import ConfigFolders
from tests.fakes.faulty_proxy import BAD, FaultyProxy
from tests.fakes.returns import a_return
from tests.torture.forked_server import ForkedServer
from tests.torture.nursery import Nursery
from tests.torture.paper_diary import Diary
from tests.torture.station_process import config, serial, tracking
from tests.torture.sync_checks import violations

STATIONS = 3
LIFE = (0.0, 0.3)
"""Seconds between two kills, after as many acts as come by chance."""
MOST_ACTS, PATIENCE_SECONDS = 12, 5
AWAY = (0.0, 0.2)
"""Seconds that the server is gone."""
SERVER_SHARE, BOTH_SHARE = 0.25, 0.05
PAGE = 500


class Campaign:
    """Some stations and their server, killed again and again, then left to finish."""

    def __init__(self, folder: Path, seed: int, nursery: Nursery, database: str | None = None) -> None:
        self._folder = folder
        self._seed = seed
        self._chance = random.Random(seed)
        self._nursery = nursery
        self._server = ForkedServer(folder / "server", self._nursery, access_minutes=1, database=database)
        self._alive: dict[Path, int] = {}
        self.kills: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.violations: list[str] = []

    def run(self, kills: int) -> None:
        """Kill so many times, let everybody finish, then compare what each of them has."""
        with ExitStack() as life:
            life.enter_context(self._server)
            proxy = life.enter_context(FaultyProxy(self._server.port, self._seed, rates={}))
            jobs = 10 + kills
            stations = list(self._enrolled(proxy.url, jobs))
            proxy.rates(BAD)
            for folder, returns in stations:
                self._start(folder, returns)
            for _ in range(kills):
                self._let_work(stations)
                self._kill_once(stations)
            proxy.rates({})
            self._finish(stations)
            self.faults = proxy.faults
            self._judge([folder for folder, _ in stations])

    def _enrolled(self, url: str, jobs: int) -> Iterator[tuple[Path, list[int]]]:
        for place in range(STATIONS):
            returns = list(range(place * jobs, (place + 1) * jobs))
            for first in range(0, jobs, PAGE):
                self._server.import_rmas([_return(each) for each in returns[first : first + PAGE]])
            folder = self._folder / f"station-{place + 1}"
            config(folder, url)
            enrol_station(Place(folder / "data", ConfigFolders(folder / "config")), self._server.enrolment_code())
            yield folder, returns

    def _start(self, folder: Path, returns: list[int], *, finish: bool = False) -> None:
        told = {"folder": str(folder), "seed": self._chance.getrandbits(32), "returns": returns, "finish": finish}
        self._alive[folder] = self._nursery.station(**told)

    def _let_work(self, stations: list[tuple[Path, list[int]]]) -> None:
        """Until the diaries have grown by some acts, and a moment more; a slow machine kills no sooner for it."""
        wanted = _acts(stations) + self._chance.randint(0, MOST_ACTS)
        limit = time.monotonic() + PATIENCE_SECONDS
        while _acts(stations) < wanted and time.monotonic() < limit:
            time.sleep(0.005)
        time.sleep(self._chance.uniform(*LIFE))

    def _kill_once(self, stations: list[tuple[Path, list[int]]]) -> None:
        dice = self._chance.random()
        if of_server := dice < SERVER_SHARE + BOTH_SHARE:
            self._server.kill()
            self.kills["server"] += 1
        if dice >= SERVER_SHARE:
            folder, returns = self._chance.choice(stations)
            self._kill_station(folder)
            self._start(folder, returns)
        if of_server:
            time.sleep(self._chance.uniform(*AWAY))
            self._server.start()

    def _kill_station(self, folder: Path) -> None:
        code = self._nursery.kill(self._alive.pop(folder))
        self.kills["station"] += 1
        if code != -signal.SIGKILL:
            self.violations.append(f"{folder.name} ended by itself with {code}: {_complaints(folder)}")

    def _finish(self, stations: list[tuple[Path, list[int]]]) -> None:
        for folder, returns in stations:
            self._kill_station(folder)
            self._start(folder, returns, finish=True)
        for folder, pid in self._alive.items():
            if code := self._nursery.wait(pid):
                self.violations.append(f"{folder.name} did not finish ({code}): {_complaints(folder)}")

    def _judge(self, stations: list[Path]) -> None:
        found, self.told = violations(self._server, stations)
        self.violations += found


def _acts(stations: list[tuple[Path, list[int]]]) -> int:
    return sum(Diary(folder / "diary.jsonl").count() for folder, _ in stations)


def _return(number: int) -> dict[str, Any]:
    """A return of one phone, as the office announces it."""
    from tests.contracts.test_central import as_message  # it needs pytest

    line = RmaLine("1", "PH-12", "06923450657713", Text({"en": "Phone"}), "phone", 1, 1000, 420, (serial(number),))
    rma = a_return(f"R{number:08}", tracking=(tracking(number),))
    return as_message(rma) | {"lines": [asdict(line) | {"name": line.name.by_language}]}


def _complaints(folder: Path) -> str:
    path = folder / "complaints"
    return path.read_text("utf-8")[-2000:] if path.exists() else ""
