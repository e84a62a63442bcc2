"""Who reads on from a cursor while several servers write misses nothing, whatever is committed in which order."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from dockstation.server.store.config import Draft
from dockstation.server.store.database import Database, Transaction
from dockstation.server.store.rmas import Change, Written
from tests.fakes.chain import Chain, outcome
from tests.fakes.postgres import Cluster
from tests.fakes.published import person
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

SERVERS, BATCHES, EACH = 3, 8, 5


@pytest.fixture
def servers(postgres: Cluster, tmp_path: Path) -> Iterator[list[ServerProcess]]:
    """Several processes on one database and one folder, all started at once on an empty one."""
    database = postgres.database()
    found = [ServerProcess(tmp_path / "data", database=database) for _ in range(SERVERS)]
    with ExitStack() as ends:
        for each in found:
            ends.push(each.__exit__)
        at_once([each.start for each in found])
        yield found


def at_once(works: Sequence[Callable[[], Any]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(90)
        assert not thread.is_alive()


def send(dock: Dock, kept: list[str]) -> None:
    chain = Chain(dock.station)
    for batch in range(BATCHES):
        lpns = [f"{dock.station[-9:]}-{batch}-{number}" for number in range(EACH)]
        events = [chain.completed(outcome(lpn, "")) for lpn in lpns]
        kept += [each["id"] for each in dock.send(events)]


def expect(server: ServerProcess, name: str, kept: list[str]) -> None:
    for batch in range(BATCHES):
        items = [rma(f"{name}-{batch}-{number}") for number in range(EACH)]
        server.import_rmas(items)
        kept += [each["number"] for each in items]


def publish(server: ServerProcess, kept: list[str]) -> None:
    for number in range(BATCHES):
        badge = f"P{server.port}-{number}"
        server.admin("PUT", f"/v1/people/{badge}", json=person())
        kept.append(badge)


def read_outcomes(server: ServerProcess, ended: threading.Event, seen: list[str]) -> None:
    more = True
    while more or not ended.is_set():
        last = ended.is_set()
        page = server.admin("GET", "/v1/outcomes", params={"after": seen[-1] if seen else ""}).json()
        seen += [each["event_id"] for each in page["items"]]
        more = page["more"] or not last


def read_rmas(dock: Dock, ended: threading.Event, seen: list[str]) -> None:
    cursor, more = "", True
    while more or not ended.is_set():
        last = ended.is_set()
        page = dock.ask("GET", "/v1/rmas", params={"cursor": cursor}).json()
        seen += [each["number"] for each in page["items"]]
        cursor, more = page["cursor"], page["more"] or not last


def read_config(dock: Dock, ended: threading.Event, seen: list[str]) -> None:
    cursor, more = "", True
    while more or not ended.is_set():
        last = ended.is_set()
        page = dock.ask("GET", "/v1/config", params={"cursor": cursor}).json()
        seen += [each["name"] for each in page["items"]]
        cursor, more = page["cursor"], page["more"] or not last


def test_readers_see_each_row_once_and_none_never(servers: list[ServerProcess]) -> None:
    assert len({each.admin_token for each in servers}) == 1
    ended = threading.Event()
    sent, expected, outcomes, rmas = [], [], [], []  # type: ignore[var-annotated] # of texts
    published, config = [], []  # type: ignore[var-annotated] # of texts
    writers = [lambda each=each: send(Dock(each), sent) for each in servers for _ in range(2)]
    writers += [lambda each=each: expect(each, f"R{each.port}", expected) for each in servers]
    writers += [lambda each=each: publish(each, published) for each in servers]
    reading = [
        threading.Thread(target=read_config, args=(Dock(servers[2]), ended, config)),
        threading.Thread(target=read_outcomes, args=(servers[0], ended, outcomes)),
        threading.Thread(target=read_rmas, args=(Dock(servers[1]), ended, rmas)),
    ]
    for each in reading:
        each.start()
    try:
        at_once(writers)
    finally:
        ended.set()
        for each in reading:
            each.join(60)
    assert (len(sent), len(expected)) == (SERVERS * 2 * BATCHES * EACH, SERVERS * BATCHES * EACH)
    assert sorted(outcomes) == sorted(sent)
    assert sorted(rmas) == sorted(expected)
    assert (sorted(config), len(config)) == (sorted(published), SERVERS * BATCHES)
    assert [each.log for each in servers] == [""] * SERVERS


class Two:
    """Two servers' databases, and whoever looks on."""

    def __init__(self, postgres: Cluster) -> None:
        self._postgres = postgres
        url = postgres.database()
        self.one, self.other = Database(url), Database(url)

    def meanwhile(self, first: Callable[[Transaction], Any], second: Callable[[Transaction], Any]) -> list[Any]:
        """What ``second`` came to, begun while ``first`` was done but not committed."""
        came_to: list[Any] = []

        def act() -> None:
            with self.other.writing() as work:
                came_to.append(second(work))

        thread = threading.Thread(target=act)
        with self.one.writing() as work:
            first(work)
            thread.start()
            while thread.is_alive() and not self._waits():
                pass
            self.seen_meanwhile, self.published_meanwhile = self.page(), self.published()
        thread.join(30)
        return came_to

    def _waits(self) -> bool:
        return bool(self._postgres.tell("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))

    def published(self) -> list[str]:
        with self.other.reading() as work:
            return [each.name for each in work.config.page(0, 9)[0]]

    def page(self) -> list[int]:
        with self.other.reading() as work:
            return [each.version for each in work.rmas.page(0, 9)[0]]


@pytest.fixture
def two(postgres: Cluster) -> Iterator[Two]:
    found = Two(postgres)
    yield found
    found.one.close()
    found.other.close()


def put(number: str) -> Callable[[Transaction], Any]:
    def act(work: Transaction) -> int:
        work.rmas.hold()
        written = Written(number, "{}", frozenset({number}), "approved")
        return work.rmas.put([written], Change("imported", "2026-03-02T08:00:00Z"))

    return act


def test_a_later_number_is_not_there_before_the_earlier_one(two: Two) -> None:
    assert two.meanwhile(put("R1"), put("R2")) == [1]
    assert (two.seen_meanwhile, two.page()) == ([], [1, 2])


def test_a_later_document_is_not_there_before_the_earlier_one(two: Two) -> None:
    def put_person(badge: str) -> Callable[[Transaction], int]:
        def act(work: Transaction) -> int:
            work.config.hold()
            return work.config.put([Draft("people", badge, "{}")], "office", "2026-03-02T08:00:00Z")[0].version

        return act

    assert two.meanwhile(put_person("ANNA"), put_person("BEN")) == [2]
    assert (two.published_meanwhile, two.published()) == ([], ["ANNA", "BEN"])


def test_a_code_that_two_use_at_once_enrols_one(two: Two) -> None:
    def use(work: Transaction) -> str | None:
        return work.stations.use_code("code", "2026")

    with two.one.writing() as work:
        work.stations.add_code("code", "9999", "")
    assert two.meanwhile(use, use) == [None]


def test_a_photo_that_comes_to_two_at_once_is_kept_once(two: Two) -> None:
    def add(work: Transaction) -> bool:
        work.outcomes.add_photo("0" * 64, 1, "2026")
        return work.outcomes.has_photo("0" * 64)

    assert two.meanwhile(add, add) == [True]


def test_what_is_read_together_is_of_one_moment(two: Two) -> None:
    with two.one.reading() as work:
        assert work.rmas.newest() == 0
        with two.other.writing() as other:
            put("R1")(other)
        assert (work.rmas.newest(), work.rmas.page(0, 9)[0]) == (0, ())
    assert two.page() == [1]
