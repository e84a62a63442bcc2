"""Whether the window answers: a line in the log for each time that it did not for a while."""

from __future__ import annotations

import logging
from types import CodeType

from PySide6.QtCore import QAbstractEventDispatcher, QObject

from dockstation.diagnosis.blocks import Block, BlockWatch
from dockstation.diagnosis.lines import facts

log = logging.getLogger(__name__)


class Pulse(QObject):
    """Between ``start`` and ``stop``; it costs nothing while nothing happens but a look now and then."""

    def __init__(self, parent: QObject, resting: CodeType) -> None:
        super().__init__(parent)
        self.watch = BlockWatch(_blocked, resting)

    def start(self) -> None:
        """Watch the window's thread, which calls this."""
        self.watch.start()
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self.watch.turn)
        loop.aboutToBlock.connect(self.watch.turn)

    def stop(self) -> None:
        """Say what the longest was."""
        self.watch.stop()
        longest = self.watch.longest
        log.info("longest block", extra={**_told(longest), "frames": longest.frames})


def _blocked(block: Block) -> None:
    log.warning("blocked", extra={**_told(block), "frames": block.frames})


def _told(block: Block) -> dict[str, object]:
    return dict(facts(ms=round(1000 * block.wall_s, 1), cpu_ms=round(1000 * block.cpu_s, 1)))
