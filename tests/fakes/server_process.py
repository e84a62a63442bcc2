"""The real central server in a process of its own, that can be stopped, killed and started again."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import requests

from tests.fakes.postgres import everything

SCRIPT = """
import json, sys
from pathlib import Path
from dockstation.server.main import serve

told = json.loads(sys.argv[1])
serve(
    Path(told["data"]), told["database"], "127.0.0.1", told["port"],
    told["access_minutes"], told["enrolment_code_minutes"], tuple(told["return_address"]),
    log=told["log"], patience=told["patience"],
    ready=lambda port: print(port, flush=True),
)
"""
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
        patience: float = 20.0,
    ) -> None:
        self.data = data
        self.database = database
        self.port = 0
        self._settings = {
            "return_address": return_address,
            "log": log,
            "patience": patience,
            "access_minutes": access_minutes,
            "enrolment_code_minutes": enrolment_code_minutes,
        }
        self._process: subprocess.Popen[str] | None = None

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
        told = json.dumps({"data": str(self.data), "database": self.database, "port": self.port, **self._settings})
        command = [sys.executable, "-W", "error", "-c", SCRIPT, told]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        with self._log_path.open("a") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
        assert self._process.stdout is not None
        readable, _, _ = select.select([self._process.stdout], [], [], START_SECONDS)
        line = self._process.stdout.readline() if readable else ""
        if not line:
            self.kill()
            raise AssertionError(f"the server did not start: {self.log}")
        self.port = int(line)

    def stop(self) -> int:
        """Ask it to end (SIGTERM) and return its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut or ``kill -9`` would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        assert process is not None
        assert process.stdout is not None
        process.send_signal(how)
        code = process.wait(STOP_SECONDS)
        process.stdout.close()
        return code

    def admin(self, method: str, path: str, **more: Any) -> requests.Response:
        """The administrator's request, answered with success."""
        headers = {"Authorization": f"Bearer {self.admin_token}"}
        answer = requests.request(method, self.url + path, headers=headers, timeout=20, **more)
        assert answer.ok, answer.text
        return answer

    def import_rmas(self, items: list[dict[str, Any]]) -> int:
        """Import RMAs as JSON objects; how many were new or changed."""
        return int(self.admin("POST", "/v1/rmas:import", json={"items": items}).json()["stored"])

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
