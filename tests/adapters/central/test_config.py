"""What the station makes of published config that is none, or not whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.ports.central import CentralFailed, ConfigDocument, FailureClass
from dockstation.application.read_config import ReadConfig
from dockstation.settings import shipped
from tests.adapters.central.conftest import Connect
from tests.fakes.canned_server import TIME, CannedServer, answer
from tests.fakes.clock import FakeClock

LABEL = (shipped("config") / "labels" / "container.toml").read_text("utf-8")


def page(**changes: Any) -> bytes:
    item: dict[str, Any] = {"kind": "labels", "name": "mine", "version": 1, "content": LABEL} | changes
    item = {"sha256": hashlib.sha256(item["content"].encode()).hexdigest()} | item
    return answer("200 OK", json.dumps({"items": [item], "cursor": "x-1", "more": False}).encode())


@pytest.mark.parametrize(
    "garbage",
    [
        answer("200 OK", b"<html>Please log in</html>", "text/html", ""),
        answer("200 OK", b"{}"),
        answer("200 OK", b"\xff\xfe"),
        answer("200 OK", b"[" * 50_000),
        page(sha256="0" * 64),
        page(name="../../station"),
        page(name=""),
        page(version=-1),
        page(content="x" * 300_000),
        page()[:-40],
        answer("500 Internal Server Error", b"", "text/plain"),
    ],
)
def test_garbage_leaves_the_station_what_it_has(connect: Connect, tmp_path: Path, garbage: bytes) -> None:
    packs = PackFolder(tmp_path / "packs")
    packs.take([ConfigDocument("labels", "mine", 1, LABEL)], "x-0", whole=True)
    with CannedServer(garbage) as server:
        came, failure = ReadConfig(connect(server.url), packs, FakeClock())()
    assert isinstance(failure, CentralFailed)
    assert (came, failure.failure) == (0, FailureClass.LATER)
    kept = PackFolder(tmp_path / "packs").kept()
    assert (kept.cursor, [each.content for each in kept.used.values()], kept.kept_out) == ("x-0", [LABEL], ())


def test_nothing_new_costs_one_small_answer(connect: Connect) -> None:
    with CannedServer(f"HTTP/1.1 304 Not Modified\r\n{TIME}\r\n".encode()) as server:
        found = connect(server.url).pull_config("x-7")
    assert (found.items, found.cursor, found.more) == ((), "x-7", False)
    assert b'If-None-Match: "x-7"' in server.requests[0]


def test_a_server_that_publishes_nothing_yet_has_nothing(connect: Connect) -> None:
    problem = json.dumps({"type": "x", "title": "Not Found", "class": "permanent", "status": 404}).encode()
    with CannedServer(answer("404 Not Found", problem, "application/problem+json")) as server:
        assert connect(server.url).pull_config("").items == ()
