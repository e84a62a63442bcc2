"""A printer's port that says and does what a test tells it to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Script = Callable[[socket.socket], None]


@contextmanager
def scripted_port(script: Script) -> Iterator[int]:
    """A port whose one visitor meets ``script``; the connection closes when that returns."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        visit = threading.Thread(target=_meet, args=(listener, script))
        visit.start()
        yield listener.getsockname()[1]
        visit.join()


def _meet(listener: socket.socket, script: Script) -> None:
    connection, _ = listener.accept()
    with connection, suppress(ConnectionError):
        script(connection)


def drain(connection: socket.socket) -> bytes:
    """Everything until the visitor closes its half."""
    heard = b""
    while more := connection.recv(4096):
        heard += more
    return heard
