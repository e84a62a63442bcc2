"""The only seam to threads: work is done on a named lane, its result comes back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

T = TypeVar("T")


class Background(QObject):
    """One thread per lane (the store, a device, the network). Results of a lane arrive in the order of its work."""

    _settled = Signal(object)

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: ThreadPoolExecutor(1, thread_name_prefix=name) for name in names}
        self._closed = False
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
        executor = self._lanes[lane]
        if not self._closed:
            executor.submit(self._do, work, done, failed)

    def close(self) -> None:
        """Wait for all work begun or waiting, and deliver its results before returning."""
        self._closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _do(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        try:
            delivery = partial(done, work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, the window's thread must hear of it
            self._settled.emit(partial(failed, error))
        else:
            self._settled.emit(delivery)

    def _deliver(self, delivery: Callable[[], None]) -> None:
        delivery()
