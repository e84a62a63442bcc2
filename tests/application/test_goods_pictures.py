"""Pictures of goods: asked for once, and a comfort that may fail."""

from __future__ import annotations

import hashlib

import pytest

from dockstation.application.goods_pictures import GoodsPictures
from dockstation.application.ports.central import CentralFailed
from dockstation.domain.errors import DockstationError
from tests.fakes.central import FakeCentral
from tests.fakes.picture_shelf import FakePictureShelf

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
NAME = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def central() -> FakeCentral:
    central = FakeCentral()
    central.photos[NAME] = PICTURE
    return central


@pytest.fixture
def pictures(central: FakeCentral) -> GoodsPictures:
    return GoodsPictures(FakePictureShelf(), lambda: central)


def test_what_was_fetched_once_is_there_without_the_server(central: FakeCentral, pictures: GoodsPictures) -> None:
    assert pictures.kept(NAME) is None
    small = pictures.fetch(NAME)
    central.down = True
    assert pictures.kept(NAME) == small


def test_a_station_that_no_server_knows_asks_nobody() -> None:
    assert GoodsPictures(FakePictureShelf(), lambda: None).fetch(NAME) is None


def test_without_the_server_nothing_is_kept(central: FakeCentral, pictures: GoodsPictures) -> None:
    central.down = True
    with pytest.raises(CentralFailed):
        pictures.fetch(NAME)
    assert pictures.kept(NAME) is None


def test_what_cannot_be_drawn_is_not_kept(central: FakeCentral, pictures: GoodsPictures) -> None:
    central.photos[NAME] = b"RIFF" + bytes(20)
    assert pictures.fetch(NAME)
    central.photos["b" * 64] = b"<html>"
    with pytest.raises(DockstationError):
        pictures.fetch("b" * 64)
    assert pictures.kept("b" * 64) is None
