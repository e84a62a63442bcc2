"""What holds for every request and every answer."""

from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from dockstation.wire import BATCH_BYTES
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock


@pytest.mark.parametrize("path", ["/v1/health", "/v1/rmas", "/nowhere"])
def test_every_answer_carries_the_servers_time(server: ServerProcess, path: str) -> None:
    answer = requests.get(server.url + path, timeout=20)
    told = datetime.fromisoformat(answer.headers["Dockstation-Server-Time"])
    assert abs(told - datetime.now(UTC)) < timedelta(seconds=60)


def test_what_is_not_there_is_a_problem_too(server: ServerProcess, failed: Any) -> None:
    failed(requests.get(server.url + "/nowhere", timeout=20), 404, "permanent")
    failed(requests.delete(server.url + "/v1/rmas", timeout=20), 405, "permanent")


def test_a_body_that_is_too_long_is_refused(dock: Dock, failed: Any) -> None:
    body = b" " * (BATCH_BYTES + 128 * 1024)
    answer = dock.ask("POST", "/v1/events:batch", data=body, headers={"Content-Type": "application/json"})
    failed(answer, 413, "permanent")


def test_a_compressed_body_is_refused(dock: Dock, failed: Any) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    body = gzip.compress(json.dumps({"events": []}).encode())
    failed(dock.ask("POST", "/v1/events:batch", data=body, headers=headers), 415, "permanent")


def test_a_body_of_unknown_length_is_refused(dock: Dock, failed: Any) -> None:
    headers = {"Content-Type": "application/json"}
    failed(dock.ask("POST", "/v1/events:batch", data=iter([b"{", b"}"]), headers=headers), 411, "permanent")


def test_answers_are_not_held_back_to_fill_packets(server: ServerProcess) -> None:
    with requests.Session() as session:
        taken = []
        for _ in range(21):
            begun = time.monotonic()
            session.get(server.url + "/v1/health", timeout=20)
            taken.append(time.monotonic() - begun)
    assert sorted(taken)[10] < 0.035  # Nagle's wait for the client is 0.04


def test_the_protocol_is_published(server: ServerProcess) -> None:
    paths = requests.get(server.url + "/v1/openapi.json", timeout=20).json()["paths"]
    assert {"/v1/rmas", "/v1/events:batch", "/v1/blobs/{sha256}", "/v1/stations/renew"} <= set(paths)
