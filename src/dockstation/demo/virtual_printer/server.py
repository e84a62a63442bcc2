"""The virtual printer's port, and the faults that a file in its folder orders.

``OUT/fault`` holds one word, looked at when a connection comes and when a label is whole:

- ``paper_out``: the status says so; a label waits, nothing more is read, until the word is gone;
- ``hang``: connections are taken and neither read nor answered;
- ``drop``: the connection is reset amid the data.
"""

from __future__ import annotations

import signal
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from dockstation.demo.virtual_printer.commands import BufferFull, Command, Commands
from dockstation.demo.virtual_printer.press import Job, Press
from dockstation.demo.virtual_printer.tray import Tray
from dockstation.domain.errors import DockstationError

FAULTS = frozenset({"paper_out", "hang", "drop"})
LOOK_SECONDS = 0.05
"""How often a waiting thread looks whether the fault is gone or the printer is to stop."""
CHUNK = 65536
CONNECTIONS = 16


class VirtualPrinter:
    """Listens from ``with`` to its end. ``port`` 0 takes a free one."""

    def __init__(self, out: Path, port: int = 0, host: str = "127.0.0.1", dpi: int = 203) -> None:
        self._wanted = (host, port)
        self._dpi = dpi
        self._tray = Tray(out, dpi)
        self._stopped = threading.Event()
        self._threads = ThreadPoolExecutor(CONNECTIONS, "virtual-printer")
        self._acceptor = threading.Thread(target=self._accept, name="virtual-printer-accept")
        self.port = port

    def __enter__(self) -> Self:
        try:
            self._listener = socket.create_server(self._wanted)
        except (OSError, OverflowError) as error:
            raise DockstationError("printer.port_taken", port=self._wanted[1]) from error
        self._listener.settimeout(LOOK_SECONDS)
        self.port = self._listener.getsockname()[1]
        self._acceptor.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Let go of the port; labels that wait for paper are lost."""
        self._stopped.set()
        self._acceptor.join()
        self._threads.shutdown(wait=True)
        self._listener.close()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            with suppress(TimeoutError):
                connection, _ = self._listener.accept()
                self._threads.submit(self._talk, connection)

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(LOOK_SECONDS)
            try:
                self._converse(connection)
            except OSError as error:
                self._tray.log(f"connection lost: {error}")
            except BufferFull:
                self._tray.log("buffer full: connection reset")
                _reset(connection)

    def _converse(self, connection: socket.socket) -> None:
        if self._fault() == "hang":
            self._wait_while("hang")
            _reset(connection)
            return
        commands, press = Commands(), Press(self._dpi, self._tray.log)
        for data in self._received(connection):
            if self._fault() == "drop":
                self._tray.log("fault drop: connection reset")
                _reset(connection)
                return
            for command in commands.feed(data):
                self._obey(connection, press, command)
        for command in commands.end():
            self._obey(connection, press, command)

    def _received(self, connection: socket.socket) -> Iterator[bytes]:
        while not self._stopped.is_set():
            with suppress(TimeoutError):
                data = connection.recv(CHUNK)
                if not data:
                    return
                yield data

    def _obey(self, connection: socket.socket, press: Press, command: Command) -> None:
        if command.name == b"~HS":
            connection.sendall(self._status())
            return
        job = press.obey(command)
        if job:
            self._print(job)

    def _print(self, job: Job) -> None:
        if self._fault() == "paper_out":
            self._tray.log("paper out: a label waits")
            self._wait_while("paper_out")
        if not self._stopped.is_set():
            self._tray.put(job)

    def _wait_while(self, fault: str) -> None:
        while self._fault() == fault and not self._stopped.wait(LOOK_SECONDS):
            pass

    def _fault(self) -> str:
        try:
            word = (self._tray.folder / "fault").read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        if word and word not in FAULTS | {"none"}:
            self._tray.log(f"unknown fault {word[:40]!r}")
        return word if word in FAULTS else ""

    def _status(self) -> bytes:
        paper_out = int(self._fault() == "paper_out")
        strings = (f"030,{paper_out},0,0480,000,0,0,0,000,0,0,0", "000,0,0,0,0,2,4,0,00000000,1,000", "1234,0")
        return b"".join(b"\x02" + string.encode() + b"\x03\r\n" for string in strings)


def _reset(connection: socket.socket) -> None:
    """Close so that the other side gets an error, never a clean end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def serve(
    port: int, out: Path, host: str = "127.0.0.1", ready: Callable[[int], None] | None = None, dpi: int = 203
) -> None:
    """Print into ``out`` until SIGTERM or SIGINT; ``ready`` is told the port. For a main thread.

    Raises ``printer.port_taken``.
    """
    stop = threading.Event()
    with _on_signal(stop), VirtualPrinter(out, port, host, dpi) as printer:
        if ready:
            ready(printer.port)
        while not stop.wait(1):
            pass


@contextmanager
def _on_signal(stop: threading.Event) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    for number in before:
        signal.signal(number, lambda *_: stop.set())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
