"""Several processes at one port: each event counts once, whichever of them dies."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psutil
import pytest
import requests

from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import SECONDS, Dock, until
from tests.server.test_watching import counted


@pytest.fixture(scope="module", params=["postgresql", "sqlite"])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    database = request.getfixturevalue("postgres").database() if request.param == "postgresql" else None
    with ServerProcess(tmp_path_factory.mktemp("workers") / "data", database=database, workers=2) as process:
        yield process


def workers(server: ServerProcess) -> set[int]:
    found = psutil.Process(server.pid).children(recursive=True)
    return {each.pid for each in found if "spawn_main" in " ".join(each.cmdline())}


class Sender(threading.Thread):
    """A dock that sends batches, each again until it is answered."""

    def __init__(self, server: ServerProcess, under_way: threading.Barrier, batches: int) -> None:
        super().__init__()
        self.dock = Dock(server)
        self.sent: list[str] = []
        self.answers: list[str] = []
        self.failures = 0
        self._under_way = under_way
        self._batches = batches

    def run(self) -> None:
        chain = Chain(self.dock.station)
        for turn in range(self._batches):
            batch = [chain.add() for _ in range(20)]
            self.sent += [each.id for each in batch]
            self.answers += self._until_answered(batch)
            if turn == 2:
                self._under_way.wait(SECONDS)

    def _until_answered(self, batch: Any) -> list[str]:
        for _ in range(50):
            try:
                return [each["result"] for each in self.dock.send(batch)]
            except requests.RequestException:
                self.failures += 1
        raise AssertionError("never answered")


def test_a_worker_killed_during_batches_loses_nothing_and_another_takes_its_place(shared: ServerProcess) -> None:
    until(lambda: len(workers(shared)) == 2)
    before = workers(shared)
    under_way = threading.Barrier(4)
    senders = [Sender(shared, under_way, 12) for _ in range(3)]
    for each in senders:
        each.start()
    under_way.wait(SECONDS)
    killed = min(before)
    psutil.Process(killed).kill()
    for each in senders:
        each.join(SECONDS)
    for each in senders:
        assert len(each.sent) == 240
        assert [event["id"] for event in shared.events(each.dock.station)] == each.sent
        assert set(each.answers) <= {"created", "duplicate"}
    until(lambda: len(workers(shared)) == 2)
    assert killed not in workers(shared)
    assert "a worker ended (-9)" in shared.log


def test_what_all_workers_did_is_counted_together(shared: ServerProcess) -> None:
    before = counted(shared, 'dockstation_events_total{result="created"}')
    senders = [Sender(shared, threading.Barrier(4), 2) for _ in range(4)]
    for each in senders:
        each.start()
    for each in senders:
        each.join(SECONDS)
    for _ in range(4):
        assert counted(shared, 'dockstation_events_total{result="created"}') - before == 160


def test_all_workers_end_with_the_one_that_looks_after_them_however_it_ends(shared: ServerProcess) -> None:
    running = workers(shared)
    if shared.database:
        assert shared.stop() == 0
        assert not any(map(psutil.pid_exists, running))
    else:
        shared.kill()
        until(lambda: not any(map(psutil.pid_exists, running)))
    with closing(socket.create_server(("127.0.0.1", shared.port))):
        pass  # the port is free
