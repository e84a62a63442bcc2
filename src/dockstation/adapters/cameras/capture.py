"""Sources that OpenCV opens: devices, streams and video files."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from dockstation.adapters.cameras.address import shown
from dockstation.adapters.cameras.controls import Capture, Controls
from dockstation.adapters.cameras.devices import DEV, find_device
from dockstation.adapters.cameras.frames import MAX_PIXELS, Frame, Pace
from dockstation.adapters.cameras.live import OPEN_S, READ_S
from dockstation.domain.errors import DockstationError

SWITCH_S = 2.5
"""So long a device may take to change its size and give a full picture."""
_UNSETTLED = 2
"""Frames of a new size that are passed over: their exposure is still that of none."""
_SPOILT = 5
"""So many frames in a row that do not come are a device that cannot give this size."""
_SLOWEST, _FASTEST, _USUAL = 1.0, 120.0, 25.0


class StreamSource:
    """A stream that FFmpeg reads; raises ``camera.unavailable``."""

    def __init__(self, url: str) -> None:
        limits = [
            *(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, round(OPEN_S * 1000)),
            *(cv2.CAP_PROP_READ_TIMEOUT_MSEC, round(READ_S * 1000)),
        ]
        self._capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits)
        width, height = _size(self._capture)
        if not self._capture.isOpened() or width * height > MAX_PIXELS:
            self._capture.release()
            raise DockstationError("camera.unavailable", source=shown(url))

    def read(self) -> Frame | None:
        """See Source."""
        return _frame(self._capture)

    def close(self) -> None:
        """See Source."""
        self._capture.release()


class DeviceSource:
    """A camera of this machine, with its controls set as wanted."""

    def __init__(self, capture: Capture, size: tuple[int, int], controls: Controls) -> None:
        self._capture = capture
        self._controls = controls
        self._size = size
        self._stuck = False
        for setting, value in _device_settings(size):
            capture.set(setting, value)
        controls.apply_all(capture)

    def read(self) -> Frame | None:
        """See Source; one spoiled frame is forgiven, a device that is gone fails at once again."""
        if self._stuck:
            return None
        self._controls.apply_waiting(self._capture)
        frame = _frame(self._capture)
        return _frame(self._capture) if frame is None else frame

    def still(self, size: tuple[int, int]) -> Frame | None:
        """One frame of ``size``, or what the device has near it; None when that is no larger than the live ones."""
        usual = _size(self._capture)
        self._turn_to(size)
        try:
            return self._settled_frame(usual) if _size(self._capture) != usual else None
        finally:
            self._turn_to(self._size)
            self._stuck = _size(self._capture) != usual  # opened again it starts anew

    def _turn_to(self, size: tuple[int, int]) -> None:
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])

    def _settled_frame(self, usual: tuple[float, float]) -> Frame | None:
        until, good, spoilt = time.monotonic() + SWITCH_S, 0, 0
        while time.monotonic() < until and spoilt < _SPOILT:
            frame = _frame(self._capture)
            if frame is None:
                spoilt += 1
            elif frame.shape[0] * frame.shape[1] > usual[0] * usual[1]:
                spoilt, good = 0, good + 1
                if good > _UNSETTLED:
                    return frame
        return None

    def close(self) -> None:
        """See Source."""
        self._capture.release()


def open_device(
    source: str,
    size: tuple[int, int],
    controls: Controls,
    dev: Path = DEV,
    open_node: Callable[[str], Capture] | None = None,
) -> DeviceSource:
    """The device that ``source`` means now; raises ``camera.unavailable`` and ``camera.ambiguous``."""
    node = find_device(source, dev)
    name = source if node is None and not sys.platform.startswith("linux") else str(node or "")
    capture = (open_node or _open_node)(name) if name else None
    if capture is None or not capture.isOpened():
        if capture:
            capture.release()
        raise DockstationError("camera.unavailable", source=shown(source))
    return DeviceSource(capture, size, controls)


class VideoFile:
    """A video file at its own speed, from the beginning again when it ends."""

    def __init__(self, path: Path) -> None:
        self._capture = cv2.VideoCapture(str(path))
        if not self._capture.isOpened():
            raise DockstationError("camera.unavailable", source=str(path))
        self._lock = threading.Lock()
        self._pace = Pace(1 / _believable(self._capture.get(cv2.CAP_PROP_FPS)))

    def read(self) -> Frame | None:
        """See the port."""
        if not self._pace.wait():
            return None
        with self._lock:
            frame = _frame(self._capture)
            if frame is None:
                self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
                frame = _frame(self._capture)
        return frame

    def close(self) -> None:
        """See Frames."""
        self._pace.stop()
        with self._lock:
            self._capture.release()


def hush() -> None:
    """Keep OpenCV and FFmpeg, which name URLs with their passwords, off the error output."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")


def _open_node(name: str) -> Capture:
    return cv2.VideoCapture(int(name)) if name.isdecimal() else cv2.VideoCapture(name, cv2.CAP_V4L2)


def _frame(capture: Capture) -> Frame | None:
    good, picture = capture.read()
    return np.asarray(picture, np.uint8) if good and picture is not None and picture.size else None


def _size(capture: Capture) -> tuple[float, float]:
    return capture.get(cv2.CAP_PROP_FRAME_WIDTH), capture.get(cv2.CAP_PROP_FRAME_HEIGHT)


def _device_settings(size: tuple[int, int]) -> Sequence[tuple[int, float]]:
    return (
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),  # uncompressed 1080p is 5 frames a second on USB 2
        (cv2.CAP_PROP_FRAME_WIDTH, size[0]),
        (cv2.CAP_PROP_FRAME_HEIGHT, size[1]),
        (cv2.CAP_PROP_BUFFERSIZE, 1),
    )


def _believable(fps: float) -> float:
    return fps if _SLOWEST <= fps <= _FASTEST else _USUAL
