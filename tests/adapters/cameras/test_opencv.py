"""The camera in all its kinds: folder, file, stream."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.cameras.jpeg import encode_jpeg
from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.mjpeg_server import MjpegServer
from tests.adapters.cameras.network_camera import NetworkCamera


def brightness(camera: OpenCvCamera) -> int:
    frame = camera.read()
    assert frame is not None
    return round(float(frame.mean()))


def picture(path: Path, value: int) -> None:
    Image.new("RGB", (64, 48), (value, value, value)).save(path)


def video(path: Path, frames: int, fps: float) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, (64, 48))
    for number in range(frames):
        writer.write(np.full((48, 64, 3), 20 + 40 * number, np.uint8))
    writer.release()
    return path


def until(camera: OpenCvCamera, wanted: Callable[[int], bool]) -> int:
    """Read until a frame is as wanted; the test's own time limit ends it otherwise."""
    while not wanted(value := brightness(camera)):
        pass
    return value


def test_each_picture_of_a_folder_is_held_for_its_time(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 100)
    picture(tmp_path / "b.png", 200)
    camera = OpenCvCamera(str(tmp_path), seconds_per_picture=60)
    camera.open()
    assert [brightness(camera) for _ in range(4)] == [100] * 4
    camera.close()


def test_a_folder_is_shown_by_name_at_fifteen_frames_a_second_and_again(tmp_path: Path) -> None:
    for name, value in (("b.png", 200), ("a.jpg", 100), ("c.bmp", 30)):
        picture(tmp_path / name, value)
    camera = OpenCvCamera(str(tmp_path), seconds_per_picture=0.1)
    camera.open()
    start = time.monotonic()
    seen = [brightness(camera) for _ in range(12)]
    took = time.monotonic() - start
    camera.close()
    changes = [value for value, before in zip(seen, [-1, *seen], strict=False) if value != before]
    assert changes[:4] == [100, 200, 30, 100]
    assert took > 11 / 15 * 0.9


def test_a_picture_put_into_the_folder_later_joins_in(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 100)
    camera = OpenCvCamera(str(tmp_path), seconds_per_picture=0.01)
    camera.open()
    assert brightness(camera) == 100
    picture(tmp_path / "b.png", 200)
    assert until(camera, lambda value: value != 100) == 200
    camera.close()


def test_files_that_are_no_pictures_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8 half")
    (tmp_path / "notes.txt").write_text("hold this")
    picture(tmp_path / "z.png", 90)
    camera = OpenCvCamera(str(tmp_path), seconds_per_picture=0.01)
    camera.open()
    assert {brightness(camera) for _ in range(3)} == {90}
    camera.close()


def test_a_folder_emptied_meanwhile_shows_nothing_and_does_not_hang(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 100)
    camera = OpenCvCamera(str(tmp_path), seconds_per_picture=0.01)
    camera.open()
    assert brightness(camera) == 100
    (tmp_path / "a.png").unlink()
    while camera.read() is not None:
        pass
    assert camera.read() is None
    camera.close()


def test_a_video_runs_at_its_own_speed_and_starts_again(tmp_path: Path) -> None:
    camera = OpenCvCamera(str(video(tmp_path / "film.avi", frames=4, fps=20)), seconds_per_picture=1)
    camera.open()
    start = time.monotonic()
    seen = [brightness(camera) for _ in range(9)]
    took = time.monotonic() - start
    camera.close()
    assert np.allclose(seen, [20, 60, 100, 140, 20, 60, 100, 140, 20], atol=4)
    assert took > 8 / 20 * 0.9


def test_a_film_behind_an_address_is_shown_too(tmp_path: Path) -> None:
    film = video(tmp_path / "film.avi", frames=4, fps=20).read_bytes()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: video/x-msvideo\r\nContent-Length: %d\r\n\r\n" % len(film)
    with NetworkCamera([film], head=head) as server:
        camera = OpenCvCamera(server.url, seconds_per_picture=1)
        camera.open()
        assert abs(until(camera, lambda value: value > 100) - 140) < 4
        camera.close()


def test_every_frame_of_a_stream_is_given_once() -> None:
    with MjpegServer() as server:
        camera = OpenCvCamera(server.url, seconds_per_picture=1)
        camera.open()
        seen = [brightness(camera) for _ in range(8)]
        camera.close()
    assert all(later > earlier for earlier, later in pairwise(seen))


def test_a_slow_reader_of_a_stream_gets_the_newest_frame() -> None:
    with MjpegServer() as server:
        camera = OpenCvCamera(server.url, seconds_per_picture=1)
        camera.open()
        brightness(camera)
        behind = server.sent
        while server.sent < behind + 60:  # away for 60 frames
            server.stop.wait(0.01)
        camera.read()  # may have come in at the very start of the wait
        newest = brightness(camera)
        camera.close()
    assert newest > behind + 40


def test_a_stream_that_breaks_is_taken_up_again() -> None:
    with MjpegServer() as server:
        camera = OpenCvCamera(server.url, seconds_per_picture=1)
        camera.open()
        brightness(camera)
        server.hang_up.set()
        while server.connections < 2:
            camera.read()
        assert camera.read() is not None
        camera.close()


def test_closing_lets_a_waiting_reader_go() -> None:
    with MjpegServer() as server:
        camera = OpenCvCamera(server.url, seconds_per_picture=1)
        camera.open()
        last: list[object] = []

        def read_on() -> None:
            while camera.read() is not None:
                pass
            last.append(None)

        reader = threading.Thread(target=read_on)
        reader.start()
        brightness(camera)
        camera.close()
        reader.join(5)
    assert last == [None]


def test_closing_lets_the_holder_of_a_still_picture_go(tmp_path: Path) -> None:
    camera = OpenCvCamera(str(video(tmp_path / "slow.avi", frames=2, fps=1)), seconds_per_picture=1)
    camera.open()
    brightness(camera)
    closer = threading.Timer(0.05, camera.close)
    start = time.monotonic()
    closer.start()
    assert camera.read() is None
    assert time.monotonic() - start < 0.9
    closer.join()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", ""),
        ("97", "97"),
        ("/nowhere/film.mp4", "/nowhere/film.mp4"),
        (__file__, __file__),
        ("http://admin:secret@127.0.0.1:9/video?token=secret", "http://127.0.0.1:9/video"),
        ("gopher://127.0.0.1/x", "gopher://127.0.0.1/x"),
    ],
)
def test_a_source_that_is_not_there_is_named_without_its_password(source: str, told: str) -> None:
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera(source, seconds_per_picture=1).open()
    assert caught.value.code == "camera.unavailable"
    assert caught.value.facts == {"source": told}


def test_a_frame_becomes_a_jpeg_of_its_size() -> None:
    frame = np.full((48, 64, 3), (200, 20, 10), np.uint8)
    data = encode_jpeg(frame, 90)
    assert data.startswith(b"\xff\xd8")
    again = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert again is not None
    assert again.shape == frame.shape
    assert np.abs(again.astype(int) - frame).max() < 8
    noisy = np.random.default_rng(1).integers(0, 256, (48, 64, 3), np.uint8)
    assert len(encode_jpeg(noisy, 40)) < len(encode_jpeg(noisy, 95))


@pytest.mark.parametrize("frame", [np.zeros((0, 0, 3), np.uint8), np.zeros((9, 9), np.uint8), np.zeros((9, 9, 3))])
def test_what_is_no_frame_becomes_no_jpeg(frame: np.ndarray) -> None:
    with pytest.raises(DockstationError) as caught:
        encode_jpeg(frame, 90)
    assert caught.value.code == "picture.unusable"
