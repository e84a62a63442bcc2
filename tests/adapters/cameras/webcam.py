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
_WIDTH, _HEIGHT = cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT
_FORMAT = (cv2.CAP_PROP_FOURCC, _WIDTH, _HEIGHT, cv2.CAP_PROP_BUFFERSIZE)


class Webcam:
    """Has the properties of ``has`` and no others; refuses a value while its switch is on automatic; 250 is the most.

    Gives a frame every 5 ms until ``unplugged``. ``exposure_modes`` are what the driver takes, ``largest`` the size
    that it has at the most; the first three frames of a new size come ever brighter.
    """

    def __init__(
        self,
        has: dict[int, float],
        exposure_modes: tuple[int, ...] = (1, 3),
        largest: tuple[int, int] = (64, 48),
    ) -> None:
        self.largest = largest
        self.size = (64, 48)
        self.slow = threading.Event()
        """Set: a new size is as good as never given."""
        self.keeps_large = False
        """Whether it does not go back to a smaller size."""
        self._wanted = {_WIDTH: 64.0, _HEIGHT: 48.0}
        self._light = 90
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
        if there and self.slow.is_set() and self.size == self.largest:
            self.unplugged.wait(10)
        self._light = min(90, self._light + 30)
        return there, np.full((self.size[1], self.size[0], 3), self._light, np.uint8) if there else None

    def get(self, prop: int, /) -> float:
        if prop in self._wanted:
            return float(self.size[prop == _HEIGHT])
        return self.properties.get(prop, ABSENT)

    def set(self, prop: int, value: float, /) -> bool:
        if prop in _FORMAT:
            self._reshape(prop, value)
            return True
        self.turned.append((prop, value))
        self.turned_by.add(threading.current_thread().name)
        if prop not in self.properties or not self._takes(prop, value):
            return False
        self.properties[prop] = min(float(round(value)), 250.0)
        return True

    def _reshape(self, prop: int, value: float) -> None:
        """Both sides make a size: the largest when as much is asked for, else the usual one."""
        if prop in self._wanted:
            self._wanted[prop] = value
            size = tuple(map(int, self._wanted.values()))
            stays = self.keeps_large and self.size == self.largest
            size = self.largest if stays or size >= self.largest else (64, 48)
            self._light = self._light if size == self.size else 0
            self.size = size

    def _takes(self, prop: int, value: float) -> bool:
        if prop == cv2.CAP_PROP_AUTO_EXPOSURE:
            return value in self.exposure_modes
        switch, by_hand = _MANUAL.get(prop, (prop, value))
        return switch == prop or self.properties.get(switch, by_hand) == by_hand

    def release(self) -> None:
        self.released = True
