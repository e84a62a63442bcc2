"""Scales on a serial port that send without being asked."""

from __future__ import annotations

import errno
from threading import Lock
from time import monotonic

from serial import Serial

from dockstation.adapters.scales.formats import Frames, Lines
from dockstation.application.ports.scale import Reading
from dockstation.domain.errors import DockstationError

_TERMINAL_ERRORS: tuple[type[Exception], ...]
try:
    import termios
except ImportError:  # Windows has none
    _TERMINAL_ERRORS = ()
else:
    _TERMINAL_ERRORS = (termios.error,)
_LOSSES: tuple[type[Exception], ...] = (OSError, *_TERMINAL_ERRORS)
_REFUSALS: tuple[type[Exception], ...] = (OSError, ValueError, OverflowError, *_TERMINAL_ERRORS)

SILENCE_S, PATIENCE_S = 0.1, 0.5
MOST_BYTES = 4096
"""Read at once; what a device gone mad sends more than this comes with the next call."""
_GONE, _IN_USE = "it is not plugged in", "another program is using it"
_WHY = {
    errno.ENOENT: _GONE, errno.ENODEV: _GONE, errno.ENXIO: _GONE, errno.EACCES: "permission denied",
    errno.EPERM: "permission denied", errno.EBUSY: _IN_USE, errno.EAGAIN: _IN_USE,
}  # fmt: skip


class SerialScale:
    """``kind``: "generic" for lines of text, "toledo" for Mettler Toledo's continuous output."""

    def __init__(self, kind: str, device: str, baud: int = 9600) -> None:
        self._kind, self._device, self._baud = kind, device, baud
        self._port: Serial | None = None
        self._weights: Lines | Frames = Lines()
        self._leaving = False
        self._closing, self._reading = Lock(), Lock()

    def open(self) -> None:
        """See the port."""
        self.close()
        try:
            port = Serial(self._device, self._baud, timeout=SILENCE_S, exclusive=True)
        except _REFUSALS as error:
            why = _WHY.get(getattr(error, "errno", None) or 0) or getattr(error, "strerror", None) or str(error)
            raise DockstationError("scale.unavailable", device=self._device, why=why) from error
        with self._closing, self._reading:
            self._port, self._leaving = port, False
            self._weights = Frames() if self._kind == "toledo" else Lines()

    def read(self) -> Reading | None:
        """See the port."""
        with self._reading:
            until = monotonic() + PATIENCE_S - SILENCE_S
            while self._port is not None and not self._leaving:
                if readings := self._listen(self._port):
                    return readings[-1]
                if monotonic() >= until:
                    return None
        return None

    def _listen(self, port: Serial) -> list[Reading]:
        try:
            data = port.read(1)
            if data:
                data += port.read(min(port.in_waiting, MOST_BYTES))
        except _LOSSES as error:
            raise DockstationError("scale.lost", device=self._device) from error
        if data:
            return self._weights.feed(data)
        return self._weights.pause() if isinstance(self._weights, Frames) else []

    def close(self) -> None:
        """See the port; a ``read`` under way returns at once."""
        with self._closing:
            port = self._port
            if port is None:
                return
            self._leaving = True
            port.cancel_read()
            with self._reading:
                self._port = None
                port.close()
