"""The drawn bench is good enough for the real reader."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.decoders.files import load
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.demo.pictures import Studio, write_film
from dockstation.demo.returns import sample_returns
from dockstation.settings import shipped
from dockstation.wire import RmaMessage

FONT = shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf"
COUNT = 8


@pytest.fixture(scope="module")
def rmas() -> tuple[RmaMessage, ...]:
    return sample_returns(3, datetime(2026, 11, 2, tzinfo=UTC))[:COUNT]


@pytest.fixture(scope="module")
def film(rmas: tuple[RmaMessage, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return write_film(tmp_path_factory.mktemp("film") / "new", rmas, FONT)


def test_the_pictures_are_in_the_order_of_the_returns(film: tuple[Path, ...], rmas: tuple[RmaMessage, ...]) -> None:
    assert sorted(film[0].parent.iterdir()) == list(film)
    assert [path.stem.partition("-")[2] for path in film] == [rma.number for rma in rmas]


@pytest.mark.parametrize("index", range(COUNT))
def test_the_label_is_read_from_every_picture(
    film: tuple[Path, ...], rmas: tuple[RmaMessage, ...], index: int
) -> None:
    picture = load(film[index])
    assert picture.shape == (1080, 1920)
    found = {code.symbology: code.text for code in ZxingDecoder(thorough=False).decode(picture)}
    assert found == {"QRCode": f"DSRMA-{rmas[index].number}", "Code128": rmas[index].tracking_numbers[0]}


def test_the_item_lies_beside_the_parcel(film: tuple[Path, ...]) -> None:
    """Pictures of different categories differ on the right more than noise makes them."""
    right = [np.asarray(Image.open(path).convert("L"), np.int16)[:, 1200:] for path in film[:4]]
    for one, other in pairwise(right):
        assert (np.abs(one - other) > 40).mean() > 0.05


def test_the_same_return_gives_the_same_picture(rmas: tuple[RmaMessage, ...]) -> None:
    studio = Studio(FONT)
    first = studio.scene(rmas[0])
    studio.scene(rmas[1])
    assert studio.scene(rmas[0]).tobytes() == first.tobytes()
