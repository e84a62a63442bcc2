"""The start of every job: a label is scanned, or waiting work is taken up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.ports.central import CentralFailed
from dockstation.application.queries import HomeView
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Match
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.unit import Unit, UnitState
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.home import WAYS, HomeScreen

KEYS = {int(getattr(Qt.Key, f"Key_{key}")): way for way, key in WAYS.items()}
COMMANDS: dict[str, str] = {"DOCK": "dock", "HELD": "held"}
"""What stands behind ``DSCMD-``, and the way it asks for."""


class HomeStage(QObject):
    """Finds the return behind a scan: here first, then at the server."""

    parcel_found = Signal(object)
    """A Match with the return that the scanned parcel belongs to."""
    nothing_found = Signal(object, str)
    """A Scan that nobody knows, and whether the server was "asked" or "out_of_reach"."""
    inspection_wanted = Signal(str)
    decision_wanted = Signal(str)
    way_asked = Signal(str)
    """One of ``screens.home.WAYS``."""

    camera_reads = elsewhere = True

    def __init__(self, desk: Desk, screen: HomeScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.view: HomeView | None = None
        screen.unit_chosen.connect(self._take_up)
        screen.way_asked.connect(self.way_asked)

    def enter(self, then: Callable[[], None] = lambda: None) -> None:
        """Show what waits."""

        def show(view: HomeView) -> None:
            self._show(view)
            then()

        self._desk.do(lambda use, _by: use.queries.home(), show)

    def _show(self, view: HomeView) -> None:
        self.view = view
        self.screen.show_home(view, self._desk.language)

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self._show(self.view)

    def look_again(self) -> None:
        """Show what waits by now, holding nobody up."""
        use_cases = self._desk.use_cases
        if use_cases is not None and self.view is not None:
            self._desk.background.run("store", use_cases.queries.home, self._show, self._desk.reject)

    def scan(self, scan: Scan) -> None:
        """A label: open its parcel, or go on with its unit."""
        self._desk.do(lambda use, _by: use.identify(scan), lambda match: self._found(scan, match))

    def command(self, word: str) -> bool:
        """Another way to begin."""
        if way := COMMANDS.get(word):
            self.way_asked.emit(way)
        return bool(way)

    def key(self, key: int) -> bool:
        """The same by one key."""
        if way := KEYS.get(key):
            self.way_asked.emit(way)
        return bool(way)

    def confirm(self) -> None:
        """Nothing stands here to be confirmed."""

    def back(self) -> None:
        """This is where everything begins."""

    def _found(self, scan: Scan, match: Match | None) -> None:
        if match is None:
            text = QCoreApplication.translate("HomeStage", "{0} is not known here: asking the server")
            self._desk.ask(text.format(scan.shown))
            self._desk.do(lambda use, _by: _ask_central(use, scan), lambda said: self._said(scan, *said), "network")
        elif match.unit is not None:
            self._go_on(match.unit)
        else:
            self.parcel_found.emit(match)

    def _said(self, scan: Scan, match: Match | None, server: str) -> None:
        if match is None:
            self.nothing_found.emit(scan, server)
        else:
            self._found(scan, match)

    def _take_up(self, lpn: str) -> None:
        self._desk.act(lambda use, _by: use.queries.unit(lpn), self._go_on)

    def _go_on(self, unit: Unit) -> None:
        if unit.state is UnitState.VOIDED:
            self._desk.reject(DockstationError("unit.voided", lpn=unit.lpn))
        elif unit.state in (UnitState.RECEIVED, UnitState.INSPECTING):
            self.inspection_wanted.emit(unit.lpn)
        else:
            self.decision_wanted.emit(unit.lpn)

    def resume(self) -> None:
        """After a start: go on with the unit that somebody was busy with, else show what waits."""

        def look(use: UseCases, _by: Operator) -> Unit | None:
            return use.queries.unfinished()

        self._desk.do(look, lambda unit: self._go_on(unit) if unit else self.enter())


def _ask_central(use: UseCases, scan: Scan) -> tuple[Match | None, str]:
    central = use.central()
    if central is None:
        return None, "out_of_reach"
    try:
        return use.identify.ask_central(central, scan), "asked"
    except CentralFailed:
        return None, "out_of_reach"
    except DockstationError as error:
        if error.code != "rma.unknown":
            raise
        return None, "asked"
