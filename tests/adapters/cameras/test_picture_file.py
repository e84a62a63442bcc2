"""Picture files as photos: a JPEG stays as it is, others become one, and what is no picture is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from dockstation.adapters.cameras.mjpeg import decoded
from dockstation.adapters.cameras.picture_file import MAX_BYTES, photo_of_file
from dockstation.domain.errors import DockstationError


def test_a_jpeg_is_kept_byte_by_byte_and_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    Image.new("RGB", (400, 300), "red").save(tmp_path / "phone.jpg", exif=exif)
    shot = photo_of_file(tmp_path / "phone.jpg", 90)
    small = decoded(shot.thumbnail)
    assert shot.data == (tmp_path / "phone.jpg").read_bytes()
    assert (shot.width, shot.height) == (300, 400)
    assert small is not None
    assert small.shape[0] > small.shape[1]


@pytest.mark.parametrize("ending", ["png", "webp", "bmp"])
def test_other_pictures_become_a_jpeg(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"picture.{ending}"
    Image.new("RGB", (320, 200), "blue").save(path)
    kept = decoded(photo_of_file(path, 90).data)
    assert kept is not None
    assert (kept.shape, kept[100, 160, 0] > 200) == ((200, 320, 3), True)


def test_transparency_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    kept = decoded(photo_of_file(tmp_path / "clear.png", 90).data)
    assert kept is not None
    assert kept.min() > 250


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut off"])
def test_what_is_no_picture_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "it.jpg").write_bytes(content)
    with pytest.raises(DockstationError, match=r"picture\.unreadable"):
        photo_of_file(tmp_path / "it.jpg", 90)
    with pytest.raises(DockstationError, match=r"picture\.unreadable"):
        photo_of_file(tmp_path, 90)


def test_more_than_the_server_takes_is_refused_before_it_is_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DockstationError, match=r"picture\.too_large"):
        photo_of_file(tmp_path / "huge.jpg", 90)
