"""Network cameras that go away and come back, while the station runs on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from dockstation.adapters.cameras.mjpeg import MjpegSource
from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.network_camera import NetworkCamera, grey, now_ms, part, stamp
from tests.adapters.cameras.plug import Plug

Away = Callable[[Plug], None]
Back = Callable[[Plug], None]
KINDS: dict[str, tuple[Away, Back]] = {
    "reset": (lambda plug: plug.unplug(reset=True), Plug.plug_in),
    "closed": (Plug.unplug, Plug.plug_in),
    "silent": (Plug.fall_silent, Plug.wake),
}


@pytest.fixture
def phone() -> Iterator[NetworkCamera]:
    with NetworkCamera() as plugged:
        yield plugged


@pytest.fixture
def camera(phone: NetworkCamera) -> Iterator[OpenCvCamera]:
    opened = OpenCvCamera(phone.url, seconds_per_picture=1)
    opened.open()
    yield opened
    opened.close()


def seconds_until(camera: OpenCvCamera, *, there: bool) -> float:
    """How long it takes until a picture comes, or does not; the test's own limit ends it otherwise."""
    start = time.monotonic()
    while (camera.read() is not None) is not there:
        pass
    return time.monotonic() - start


def camera_threads() -> int:
    return sum(thread.name == "camera" for thread in threading.enumerate())


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_a_camera_that_went_away_comes_back_by_itself(kind: str, camera: OpenCvCamera, phone: NetworkCamera) -> None:
    leave, come_back = KINDS[kind]
    assert camera.read() is not None
    leave(phone)
    assert seconds_until(camera, there=False) < 3
    come_back(phone)
    assert seconds_until(camera, there=True) < 4
    frame = camera.read()
    assert frame is not None
    assert now_ms() - stamp(frame) < 500


def test_twenty_replugs_leave_no_thread_and_no_socket_behind(camera: OpenCvCamera, phone: NetworkCamera) -> None:
    counted = []
    for _ in range(20):
        known = phone.connections
        phone.unplug(reset=True)
        phone.plug_in()
        while phone.connections == known:
            camera.read()
        seconds_until(camera, there=True)
        counted.append((open_files(), camera_threads()))
    assert len(set(counted)) == 1
    assert camera_threads() == 1
    camera.close()
    assert camera_threads() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_closing_does_not_wait_for_a_camera_that_is_away(
    kind: str, camera: OpenCvCamera, phone: NetworkCamera
) -> None:
    KINDS[kind][0](phone)
    seconds_until(camera, there=False)
    while kind == "silent" and phone.connections < 2:  # until it is amid calling again
        phone.out.wait(0.01)
    start = time.monotonic()
    camera.close()
    assert time.monotonic() - start < 1
    assert camera.read() is None
    phone.wake()
    while camera_threads():
        phone.out.wait(0.01)


def test_a_stream_that_is_there_is_under_no_time_limit(camera: OpenCvCamera, phone: NetworkCamera) -> None:
    assert camera.read() is not None
    start = time.monotonic()
    while any(isinstance(thread, threading.Timer) for thread in threading.enumerate()):
        phone.pause(0.01)
    assert time.monotonic() - start < 2


def test_waiting_for_a_camera_costs_next_to_nothing(camera: OpenCvCamera, phone: NetworkCamera) -> None:
    phone.unplug()
    seconds_until(camera, there=False)
    used, start = time.process_time(), time.monotonic()
    assert camera.read() is None
    assert (time.process_time() - used) / (time.monotonic() - start) < 0.05


def test_a_camera_that_takes_the_call_and_says_nothing_is_told_as_missing(phone: NetworkCamera) -> None:
    phone.fall_silent()
    start = time.monotonic()
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera(phone.url, seconds_per_picture=1).open()
    assert caught.value.code == "camera.unavailable"
    assert time.monotonic() - start < 6


def test_of_pictures_that_came_in_together_the_last_is_shown() -> None:
    all_sent = threading.Event()

    def pieces() -> Iterator[bytes]:
        yield b"".join(part(grey(64, 48, 5 * number)) for number in range(40))
        all_sent.set()
        yield b""
        sender.fall_silent()
        yield b""

    with NetworkCamera(pieces(), rate=1000) as sender:
        source = MjpegSource(sender.url)
        assert all_sent.wait(5)
        frame = source.read()
        source.close()
    assert frame is not None
    assert abs(float(frame.mean()) - 5 * 39) < 2


def test_a_slow_reader_is_handed_nothing_old() -> None:
    """Five frames a second are read of sixty that are sent."""
    pause = threading.Event()
    with NetworkCamera(rate=60) as phone:
        camera = OpenCvCamera(phone.url, seconds_per_picture=1)
        camera.open()
        ages = []
        for _ in range(10):
            pause.wait(0.2)
            frame = camera.read()
            assert frame is not None
            ages.append(now_ms() - stamp(frame))
        camera.close()
    assert np.median(ages) < 100
    assert sorted(ages)[-2] < 150  # one may meet a busy machine
