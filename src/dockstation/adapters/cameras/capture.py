"""Sources that OpenCV opens: devices, streams and video files."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import cv2
import numpy as np

from dockstation.adapters.cameras.frames import Frame, Pace
from dockstation.domain.errors import DockstationError

_OPEN_MS = 5000
_READ_MS = 2000
_SLOWEST, _FASTEST, _USUAL = 1.0, 120.0, 25.0


class LiveCapture:
    """A device or a stream, drained by a thread of its own so that only the newest frame waits.

    A source that stops answering is opened again, once a second, until it is closed.
    """

    def __init__(self, source: str, size: tuple[int, int]) -> None:
        self._source = source
        self._size = size
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._closing = threading.Event()
        capture = self._opened()
        if not capture.isOpened():
            capture.release()
            raise DockstationError("camera.unavailable", source=shown(source))
        self._thread = threading.Thread(target=self._drain, args=(capture,), name="camera", daemon=True)
        self._thread.start()

    def read(self) -> Frame | None:
        """See the port: a frame is given once, the next call waits for the next."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self._closing.is_set(), _READ_MS / 1000)
            frame, self._newest = self._newest, None
            return None if self._closing.is_set() else frame

    def close(self) -> None:
        """See Frames; waits for the device to be free."""
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
        self._thread.join((_OPEN_MS + _READ_MS) / 1000)

    def _opened(self) -> cv2.VideoCapture:
        if not self._source.isdecimal():
            limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _READ_MS]
            return cv2.VideoCapture(self._source, cv2.CAP_FFMPEG, limits)
        capture = cv2.VideoCapture(int(self._source))
        for setting, value in _device_settings(self._size):
            capture.set(setting, value)
        return capture

    def _drain(self, capture: cv2.VideoCapture) -> None:
        while not self._closing.is_set():
            good, frame = capture.read()
            if good:
                with self._changed:
                    self._newest = np.asarray(frame, np.uint8)
                    self._changed.notify_all()
            else:
                capture.release()
                self._closing.wait(1)
                capture = self._opened() if not self._closing.is_set() else capture
        capture.release()


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
            good, frame = self._capture.read()
            if not good:
                self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
                good, frame = self._capture.read()
        return np.asarray(frame, np.uint8) if good else None

    def close(self) -> None:
        """See Frames."""
        self._pace.stop()
        with self._lock:
            self._capture.release()


def shown(source: str) -> str:
    """``source`` without the password, query and fragment that a URL may carry."""
    if "://" not in source:
        return source
    parts = urlsplit(source)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _device_settings(size: tuple[int, int]) -> Sequence[tuple[int, float]]:
    return (
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),  # uncompressed 1080p is 5 frames a second on USB 2
        (cv2.CAP_PROP_FRAME_WIDTH, size[0]),
        (cv2.CAP_PROP_FRAME_HEIGHT, size[1]),
        (cv2.CAP_PROP_BUFFERSIZE, 1),
    )


def _believable(fps: float) -> float:
    return fps if _SLOWEST <= fps <= _FASTEST else _USUAL
