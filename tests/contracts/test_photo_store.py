"""What every store of the server's photos promises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dockstation.server.blobs import Blobs
from dockstation.server.incoming import Incoming
from dockstation.server.photo_store import PhotoStore, PhotosUnavailable
from dockstation.server.s3_photos import S3Photos
from tests.fakes.s3 import Store, give_keys

DATA = b"\xff\xd8\xff" + bytes(range(256)) * 5000
NAME = hashlib.sha256(DATA).hexdigest()


@dataclass
class Shared:
    """One store as two servers open it."""

    open: Callable[[], PhotoStore]
    names: Callable[[], set[str]]
    close: Callable[[], object]


@pytest.fixture(params=["folder", "s3"])
def shared(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shared:
    if request.param == "folder":
        folder = tmp_path / "blobs"
        return Shared(lambda: Blobs(folder), lambda: _files(folder), lambda: folder.rename(tmp_path / "away"))
    s3: Store = request.getfixturevalue("s3")
    give_keys(monkeypatch)
    bucket = s3.bucket()
    return Shared(
        lambda: S3Photos(f"s3://{bucket}/photos/of", s3.endpoint, tmp_path),
        lambda: {each.removeprefix("photos/of/") for each in s3.names(bucket)},
        lambda: _remove(s3, bucket),
    )


def _files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def _remove(s3: Store, bucket: str) -> None:
    for each in s3.names(bucket):
        s3.client.delete_object(Bucket=bucket, Key=each)
    s3.client.delete_bucket(Bucket=bucket)


def coming(store: PhotoStore, data: bytes) -> Incoming:
    incoming = store.incoming()
    incoming.write(data)
    return incoming


def piece(store: PhotoStore, data: bytes, offset: int) -> None:
    with coming(store, data) as incoming:
        store.leave(incoming, NAME, offset)


def test_what_is_kept_is_read_at_another_server(shared: Shared) -> None:
    one, two = shared.open(), shared.open()
    one.check()
    with coming(one, DATA) as incoming:
        one.keep(incoming)
    assert two.read(NAME, len(DATA) + 1) == DATA
    assert two.read(NAME, 3) == b"\xff\xd8\xff"
    assert shared.names() == {NAME}


def test_the_same_photo_twice_is_one(shared: Shared) -> None:
    store = shared.open()
    for _ in range(2):
        with coming(store, DATA) as incoming:
            store.keep(incoming)
    assert shared.names() == {NAME}


def test_what_is_not_kept_leaves_nothing(shared: Shared) -> None:
    store = shared.open()
    with coming(store, DATA):
        pass
    assert shared.names() == set()


def test_what_never_came_is_told(shared: Shared) -> None:
    store = shared.open()
    assert store.came(NAME) == 0
    with pytest.raises(FileNotFoundError):
        store.read(NAME, 10)


def test_pieces_that_came_at_two_servers_are_one_photo(shared: Shared) -> None:
    one, two = shared.open(), shared.open()
    piece(one, DATA[:1000], 0)
    assert two.came(NAME) == 1000
    piece(two, DATA[1000:], 1000)
    assert one.came(NAME) == len(DATA)
    with one.joined(NAME) as whole:
        assert (whole.sha256, whole.size, whole.start) == (NAME, len(DATA), DATA[:16])
        one.keep(whole)
    one.forget(NAME)
    assert (two.came(NAME), shared.names()) == (0, {NAME})


def test_a_shorter_cut_takes_nothing_from_a_longer_one(shared: Shared) -> None:
    store = shared.open()
    piece(store, DATA[:1000], 0)
    piece(store, DATA[:500], 0)
    assert store.came(NAME) == 1000


def test_a_gap_does_not_count_and_another_photo_is_not_forgotten(shared: Shared) -> None:
    store = shared.open()
    piece(store, DATA[2000:3000], 2000)
    assert store.came(NAME) == 0
    piece(store, DATA[:2000], 0)
    assert store.came(NAME) == 3000
    store.forget("0" * 64)
    assert store.came(NAME) == 3000


def test_a_store_that_is_gone_says_so(shared: Shared) -> None:
    store = shared.open()
    shared.close()
    with pytest.raises(PhotosUnavailable):
        store.check()
