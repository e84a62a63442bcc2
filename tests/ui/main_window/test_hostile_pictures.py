"""Pictures that mean harm, or are none: one clear sentence each, and the window lives."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from tests.ui.main_window.dock import Dock
from tests.ui.main_window.pictures import drop, files, label_picture, refused


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(path: Path) -> None:
    """A PNG that says it is small and unpacks to a gigabyte."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0))
    squeezed = zlib.compressobj(9)
    data = b"".join(squeezed.compress(bytes(1 << 20)) for _ in range(1024)) + squeezed.flush()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def huge(path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(path)


def half(path: Path) -> None:
    label_picture(path)
    path.write_bytes(path.read_bytes()[:2000])


def three_gigabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


HOSTILE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "twenty thousand pixels square": ("huge.png", huge),
    "nothing in it": ("empty.png", Path.touch),
    "half a picture": ("half.png", half),
    "a bomb": ("bomb.png", bomb),
    "a pipe": ("pipe.png", os.mkfifo),
    "a device": ("device.png", lambda path: path.symlink_to("/dev/zero")),
    "a folder": ("folder.jpg", Path.mkdir),
    "three gigabytes": ("big.jpg", three_gigabytes),
    "a name that is no name": ("a\nb\x1b[2J\u202e.png", Path.touch),
    "not there": ("gone.png", lambda path: None),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_and_the_window_lives(dock: Dock, tmp_path: Path, kind: str) -> None:
    name, make = HOSTILE[kind]
    make(tmp_path / name)
    dock.begin()
    drop(dock.window, files(tmp_path / name))
    said = refused(dock)
    assert said.isprintable()
    assert dock.events() == []
    dock.open_parcel()


def test_a_picture_on_another_computer_is_never_fetched(dock: Dock) -> None:
    dock.begin()
    heard: list[str] = []
    dock.window.desk.refused.connect(heard.append)
    for url in ("http://127.0.0.1:9/a.png", "smb://nas/a.png", "data:image/png;base64,AAAA", "file://nas/b.png"):
        drop(dock.window, files(url))
    dock._qtbot.waitUntil(lambda: heard == ["picture.not_local"] * 4)
    dock.open_parcel()


def test_a_copied_picture_that_is_too_large_is_refused(dock: Dock) -> None:
    dock.begin()
    mime = files("https://example.com/x")
    image = QImage(20_000, 20_000, QImage.Format.Format_Mono)
    image.fill(1)
    mime.setImageData(image)
    drop(dock.window, mime)
    assert "too large" in refused(dock)
