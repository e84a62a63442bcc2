"""The outbox without a window."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from tests.cli.program import COMMAND, SECONDS, Service, environment, run
from tests.cli.test_server import Dock


@pytest.fixture
def server(tmp_path):
    with Service("server", "--data", tmp_path / "server") as service:
        yield service


@pytest.fixture
def dock(tmp_path, server) -> Dock:
    dock = Dock(tmp_path, server.port)
    assert run("enrol", "--code", dock.code(), *dock.here).code == 0
    return dock


@contextmanager
def running(dock: Dock) -> Iterator[subprocess.Popen[str]]:
    command = [*COMMAND, "sync", "run", "--json", *map(str, dock.here)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=SECONDS)


def line(process):
    return json.loads(process.stdout.readline())


def test_what_happens_meanwhile_is_sent_long_before_the_timer_and_it_ends_when_told(dock):
    with running(dock) as process:
        first = line(process)
        assert (first["network"], first["events"], first["next_s"]) == ("online", 0, 15)
        dock.work()
        then = line(process)
        assert (then["events"], then["photos"]) == (2, 1)
        assert datetime.fromisoformat(then["at"]) - datetime.fromisoformat(first["at"]) < timedelta(seconds=10)
        process.terminate()
        assert process.communicate(timeout=SECONDS) == ("", "")
        assert process.returncode == 0
    assert run("sync", "status", "--json", *dock.here).json()["pending"] == 0


def test_without_the_server_it_says_why_goes_on_trying_and_nobody_else_works_in_the_folder(dock, server):
    server.stop()
    with running(dock) as process:
        tries = [line(process) for _ in range(2)]
        assert {each["network"] for each in tries} == {"offline"}
        assert {each["problem"] for each in tries} == {"central.unreachable"}
        assert "everything is kept" in tries[0]["says"]
        assert run("sync", "once", *dock.here).code == 69
        process.terminate()
        process.wait(SECONDS)
        assert process.returncode == 0


def test_a_station_that_is_not_enrolled_is_told_so(tmp_path):
    said = run("sync", "run", *Dock(tmp_path, 9).here)
    assert said.code == 69
    assert "enrol" in said.complaint()
