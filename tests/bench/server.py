"""The server as it ships, on PostgreSQL, with hundreds of stations at once, while returns are written and read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import requests

from tests.fakes.postgres import DURABLE, Cluster
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma

RAMP_SECONDS = 15
WRITERS, EACH, EVERY_SECONDS = 3, 5, 0.5


def run(stations: int, seconds: float) -> dict[str, Any]:
    """Figures of so many stations for so long."""
    with tempfile.TemporaryDirectory() as name, Cluster(DURABLE) as cluster:
        folder, database = Path(name), cluster.database()
        with ServerProcess(folder / "server", database=database) as server:
            enrolled = [server.enrol(f"Station {number + 1}") for number in range(stations)]
            with Returns(server).busy() as returns:
                told = _load(server, enrolled, seconds, folder / "ids")
            lost = returns.lost()
        acknowledged = set((folder / "ids").read_text("utf-8").split())
        stored = _stored(database)
    figures = {name: each for name, each in told.items() if name not in ("errors", "resent", "photos")}
    figures |= {"errors": sum(told["errors"].values()), "returns_lost": lost, "returns_written": len(returns.written)}
    figures |= {"events_acknowledged": len(acknowledged), "events_stored": len(stored)}
    figures |= {"events_lost": len(acknowledged - stored), "events_resent": told["resent"], "photos": told["photos"]}
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "units": {name: _unit(name) for name in figures},
        "notes": (
            f"{stations} stations by Locust on the same machine, 5 events about once a second each, 10 % sent again, "
            f"photos of 200 kB with 5 %; {WRITERS} writers of returns and a reader by cursor. {told['errors'] or ''}"
        ),
    }


def _unit(name: str) -> str:
    return "1/s" if name.endswith("_per_s") else "ms" if name.endswith("_ms") else ""


def _load(server: ServerProcess, enrolled: list[dict[str, Any]], seconds: float, ids: Path) -> dict[str, Any]:
    kept = [{name: each[name] for name in ("station", "access_token")} for each in enrolled]
    settings = {
        "url": server.url,
        "enrolled": kept,
        "seconds": seconds,
        "ramp_seconds": RAMP_SECONDS,
        "ids": str(ids),
    }
    command = [sys.executable, "-m", "tests.bench.server_load", json.dumps(settings)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _stored(database: str) -> set[str]:
    """The ids of all events; each is there once, by its primary key."""
    with psycopg.connect(database) as connection:
        return {str(row[0]) for row in connection.execute("SELECT event_id FROM events").fetchall()}


class Returns:
    """Writers of returns, and one who reads on from the cursor."""

    def __init__(self, server: ServerProcess) -> None:
        self._server = server
        self._over = threading.Event()
        self._tokens = server.enrol("A reader")
        self._cursor = ""
        self.written: set[str] = set()
        self.seen: set[str] = set()

    @contextmanager
    def busy(self) -> Iterator[Returns]:
        """At it until the end of the ``with``."""
        works = [threading.Thread(target=self._write, args=(number,)) for number in range(WRITERS)]
        works.append(threading.Thread(target=self._read_on))
        for each in works:
            each.start()
        try:
            yield self
        finally:
            self._over.set()
            for each in works:
                each.join()

    def _write(self, writer: int) -> None:
        count = 0
        while not self._over.wait(EVERY_SECONDS):
            items = [rma(f"R{writer}-{count + number:06}") for number in range(EACH)]
            self._server.import_rmas(items)
            self.written |= {each["number"] for each in items}
            count += EACH

    def _read_on(self) -> None:
        while not self._over.wait(EVERY_SECONDS):
            self._read()

    def _read(self) -> None:
        more = True
        while more:
            headers = {"Authorization": f"Bearer {self._tokens['access_token']}"}
            params = {"cursor": self._cursor} if self._cursor else {}
            answer = requests.get(f"{self._server.url}/v1/rmas", params=params, headers=headers, timeout=60)
            page = answer.json()
            self.seen |= {each["number"] for each in page["items"]}
            self._cursor, more = page["cursor"], page["more"]

    def lost(self) -> int:
        """Of what was written, how much the reader never saw, once it has read to the end."""
        self._read()
        return len(self.written - self.seen)
