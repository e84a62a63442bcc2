"""Small pictures are drawn anew, upright and on white, or not at all."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from dockstation.adapters.decoders.thumbnails import SIDE, thumbnail
from dockstation.domain.errors import DockstationError

ORIENTATION = 0x0112


def saved(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def drawn(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(thumbnail(data, "x")))
    assert image.format == "JPEG"
    image.load()
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_large_picture_becomes_a_small_one(kind: str) -> None:
    assert drawn(saved(Image.new("RGB", (3000, 1500)), kind)).size == (SIDE, SIDE // 2)


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "RGBA", "LA"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    assert drawn(saved(Image.new(mode, (20, 10)))).size == (20, 10)


def test_what_shines_through_is_white() -> None:
    red, green, blue = drawn(saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)))).getpixel((20, 20))  # type: ignore[misc]  # RGB
    assert min(red, green, blue) > 250


def test_a_phones_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    assert drawn(saved(Image.new("RGB", (400, 200)), "JPEG", exif=exif)).size == (SIDE // 2, SIDE)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture.unreadable"),
        (b"<html><script>alert(1)</script></html>", "picture.unreadable"),
        (saved(Image.new("RGB", (200, 200), "red"))[:150], "picture.unreadable"),
        (saved(Image.new("1", (20_000, 20_000))), "picture.too_large"),
        (saved(Image.new("L", (40, 30)), "GIF"), "picture.unreadable"),
    ],
)
def test_what_means_harm_or_is_no_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(DockstationError) as failed:
        thumbnail(data, "x")
    assert failed.value.code == code
