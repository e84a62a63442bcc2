"""The only seam to threads: work is done on a named lane, its result comes back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

T = TypeVar("T")


class _Lane:
    """One thread, which never keeps the program alive by itself."""

    def __init__(self, name: str) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def put(self, work: Callable[[], None] | None) -> None:
        self._waiting.put(work)

    def _work(self) -> None:
        while work := self._waiting.get():
            work()

    def is_done_within(self, seconds: float | None) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()


class Background(QObject):
    """One thread per lane (the store, a device, the network). Results of a lane arrive in the order of its work."""

    _settled = Signal(object)

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: _Lane(name) for name in names}
        self._closed = self._over = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do ``work`` on ``lane``, then call ``done`` with its result or ``failed`` with what it raised.

        KeyError for a lane that does not exist. Work asked for after ``close()`` is not begun.
        """
        chosen = self._lanes[lane]
        if not self._closed:
            chosen.put(partial(self._do, work, done, failed))

    def close(self, patience: float | None = None) -> bool:
        """Wait for all work begun or waiting, ``patience`` seconds at the most, and deliver its results.

        False when a lane was left behind amid its work: nothing hears of that work any more.
        """
        self._closed = True
        for lane in self._lanes.values():
            lane.put(None)
        until = None if patience is None else monotonic() + patience
        left = [
            lane for lane in self._lanes.values() if not lane.is_done_within(until and max(0, until - monotonic()))
        ]
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._over = True
        return not left

    def _do(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        try:
            delivery = partial(done, work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, the window's thread must hear of it
            delivery = partial(failed, error)
        with suppress(RuntimeError):  # the window is gone, and a lane was left behind
            self._settled.emit(delivery)

    def _deliver(self, delivery: Callable[[], None]) -> None:
        if not self._over:
            delivery()
