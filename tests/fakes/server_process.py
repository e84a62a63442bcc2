"""The real central server in a process of its own, that can be stopped, killed and started again."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

import requests

from dockstation.application.ports.central import ConfigDocument
from dockstation.server.main import serve
from dockstation.server.setup import Setup
from tests.fakes.forked import FORKS, fork
from tests.fakes.postgres import everything

START_SECONDS = 60
STOP_SECONDS = 20


class ServerProcess:
    """A server over the folder ``data``; it keeps its port over restarts; ended by its ``with``."""

    def __init__(
        self,
        data: Path,
        access_minutes: int = 60,
        enrolment_code_minutes: int = 60,
        database: str | None = None,
        return_address: tuple[str, ...] = ("退货部", "<b>1 Dock Road</b>", "201100 Shanghai"),
        log: str = "text",
        webhooks_to_private: bool = True,
        photos: str = "",
        s3_endpoint: str = "",
        workers: int = 1,
        patience: float = 20.0,
    ) -> None:
        self.data = data
        self.database = database
        self.port = 0
        self._workers = workers
        self._settings: dict[str, Any] = {
            "return_address": return_address,
            "log": log,
            "webhooks_to_private": webhooks_to_private,
            "photos": photos,
            "s3_endpoint": s3_endpoint,
            "patience": patience,
            "access_minutes": access_minutes,
            "enrolment_code_minutes": enrolment_code_minutes,
        }
        self._process: BaseProcess | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.kill()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    @property
    def admin_token(self) -> str:
        return (self.data / "admin-token").read_text("ascii").strip()

    @property
    def log(self) -> str:
        """What the server wrote to its error output in all its lives."""
        return self._log_path.read_text("utf-8")

    @property
    def stored(self) -> bytes:
        """Everything that lies in the database."""
        if self.database:
            return everything(self.database)
        return b"".join(path.read_bytes() for path in self.data.glob("server.db*"))

    @property
    def _log_path(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def start(self) -> None:
        """Start, or start again on the same data and port; returns once it accepts connections."""
        setup = Setup(self.data, self.database, **self._settings)
        reading, writing = FORKS.Pipe(duplex=False)
        with reading:
            with writing:
                self._process = fork(_life, setup, self.port, self._workers, writing, err=self._log_path)
            try:
                self.port = reading.recv() if reading.poll(START_SECONDS) else 0
            except EOFError:
                self.port = 0
        if not self.port:
            self.kill()
            raise AssertionError(f"the server did not start: {self.log}")

    def stop(self) -> int:
        """Ask it to end (SIGTERM) and return its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut or ``kill -9`` would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        assert process is not None
        assert process.pid is not None
        if process.exitcode is None:
            os.kill(process.pid, how)
        process.join(STOP_SECONDS)
        assert process.exitcode is not None, "it does not end"
        return process.exitcode

    def admin(self, method: str, path: str, **more: Any) -> requests.Response:
        """The administrator's request, answered with success."""
        headers = {"Authorization": f"Bearer {self.admin_token}"} | more.pop("headers", {})
        answer = requests.request(method, self.url + path, headers=headers, timeout=20, **more)
        assert answer.ok, answer.text
        return answer

    def import_rmas(self, items: list[dict[str, Any]]) -> int:
        """Import RMAs as JSON objects; how many were new or changed."""
        return int(self.admin("POST", "/v1/rmas:import", json={"items": items}).json()["stored"])

    def publish(self, *documents: ConfigDocument) -> None:
        """Publish or withdraw documents together, over what is there."""
        items = self.admin("GET", "/v1/config:list").json()["items"]
        versions = {(each["kind"], each["name"]): each["version"] for each in items}
        drafts = [
            {
                "kind": each.kind,
                "name": each.name,
                "content": None if each.gone else each.content,
                "before": versions.get((each.kind, each.name), 0),
            }
            for each in documents
        ]
        self.admin("POST", "/v1/config:publish", json={"documents": drafts, "by": "office"})

    def enrolment_code(self) -> str:
        """A fresh code that enrols one station."""
        return str(self.admin("POST", "/v1/enrolment-codes").json()["code"])

    def enrol(self, name: str = "Dock 1") -> dict[str, Any]:
        """A new station's tokens, as the server answers them."""
        body = {"code": self.enrolment_code(), "name": name}
        answer = requests.post(f"{self.url}/v1/stations/enrol", json=body, timeout=20)
        assert answer.ok, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def revoke(self, station: str) -> None:
        """Refuse the station from now on."""
        self.admin("POST", f"/v1/stations/{station}:revoke")

    def events(self, station: str) -> list[dict[str, Any]]:
        """Every event of the station's first epoch, in seq order."""
        found: list[dict[str, Any]] = []
        more = True
        while more:
            after = found[-1]["seq"] if found else 0
            query = {"station": station, "after_seq": after}
            page = self.admin("GET", "/v1/events", params=query).json()
            found += page["items"]
            more = page["more"]
        return found

    def outcomes(self) -> list[dict[str, Any]]:
        """The first 500 outcomes, the oldest first."""
        found: list[dict[str, Any]] = self.admin("GET", "/v1/outcomes").json()["items"]
        return found


def _life(setup: Setup, port: int, workers: int, ready: Connection) -> None:
    serve(setup, "127.0.0.1", port, workers, ready.send)
