"""What every camera promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.application.ports.camera import Camera
from dockstation.domain.errors import DockstationError
from tests.fakes.camera import FakeCamera

BLUE = np.full((48, 64, 3), (200, 20, 10), np.uint8)


def fake(folder: Path, *, there: bool) -> Camera:
    return FakeCamera([BLUE] if there else [])


def folder_of_pictures(folder: Path, *, there: bool) -> Camera:
    if there:
        Image.fromarray(BLUE[:, :, ::-1]).save(folder / "blue.png")
    return OpenCvCamera(str(folder), seconds_per_picture=0.1)


@pytest.fixture(params=[fake, folder_of_pictures])
def make(request: pytest.FixtureRequest) -> Callable[..., Camera]:
    maker: Callable[..., Camera] = request.param
    return maker


def test_frames_are_colour_pictures_in_bgr(make: Callable[..., Camera], tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    frame = camera.read()
    camera.close()
    assert frame is not None
    assert frame.dtype == np.uint8
    assert np.array_equal(frame, BLUE)


def test_drawing_on_a_frame_leaves_the_next_one_clean(make: Callable[..., Camera], tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    first = camera.read()
    assert first is not None
    first[:] = 0
    second = camera.read()
    camera.close()
    assert second is not None
    assert np.array_equal(second, BLUE)


def test_a_camera_that_is_not_there_says_so(make: Callable[..., Camera], tmp_path: Path) -> None:
    with pytest.raises(DockstationError) as caught:
        make(tmp_path, there=False).open()
    assert caught.value.code == "camera.unavailable"
    assert caught.value.facts["source"]


def test_a_closed_camera_gives_nothing_and_closes_twice(make: Callable[..., Camera], tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.close()
    camera.open()
    camera.close()
    camera.close()
    assert camera.read() is None


def test_a_camera_opens_again(make: Callable[..., Camera], tmp_path: Path) -> None:
    camera = make(tmp_path, there=True)
    camera.open()
    camera.close()
    camera.open()
    assert camera.read() is not None
    camera.close()
