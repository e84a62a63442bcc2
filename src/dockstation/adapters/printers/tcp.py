"""Bytes to a printer's raw port and back (port 9100, "JetDirect"): sent whole, half-closed, drained to the end."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dockstation.application.ports.printer import PrinterFailed

CHUNK = 4096
ANSWER_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer listens, and how many seconds one exchange with it may take."""

    host: str
    port: int
    timeout: float

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(slots=True)
class _Exchange:
    """One connection against the clock."""

    socket: socket.socket
    until: float
    sent: int = field(default=0)

    def receive(self) -> bytes:
        self._hurry()
        return self.socket.recv(CHUNK)

    def send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._hurry()
            taken = self.socket.send(rest)
            self.sent += taken
            rest = rest[taken:]

    def _hurry(self) -> None:
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(left)


def send(address: Address, data: bytes) -> None:
    """Returns when the printer has closed its side after ``data``; raises PrinterFailed."""
    with _connected(address) as exchange:
        try:
            exchange.send(data)
            exchange.socket.shutdown(socket.SHUT_WR)
            while exchange.receive():
                pass
        except TimeoutError as error:
            raise _failed("printer.timeout", address, started=exchange.sent > 0) from error
        except OSError as error:
            raise _failed("printer.lost", address, started=exchange.sent > 0) from error


def ask(address: Address, question: bytes, is_whole: Callable[[bytes], bool]) -> bytes:
    """What the printer answers until ``is_whole``, or until it falls silent, closes, or has said 4 KiB.

    Raises PrinterFailed ``printer.unreachable`` when there is no connection.
    """
    answer = b""
    with _connected(address) as exchange:
        try:
            exchange.send(question)
            while not is_whole(answer) and len(answer) < ANSWER_BYTES:
                more = exchange.receive()
                if not more:
                    break
                answer += more
        except OSError:
            return answer
    return answer


@contextmanager
def _connected(address: Address) -> Iterator[_Exchange]:
    until = time.monotonic() + address.timeout
    try:
        connection = socket.create_connection((address.host, address.port), address.timeout)
    except (OSError, UnicodeError, OverflowError) as error:
        raise _failed("printer.unreachable", address, started=False) from error
    with connection:
        yield _Exchange(connection, until)


def _failed(code: str, address: Address, *, started: bool) -> PrinterFailed:
    return PrinterFailed(code, started=started, printer=str(address))
