"""A printer's raw port on the network (9100, "JetDirect"): half-closed, then drained to the end."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from dockstation.adapters.printers.line import Clock, Line, LineTransport

CHUNK = 4096


@dataclass(frozen=True, slots=True)
class _Socket:
    socket: socket.socket

    def write(self, data: memoryview, seconds: float) -> int:
        self.socket.settimeout(seconds)
        return self.socket.send(data)

    def read(self, seconds: float) -> bytes:
        self.socket.settimeout(seconds)
        return self.socket.recv(CHUNK)

    def finish(self, seconds: float) -> None:
        """Half-close and read to the end: closing with an answer unread resets the connection amid the label."""
        clock = Clock(seconds)
        self.socket.shutdown(socket.SHUT_WR)
        while self.read(clock.left()):
            pass


def tcp(host: str, port: int, timeout: float) -> LineTransport:
    """The printer that listens there."""
    return LineTransport(f"{host}:{port}", timeout, partial(_connected, host, port))


@contextmanager
def _connected(host: str, port: int, seconds: float) -> Iterator[Line]:
    try:
        connection = socket.create_connection((host, port), seconds)
    except (UnicodeError, OverflowError) as error:
        raise OSError(str(error)) from error
    with connection:
        yield _Socket(connection)
