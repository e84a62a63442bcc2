"""A camera on the network that can be unplugged: a real port that closes, resets or falls silent, and comes back."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from typing import Self

LINGER_NOT = struct.pack("ii", 1, 0)


class Plug:
    """Listens on one port, the same after every ``plug_in``; ``talk`` is a connection's whole life."""

    def __init__(self) -> None:
        self.port = 0
        self.connections = 0
        self.awake = threading.Event()
        self.out = threading.Event()
        self._reset = False
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None

    def talk(self, line: socket.socket) -> None:
        raise NotImplementedError

    def pause(self, seconds: float) -> bool:
        """Wait as a camera does between frames, and while it is silent; False when it is unplugged."""
        self.out.wait(seconds)
        self.awake.wait()
        return not self.out.is_set()

    def plug_in(self) -> None:
        self.out.clear()
        self.awake.set()
        self._reset = False
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=8)
        self.port = self._listener.getsockname()[1]
        self._start(self._listen, self._listener)

    def unplug(self, *, reset: bool = False) -> None:
        """Close the port and every connection, with a reset or properly."""
        self._reset = reset
        self.out.set()
        self.awake.set()
        if self._listener:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # lets accept() go
            self._listener.close()
        while self._threads:
            self._threads.pop().join()

    def fall_silent(self) -> None:
        """Keep all connections and take new ones, but say nothing any more."""
        self.awake.clear()

    def wake(self) -> None:
        self.awake.set()

    def _start(self, target, *args: object) -> None:
        thread = threading.Thread(target=target, args=args)
        self._threads.append(thread)
        thread.start()

    def _listen(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _address = listener.accept()
                self.connections += 1
                self._start(self._serve, line)

    def _serve(self, line: socket.socket) -> None:
        line.settimeout(0.2)
        with line, contextlib.suppress(OSError):
            self.talk(line)
            if self._reset:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)

    def heard(self, line: socket.socket) -> bytes:
        """One request's head; empty when the other side is gone or this one is unplugged."""
        text = b""
        while b"\r\n\r\n" not in text and not self.out.is_set():
            with contextlib.suppress(TimeoutError):
                got = line.recv(1)
                if not got:
                    return b""
                text += got
        return text

    def say(self, line: socket.socket, data: bytes) -> None:
        """Send all of ``data``, however slowly it is taken; OSError when unplugged meanwhile."""
        view = memoryview(data)
        while view:
            if self.out.is_set():
                raise ConnectionAbortedError
            with contextlib.suppress(TimeoutError):
                view = view[line.send(view) :]

    def __enter__(self) -> Self:
        self.plug_in()
        return self

    def __exit__(self, *_: object) -> None:
        self.unplug()
