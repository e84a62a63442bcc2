"""What every decoder promises."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dockstation.adapters.decoders.stack import DecoderStack, LiveDecoder
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import Decoder
from dockstation.domain.errors import DockstationError
from tests.adapters.decoders.drawn import drawn
from tests.fakes.decoder import FakeDecoder, code

MAKERS: dict[str, Callable[[], Decoder]] = {
    "fake": lambda: FakeDecoder((code("R26110001"),)),
    "zxing": ZxingDecoder,
    "zbar": ZbarDecoder,
    "stack": lambda: DecoderStack(ZxingDecoder(), ZbarDecoder()),
    "live": lambda: LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder()),
}


@pytest.fixture(params=MAKERS)
def decoder(request: pytest.FixtureRequest) -> Decoder:
    return MAKERS[request.param]()


def test_a_code_is_read_with_its_symbology_and_place(decoder: Decoder) -> None:
    picture = drawn("R26110001")
    (found,) = decoder.decode(picture)
    assert (found.text, found.symbology) == ("R26110001", "QRCode")
    assert 0 < found.confidence <= 1
    assert found.engine
    height, width = picture.shape
    assert all(0 <= x <= width and 0 <= y <= height for x, y in found.corners)


def test_colour_reads_like_grey(decoder: Decoder) -> None:
    (found,) = decoder.decode(np.dstack([drawn("R26110001")] * 3))
    assert found.text == "R26110001"


def test_an_empty_bench_has_no_codes(decoder: Decoder) -> None:
    assert decoder.decode(np.full((120, 160), 200, np.uint8)) == ()


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((0, 0), np.uint8),
        np.zeros((20, 20), np.float32),
        np.zeros((20, 20, 4), np.uint8),
        np.zeros((20,), np.uint8),
    ],
    ids=["empty", "float", "four channels", "one row of nothing"],
)
def test_what_is_no_picture_is_refused(decoder: Decoder, picture: np.ndarray) -> None:
    with pytest.raises(DockstationError) as caught:
        decoder.decode(picture)
    assert caught.value.code == "picture.unusable"
