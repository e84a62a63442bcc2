"""A source of frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Camera(Protocol):
    """One camera, used from one thread. A frame is ``uint8``, H×W×3, BGR."""

    def open(self) -> None:
        """Start the device, within seconds; a file, a device or a stream alike.

        Raises ``camera.unavailable`` with the source, ``camera.ambiguous`` when it names several, ``camera.denied``
        for a wrong password, ``camera.no_stream`` when something else answers. The source never shows a password.
        """
        ...

    def read(self) -> NDArray[np.uint8] | None:
        """The newest frame, once, waiting for it at the camera's own pace; None when none came in time.

        A camera that was unplugged gives frames again by itself once it is back.
        """
        ...

    def close(self) -> None:
        """Let the device go; harmless when it is not open."""
        ...
