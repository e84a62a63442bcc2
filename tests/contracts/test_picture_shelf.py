"""What every shelf of pictures promises."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from dockstation.adapters.decoders.thumbnails import thumbnail
from dockstation.adapters.pictures.shelf import ShelfFolder
from dockstation.application.ports.picture_shelf import PictureShelf
from dockstation.domain.errors import DockstationError
from tests.fakes.picture_shelf import FakePictureShelf

NAME = "a" * 64


@pytest.fixture(params=["fake", "folder"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> PictureShelf:
    return FakePictureShelf() if request.param == "fake" else ShelfFolder(tmp_path / "pictures", thumbnail)


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 400), "red").save(file, "PNG")
    return file.getvalue()


def test_what_was_put_is_there_and_nothing_else(shelf: PictureShelf) -> None:
    assert shelf.get(NAME) is None
    small = shelf.put(NAME, picture())
    assert shelf.get(NAME) == small
    assert shelf.put(NAME, picture()) == small
    assert shelf.get("b" * 64) is None


def test_what_is_no_picture_is_not_kept(shelf: PictureShelf) -> None:
    with pytest.raises(DockstationError) as failed:
        shelf.put(NAME, b"<html></html>")
    assert failed.value.code == "picture.unreadable"
    assert shelf.get(NAME) is None
