"""One real server process for the folder, and stations that speak to it with nothing but HTTP."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

import pytest
import requests

from dockstation.domain.events import Event
from tests.fakes.central import sample_rma
from tests.fakes.server_process import ServerProcess

SECONDS = 40


def until(true: Callable[[], object]) -> None:
    """Return once it is true."""
    end, pause = time.monotonic() + SECONDS, threading.Event()
    while not true():
        assert time.monotonic() < end
        pause.wait(0.05)


class Dock:
    """An enrolled station without a program: every request is a plain one."""

    def __init__(self, server: ServerProcess) -> None:
        self.server = server
        self.tokens = server.enrol()
        self.station: str = self.tokens["station"]

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.tokens['access_token']}"} | more.pop("headers", {})
        return requests.request(method, self.server.url + path, headers=headers, timeout=20, **more)

    def send(self, events: Sequence[Event]) -> list[dict[str, Any]]:
        answer = self.ask("POST", "/v1/events:batch", json={"events": [each.as_message() for each in events]})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["results"]
        return found

    def outcome(self, event_id: str) -> dict[str, Any]:
        (found,) = [each for each in self.server.outcomes() if each["event_id"] == event_id]
        return found


def rma(number: str, **changes: Any) -> dict[str, Any]:
    """An RMA as the administrator imports it."""
    sample = asdict(sample_rma(number))
    times = {name: sample[name].isoformat() for name in ("due_at", "window_ends", "dispatched_at")}
    lines = [line | {"name": line["name"]["by_language"]} for line in sample["lines"]]
    return sample | times | {"lines": lines} | changes


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    database = request.getfixturevalue("postgres").database() if request.param == "postgresql" else None
    with ServerProcess(tmp_path_factory.mktemp("server") / "data", database=database) as process:
        yield process


@pytest.fixture
def dock(server: ServerProcess) -> Dock:
    return Dock(server)


@pytest.fixture
def name() -> str:
    """What starts every name of one test."""
    return f"R{secrets.token_hex(4)}"


@pytest.fixture
def failed() -> Callable[[requests.Response, int, str], dict[str, Any]]:
    """Checks that an answer is a problem with this status and class, and gives it."""

    def check(answer: requests.Response, status: int, failure: str) -> dict[str, Any]:
        assert answer.status_code == status, answer.text
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem: dict[str, Any] = answer.json()
        assert (problem["class"], problem["status"]) == (failure, status)
        return problem

    return check
