"""The virtual printer's port, and the faults that a file in its folder orders.

``OUT/fault`` holds one word, looked at when a connection comes, with each piece of data, and when a label is whole:

- ``paper_out``, ``head_open``, ``ribbon_out``, ``paused``, ``hot``, ``offline``: the status says so; a label waits,
  nothing more is read, until the word is gone;
- ``hang``: connections are taken and neither read nor answered;
- ``drop``: the connection is reset amid the data; ``close``: it is ended there, as if all were well;
- ``slow``: 4 KiB at a time, with pauses;
- ``garbage``: questions are answered with nonsense; ``late``: they are answered when nobody listens any more.
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

from dockstation.demo.virtual_printer.dialect import BufferFull, Dialect, Job, Question
from dockstation.demo.virtual_printer.escpos import EscPosDialect
from dockstation.demo.virtual_printer.tray import Tray
from dockstation.demo.virtual_printer.tspl import TsplDialect
from dockstation.demo.virtual_printer.zpl import ZplDialect
from dockstation.domain.errors import DockstationError

DIALECTS: dict[str, Callable[[int, Callable[[str], None]], Dialect]] = {
    "zpl": ZplDialect,
    "tspl": TsplDialect,
    "escpos": EscPosDialect,
}
STATES = frozenset({"paper_out", "head_open", "ribbon_out", "paused", "hot", "offline"})
FAULTS = STATES | {"hang", "drop", "close", "slow", "garbage", "late"}
LATE_SECONDS = 3.0
"""Longer than a station listens."""
SMALL = 4096
LOOK_SECONDS = 0.05
"""How often a waiting thread looks whether the fault is gone or the printer is to stop."""
CHUNK = 65536
GARBAGE = bytes(range(0x80, 0x100)) * 4
CONNECTIONS = 16


class VirtualPrinter:
    """Listens from ``with`` to its end. ``port`` 0 takes a free one."""

    def __init__(
        self, out: Path, port: int = 0, host: str = "127.0.0.1", dpi: int = 203, language: str = "zpl"
    ) -> None:
        self._wanted = (host, port)
        self._dpi, self._dialect = dpi, DIALECTS[language]
        self._tray = Tray(out, dpi, language)
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
        dialect = self._dialect(self._dpi, self._tray.log)
        for data in self._received(connection):
            if self._fault() in ("drop", "close"):
                self._tray.log(f"fault {self._fault()}: connection ended")
                connection.close() if self._fault() == "close" else _reset(connection)
                return
            for each in dialect.feed(data):
                self._obey(connection, dialect, each)
        for each in dialect.end():
            self._obey(connection, dialect, each)

    def _received(self, connection: socket.socket) -> Iterator[bytes]:
        while not self._stopped.is_set():
            with suppress(TimeoutError):
                slow = self._fault() == "slow" and not self._stopped.wait(LOOK_SECONDS)
                data = connection.recv(SMALL if slow else CHUNK)
                if not data:
                    return
                yield data

    def _obey(self, connection: socket.socket, dialect: Dialect, each: Job | Question) -> None:
        if isinstance(each, Job):
            self._print(each)
            return
        fault = self._fault()
        if fault == "late":
            self._stopped.wait(LATE_SECONDS)
        connection.sendall(GARBAGE if fault == "garbage" else dialect.answer(each, fault if fault in STATES else ""))

    def _print(self, job: Job) -> None:
        while (fault := self._fault()) in STATES and not self._stopped.is_set():
            self._tray.log(f"{fault.replace('_', ' ')}: a label waits")
            self._wait_while(fault)
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


def _reset(connection: socket.socket) -> None:
    """Close so that the other side gets an error, never a clean end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def serve(
    port: int, out: Path, host: str = "127.0.0.1", ready: Callable[[int], None] | None = None, dpi: int = 203,
    language: str = "zpl",
) -> None:  # fmt: skip
    """Print into ``out`` until SIGTERM or SIGINT; ``ready`` is told the port. For a main thread.

    Raises ``printer.port_taken``.
    """
    stop = threading.Event()
    with _on_signal(stop), VirtualPrinter(out, port, host, dpi, language) as printer:
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
