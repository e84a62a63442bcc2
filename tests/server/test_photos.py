"""Photos come in whole, under the hash that the server computed itself, or not at all."""

from __future__ import annotations

import base64
import hashlib
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from dockstation.wire import PHOTO_BYTES
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, until


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


def cut_upload(dock: Dock, data: bytes, part: int, method: str = "PUT", **more: str) -> None:
    """Sends the first ``part`` bytes of what it announced and hangs up; returns when the server is done with it."""
    before = ended(dock.server, method)
    told = {"Host": "x", "Authorization": f"Bearer {dock.tokens['access_token']}", "Content-Length": str(len(data))}
    lines = [
        f"{method} /v1/blobs/{named(data)} HTTP/1.1",
        *(f"{key}: {value}" for key, value in (told | more).items()),
    ]
    with socket.create_connection(("127.0.0.1", dock.server.port), timeout=20) as link:
        link.sendall("\r\n".join([*lines, "", ""]).encode() + data[:part])
        link.shutdown(socket.SHUT_WR)
        while link.recv(4096):
            pass
    until(lambda: ended(dock.server, method) > before)


def ended(server: ServerProcess, method: str) -> float:
    """How many requests with photos are over."""
    name = f'dockstation_request_seconds_count{{method="{method}",route="/v1/blobs/{{sha256}}"'
    counts = [line for line in server.admin("GET", "/metrics").text.splitlines() if line.startswith(name)]
    return sum(float(line.split()[-1]) for line in counts)


def offset(dock: Dock, data: bytes) -> int:
    answer = dock.ask("HEAD", f"/v1/blobs/{named(data)}")
    assert answer.status_code == 404
    return int(answer.headers["Upload-Offset"])


def go_on(dock: Dock, data: bytes, at: int, piece: bytes, complete: bool = False) -> requests.Response:
    headers = {"Upload-Offset": str(at), "Upload-Complete": "?1" if complete else "?0"}
    return dock.ask("PATCH", f"/v1/blobs/{named(data)}", data=piece, headers=headers)


def pieces(server: ServerProcess, data: bytes) -> list[str]:
    return [path.name for path in (server.data / "blobs" / "pieces").glob(f"{named(data)}-*")]


def test_an_upload_that_was_cut_goes_on_where_it_was_cut(server: ServerProcess, dock: Dock, name: str) -> None:
    data = name.encode() * 50_000
    cut_upload(dock, data, 100_000)
    came = offset(dock, data)
    assert came == 100_000
    answer = go_on(dock, data, came, data[came : came + 50_000])
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "150000")
    answer = go_on(dock, data, 150_000, data[150_000:], complete=True)
    assert (answer.status_code, answer.headers["Repr-Digest"]) == (201, digest(named(data)))
    assert (server.data / "blobs" / named(data)).read_bytes() == data
    assert pieces(server, data) == []
    assert go_on(dock, data, 0, data, complete=True).status_code == 412


def test_a_piece_for_another_place_is_refused_and_changes_nothing(dock: Dock, failed: Any, name: str) -> None:
    data = name.encode() * 100
    assert go_on(dock, data, 0, data[:100]).status_code == 204
    for wrong in (0, 99, 101):
        answer = go_on(dock, data, wrong, data[wrong:], complete=True)
        failed(answer, 409, "permanent")
        assert answer.headers["Upload-Offset"] == "100"
    failed(go_on(dock, data, PHOTO_BYTES, b"x"), 413, "permanent")
    failed(go_on(dock, data, -1, b"x"), 422, "permanent")
    assert offset(dock, data) == 100


def test_pieces_that_are_not_the_photo_are_forgotten_and_the_whole_may_come(
    server: ServerProcess, dock: Dock, failed: Any, name: str
) -> None:
    data = name.encode() * 100
    assert go_on(dock, data, 0, b"spoilt").status_code == 204
    failed(go_on(dock, data, 6, data[6:], complete=True), 409, "permanent")
    assert (pieces(server, data), offset(dock, data)) == ([], 0)
    assert dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data).status_code == 201


def test_a_shorter_cut_takes_nothing_from_a_longer_one(dock: Dock, name: str) -> None:
    data = name.encode() * 50_000
    cut_upload(dock, data, 100_000)
    cut_upload(dock, data, 50_000)
    assert offset(dock, data) == 100_000


def test_two_stations_that_send_the_same_photo_at_once_both_get_it_there(
    server: ServerProcess, dock: Dock, name: str
) -> None:
    data, other = name.encode() * 50_000, Dock(server)

    def upload(by: Dock) -> int:
        for at in range(0, len(data), 50_000):
            answer = go_on(by, data, at, data[at : at + 50_000], complete=at + 50_000 >= len(data))
            if answer.status_code not in (204, 201):
                answer = by.ask("PUT", f"/v1/blobs/{named(data)}", data=data)
                break
        return answer.status_code

    with ThreadPoolExecutor() as pool:
        assert set(pool.map(upload, [dock, other])) <= {201, 412}
    assert (server.data / "blobs" / named(data)).read_bytes() == data
