"""The station's log and its reports of errors, written by a thread of their own that no work waits for."""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from queue import Full, Queue
from threading import Event, Thread
from typing import Any

from dockstation.diagnosis.lines import OURS, JsonLines
from dockstation.diagnosis.reports import Reports
from dockstation.domain.errors import DockstationError

LOGS, ERRORS, FILE = "logs", "errors", "station.jsonl"
FILE_BYTES = 2**20
RECENT, LONGEST_QUEUE = 200, 5_000
PATIENCE_S = 2.0
Act = Callable[[], None]


class Recorder(logging.Handler):
    """Installed on the root logger from ``start`` to ``close``. A full disk costs lines, never work."""

    def __init__(
        self, data: Path, level: str = "info", keep: int = 10, settings: Callable[[], Mapping[str, Any]] = dict
    ) -> None:
        super().__init__()
        self._recent: deque[str] = deque(maxlen=RECENT)
        self.reports = Reports(data / ERRORS, lambda: tuple(self._recent), settings)
        self._file = LogFile(data / LOGS / FILE, keep)
        self._queue: Queue[Act | None] = Queue(LONGEST_QUEUE)
        self._thread = Thread(target=self._work, name="log", daemon=True)
        self.lost = 0
        """Lines that came faster than the disk took them."""
        self._level = level.upper()
        self.setFormatter(JsonLines())

    def start(self) -> None:
        """Take all that is logged from now on."""
        self._thread.start()
        logging.getLogger().addHandler(self)
        logging.getLogger(OURS).setLevel(self._level)

    def close(self) -> None:
        """Write what waits, a few seconds at the most; done already, nothing."""
        logging.getLogger().removeHandler(self)
        logging.getLogger(OURS).setLevel(logging.NOTSET)
        if self._thread.is_alive():
            self.flush()
            self._put(None)
            self._thread.join(PATIENCE_S)
        super().close()

    def flush(self) -> None:
        """Wait until everything so far is written, or the disk has hung too long."""
        done = Event()
        if self._thread.is_alive() and self._put(done.set):
            done.wait(PATIENCE_S)

    def emit(self, record: logging.LogRecord) -> None:
        """Make the line here, where it is known; have it written elsewhere."""
        try:
            line = self.format(record)
        except Exception:  # noqa: BLE001 - a log never breaks what it tells of
            self.lost += 1
            return
        self._recent.append(line)
        self._put(lambda: self._file.write(line))
        error = record.exc_info[1] if record.exc_info else None
        if record.levelno >= logging.ERROR and error is not None and not isinstance(error, DockstationError):
            self.report(error, record.name.removeprefix(f"{OURS}."))

    def report(self, error: BaseException, where: str) -> None:
        """Have a report of it written, unless there is one of this minute."""
        report = self.reports.made(error, where)
        if self.reports.is_due(report["number"], time.monotonic()):
            self._put(partial(self._keep, report))

    def _keep(self, report: Mapping[str, Any]) -> None:
        self.reports.write(report)

    def _put(self, act: Act | None) -> bool:
        try:
            self._queue.put_nowait(act)
        except Full:
            self.lost += 1
            return False
        return True

    def _work(self) -> None:
        while act := self._queue.get():
            try:
                act()
            except Exception:  # noqa: BLE001 - the thread goes on with the next line
                self.lost += 1
        self._file.close()


class LogFile:
    """``station.jsonl`` and its predecessors ``.1``, ``.2`` …; for the owner alone. Nothing here raises."""

    def __init__(self, path: Path, keep: int) -> None:
        self._path, self._keep = path, keep
        self._handler: RotatingFileHandler | None = None

    def write(self, line: str) -> None:
        """Append it; a line that the disk does not take is lost."""
        try:
            handler = self._handler = self._handler or self._opened()
        except OSError:
            return
        handler.handle(logging.LogRecord(OURS, logging.INFO, "", 0, line, None, None))

    def _opened(self) -> RotatingFileHandler:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _Quiet(self._path, maxBytes=FILE_BYTES, backupCount=self._keep - 1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(message)s"))
        return handler

    def close(self) -> None:
        """No more lines come."""
        if self._handler is not None:
            with suppress(OSError):
                self._handler.close()


class _Quiet(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_for_the_owner)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A full disk: the next line may fit again."""


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
