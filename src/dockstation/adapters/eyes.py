"""A camera and a decoder as one thing that looks, reads and photographs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from dockstation.application.ports.camera import Camera
from dockstation.application.ports.decoder import DecodedCode, Decoder
from dockstation.domain.shot import Shot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Frame = NDArray[np.uint8]


class CameraEyes:
    """``agreed`` lets a code count once enough frames have shown it; ``develop`` makes a frame a photo."""

    def __init__(
        self,
        camera: Camera,
        decoder: Decoder,
        agreed: Callable[[Iterable[DecodedCode]], tuple[DecodedCode, ...]],
        develop: Callable[[Frame], Shot],
    ) -> None:
        self._camera = camera
        self._decoder = decoder
        self._agreed = agreed
        self._develop = develop

    def open(self) -> None:
        """Start the camera; raises ``camera.unavailable``."""
        self._camera.open()

    def look(self) -> Frame | None:
        """The newest frame (``uint8``, H×W×3, BGR), None when none came in time."""
        return self._camera.read()

    def codes(self, frame: Frame) -> tuple[DecodedCode, ...]:
        """The codes that count by now, their corners in the frame's pixels."""
        return self._agreed(self._decoder.decode(frame))

    def shot(self, frame: Frame) -> Shot:
        """The frame as a photo."""
        return self._develop(frame)

    def close(self) -> None:
        """Let the camera go."""
        self._camera.close()
