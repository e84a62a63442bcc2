"""A printer's port that takes everything and notes when it began to come."""

from __future__ import annotations

import socket
import threading
import time
from queue import SimpleQueue
from types import TracebackType
from typing import Self


class Sink:
    """Listens from ``with`` to its end; one connection after the other."""

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._began: SimpleQueue[float] = SimpleQueue()
        self._thread = threading.Thread(target=self._take)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def first_byte(self) -> float:
        """When the first byte of the next connection was there, by ``time.perf_counter``."""
        return self._began.get(timeout=10)

    def _take(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                if connection.recv(65536):
                    self._began.put(time.perf_counter())
                while connection.recv(65536):
                    pass
