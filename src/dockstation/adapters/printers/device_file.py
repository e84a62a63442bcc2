"""A device file that takes a printer's bytes: /dev/usb/lp0 on Linux."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from dockstation.adapters.printers.line import Line, LineTransport

CHUNK = 4096


@dataclass(frozen=True, slots=True)
class _Device:
    file: int

    def write(self, data: memoryview, seconds: float) -> int:
        if not select.select([], [self.file], [], seconds)[1]:
            raise TimeoutError
        return os.write(self.file, data[:CHUNK])

    def read(self, seconds: float) -> bytes:
        if not select.select([self.file], [], [], seconds)[0]:
            raise TimeoutError
        return os.read(self.file, CHUNK)

    def finish(self, seconds: float) -> None:
        """The driver holds no more than it can hand over: room for the next byte means that the last is gone."""
        if not select.select([], [self.file], [], seconds)[1]:
            raise TimeoutError


def device_file(path: str, timeout: float) -> LineTransport:
    """The printer behind that file."""
    return LineTransport(path, timeout, partial(_opened, path))


@contextmanager
def _opened(path: str, _seconds: float) -> Iterator[Line]:
    file = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        yield _Device(file)
    finally:
        os.close(file)
