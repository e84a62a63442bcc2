"""A photo on a page is small, upright and like the one that was taken; what is no picture harms nobody."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from dockstation.labels.report.pictures import DOTS_PER_POINT, shrunk


def jpeg(size: tuple[int, int], orientation: int = 1) -> bytes:
    """Red on its left half, blue on its right, as the sensor saw it."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def png_that_says_it_is(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\0" * 12


def test_a_photo_fits_its_place_and_keeps_its_shape() -> None:
    small = shrunk(jpeg((1600, 1200)), 168, 113)
    assert small is not None
    data, width, height = small
    assert width <= 168 * DOTS_PER_POINT + 1
    assert height <= 113 * DOTS_PER_POINT + 1
    assert width / height == pytest.approx(4 / 3, abs=0.02)
    assert len(data) < 20_000


def test_a_camera_held_upright_gives_an_upright_picture() -> None:
    small = shrunk(jpeg((400, 300), orientation=6), 168, 113)
    assert small is not None
    with Image.open(BytesIO(small[0])) as picture:
        top, bottom = (picture.getpixel((picture.width // 2, y)) for y in (5, picture.height - 5))
    assert small[1] < small[2]
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (top[0] > 200, bottom[2] > 200) == (True, True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
        jpeg((400, 300))[:-2000],
        png_that_says_it_is(9_500, 9_500),
        png_that_says_it_is(60_000, 60_000),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage",
    ],
    ids=["empty", "text", "svg", "cut off", "large", "a bomb", "postscript"],
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert shrunk(data, 168, 113) is None
