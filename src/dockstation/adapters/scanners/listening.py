"""What serial and raw keyboard scanners share: waiting for codes, and being closed meanwhile from another thread."""

from __future__ import annotations

import errno
from abc import ABC, abstractmethod
from threading import Lock
from time import monotonic
from typing import Protocol

from dockstation.adapters.scanners.framing import Framer
from dockstation.application.ports.scanner import Delivery
from dockstation.domain.errors import DockstationError

SILENCE_S = 0.1
"""No scanner pauses that long within a code."""

PATIENCE_S = 0.5
UDEV_RULE = "70-dockstation-scanners.rules"
_IN_USE = "another program is using it"
_WHY = {
    errno.ENOENT: "it is not plugged in",
    errno.ENODEV: "it is not plugged in",
    errno.ENXIO: "it is not plugged in",
    errno.EACCES: f"permission denied; the udev rule {UDEV_RULE} gives it",
    errno.EPERM: f"permission denied; the udev rule {UDEV_RULE} gives it",
    errno.EBUSY: _IN_USE,
    errno.EAGAIN: _IN_USE,
}


class Line(Protocol):
    """An open device."""

    def listen(self, framer: Framer) -> None:
        """Wait as long as a code may pause; feed ``framer`` with what came, or ``pause`` it when nothing did.

        Raises OSError once the device is gone.
        """
        ...

    def wake(self) -> None:
        """Make ``listen`` return now; from any thread."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...


class ListeningScanner(ABC):
    """See the port. ``silence``: seconds after which a code without an end is whole."""

    def __init__(self, name: str, device: str, silence: float = SILENCE_S) -> None:
        self._name, self._device, self._silence = name, device, silence
        self._framer = Framer()
        self._line: Line | None = None
        self._leaving = False
        self._closing, self._reading = Lock(), Lock()

    @property
    def name(self) -> str:
        """See the port."""
        return self._name

    @abstractmethod
    def _connect(self) -> Line:
        """The open device; raises ``scanner.unavailable``."""

    def open(self) -> None:
        """See the port; ``why`` is among the facts of ``scanner.unavailable``."""
        self.close()
        line = self._connect()
        with self._closing, self._reading:
            self._framer, self._line, self._leaving = Framer(), line, False  # half a code of before is none

    def read(self) -> Delivery | None:
        """See the port."""
        with self._reading:
            until = monotonic() + PATIENCE_S - self._silence
            while self._line is not None and not self._leaving:
                if delivery := self._framer.next():
                    return delivery
                if monotonic() >= until:
                    return None
                self._listen(self._line)
        return None

    def close(self) -> None:
        """See the port; a ``read`` under way returns at once."""
        with self._closing:
            line = self._line
            if line is None:
                return
            self._leaving = True
            line.wake()
            with self._reading:
                self._line = None
                line.close()

    def _listen(self, line: Line) -> None:
        try:
            line.listen(self._framer)
        except OSError as error:
            raise DockstationError("scanner.lost", name=self._name, device=self._device) from error

    def _unavailable(self, why: str) -> DockstationError:
        return DockstationError("scanner.unavailable", name=self._name, device=self._device, why=why)

    def _refused(self, error: Exception) -> DockstationError:
        number = getattr(error, "errno", None)
        return self._unavailable(_WHY.get(number or 0) or getattr(error, "strerror", None) or str(error))
