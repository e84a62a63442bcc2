"""The fake and the real central server keep one contract."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.rma import Rma
from tests.contracts.central_suite import CentralContract
from tests.fakes.central import FakeCentral
from tests.fakes.server_process import ServerProcess


class FakeWorld:
    def __init__(self) -> None:
        self.central = FakeCentral()
        self.station = self.central.station
        self.name = f"R{secrets.token_hex(4)}"
        self.expect = self.central.expect
        self.publish = self.central.publish
        self.settle = self.central.settle

    def go_down(self) -> None:
        self.central.down = True

    def come_back(self) -> None:
        self.central.down = False


class HttpWorld:
    def __init__(self, server: ServerProcess, folder: Path) -> None:
        credentials = Credentials(folder / "credentials.json")
        tokens = enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20)
        credentials.save(tokens)
        self.central = HttpCentral(server.url, credentials, timeout=20)
        self.station = tokens.station
        self.name = f"R{secrets.token_hex(4)}"
        self.go_down = server.kill
        self.come_back = server.start
        self._server = server

    def expect(self, *rmas: Rma) -> None:
        for start in range(0, len(rmas), 1000):
            self._server.import_rmas([as_message(rma) for rma in rmas[start : start + 1000]])

    def publish(self, *documents: ConfigDocument) -> None:
        self._server.publish(*documents)

    def settle(self, event_id: str, verdict: str, by: str, reason: str) -> None:
        items = self._server.admin("GET", "/v1/rejected").json()["items"]
        (number,) = [each["number"] for each in items if each["event_id"] == event_id]
        told = {"verdict": verdict, "by": by, "reason": reason}
        self._server.admin("POST", f"/v1/rejected/{number}/settlement", json=told)


def as_message(rma: Rma) -> dict[str, Any]:
    moments = {name: getattr(rma, name) for name in ("due_at", "window_ends", "dispatched_at")}
    told: dict[str, Any] = {name: moment and moment.isoformat() for name, moment in moments.items()}
    message = asdict(rma) | told | {"version": 0}
    message["lines"] = [line | {"name": line["name"]["by_language"]} for line in message["lines"]]
    return message


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    database = request.getfixturevalue("postgres").database() if request.param == "postgresql" else None
    with ServerProcess(tmp_path_factory.mktemp("central") / "data", database=database) as process:
        yield process


class TestFakeCentral(CentralContract):
    @pytest.fixture
    def world(self) -> FakeWorld:
        return FakeWorld()


class TestHttpCentral(CentralContract):
    @pytest.fixture
    def world(self, server: ServerProcess, tmp_path: Path) -> Iterator[HttpWorld]:
        found = HttpWorld(server, tmp_path)
        yield found
        found.central.close()
