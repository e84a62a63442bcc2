"""What the window does, for the log: stages, kinds of scans, the network, the printer, codes of failures."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from dockstation.diagnosis.lines import facts
from dockstation.ui.main_window.window import MainWindow

log = logging.getLogger("dockstation.station")


class Logbook(QObject):
    """Listens to what the window says; never to what was scanned, typed or answered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._network = self._printer = ""
        window.ready.connect(lambda: log.info("ready"))
        window.flow.stage_changed.connect(lambda stage: log.info("stage", extra=facts(stage=stage)))
        window.intake.heard.connect(lambda _number, _code, kind: log.info("scan", extra=facts(kind=kind)))
        window.intake.answered.connect(lambda _number, answer: log.debug("answered", extra=facts(answer=answer)))
        window.desk.refused.connect(lambda code: log.warning("refused", extra=facts(code=code)))
        window.sync.passed.connect(self._synced)
        window.status.printer_is.connect(self._printer_is)
        window.flow.signed_in.connect(lambda _name: log.info("signed in"))

    def _synced(self, network: str) -> None:
        if network != self._network:
            self._network = network
            log.info("network", extra=facts(state=network))

    def _printer_is(self, state: str) -> None:
        if state != self._printer:
            self._printer = state
            log.info("printer", extra=facts(state=state))
