"""Several processes that answer at one port, and the one that looks after them.

Nothing here imports what counts: a worker must know where all count together before that is loaded.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.server.setup import COUNTED_IN, Setup

LOOK_SECONDS = 0.5
STOP_SECONDS = 15.0
REST_SECONDS, LONGEST_REST_SECONDS = 0.5, 30.0
WELL_SECONDS = 60.0
"""A worker that lived so long was well; one that did not is started again ever more slowly."""

log = logging.getLogger("dockstation.server.workers")
_spawn = multiprocessing.get_context("spawn")


class _Worker:
    """One process at a time in one place: started, and started again when it dies."""

    def __init__(self, start: Callable[[Connection], SpawnProcess]) -> None:
        self._start = start
        self._failures = 0
        self._again_at = 0.0
        self._began = 0.0
        self.process: SpawnProcess | None = None
        self.line: Connection | None = None

    def look(self) -> None:
        """Start it, if it does not run and has rested."""
        if self.process is not None and not self.process.is_alive():
            self._died(self.process.exitcode)
        if self.process is None and time.monotonic() >= self._again_at:
            self.line, theirs = _spawn.Pipe()
            self.process, self._began = self._start(theirs), time.monotonic()
            theirs.close()

    def _died(self, code: int | None) -> None:
        well = time.monotonic() - self._began > WELL_SECONDS
        self._failures = 1 if well else self._failures + 1
        rest = min(LONGEST_REST_SECONDS, REST_SECONDS * 2.0 ** min(self._failures - 1, 10))
        log.error("a worker ended (%s); another is started in %s s", code, rest)
        self._again_at = time.monotonic() + rest
        self.hang_up()
        self.process = None

    def hang_up(self) -> None:
        """Let it end: it does when nobody is at the other end of its line."""
        if self.line is not None:
            self.line.close()
            self.line = None

    def join(self, until: float) -> None:
        """Wait for its end; what is not over by then is killed."""
        if self.process is not None:
            self.process.join(max(0.0, until - time.monotonic()))
            if self.process.is_alive():
                log.error("a worker does not end and is killed")
                self.process.kill()
                self.process.join()


def supervise(setup: Setup, listener: socket.socket, count: int, ready: Callable[[int], None] | None) -> None:
    """Keep so many workers alive until SIGTERM or SIGINT; ``ready`` gets the port once one answers."""
    with tempfile.TemporaryDirectory(prefix="dockstation-") as folder, _stop_asked() as asked:

        def start(line: Connection) -> SpawnProcess:
            process = _spawn.Process(target=_work, args=(setup, listener, line, folder), daemon=True)
            process.start()
            return process

        workers = [_Worker(start) for _ in range(count)]
        try:
            _look_after(workers, asked, lambda: ready and ready(listener.getsockname()[1]))
        finally:
            for each in workers:
                each.hang_up()
            until = time.monotonic() + STOP_SECONDS
            for each in workers:
                each.join(until)


def _look_after(workers: list[_Worker], asked: threading.Event, ready: Callable[[], Any]) -> None:
    told = False
    while not asked.is_set():
        for each in workers:
            each.look()
        lines = [each.line for each in workers if each.line is not None]
        ends = [each.process.sentinel for each in workers if each.process is not None]
        for line in wait([*lines, *ends], LOOK_SECONDS):
            if isinstance(line, Connection):
                told = _hear(line, told, ready)


def _hear(line: Connection, told: bool, ready: Callable[[], Any]) -> bool:
    with suppress(EOFError, OSError):  # it died; its sentinel says so as well
        line.recv()
        if not told:
            ready()
        return True
    return told


@contextmanager
def _stop_asked() -> Iterator[threading.Event]:
    asked = threading.Event()
    stops = (signal.SIGINT, signal.SIGTERM)
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before = {each: signal.signal(each, lambda *_: asked.set()) for each in stops}
    try:
        yield asked
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _work(setup: Setup, listener: socket.socket, line: Connection, counted_in: str) -> None:
    """A worker's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all; it is for the one that looks after them
    os.environ[COUNTED_IN] = counted_in
    from dockstation.server.process import opened, run

    def started(end: Callable[[], None]) -> None:
        threading.Thread(target=_until_alone, args=(line, end), daemon=True).start()

    try:
        with opened(setup) as context:
            run(context, listener, lambda _port: line.send("ready"), started)
    except DockstationError as error:
        log.error("a worker cannot start: %s", error.code)  # noqa: TRY400 - where it was raised says nothing more
        sys.exit(1)


def _until_alone(line: Connection, end: Callable[[], None]) -> None:
    with suppress(EOFError, OSError):
        line.recv()
    end()
