"""A bin takes no more, or an empty one stands in its place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from dockstation.domain.container import Container
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.ask import Asked


class Bins(QObject):
    """Asks which bin it is about, and leaves the page once it was scanned."""

    def __init__(self, desk: Desk, asking: AskStage) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking

    def ask(self, kind: str) -> None:
        """Which bin is "full", or was "emptied"."""

        def scanned(scan: Scan) -> None:
            code = scan.value if scan.kind is ScanKind.CONTAINER else scan.shown

            def tell(use: UseCases, by: Operator) -> Container:
                return (use.put_away.call_full if kind == "full" else use.put_away.exchange)(code, by)

            self._desk.act(tell, self._told)

        self._asking.ask(lambda: which_bin(kind), lambda _none: None, scanned)

    def _told(self, container: Container) -> None:
        self._desk.changed.emit()
        full = QCoreApplication.translate("Bins", "{0} takes no more until it is exchanged")
        empty = QCoreApplication.translate("Bins", "{0} is empty")
        self._desk.accept((full if container.called_full else empty).format(container.code))
        self._asking.left.emit()


def which_bin(kind: str) -> Asked:
    """The question, in the language of the moment."""
    full = QCoreApplication.translate("Bins", "Scan the bin that is full")
    emptied = QCoreApplication.translate("Bins", "Scan the bin that stands empty now")
    how = QCoreApplication.translate("Bins", "The code on the bin, or F4 to type it.")
    return Asked(full if kind == "full" else emptied, how)
