"""Python's garbage is collected on the window's thread alone.

Left to itself, Python collects on whichever thread allocates; one that is not the window's would destroy
widgets and timers there, which ends in a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000
WHOLE_EVERY = 30
"""Young objects are looked at each time; all of them once in so many times."""
SETTLED = 15
"""After so many times what is still there stays: to look through it every minute held the window up for 0.15 s."""


class Collector(QObject):
    """Takes the collection over from ``start`` to ``stop``, or until its parent is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._times = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """From now on nobody else collects."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again: the other threads have ended."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        self._times += 1
        if self._times == 1:
            gc.freeze()  # to look through what the start has made would hold the window up for a tenth of a second
        gc.collect(2 if self._times % WHOLE_EVERY == 0 else 1)
        if self._times == SETTLED:
            gc.freeze()
