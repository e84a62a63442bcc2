"""A printer on a serial port."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dockstation.adapters.printers.line import Clock, Line, LineTransport

if TYPE_CHECKING:
    from serial import Serial

CHUNK = 1024
LOOK_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class _Port:
    port: Serial

    def write(self, data: memoryview, seconds: float) -> int:
        from serial import SerialTimeoutException

        self.port.write_timeout = seconds
        try:
            return int(self.port.write(bytes(data[:CHUNK])) or 0)
        except SerialTimeoutException as error:
            raise TimeoutError from error

    def read(self, seconds: float) -> bytes:
        self.port.timeout = seconds
        heard = bytes(self.port.read(1))
        if not heard:
            raise TimeoutError
        return heard + bytes(self.port.read(self.port.in_waiting))

    def finish(self, seconds: float) -> None:
        """Wait until the port has shifted everything out; its own flush knows no time-out."""
        clock = Clock(seconds)
        while self.port.out_waiting:
            time.sleep(min(LOOK_SECONDS, clock.left()))


def serial_line(device: str, baud: int, timeout: float) -> LineTransport:
    """The printer at that port (``/dev/ttyUSB0``, ``COM3``), eight bits, no parity."""
    return LineTransport(device, timeout, partial(_opened, device, baud))


@contextmanager
def _opened(device: str, baud: int, seconds: float) -> Iterator[Line]:
    from serial import serial_for_url

    try:
        port = serial_for_url(device, baud, timeout=seconds, write_timeout=seconds)
    except ValueError as error:
        raise OSError(str(error)) from error
    with port:
        yield _Port(port)
