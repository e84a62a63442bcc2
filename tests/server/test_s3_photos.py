"""The server's photos in S3: nothing counts as stored that cannot be read there, whatever the store does."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.server import s3_photos
from dockstation.server.main import serve
from dockstation.server.photo_store import PhotosUnavailable
from dockstation.server.s3_photos import S3Photos
from dockstation.server.setup import Setup
from tests.fakes.canned_server import CannedServer, answer
from tests.fakes.chain import Chain
from tests.fakes.cutting_proxy import CuttingProxy
from tests.fakes.postgres import Cluster
from tests.fakes.receiver import Receiver
from tests.fakes.s3 import SECRET, Store, give_keys
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock

PHOTO = b"\xff\xd8\xff" + bytes(3000)
PATH = f"/v1/blobs/{hashlib.sha256(PHOTO).hexdigest()}"


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    give_keys(monkeypatch)


@dataclass
class Machines:
    """Two servers with data folders of their own, one database and one bucket, and the wire to it."""

    one: ServerProcess
    two: ServerProcess
    bucket: str
    wire: CuttingProxy


@pytest.fixture(scope="module")
def machines(postgres: Cluster, s3: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    database, bucket, folder = postgres.database(), s3.bucket(), tmp_path_factory.mktemp("s3")
    with pytest.MonkeyPatch.context() as patch, CuttingProxy(int(s3.endpoint.rpartition(":")[2])) as wire:
        give_keys(patch)
        where: dict[str, Any] = {"database": database, "photos": f"s3://{bucket}/p", "s3_endpoint": wire.url}
        with ServerProcess(folder / "one", **where) as one:
            wire.left = 0  # the second one starts while nobody knows whether the bucket is there
            with ServerProcess(folder / "two", **where) as two:
                wire.left = 10**9
                yield Machines(one, two, bucket, wire)


def test_an_upload_goes_on_at_another_machine_that_shares_only_the_bucket(machines: Machines, s3: Store) -> None:
    dock = Dock(machines.one)
    assert dock.ask("PATCH", PATH, data=PHOTO[:2000], headers={"Upload-Offset": "0"}).status_code == 204
    dock.server = machines.two
    assert dock.ask("HEAD", PATH).headers["Upload-Offset"] == "2000"
    last = {"Upload-Offset": "2000", "Upload-Complete": "?1"}
    assert dock.ask("PATCH", PATH, data=PHOTO[2000:], headers=last).status_code == 201
    dock.server = machines.one
    assert dock.ask("GET", PATH).content == PHOTO
    assert dock.ask("PUT", PATH, data=PHOTO).status_code == 412
    assert s3.names(machines.bucket) == {f"p/{PATH.rpartition('/')[2]}"}
    assert SECRET not in machines.one.log + machines.two.log
    assert not list(machines.one.data.parent.rglob("incoming-*"))


def test_a_store_that_cannot_be_reached_makes_stations_wait_for_photos_alone(machines: Machines, failed: Any) -> None:
    dock, data = Dock(machines.two), PHOTO + b"more"
    path = f"/v1/blobs/{hashlib.sha256(data).hexdigest()}"
    machines.wire.left = 0
    failed(dock.ask("GET", "/v1/ready"), 503, "later")
    failed(dock.ask("PUT", path, data=data), 503, "later")
    assert "photos can neither be stored nor read" in machines.two.log
    assert dock.send([Chain(dock.station).add()])[0]["result"] == "created"
    machines.wire.left = 10**9
    assert dock.ask("GET", "/v1/ready").status_code == 200
    assert dock.ask("HEAD", path).status_code == 404
    assert dock.ask("PUT", path, data=data).status_code == 201
    assert dock.ask("HEAD", path).status_code == 200


def test_a_bucket_that_is_not_there_is_told_at_the_start(s3: Store, tmp_path: Path) -> None:
    with pytest.raises(DockstationError) as error:
        serve(Setup(tmp_path, photos="s3://nowhere-at-all", s3_endpoint=s3.endpoint), "127.0.0.1", 0)
    assert (error.value.code, error.value.facts) == ("server.s3", {"bucket": "nowhere-at-all", "why": "404"})


@pytest.mark.parametrize("url", ["/srv/photos", "https://bucket/photos", "s3:///photos", "s3://no_bucket!"])
def test_an_address_of_photos_that_is_none_is_told_at_the_start(s3: Store, tmp_path: Path, url: str) -> None:
    with pytest.raises(DockstationError) as error:
        S3Photos(url, s3.endpoint, tmp_path)
    assert error.value.code == "server.s3"


def test_a_bucket_that_is_closed_to_us_is_told_at_the_start(tmp_path: Path) -> None:
    with (
        CannedServer(answer("403 Forbidden", b"", "application/xml")) as store,
        pytest.raises(DockstationError) as error,
    ):
        S3Photos("s3://bucket", store.url, tmp_path)
    assert (error.value.code, error.value.facts["why"]) == ("server.s3", "403")


def test_without_its_library_or_keys_the_server_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    with pytest.raises(DockstationError) as error:
        S3Photos("s3://bucket", "http://127.0.0.1:9", tmp_path)
    assert (error.value.code, error.value.facts["why"]) == ("server.s3", "NoCredentialsError")
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(DockstationError) as error:
        S3Photos("s3://bucket", "http://127.0.0.1:9", tmp_path)
    assert (error.value.code, error.value.facts) == ("server.no_s3", {"library": "boto3"})


def test_a_store_that_keeps_other_bytes_than_it_took_has_not_stored_them(tmp_path: Path) -> None:
    def other_bytes(request: BaseHTTPRequestHandler) -> None:
        body = b"" if request.command == "PUT" else PHOTO[:-1] + b"x"
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    with Receiver(*[other_bytes] * 9) as store:
        photos = S3Photos("s3://bucket", store.url.partition("/told")[0], tmp_path)
        with photos.incoming() as incoming:
            incoming.write(PHOTO)
            with pytest.raises(PhotosUnavailable, match="other_bytes"):
                photos.keep(incoming)


def test_a_store_that_never_ends_its_answer_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(s3_photos, "READ_SECONDS", 0.2)
    with CannedServer(b"HTTP/1.1 200 OK\r\n", hold=True) as slow:
        photos = S3Photos("s3://bucket", slow.url, tmp_path)
        with pytest.raises(PhotosUnavailable):
            photos.came("0" * 64)
