"""Photos come in whole, under the hash that the server computed itself, or not at all."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from dockstation.wire import PHOTO_BYTES
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock


def named(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest(sha256: str) -> str:
    return f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode()}:"


def in_folder(server: ServerProcess) -> set[str]:
    return {path.name for path in (server.data / "blobs").iterdir()}


def test_a_photo_comes_in_as_it_is(server: ServerProcess, dock: Dock, name: str) -> None:
    data = name.encode() * 200_000
    assert dock.ask("HEAD", f"/v1/blobs/{named(data)}").status_code == 404
    headers = {"Content-Digest": digest(named(data)), "If-None-Match": "*"}
    answer = dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data, headers=headers)
    assert (answer.status_code, answer.headers["Repr-Digest"]) == (201, digest(named(data)))
    assert (server.data / "blobs" / named(data)).read_bytes() == data
    assert dock.ask("HEAD", f"/v1/blobs/{named(data)}").headers["Repr-Digest"] == digest(named(data))
    again = dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data, headers=headers)
    assert (again.status_code, again.headers["Repr-Digest"]) == (412, digest(named(data)))


@pytest.mark.parametrize("data", [b"", b"other bytes"])
def test_wrong_bytes_leave_nothing_behind(
    server: ServerProcess, dock: Dock, failed: Any, name: str, data: bytes
) -> None:
    before = in_folder(server)
    sha256 = named(name.encode()) if data else named(b"")
    failed(dock.ask("PUT", f"/v1/blobs/{sha256}", data=data), 422, "permanent")
    assert in_folder(server) == before
    assert dock.ask("HEAD", f"/v1/blobs/{sha256}").status_code == 404


def test_a_digest_that_contradicts_the_name_is_refused(dock: Dock, failed: Any, name: str) -> None:
    data = name.encode()
    headers = {"Content-Digest": digest(named(b"x"))}
    failed(dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data, headers=headers), 422, "permanent")


@pytest.mark.parametrize(
    "trick",
    [
        "../admin-token",
        "..%2fadmin-token",
        "%2e%2e%2fadmin-token",
        "..\\admin-token",
        "a" * 63,
        "A" * 64,
        "g" * 64,
        f"{'a' * 64}%0a",
        f"{'a' * 64}%00",
        "incoming-x",
    ],
)
def test_a_name_that_is_no_hash_reaches_no_file(server: ServerProcess, dock: Dock, trick: str) -> None:
    before, token = in_folder(server), server.admin_token
    answer = dock.ask("PUT", f"/v1/blobs/{trick}", data=b"x")
    assert answer.status_code in (404, 422)
    assert answer.json()["class"] == "permanent"
    assert (in_folder(server), server.admin_token) == (before, token)


def test_a_photo_that_is_too_large_is_refused_before_it_is_stored(
    server: ServerProcess, dock: Dock, failed: Any
) -> None:
    before = in_folder(server)
    headers = {"Content-Length": str(PHOTO_BYTES + 1), "Connection": "close"}  # which never come
    answer = dock.ask("PUT", f"/v1/blobs/{'0' * 64}", data=b"", headers=headers)
    failed(answer, 413, "permanent")
    assert in_folder(server) == before


def test_a_server_that_cannot_write_says_later_and_nothing_of_its_insides(
    server: ServerProcess, dock: Dock, failed: Any, name: str
) -> None:
    folder, aside = server.data / "blobs", server.data / "aside"
    folder.rename(aside)
    try:
        answer = dock.ask("PUT", f"/v1/blobs/{named(name.encode())}", data=name.encode())
    finally:
        aside.rename(folder)
    failed(answer, 500, "later")
    assert "blobs" not in answer.text
    assert "Dockstation-Server-Time" in answer.headers
    assert dock.ask("PUT", f"/v1/blobs/{named(name.encode())}", data=name.encode()).status_code == 201
