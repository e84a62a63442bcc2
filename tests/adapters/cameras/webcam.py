"""A webcam as OpenCV shows one through V4L2: stands in for ``cv2.VideoCapture``, which needs a kernel's device."""

from __future__ import annotations

import threading

import cv2
import numpy as np
from numpy.typing import NDArray

ABSENT = -1.0
EXPOSURE = {cv2.CAP_PROP_AUTO_EXPOSURE: 3.0, cv2.CAP_PROP_EXPOSURE: 156.0}
FOCUS = {cv2.CAP_PROP_AUTOFOCUS: 1.0, cv2.CAP_PROP_FOCUS: 30.0}
_MANUAL = {
    cv2.CAP_PROP_EXPOSURE: (cv2.CAP_PROP_AUTO_EXPOSURE, 1.0),
    cv2.CAP_PROP_FOCUS: (cv2.CAP_PROP_AUTOFOCUS, 0.0),
}
_FORMAT = (
    *(cv2.CAP_PROP_FOURCC, cv2.CAP_PROP_FRAME_WIDTH),
    *(cv2.CAP_PROP_FRAME_HEIGHT, cv2.CAP_PROP_BUFFERSIZE),
)


class Webcam:
    """Has the properties of ``has`` and no others; refuses a value while its switch is on automatic; 250 is the most.

    Gives a frame every 5 ms until ``unplugged``. ``exposure_modes`` are what the driver takes.
    """

    def __init__(self, has: dict[int, float], exposure_modes: tuple[int, ...] = (1, 3)) -> None:
        self.properties = dict(has)
        self.exposure_modes = exposure_modes
        self.unplugged = threading.Event()
        self.released = False
        self.spoiled = 0
        """How many of the next frames do not come."""
        self.reads = 0
        self.turned: list[tuple[int, float]] = []
        self.turned_by: set[str] = set()

    def isOpened(self) -> bool:  # noqa: N802
        return not self.unplugged.is_set()

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        self.reads += 1
        there = not self.unplugged.wait(0.005) and self.spoiled == 0
        self.spoiled = max(0, self.spoiled - 1)
        return there, np.full((48, 64, 3), 90, np.uint8) if there else None

    def get(self, prop: int, /) -> float:
        return self.properties.get(prop, ABSENT)

    def set(self, prop: int, value: float, /) -> bool:
        if prop in _FORMAT:
            return True
        self.turned.append((prop, value))
        self.turned_by.add(threading.current_thread().name)
        if prop not in self.properties or not self._takes(prop, value):
            return False
        self.properties[prop] = min(float(round(value)), 250.0)
        return True

    def _takes(self, prop: int, value: float) -> bool:
        if prop == cv2.CAP_PROP_AUTO_EXPOSURE:
            return value in self.exposure_modes
        switch, by_hand = _MANUAL.get(prop, (prop, value))
        return switch == prop or self.properties.get(switch, by_hand) == by_hand

    def release(self) -> None:
        self.released = True
