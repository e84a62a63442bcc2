"""A server on a real socket that answers every request with the bytes it was given."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from typing import Self

TIME = "Dockstation-Server-Time: 2026-11-20T08:30:00.000Z\r\n"


def answer(status: str, body: bytes = b"", content_type: str = "application/json", headers: str = TIME) -> bytes:
    """A whole HTTP answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


class CannedServer:
    """Answers with ``parts``, one after the other, ``pause`` seconds apart; then hangs up, or holds on."""

    def __init__(self, *parts: bytes, pause: float = 0, hold: bool = False) -> None:
        self.requests: list[bytes] = []
        self._parts: Iterable[bytes] = parts
        self._pause = pause
        self._hold = hold
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(20)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        try:
            self.requests.append(_request(connection))
            for part in self._parts:
                connection.sendall(part)
                if self._pause and self._over.wait(self._pause):
                    return
            if self._hold:
                self._over.wait(20)
        except OSError:
            return  # the client has heard enough


def _request(connection: socket.socket) -> bytes:
    """A request's head and body; b"" when it is none."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return data
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    wanted = int(lengths[0].partition(b":")[2]) if lengths else 0
    while len(body) < wanted and (part := connection.recv(65536)):
        body += part
    return head + b"\r\n\r\n" + body
