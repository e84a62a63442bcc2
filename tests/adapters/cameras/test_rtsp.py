"""Network cameras that speak RTSP."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time

import pytest

from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.network_camera import now_ms, stamp
from tests.adapters.cameras.rtsp_camera import RtspCamera
from tests.adapters.cameras.test_replug import KINDS, seconds_until


def with_login(url: str, login: str) -> str:
    return url.replace("rtsp://", f"rtsp://{login}@") + "?token=secret"


def test_a_stream_behind_a_password_is_shown_without_delay() -> None:
    with RtspCamera(login=("admin", "secret")) as phone:
        camera = OpenCvCamera(with_login(phone.url, "admin:secret"), seconds_per_picture=1)
        camera.open()
        frames = [camera.read() for _ in range(50)]  # the first ones come from the time of the opening
        newest = frames[-1]
        assert newest is not None
        assert newest.shape == (240, 320, 3)
        assert now_ms() - stamp(newest) < 150
        camera.close()


@pytest.mark.parametrize("kind", KINDS)
def test_an_rtsp_camera_comes_back_by_itself(kind: str) -> None:
    leave, come_back = KINDS[kind]
    with RtspCamera() as phone:
        camera = OpenCvCamera(phone.url, seconds_per_picture=1)
        camera.open()
        assert camera.read() is not None
        leave(phone)
        assert seconds_until(camera, there=False) < 3
        come_back(phone)
        assert seconds_until(camera, there=True) < 5
        camera.close()


def test_a_wrong_password_stays_out_of_errors_and_logs(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with RtspCamera(login=("admin", "right")) as phone:
        with pytest.raises(DockstationError) as caught:
            OpenCvCamera(with_login(phone.url, "admin:secret"), seconds_per_picture=1).open()
        assert phone.heard_first.startswith(b"OPTIONS rtsp://127.0.0.1")
    assert caught.value.facts == {"source": phone.url}
    assert "secret" not in str(caught.value) + caplog.text + "".join(capfd.readouterr())


def test_nothing_of_it_reaches_the_error_output() -> None:
    """In a process of its own: FFmpeg is told once what it may say."""
    opens = "import sys; from dockstation.adapters.cameras.opencv import OpenCvCamera as C; C(sys.argv[1], 1).open()"
    quietly = f"import contextlib\nwith contextlib.suppress(Exception): exec({opens!r})"
    with RtspCamera(login=("admin", "right")) as phone:
        url = with_login(phone.url, "admin:secret")
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run(
            [sys.executable, "-c", quietly, url], env=env, capture_output=True, text=True, check=True
        )
        assert phone.heard_first
    assert run.stdout + run.stderr == ""


def test_a_camera_that_refuses_is_told_at_once() -> None:
    with RtspCamera() as phone:
        url = phone.url
    start = time.monotonic()
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera(url, seconds_per_picture=1).open()
    assert caught.value.code == "camera.unavailable"
    assert time.monotonic() - start < 2


def test_a_camera_that_takes_the_call_and_says_nothing_is_told_within_six_seconds() -> None:
    with RtspCamera() as phone:
        phone.fall_silent()
        start = time.monotonic()
        with pytest.raises(DockstationError) as caught:
            OpenCvCamera(phone.url, seconds_per_picture=1).open()
        assert caught.value.code == "camera.unavailable"
        assert time.monotonic() - start < 6
