"""Starting, stopping, and the folder that the server lives in."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from dockstation.domain.errors import DockstationError
from dockstation.server.blobs import Blobs
from dockstation.server.main import serve
from dockstation.server.pieces import LEAST, Pieces
from dockstation.server.setup import Setup
from dockstation.server.store.engine import MIGRATIONS, open_engine
from dockstation.server.store.tables import HEAD, metadata
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma


def test_a_server_asked_to_stop_ends_well_and_comes_back_with_all_it_had(tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "data # ?%20") as server:
        port, token = server.port, server.admin_token
        server.import_rmas([rma("R1")])
        assert server.stop() == 0
        server.start()
        assert (server.port, server.admin_token) == (port, token)
        assert server.import_rmas([rma("R1")]) == 0
        assert server.log == ""


def test_a_database_url_takes_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path, f"sqlite:///{tmp_path}/no/such/folder.db"), "127.0.0.1", 0)
    assert failed.value.code == "server.database"


@pytest.mark.parametrize("url", ["nonsense", "nobody://x", "postgresql+nodriver://x", "postgresql://u:p@h:port/x"])
def test_a_database_url_that_nobody_understands_is_told(tmp_path: Path, url: str) -> None:
    with pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path, url), "127.0.0.1", 0)
    assert (failed.value.code, failed.value.facts) == ("server.database_url", {})


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path), "127.0.0.1", taken.getsockname()[1])
    assert failed.value.code == "server.port"


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path / "file"), "127.0.0.1", 0)
    assert failed.value.code == "server.data"


def test_a_photo_on_its_way_to_another_server_is_left_alone_and_what_a_dead_one_left_is_removed(
    tmp_path: Path,
) -> None:
    Blobs(tmp_path)
    for name in ("incoming-young", "incoming-old"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / "incoming-old", (0, 0))
    Blobs(tmp_path)
    assert [path.name for path in tmp_path.glob("incoming-*")] == ["incoming-young"]


def test_pieces_of_photos_that_never_went_on_are_removed_after_a_day_and_when_they_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces, now = Pieces(tmp_path / "pieces"), time.time()
    monkeypatch.setattr("dockstation.server.pieces.KEPT_BYTES", 2 * LEAST)
    for name, age in (("a", 90_000), ("b", 300), ("c", 200), ("d", 100)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (now - age, now - age))
        pieces.add(name, 0, tmp_path / name)
        assert bool(pieces.came(name)) is (name != "a")
    assert [name for name in "bcd" if pieces.came(name)] == ["c", "d"]


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "server.db").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path), "127.0.0.1", 0)
    assert failed.value.code == "server.database"


def test_a_database_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    open_engine(tmp_path / "server.db").dispose()
    connection = sqlite3.connect(tmp_path / "server.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(DockstationError) as failed:
        serve(Setup(tmp_path), "127.0.0.1", 0)
    assert (failed.value.code, failed.value.facts) == ("server.newer", {"version": "9999"})


def test_the_migrations_make_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
    engine = open_engine(tmp_path / "server.db")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    engine.dispose()
