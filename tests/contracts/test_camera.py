"""What every camera promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import repeat
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.application.ports.camera import Camera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.network_camera import NetworkCamera, jpeg, part
from tests.fakes.camera import FakeCamera

BLUE = np.full((48, 64, 3), (200, 20, 10), np.uint8)


Make = Callable[..., Camera]


def fake(_folder: Path, _stack: ExitStack, *, there: bool) -> Camera:
    return FakeCamera([BLUE] if there else [])


def folder_of_pictures(folder: Path, _stack: ExitStack, *, there: bool) -> Camera:
    if there:
        Image.fromarray(BLUE[:, :, ::-1]).save(folder / "blue.png")
    return OpenCvCamera(str(folder), seconds_per_picture=0.1)


def film(folder: Path, _stack: ExitStack, *, there: bool) -> Camera:
    path = folder / "blue.avi"
    if there:
        writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, (64, 48))
        for _ in range(5):
            writer.write(BLUE)
        writer.release()
    return OpenCvCamera(str(path), seconds_per_picture=1)


def stream(_folder: Path, stack: ExitStack, *, there: bool) -> Camera:
    phone = NetworkCamera(repeat(part(jpeg(BLUE))))
    with phone:
        pass  # to have a port that nobody listens at
    if there:
        stack.enter_context(phone)
    return OpenCvCamera(phone.url, seconds_per_picture=1)


@pytest.fixture(params=[fake, folder_of_pictures, film, stream])
def make(request: pytest.FixtureRequest) -> Iterator[Make]:
    cameras: list[Camera] = []

    with ExitStack() as stack:

        def one(folder: Path, *, there: bool) -> Camera:
            cameras.append(request.param(folder, stack, there=there))
            return cameras[-1]

        yield one
        for camera in cameras:
            camera.close()


def is_blue(frame: NDArray[np.uint8] | None) -> bool:
    """Blue as far as a film or JPEG keeps it."""
    return frame is not None and frame.shape == BLUE.shape and int(np.abs(frame.astype(int) - BLUE).max()) < 8


def test_frames_are_colour_pictures_in_bgr(make: Make, tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    frame = camera.read()
    camera.close()
    assert frame is not None
    assert frame.dtype == np.uint8
    assert is_blue(frame)


def test_drawing_on_a_frame_leaves_the_next_one_clean(make: Make, tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    first = camera.read()
    assert first is not None
    first[:] = 0
    second = camera.read()
    camera.close()
    assert is_blue(second)


def test_a_camera_that_is_not_there_says_so(make: Make, tmp_path: Path) -> None:
    with pytest.raises(DockstationError) as caught:
        make(tmp_path, there=False).open()
    assert caught.value.code == "camera.unavailable"
    assert caught.value.facts["source"]


def test_a_closed_camera_gives_nothing_and_closes_twice(make: Make, tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.close()
    camera.open()
    camera.close()
    camera.close()
    assert camera.read() is None


def test_a_camera_opens_again(make: Make, tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    camera.close()
    camera.open()
    assert camera.read() is not None
    camera.close()
