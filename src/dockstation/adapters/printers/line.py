"""Bytes over anything that takes and gives them: sent whole, ended properly, never longer than the time-out."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterFailed, PrinterState

ANSWER_BYTES = 4096
SILENCE_SECONDS = 2.0
"""How long a printer may think about a question: labels wait behind it."""


class Line(Protocol):
    """One open connection. All raise OSError when it breaks and TimeoutError after ``seconds``."""

    def write(self, data: memoryview, seconds: float) -> int:
        """Bytes taken of ``data``."""
        ...

    def read(self, seconds: float) -> bytes:
        """What there is to read; nothing when the other side has closed."""
        ...

    def finish(self, seconds: float) -> None:
        """Return when what was written has left, as far as this line can tell."""
        ...


class Clock:
    """The time that one exchange may still take."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds; TimeoutError when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@dataclass(frozen=True, slots=True)
class LineTransport:
    """The rules of every line. ``name`` is what failures call it, ``timeout`` seconds for one exchange."""

    name: str
    timeout: float
    connect: Callable[[float], AbstractContextManager[Line]]
    """Opens within so many seconds; raises OSError."""

    def send(self, data: bytes) -> None:
        """Returns when the printer has taken every byte; raises PrinterFailed."""
        clock, rest = Clock(self.timeout), memoryview(data)
        try:
            with self.connect(clock.left()) as line:
                while rest:
                    rest = rest[line.write(rest, clock.left()) :]
                line.finish(clock.left())
        except OSError as error:
            raise self._failed(error, started=len(rest) < len(data)) from error

    def state(self, enquiry: Enquiry) -> PrinterState:
        """What it answers on a connection of its own; ``NO_ANSWER`` to silence."""
        clock, heard, asked = Clock(min(self.timeout, SILENCE_SECONDS)), b"", False
        try:
            with self.connect(clock.left()) as line:
                asked, rest = True, memoryview(enquiry.question)
                while rest:
                    rest = rest[line.write(rest, clock.left()) :]
                while not enquiry.is_whole(heard) and len(heard) < ANSWER_BYTES:
                    more = line.read(clock.left())
                    if not more:
                        break
                    heard += more
        except OSError:
            return enquiry.judge(heard) if asked else PrinterState.UNREACHABLE
        return enquiry.judge(heard)

    def _failed(self, error: OSError, *, started: bool) -> PrinterFailed:
        code = "printer.timeout" if isinstance(error, TimeoutError) else "printer.lost"
        return PrinterFailed(code if started else "printer.unreachable", started=started, printer=self.name)
