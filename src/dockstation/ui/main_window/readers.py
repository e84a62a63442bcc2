"""The scanners, keyboards and all others: what they read, and how each of them sends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from dockstation.application.ports.scanner import Scanner
from dockstation.domain.scan import ScanRules
from dockstation.domain.scanner import KEYBOARD, ScannerProfile
from dockstation.settings import ScannerTable, StationSettings
from dockstation.ui.background import Background
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.scanner_loop import ScannerLoop
from dockstation.ui.wedge import Wedge

OpenScanner = Callable[[ScannerTable], Scanner]


class Readers(QObject):
    """Keyboard scanners are heard from the first moment, the others from ``start`` to ``stop``."""

    scanned = Signal(str, str)
    """A code as it was sent, and the scanner's name."""
    lost = Signal(object)
    """A DockstationError: a scanner is not there."""

    def __init__(
        self,
        app: QGuiApplication,
        background: Background,
        settings: StationSettings,
        rules: ScanRules,
        intake: Intake,
        open_scanner: OpenScanner,
    ) -> None:
        super().__init__()
        self._app, self._intake = app, intake
        self.wedge = Wedge(app, settings.scan.gap_ms, rules=rules)
        self.wedge.scanned.connect(lambda text: self.scanned.emit(text, KEYBOARD))
        self.wedge.refused.connect(intake.refuse)
        self._loops = [
            ScannerLoop(background, lane(each), each.name, partial(open_scanner, each)) for each in settings.scanners
        ]
        for loop in self._loops:
            loop.read.connect(self.scanned)
            loop.refused.connect(lambda code, length, _name: intake.refuse(code, length))
            loop.lost.connect(self.lost)
        self.learn([settings.scan.profile(), *(each.profile() for each in settings.scanners)])

    def learn(self, profiles: Iterable[ScannerProfile]) -> None:
        """How these scanners send; what is learned last counts."""
        for profile in profiles:
            self._intake.know([profile])
            if profile.device == KEYBOARD:
                self.wedge.profile = profile

    def looks(self) -> Iterable[tuple[str, Callable[[], str]]]:
        """What says of each scanner that is no keyboard how it is; raises why it cannot be used."""
        return [(loop.name, loop.look) for loop in self._loops]

    def start(self) -> None:
        """Open the scanners that are no keyboards."""
        for loop in self._loops:
            loop.start()

    def stop(self) -> None:
        """Let them go, and leave the keys to whoever comes next."""
        for loop in self._loops:
            loop.stop()
        self._app.removeEventFilter(self.wedge)


def lane(scanner: ScannerTable) -> str:
    """The lane of ``ui.background`` that is this scanner's alone."""
    return f"scanner {scanner.name}"
