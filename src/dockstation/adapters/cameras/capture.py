"""Sources that OpenCV opens: devices, streams and video files."""

from __future__ import annotations

import os
import sys
import threading
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

_SLOWEST, _FASTEST, _USUAL = 1.0, 120.0, 25.0


class StreamSource:
    """A stream that FFmpeg reads; raises ``camera.unavailable``."""

    def __init__(self, url: str) -> None:
        limits = [
            *(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, round(OPEN_S * 1000)),
            *(cv2.CAP_PROP_READ_TIMEOUT_MSEC, round(READ_S * 1000)),
        ]
        self._capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits)
        width, height = (self._capture.get(side) for side in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
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
        for setting, value in _device_settings(size):
            capture.set(setting, value)
        controls.apply_all(capture)

    def read(self) -> Frame | None:
        """See Source; one spoiled frame is forgiven, a device that is gone fails at once again."""
        self._controls.apply_waiting(self._capture)
        frame = _frame(self._capture)
        return _frame(self._capture) if frame is None else frame

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


def _device_settings(size: tuple[int, int]) -> Sequence[tuple[int, float]]:
    return (
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),  # uncompressed 1080p is 5 frames a second on USB 2
        (cv2.CAP_PROP_FRAME_WIDTH, size[0]),
        (cv2.CAP_PROP_FRAME_HEIGHT, size[1]),
        (cv2.CAP_PROP_BUFFERSIZE, 1),
    )


def _believable(fps: float) -> float:
    return fps if _SLOWEST <= fps <= _FASTEST else _USUAL
