"""A photo whose upload is cut goes on where it was cut, over a real link to a real server."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.application.ports.central import CentralFailed, FailureClass
from tests.adapters.central.conftest import Connect
from tests.fakes.canned_server import TIME, CannedServer, answer
from tests.fakes.cutting_proxy import CuttingProxy
from tests.fakes.server_process import ServerProcess

MIB = 1024 * 1024


@pytest.fixture
def link(server: ServerProcess) -> Iterator[CuttingProxy]:
    with CuttingProxy(server.port) as proxy:
        yield proxy


@pytest.fixture
def central(server: ServerProcess, link: CuttingProxy, credentials: Credentials) -> Iterator[HttpCentral]:
    credentials.save(enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20))
    found = HttpCentral(link.url, credentials, timeout=20)
    yield found
    found.close()


@pytest.fixture
def photo(tmp_path: Path) -> tuple[str, Path]:
    data, path = secrets.token_bytes(3 * MIB), tmp_path / "photo.jpg"
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest(), path


def came(server: ServerProcess, sha256: str) -> int:
    return sum(each.stat().st_size for each in (server.data / "blobs" / "pieces").glob(f"{sha256}-*"))


def cut(server: ServerProcess, central: HttpCentral, link: CuttingProxy, photo: tuple[str, Path], after: int) -> None:
    """One try, cut after so many bytes, and the server has noticed."""
    before, deadline = came(server, photo[0]), time.monotonic() + 10
    assert not central.has_photo(photo[0])
    link.left = after
    with pytest.raises(CentralFailed) as failed:
        central.put_photo(*photo)
    assert failed.value.failure is FailureClass.LATER
    while came(server, photo[0]) - before < after - 150_000:
        assert time.monotonic() < deadline
    link.left, link.sent = 10**9, 0


def test_only_what_is_missing_is_sent_after_a_cut(
    server: ServerProcess, central: HttpCentral, link: CuttingProxy, photo: tuple[str, Path]
) -> None:
    cut(server, central, link, photo, 2 * MIB)
    assert not central.has_photo(photo[0])
    central.put_photo(*photo)
    assert link.sent < MIB + 100_000
    assert central.has_photo(photo[0])
    assert (server.data / "blobs" / photo[0]).read_bytes() == photo[1].read_bytes()


def test_a_link_that_never_lasts_for_a_whole_photo_gets_it_there_in_the_end(
    server: ServerProcess, central: HttpCentral, link: CuttingProxy, photo: tuple[str, Path]
) -> None:
    for _ in range(3):
        cut(server, central, link, photo, 700_000)
    assert not central.has_photo(photo[0])
    central.put_photo(*photo)
    assert central.has_photo(photo[0])
    assert link.sent < MIB + 200_000


def test_what_came_and_was_spoilt_is_sent_anew(
    server: ServerProcess, central: HttpCentral, link: CuttingProxy, photo: tuple[str, Path]
) -> None:
    cut(server, central, link, photo, 2 * MIB)
    assert not central.has_photo(photo[0])
    piece, *_ = (server.data / "blobs" / "pieces").glob(f"{photo[0]}-*")
    piece.write_bytes(bytes(piece.stat().st_size))
    central.put_photo(*photo)
    assert central.has_photo(photo[0])


def test_what_another_station_has_sent_on_meanwhile_is_no_failure(
    server: ServerProcess, central: HttpCentral, link: CuttingProxy, credentials: Credentials, photo: tuple[str, Path]
) -> None:
    cut(server, central, link, photo, 2 * MIB)
    assert not central.has_photo(photo[0])
    tokens = credentials.load()
    assert tokens is not None
    offset = came(server, photo[0])
    headers = {"Authorization": f"Bearer {tokens.access_token}", "Upload-Offset": str(offset)}
    url = f"{server.url}/v1/blobs/{photo[0]}"
    rest = photo[1].read_bytes()[offset : offset + 900_000]
    assert requests.patch(url, rest, headers=headers, timeout=20).status_code == 204
    central.put_photo(*photo)
    assert link.sent < 2 * MIB + 200_000
    assert central.has_photo(photo[0])


def test_a_server_that_takes_no_pieces_gets_the_whole(connect: Connect, photo: tuple[str, Path]) -> None:
    with CannedServer(answer("404 Not Found", headers=TIME + "Connection: close\r\n")) as server:
        central = connect(server.url)
        for _ in range(2):
            central.has_photo(photo[0])
            with pytest.raises(CentralFailed):
                central.put_photo(*photo)
    assert {line.split(b" ", 1)[0] for line in server.requests} == {b"HEAD", b"PUT"}


def test_on_a_quick_line_the_next_photo_goes_whole_and_in_pieces_again_after_a_cut(
    server: ServerProcess, link: CuttingProxy, credentials: Credentials, tmp_path: Path
) -> None:
    credentials.save(enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20))
    central, parts = HttpCentral(link.url, credentials, timeout=20, at_once=True), list[int]()
    for last in (7, 8):
        data, path = secrets.token_bytes(3 * MIB), tmp_path / f"{last}.jpg"
        path.write_bytes(data)
        photo, parts = (hashlib.sha256(data).hexdigest(), path), []
        assert not central.has_photo(photo[0])
        central.put_photo(*photo, parts.append)
        assert central.has_photo(photo[0])
    assert parts == [3 * MIB]
    photo[1].write_bytes(secrets.token_bytes(3 * MIB))
    photo = hashlib.sha256(photo[1].read_bytes()).hexdigest(), photo[1]
    cut(server, central, link, photo, 2 * MIB)
    assert not central.has_photo(photo[0])
    central.put_photo(*photo)
    assert link.sent < MIB + 200_000
    central.close()
