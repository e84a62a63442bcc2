"""How long the window works in one turn of its event loop, in its thread's own time, whatever else runs."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractEventDispatcher

from dockstation.diagnosis.blocks import Block, BlockWatch

MEASURED = "EventDispatcherGlib"
"""Other loops do not say where a turn begins and ends, and test code would be counted with it."""


class Turns:
    """Those of the loops that tests wait in; what a test itself calls is not counted."""

    def __init__(self, limit_s: float) -> None:
        self.told: list[Block] = []
        self._inside, self._limit = False, limit_s
        self._watch = BlockWatch(self._hear, sys._getframe().f_code, limit_s)

    def watch(self) -> None:
        loop = QAbstractEventDispatcher.instance()
        assert loop is not None
        self._watch.start()
        if loop.metaObject().className().endswith(MEASURED):
            loop.aboutToBlock.connect(self._begin)
            loop.awake.connect(self._end)

    def _begin(self) -> None:
        self._watch.turn()
        self._inside = True

    def _end(self) -> None:
        self._watch.turn()
        self._inside = False

    def _hear(self, block: Block) -> None:
        if self._inside and block.cpu_s > self._limit:
            self.told.append(block)

    def stop(self) -> None:
        self._watch.stop()
