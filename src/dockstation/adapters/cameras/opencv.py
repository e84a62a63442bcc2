"""The station's camera, whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from dockstation.adapters.cameras.address import shown
from dockstation.adapters.cameras.capture import DeviceSource, StreamSource, VideoFile, hush, open_device
from dockstation.adapters.cameras.controls import AUTO, Capture, Control, Controls
from dockstation.adapters.cameras.devices import DEV
from dockstation.adapters.cameras.folder import PictureFolder
from dockstation.adapters.cameras.frames import Frame, Frames
from dockstation.adapters.cameras.live import LiveCapture, Source
from dockstation.adapters.cameras.mjpeg import MjpegSource, NotPicturesError

_STREAMS = ("http://", "https://", "rtsp://", "rtsps://")


class OpenCvCamera:
    """``source`` is a device, the URL of a stream, a video file, or a folder of pictures.

    A device is a number, a path (``/dev/video2``, ``/dev/v4l/by-id/...``) or a part of its name there ("C920").
    ``seconds_per_picture`` is for folders, ``size`` (width, height) what a device is asked for, ``still`` the size of
    its full pictures, ``exposure`` and ``focus`` are "auto" or a number in the driver's own unit. ``close``,
    ``still`` and ``set_control`` may be called from any thread. Raises ``camera.control`` for a setting that is none.
    """

    def __init__(
        self,
        source: str,
        seconds_per_picture: float,
        size: tuple[int, int] = (1920, 1080),
        exposure: str | float = AUTO,
        focus: str | float = AUTO,
        still: tuple[int, int] = (0, 0),
        dev: Path = DEV,
        open_node: Callable[[str], Capture] | None = None,
    ) -> None:
        self._source = source
        self._seconds = seconds_per_picture
        self._controls = Controls(exposure=exposure, focus=focus)
        self._still = still
        self._open_device = partial(open_device, source, size, self._controls, dev, open_node)
        self._frames: Frames | None = None

    def open(self) -> None:
        """See the port."""
        self.close()
        hush()
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

    def still(self) -> Frame | None:
        """A device's full picture, from any thread; None where there is none, or it takes more than four seconds."""
        frames = self._frames
        return frames.still(self._full) if isinstance(frames, LiveCapture) else None

    def _full(self, source: Source) -> Frame | None:
        return source.still(self._still) if isinstance(source, DeviceSource) else None

    def set_control(self, name: str, value: str | float) -> None:
        """Turn "exposure" or "focus" to "auto" or a number, before the next frame; raises ``camera.control``."""
        self._controls.want(name, value)

    def controls(self) -> dict[str, Control]:
        """Those of "exposure" and "focus" that the open device has, as they stood when last set."""
        return self._controls.found()

    def unsupported(self) -> tuple[str, ...]:
        """Those that were to be set to a number and that the open device has not, or refused."""
        return self._controls.unsupported()

    def _opened(self) -> Frames:
        source = self._source
        if source.lower().startswith(_STREAMS):
            return LiveCapture(partial(_stream, source), shown(source))
        path = Path(source)
        if source and not source.isdecimal():
            if path.is_dir():
                return PictureFolder(path, self._seconds)
            if path.is_file():
                return VideoFile(path)
        return LiveCapture(self._open_device, shown(source))


def _stream(url: str) -> Source:
    if url.lower().startswith("http://"):
        try:
            return MjpegSource(url)
        except NotPicturesError:
            pass
    return StreamSource(url)
