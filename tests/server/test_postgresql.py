"""The server on PostgreSQL: what it says when it cannot start, and how it bears that the database goes away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from dockstation.domain.errors import DockstationError
from dockstation.server.main import serve
from dockstation.server.setup import Setup
from dockstation.server.store.engine import open_engine
from dockstation.server.store.tables import metadata
from tests.cli.program import run
from tests.fakes.chain import Chain
from tests.fakes.postgres import OWNER, PASSWORD, QUOTED, Cluster
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock


def refusal(folder: Path, url: str) -> DockstationError:
    """How the server refuses to start on this database; never with the password."""
    with pytest.raises(DockstationError) as failed:
        serve(Setup(folder, url), "127.0.0.1", 0)
    told = f"{failed.value!r} {failed.value.facts}"
    assert not any(each in told for each in (PASSWORD, QUOTED, "geheim"))
    return failed.value


def test_a_wrong_password_is_told(postgres: Cluster, tmp_path: Path) -> None:
    for wrong in (postgres.url("postgres", password="geheim"), postgres.url("postgres", user="nobody")):
        assert refusal(tmp_path, wrong).code == "server.database_user"


def test_a_database_that_is_not_there_is_told(postgres: Cluster, tmp_path: Path) -> None:
    error = refusal(tmp_path, postgres.url("nowhere"))
    assert (error.code, error.facts["name"], error.facts["user"]) == ("server.database_name", "nowhere", OWNER)


@pytest.mark.parametrize("host", ["nowhere.invalid", "127.0.0.1:1"])
def test_a_host_that_does_not_answer_is_told(tmp_path: Path, host: str) -> None:
    error = refusal(tmp_path, f"postgresql://{OWNER}:{QUOTED}@{host}/x")
    assert (error.code, error.facts["host"]) == ("server.database_host", host)


def test_a_database_that_cannot_hold_every_language_is_told(postgres: Cluster, tmp_path: Path) -> None:
    url = postgres.database("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
    error = refusal(tmp_path, url)
    assert (error.code, error.facts["why"]) == ("server.database", "its encoding is SQL_ASCII, not UTF8")


def test_an_address_from_the_environment_is_told_without_its_password(
    postgres: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCKSTATION_DATABASE_URL", postgres.url("postgres", password="geheim"))
    said = run("server", "--port", "0", "--data", tmp_path / "server")
    assert said.code == 69
    assert f"refuses the user {OWNER}" in said.complaint()
    assert "geheim" not in said.out + said.err


def test_the_migrations_make_the_tables_there_too(postgres: Cluster) -> None:
    engine = open_engine(postgres.database())
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"  # the tests' cluster has it off
        assert connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar() == "1min"
    engine.dispose()


class Served:
    """A server, and the hand on its database."""

    def __init__(self, postgres: Cluster, server: ServerProcess, name: str) -> None:
        self._postgres = postgres
        self._name = name
        self.server = server

    def cut_off(self) -> None:
        """Have every process that serves the database gone once this returns."""
        mine = f"FROM pg_stat_activity WHERE datname = '{self._name}'"
        self._postgres.tell(f"SELECT pg_terminate_backend(pid, 20000) {mine}")

    def open(self, may: bool) -> None:
        self._postgres.tell(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS {may}")

    def get(self, path: str) -> requests.Response:
        return requests.get(self.server.url + path, timeout=20)


@pytest.fixture
def served(postgres: Cluster, tmp_path: Path) -> Iterator[Served]:
    url = postgres.database()
    name = re.search(r"/(d[0-9a-f]+)\?", url)
    assert name is not None
    with ServerProcess(tmp_path / "data", database=url) as process:
        yield Served(postgres, process, name[1])


def test_a_database_that_goes_away_and_comes_back_loses_nothing(served: Served, failed: Any) -> None:
    dock = Dock(served.server)
    chain = Chain(dock.station)
    events = [chain.add() for _ in range(2)]
    dock.send(events[:1])
    served.cut_off()
    assert served.get("/v1/ready").status_code == 200  # a restart is not noticed
    served.open(False)
    served.cut_off()
    failed(served.get("/v1/ready"), 503, "later")
    assert served.get("/v1/health").status_code == 200
    body = {"events": [each.as_message() for each in events]}
    failed(dock.ask("POST", "/v1/events:batch", json=body), 503, "later")
    assert "the database does not answer" in served.server.log
    assert not any(each in served.server.log for each in (PASSWORD, QUOTED))
    served.open(True)
    assert [each["result"] for each in dock.send(events)] == ["duplicate", "created"]
    assert served.server.stop() == 0


def test_a_batch_takes_no_longer_because_its_station_has_sent_many(postgres: Cluster, tmp_path: Path) -> None:
    url, batches, size = postgres.database(), 6, 100
    with ServerProcess(tmp_path / "data", database=url) as process:
        dock = Dock(process)
        chain = Chain(dock.station)
        for _ in range(batches):
            dock.send([chain.add() for _ in range(size)])
        assert process.stop() == 0  # with its connections goes what they have counted to the database
    read = "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'events'"
    with psycopg.connect(url) as connection:
        found = connection.execute(read).fetchone()
    assert found is not None
    assert found[0] < batches * size  # what one look through all of them would read


def test_an_upload_goes_on_at_another_server_on_the_same_folder(postgres: Cluster, tmp_path: Path) -> None:
    database, data = postgres.database(), b"\xff\xd8\xff" + bytes(1000)
    path = f"/v1/blobs/{hashlib.sha256(data).hexdigest()}"
    with (
        ServerProcess(tmp_path / "data", database=database) as one,
        ServerProcess(one.data, database=database) as two,
    ):
        dock = Dock(one)
        assert dock.ask("PATCH", path, data=data[:600], headers={"Upload-Offset": "0"}).status_code == 204
        dock.server = two
        assert dock.ask("HEAD", path).headers["Upload-Offset"] == "600"
        last = {"Upload-Offset": "600", "Upload-Complete": "?1"}
        assert dock.ask("PATCH", path, data=data[600:], headers=last).status_code == 201
        dock.server = one
        assert dock.ask("HEAD", path).status_code == 200
