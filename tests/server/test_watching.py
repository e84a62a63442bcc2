"""What those who look after the server can see of it."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests

from dockstation.server.guesses import AT_ONCE, Guesses
from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("watched") / "data", log="json") as process:
        yield process


def counted(server: ServerProcess, name: str) -> float:
    text = server.admin("GET", "/metrics").text
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0


def requests_of(method: str, route: str, status: str) -> str:
    return f'dockstation_request_seconds_count{{method="{method}",route="{route}",status="{status}"}}'


def test_requests_are_counted_by_route_and_nothing_that_was_sent_becomes_a_label(watched: ServerProcess) -> None:
    dock = Dock(watched)
    dock.ask("HEAD", f"/v1/blobs/{'a' * 64}")
    requests.request("STRANGE", watched.url + "/no-such-place?secret=1", timeout=20)
    assert counted(watched, requests_of("HEAD", "/v1/blobs/{sha256}", "404")) == 1
    assert counted(watched, requests_of("other", "none", "404")) == 1
    text = watched.admin("GET", "/metrics").text
    assert not [sent for sent in ("a" * 64, "STRANGE", "no-such-place", "secret", dock.station) if sent in text]


def test_events_are_counted_by_result(watched: ServerProcess) -> None:
    dock = Dock(watched)
    event = Chain(dock.station).add()
    dock.send([event, event])
    assert counted(watched, 'dockstation_events_total{result="created"}') == 1
    assert counted(watched, 'dockstation_events_total{result="duplicate"}') == 1


def test_bytes_of_photos_are_counted_once(watched: ServerProcess) -> None:
    dock, data, before = Dock(watched), b"a photo", counted(watched, "dockstation_blob_bytes_total")
    for status in (201, 412):
        assert dock.ask("PUT", f"/v1/blobs/{hashlib.sha256(data).hexdigest()}", data=data).status_code == status
    assert counted(watched, "dockstation_blob_bytes_total") - before == len(data)


def test_a_database_that_fails_is_counted(tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "data") as server:
        with closing(sqlite3.connect(server.data / "server.db")) as database:
            database.execute("ALTER TABLE stations RENAME TO gone")
            database.commit()
        dock = requests.get(server.url + "/v1/rmas", headers={"Authorization": "Bearer any"}, timeout=20)
        assert dock.status_code == 503
        assert counted(server, "dockstation_database_errors_total") == 1


def test_each_request_is_a_line_of_json_without_what_was_sent(watched: ServerProcess) -> None:
    dock = Dock(watched)
    answer = dock.ask("GET", "/v1/rmas/find?code=SECRET-CODE")
    watched.admin("GET", "/metrics")  # a line is written after its answer
    lines = [json.loads(line) for line in watched.log.splitlines()]
    (line,) = [each for each in lines if each["request_id"] == answer.headers["X-Request-Id"]]
    assert [line[name] for name in ("method", "route", "status")] == ["GET", "/v1/rmas/find", answer.status_code]
    assert line["station"] == dock.station
    assert line["ms"] > 0
    for sent in (
        "SECRET-CODE",
        watched.admin_token,
        *(dock.tokens[f"{kind}_token"] for kind in ("access", "refresh")),
    ):
        assert sent not in watched.log


def test_who_guesses_too_often_is_told_to_wait_and_a_good_token_still_counts(
    watched: ServerProcess, failed: Any
) -> None:
    dock, code = Dock(watched), watched.enrolment_code()
    with requests.Session() as session:
        session.headers["Authorization"] = "Bearer wrong"
        answers = [session.get(watched.url + "/v1/rmas", timeout=20) for _ in range(AT_ONCE + 20)]
        guess = session.post(watched.url + "/v1/stations/enrol", json={"code": "2222", "name": "Dock"}, timeout=20)
    assert answers[0].status_code == 401
    for each in (answers[-1], guess):
        assert int(each.headers["Retry-After"]) >= 1
        failed(each, 429, "later")
    assert dock.ask("GET", "/v1/rmas").status_code == 200
    body = {"code": code, "name": "Dock 2"}
    assert requests.post(watched.url + "/v1/stations/enrol", json=body, timeout=20).status_code == 201


def test_an_address_that_waited_may_guess_again_and_another_never_had_to_wait() -> None:
    time = 0.0
    guesses = Guesses(lambda: time)
    waits = [guesses.wrong("192.0.2.1") for _ in range(AT_ONCE + 1)]
    assert (waits[-2], waits[-1]) == (0, 1)
    assert guesses.wrong("192.0.2.2") == 0
    time = 1.0
    assert [guesses.wrong("192.0.2.1") for _ in range(2)] == [0, 1]
