"""The station's camera, whatever it is."""

from __future__ import annotations

from pathlib import Path

import cv2

from dockstation.adapters.cameras.capture import LiveCapture, VideoFile, shown
from dockstation.adapters.cameras.folder import PictureFolder
from dockstation.adapters.cameras.frames import Frame, Frames
from dockstation.domain.errors import DockstationError

_STREAMS = ("http://", "https://", "rtsp://")


class OpenCvCamera:
    """``source`` is a device number, a video file, the URL of a stream, or a folder of pictures.

    ``seconds_per_picture`` is for folders, ``size`` (width, height) what a device is asked for. ``close``
    may be called from any thread.
    """

    def __init__(self, source: str, seconds_per_picture: float, size: tuple[int, int] = (1920, 1080)) -> None:
        self._source = source
        self._seconds = seconds_per_picture
        self._size = size
        self._frames: Frames | None = None

    def open(self) -> None:
        """See the port."""
        self.close()
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)  # the error tells it
        self._frames = self._opened()

    def read(self) -> Frame | None:
        """See the port; None at once when closed."""
        frames = self._frames
        return frames.read() if frames else None

    def close(self) -> None:
        """See the port."""
        frames, self._frames = self._frames, None
        if frames:
            frames.close()

    def _opened(self) -> Frames:
        if self._source.isdecimal() or self._source.startswith(_STREAMS):
            return LiveCapture(self._source, self._size)
        path = Path(self._source)
        if self._source and path.is_dir():
            return PictureFolder(path, self._seconds)
        if path.is_file():
            return VideoFile(path)
        raise DockstationError("camera.unavailable", source=shown(self._source))
