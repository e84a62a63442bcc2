"""A central server that lives as long as its station."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from dockstation.adapters.own_server import OwnServer, environment
from dockstation.domain.errors import DockstationError

STATION = """\
import sys
from pathlib import Path
from dockstation.adapters.own_server import OwnServer

server = OwnServer(Path(sys.argv[1]))
server.attend(int(sys.argv[2]))
print("up", flush=True)
sys.stdin.read()
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def answers(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/v1/openapi.json", timeout=10).ok
    except requests.ConnectionError:
        return False


def test_it_answers_until_it_is_stopped_and_begins_anew_when_it_has_died(tmp_path: Path) -> None:
    server, port = OwnServer(tmp_path / "station-server"), free_port()
    try:
        server.attend(port)
        assert answers(port)
        assert server.admin_token()
        assert server._process is not None
        first = server._process
        server.attend(port)
        assert server._process is first
        first.kill()
        first.wait()
        server.attend(port)
        assert answers(port)
        second = server._process
    finally:
        server.close()
    assert not answers(port)
    assert second.returncode == 0, "it was let to end, not killed"


def test_a_station_that_is_killed_leaves_no_server_that_blocks_the_next(tmp_path: Path) -> None:
    folder, port = tmp_path / "station-server", free_port()
    station = subprocess.Popen(
        [sys.executable, "-c", STATION, str(folder), str(port)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert station.stdin is not None
    assert station.stdout is not None
    with station.stdin, station.stdout:
        assert station.stdout.readline() == b"up\n"
        assert answers(port)
        with socket.create_connection(("127.0.0.1", port), 30) as line:
            station.kill()
            station.wait()
            line.settimeout(30)
            assert line.recv(1) == b"", "the server let go of everybody"
    following = OwnServer(folder)
    try:
        following.attend(port)
        assert answers(port)
    finally:
        following.close()


def test_what_answers_already_is_left_alone_and_who_it_is_is_not_guessed(tmp_path: Path) -> None:
    server = OwnServer(tmp_path / "station-server")
    with socket.create_server(("127.0.0.1", 0)) as other:
        server.attend(other.getsockname()[1])
    assert server._process is None
    with pytest.raises(DockstationError, match=r"own_server\.other"):
        server.admin_token()


def test_one_that_cannot_start_says_where_it_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "station-server"
    folder.mkdir()
    (folder / "server.db").mkdir()
    with pytest.raises(DockstationError, match=r"own_server\.not_started"):
        OwnServer(folder).attend(free_port())
    assert (folder / "server.log").read_text("utf-8")
