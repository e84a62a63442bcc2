"""Pictures as they are read and shown: upright, small enough to look at, each code where it is seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.decoders.files import PictureFiles
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.pictures import PREVIEW_SIDE, PictureReading
from dockstation.domain.errors import DockstationError
from tests.adapters.decoders.drawn import Picture, drawn

ORIENTATION = 0x0112
STORED = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
"""How a phone lays an upright picture down before it writes this orientation beside it."""


@pytest.fixture
def reader() -> PictureFiles:
    return PictureFiles(ZxingDecoder)


def label(width: int, height: int) -> Picture:
    """A code at the upper left of a white picture."""
    picture = np.full((height, width), 255, np.uint8)
    code = drawn("DSRMA-R26110001", dot=6)
    picture[: code.shape[0], : code.shape[1]] = code
    return picture


def boxed(reading: PictureReading) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the only code."""
    (code,) = reading.codes
    across, down = zip(*code.corners, strict=True)
    return min(across), min(down), max(across), max(down)


def darkness(reading: PictureReading) -> tuple[float, float]:
    """How dark the preview is within the code's box and how dark it is elsewhere."""
    left, top, right, bottom = boxed(reading)
    dark = 255.0 - reading.preview[:, :, 0]
    inside = dark[top : bottom + 1, left : right + 1]
    return float(inside.mean()), float((dark.sum() - inside.sum()) / (dark.size - inside.size))


@pytest.mark.parametrize("orientation", STORED)
def test_a_phones_picture_stands_upright_and_its_code_lies_in_its_box(
    reader: PictureFiles, tmp_path: Path, orientation: int
) -> None:
    image = Image.fromarray(label(900, 600))
    turned = STORED[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = image if turned is None else image.transpose(turned)
    stored.save(tmp_path / "photo.jpg", exif=exif, quality=95)
    reading = reader.read(reader.load(tmp_path / "photo.jpg"))
    assert reading.preview.shape == (600, 900, 3)
    inside, outside = darkness(reading)
    assert inside > 80
    assert outside < 2
    assert boxed(reading)[2] < 450


def test_a_large_picture_is_shown_small_with_its_code_in_its_place(reader: PictureFiles) -> None:
    picture = label(4000, 3000)
    reading = reader.read(reader.from_grey("copied", picture.tobytes(), (4000, 3000), 4000))
    assert max(reading.preview.shape) == PREVIEW_SIDE
    inside, outside = darkness(reading)
    assert inside > 80
    assert outside < 2


def test_rows_that_are_longer_than_the_picture_are_cut(reader: PictureFiles) -> None:
    picture = label(501, 400)
    padded = np.pad(picture, ((0, 0), (0, 3)))
    reading = reader.read(reader.from_grey("copied", padded.tobytes(), (501, 400), 504))
    assert reading.preview.shape == (400, 501, 3)
    assert [code.text for code in reading.codes] == ["DSRMA-R26110001"]


WORDS = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x04up!\0\0\0\0\0"
STRANGE = {
    "none such": WORDS.replace(b"\0\x02\0\0\0\x04up!\0", b"\0\x03\0\0\0\x01\0\x09\0\0"),
    "words": WORDS,
    "far away": WORDS.replace(b"\0\x02\0\0\0\x04up!\0", b"\0\x02\0\0\xff\xff\x7f\xff\xff\xff"),
    "cut off": WORDS[:20],
    "no table": b"Exif\0\0nonsense",
    "a table within itself": WORDS[:14] + b"\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\x08",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_orientation_leaves_the_picture_as_it_is(reader: PictureFiles, tmp_path: Path, kind: str) -> None:
    Image.fromarray(label(500, 400)).save(tmp_path / "photo.jpg", exif=STRANGE[kind])
    reading = reader.read(reader.load(tmp_path / "photo.jpg"))
    assert reading.preview.shape == (400, 500, 3)
    assert len(reading.codes) == 1


def test_a_strip_of_one_pixel_is_a_picture_without_codes(reader: PictureFiles, tmp_path: Path) -> None:
    Image.new("L", (20_000, 1)).save(tmp_path / "strip.png")
    reading = reader.read(reader.load(tmp_path / "strip.png"))
    assert (reading.codes, reading.preview.shape) == ((), (1, PREVIEW_SIDE, 3))


def test_pixels_of_no_picture_are_refused(reader: PictureFiles) -> None:
    with pytest.raises(DockstationError, match=r"picture\.unusable"):
        reader.read(reader.from_grey("copied", b"", (0, 0), 0))
