"""Exposure and focus, where a device has them."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import Any, Protocol

import cv2

from dockstation.domain.errors import DockstationError

AUTO = "auto"
_ABSENT = -1.0
"""What V4L2 answers through OpenCV for a control that a device has not."""


class Capture(Protocol):
    """The part of ``cv2.VideoCapture`` that a device needs."""

    def isOpened(self) -> bool: ...  # noqa: N802 - OpenCV's name
    def read(self) -> tuple[bool, Any]: ...
    def get(self, prop: int, /) -> float: ...
    def set(self, prop: int, value: float, /) -> bool: ...
    def release(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Control:
    """How a control of the device stands: by itself or by hand, and its value in the driver's own unit."""

    auto: bool
    value: float | None


@dataclass(frozen=True, slots=True)
class _Knob:
    """The two properties of one control; ``on`` are the switch's values for automatic, the first taken counts."""

    switch: int
    value: int
    on: tuple[int, ...]
    off: int


_KNOBS = {
    "exposure": _Knob(cv2.CAP_PROP_AUTO_EXPOSURE, cv2.CAP_PROP_EXPOSURE, on=(3, 0), off=1),  # V4L2's exposure_auto
    "focus": _Knob(cv2.CAP_PROP_AUTOFOCUS, cv2.CAP_PROP_FOCUS, on=(1,), off=0),
}


class Controls:
    """What is wanted of a device and what it has. Wanted from any thread, turned by the one that reads the device."""

    def __init__(self, **wanted: str | float) -> None:
        self._lock = threading.Lock()
        self._wanted = {name: _setting(name, value) for name, value in wanted.items()}
        self._waiting: set[str] = set()
        self._found: dict[str, Control] = {}
        self._refused: frozenset[str] = frozenset()

    def want(self, name: str, value: str | float) -> None:
        """``value`` is "auto" or a number in the driver's own unit; raises ``camera.control``."""
        setting = _setting(name, value)
        with self._lock:
            self._wanted[name] = setting
            self._waiting.add(name)

    def found(self) -> dict[str, Control]:
        """The controls that the device has, as they stood when last set; empty before it was open."""
        with self._lock:
            return dict(self._found)

    def unsupported(self) -> tuple[str, ...]:
        """The controls that were to be set by hand and that the device has not or refused."""
        with self._lock:
            return tuple(sorted(self._refused))

    def apply_all(self, capture: Capture) -> None:
        """For a device just opened: a replug has put it back to its own settings."""
        with self._lock:
            self._waiting = set(self._wanted)
            self._found, self._refused = {}, frozenset()
        self.apply_waiting(capture)

    def apply_waiting(self, capture: Capture) -> None:
        """Set what was asked for since the last time; nearly free when nothing was."""
        if not self._waiting:
            return
        with self._lock:
            turning = {name: self._wanted[name] for name in sorted(self._waiting)}
            self._waiting.clear()
        for name, setting in turning.items():
            taken = _turn(capture, _KNOBS[name], setting)
            self._note(name, _stand(capture, _KNOBS[name]), refused=not taken and setting is not None)

    def _note(self, name: str, stand: Control | None, *, refused: bool) -> None:
        with self._lock:
            self._found.pop(name, None)
            if stand:
                self._found[name] = stand
            self._refused = self._refused | {name} if refused else self._refused - {name}


def _setting(name: str, value: str | float) -> float | None:
    """The number, None for automatic."""
    if name not in _KNOBS:
        raise DockstationError("camera.control", name=name, value=str(value))
    if value == AUTO:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise DockstationError("camera.control", name=name, value=str(value))
    return number


def _turn(capture: Capture, knob: _Knob, setting: float | None) -> bool:
    switched = capture.get(knob.switch) != _ABSENT
    if setting is None:
        return switched and any(capture.set(knob.switch, on) for on in knob.on)
    if capture.get(knob.value) == _ABSENT:
        return False
    if switched:
        capture.set(knob.switch, knob.off)  # a driver refuses the value while it sets it by itself
    return capture.set(knob.value, setting)


def _stand(capture: Capture, knob: _Knob) -> Control | None:
    switch, value = capture.get(knob.switch), capture.get(knob.value)
    if switch == value == _ABSENT:
        return None
    return Control(switch in knob.on, None if value == _ABSENT else value)
