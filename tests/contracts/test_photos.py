"""What every place for photos promises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.application.ports.photos import Photos
from dockstation.domain.errors import DockstationError
from tests.fakes.photos import FakePhotos

SCRATCH = b"\xff\xd8 a scratch \xff\xd9"
MAKERS: tuple[Callable[[Path], Photos], ...] = (FakePhotos, PhotoFolder)


@pytest.fixture(params=MAKERS)
def photos(request: pytest.FixtureRequest, tmp_path: Path) -> Photos:
    made: Photos = request.param(tmp_path)
    return made


def test_a_photo_is_named_by_its_bytes_and_comes_back(photos: Photos) -> None:
    name = photos.save(SCRATCH)
    assert name == hashlib.sha256(SCRATCH).hexdigest()
    assert photos.read(name) == SCRATCH
    assert photos.path(name).read_bytes() == SCRATCH


def test_the_same_photo_twice_is_one(photos: Photos) -> None:
    assert photos.save(SCRATCH) == photos.save(SCRATCH)
    assert photos.read(photos.save(SCRATCH)) == SCRATCH


def test_a_photo_changed_on_disk_is_noticed(photos: Photos) -> None:
    name = photos.save(SCRATCH)
    photos.path(name).write_bytes(SCRATCH[:-1])
    with pytest.raises(DockstationError) as caught:
        photos.read(name)
    assert caught.value.code == "photo.damaged"


@pytest.mark.parametrize("name", ["0" * 64, "", "../../etc/passwd", "A" * 64, "0" * 65])
def test_a_photo_that_is_not_there_is_missing(photos: Photos, name: str) -> None:
    for ask in (photos.read, photos.path):
        with pytest.raises(DockstationError) as caught:
            ask(name)
        assert caught.value.code == "photo.missing"
