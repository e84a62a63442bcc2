"""Pictures of goods: from the administrator, to the stations, and nothing but pictures."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pytest
import requests
from PIL import Image

from dockstation.wire import PICTURE_BYTES
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

HTML = b"<html><script>alert(1)</script></html>"


def picture(kind: str, name: str) -> bytes:
    """Another one for each test."""
    file = io.BytesIO()
    colour = "#" + hashlib.sha256(name.encode()).hexdigest()[:6]
    Image.new("RGB", (40, 30), colour).save(file, kind)
    return file.getvalue()


def named(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def put(server: ServerProcess, data: bytes) -> requests.Response:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    return requests.put(f"{server.url}/v1/blobs/{named(data)}", data=data, headers=headers, timeout=20)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_station_gets_the_picture_that_the_administrator_put(
    server: ServerProcess, dock: Dock, name: str, kind: str
) -> None:
    data = picture(kind, name)
    assert [put(server, data).status_code for _ in range(2)] == [201, 412]
    answer = dock.ask("GET", f"/v1/blobs/{named(data)}")
    assert (answer.status_code, answer.content) == (200, data)
    assert answer.headers["Content-Type"] == f"image/{kind.lower()}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_line_names_its_picture(server: ServerProcess, dock: Dock, name: str, failed: Any) -> None:
    sample = rma(name)
    line = sample["lines"][0]
    server.import_rmas([sample | {"lines": [line | {"picture": "a" * 64}]}])
    (found,) = dock.ask("GET", "/v1/rmas/find", params={"code": name}).json()["items"]
    assert found["lines"][0]["picture"] == "a" * 64
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    twisted = sample | {"lines": [line | {"picture": "../admin-token"}]}
    answer = requests.post(f"{server.url}/v1/rmas:import", json={"items": [twisted]}, headers=headers, timeout=20)
    failed(answer, 422, "permanent")


def test_a_picture_that_has_not_come_is_not_there(dock: Dock, failed: Any, name: str) -> None:
    failed(dock.ask("GET", f"/v1/blobs/{named(name.encode())}"), 404, "permanent")


def test_what_is_no_picture_is_neither_taken_from_the_administrator_nor_given_to_a_station(
    server: ServerProcess, dock: Dock, failed: Any, name: str
) -> None:
    data = HTML + name.encode()
    failed(put(server, data), 415, "permanent")
    assert dock.ask("HEAD", f"/v1/blobs/{named(data)}").status_code == 404
    assert dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data).status_code == 201
    failed(dock.ask("GET", f"/v1/blobs/{named(data)}"), 415, "permanent")


def test_what_is_too_large_to_show_is_not_taken_either(
    server: ServerProcess, dock: Dock, failed: Any, name: str
) -> None:
    data = picture("PNG", name) + bytes(PICTURE_BYTES)
    failed(put(server, data), 413, "permanent")
    assert dock.ask("PUT", f"/v1/blobs/{named(data)}", data=data).status_code == 201
    failed(dock.ask("GET", f"/v1/blobs/{named(data)}"), 413, "permanent")


def test_the_administrator_sees_what_is_there_and_reads_nothing(
    server: ServerProcess, failed: Any, name: str
) -> None:
    data = picture("PNG", name)
    put(server, data)
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    url = f"{server.url}/v1/blobs/{named(data)}"
    assert requests.head(url, headers=headers, timeout=20).status_code == 200
    failed(requests.get(url, headers=headers, timeout=20), 401, "auth")
    failed(requests.get(url, timeout=20), 401, "auth")
