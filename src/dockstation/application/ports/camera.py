"""A source of frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Camera(Protocol):
    """One camera, used from one thread. A frame is ``uint8``, H×W×3, BGR."""

    def open(self) -> None:
        """Start the device; raises ``camera.unavailable`` with the source."""
        ...

    def read(self) -> NDArray[np.uint8] | None:
        """The newest frame, waiting for it at the camera's own pace; None when none came in time."""
        ...

    def close(self) -> None:
        """Let the device go; harmless when it is not open."""
        ...
