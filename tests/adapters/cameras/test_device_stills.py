"""A webcam's full pictures: at its full size, while the live picture stays small; else the live one counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.cameras import live
from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.adapters.cameras.still import full_or_live
from dockstation.domain.shot import Doubt, Shot
from tests.adapters.cameras.webcam import Webcam

LIVE, FULL = (64, 48), (256, 192)


class Bench:
    """A webcam at the station; ``shoot`` is its shutter."""

    def __init__(self) -> None:
        self.webcam = Webcam({}, largest=FULL)
        self.opened = 0
        dev = Path("/dev/null")
        self.camera = OpenCvCamera(str(dev), 1, size=LIVE, still=FULL, open_node=self._node)

    def _node(self, _name: str) -> Webcam:
        self.opened += 1
        self.webcam.size = LIVE
        return self.webcam

    def size(self) -> tuple[int, int]:
        frame = self.camera.read()
        assert frame is not None
        return frame.shape[1], frame.shape[0]

    def shoot(self) -> Shot:
        frame = self.camera.read()
        assert frame is not None
        return full_or_live(frame, self.camera.still, 90)


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    bench.camera.open()
    yield bench
    bench.webcam.unplugged.set()
    bench.camera.close()


def test_a_photo_has_the_full_size_and_the_live_picture_stays_small(bench: Bench) -> None:
    assert bench.size() == LIVE
    for _ in range(2):
        shot = bench.shoot()
        assert (shot.width, shot.height) == FULL
        assert Doubt.NO_STILL not in shot.warnings
    assert bench.size() == LIVE
    assert bench.opened == 1


def test_the_photo_is_as_bright_as_the_live_picture(bench: Bench) -> None:
    frame = bench.camera.still()
    assert frame is not None
    assert abs(float(np.mean(frame)) - 90) < 3


def test_a_camera_that_has_no_larger_size_keeps_the_live_picture_and_says_so(bench: Bench) -> None:
    bench.webcam.largest = LIVE
    shot = bench.shoot()
    assert (shot.width, shot.height) == LIVE
    assert Doubt.NO_STILL in shot.warnings
    assert bench.size() == LIVE


def test_a_camera_that_takes_too_long_costs_no_photo(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "STILL_S", 0.2)
    bench.webcam.slow.set()
    shot = bench.shoot()
    assert (shot.width, shot.height) == LIVE
    assert Doubt.NO_STILL in shot.warnings


def test_a_camera_that_does_not_find_back_is_opened_again(bench: Bench) -> None:
    bench.webcam.keeps_large = True
    assert bench.shoot().width == FULL[0]
    while bench.opened == 1:
        bench.camera.read()
    bench.webcam.keeps_large = False
    assert bench.shoot().width == FULL[0]


def test_a_folder_as_a_camera_has_no_full_picture(tmp_path: Path) -> None:
    Image.new("RGB", LIVE, "grey").save(tmp_path / "1.png")
    camera = OpenCvCamera(str(tmp_path), 1, still=FULL)
    camera.open()
    frame = camera.read()
    assert frame is not None
    assert full_or_live(frame, camera.still, 90).warnings[-1] is Doubt.NO_STILL
