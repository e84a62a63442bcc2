"""A link to a server that breaks after so many bytes on their way there."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self


class CuttingProxy:
    """Hands bytes on until ``left`` of them went to the server, then every connection is cut; counts in ``sent``."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.left, self.sent = 10**9, 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._port))
                threading.Thread(target=self._there, args=(near, far), daemon=True).start()
                threading.Thread(target=_hand_on, args=(far, near), daemon=True).start()

    def _there(self, near: socket.socket, far: socket.socket) -> None:
        with near, far, suppress(OSError):
            while self.left and (data := near.recv(min(65536, self.left))):
                far.sendall(data)
                self.left -= len(data)
                self.sent += len(data)
            for each in (far, near):
                each.shutdown(socket.SHUT_RDWR)


def _hand_on(there: socket.socket, back: socket.socket) -> None:
    with suppress(OSError):
        while data := there.recv(65536):
            back.sendall(data)
        back.shutdown(socket.SHUT_RDWR)
