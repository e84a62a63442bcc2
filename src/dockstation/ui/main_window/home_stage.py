"""The start of every job: a label is scanned, or waiting work is taken up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.ports.central import CentralFailed
from dockstation.application.queries import Filter, HomeView
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.match import Match, Shortlist
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind, parse
from dockstation.domain.unit import Unit, UnitState
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.hand_over_stage import tell_taken
from dockstation.ui.main_window.page_stage import STEP_KEYS, STEPS
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.home import WAYS, HomeScreen

KEYS = {int(getattr(Qt.Key, f"Key_{key}")): way for way, key in WAYS.items()}
WORDS = ("DOCK", "HELD", "LABELS", "OUTBOX", "PRINTERS", "SEARCH", "SETTINGS", "AGREEMENT", "FULL", "EMPTIED")
COMMANDS: dict[str, str] = {each: each.lower() for each in WORDS}
"""What stands behind ``DSCMD-``, and the way it asks for."""
FILTERS = {each.name: each for each in Filter} | {str(number): each for number, each in enumerate(Filter, 1)}
"""What stands behind ``DSCMD-``, or a number key, and the part of the worklist it asks for."""
BEGINNING = (Qt.Key.Key_F4, Qt.Key.Key_9)
"""To type a badge, and to the people: all that keys do while nobody is signed in."""


class HomeStage(QObject):
    """Finds the return behind a scan: here first, then at the server."""

    parcel_found = Signal(object)
    """A Match with the return that the scanned parcel belongs to."""
    nothing_found = Signal(object, str)
    """A Scan that nobody knows, and whether the server was "asked" or "out_of_reach"."""
    inspection_wanted = Signal(str)
    decision_wanted = Signal(str)
    several_found = Signal(object, object, bool)
    """A Scan, the Shortlist of returns that it may mean, whether the server may be asked too."""
    way_asked = Signal(str)
    """One of ``screens.home.WAYS`` or ``COMMANDS``."""
    history_wanted = Signal(str)
    """A unit that is put away: nothing is left to do with it here."""
    person_asked = Signal()
    resumed = Signal(str)
    """A decided unit that somebody was busy with."""

    camera_reads = elsewhere = True

    def __init__(self, desk: Desk, screen: HomeScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.view: HomeView | None = None
        self.filter = Filter.ALL
        screen.unit_chosen.connect(self._take_up)
        screen.parcel_chosen.connect(self._open)
        screen.filter_chosen.connect(lambda name: self.choose(Filter(name)))
        screen.way_asked.connect(self._take_way)

    def enter(self, then: Callable[[], None] = lambda: None) -> None:
        """Show what waits."""

        def show(view: HomeView) -> None:
            self._show(view)
            then()

        chosen = self.filter
        self._desk.do(lambda use, by: use.queries.home(chosen, by.badge), show)

    def leave(self) -> None:
        """Nobody is signed in any more."""
        self.view = None
        self.screen.show_nobody()

    def choose(self, chosen: Filter) -> None:
        """Show that part of the worklist from now on."""
        if not self._desk.busy:
            self.filter = chosen
            self.enter()

    def _show(self, view: HomeView) -> None:
        if view.chosen is self.filter and self._desk.operator:  # else asked for before another part or person came
            self.view = view
            self.screen.show_home(view, self._desk.language, self._desk.people)

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self._show(self.view)

    def look_again(self) -> None:
        """Show what waits by now, holding nobody up."""
        use_cases, operator, chosen = self._desk.use_cases, self._desk.operator, self.filter
        if use_cases is not None and operator is not None and self.view is not None:
            home, badge = use_cases.queries.home, operator.badge
            self._desk.background.run("store", lambda: home(chosen, badge), self._show, self._desk.reject)

    def scan(self, scan: Scan) -> None:
        """A label: open its parcel, or go on with its unit."""
        if scan.kind is ScanKind.CONTAINER:
            self._desk.reject(DockstationError("container.no_unit", code=scan.shown))
            return
        self._desk.do(lambda use, _by: use.identify.look_up(scan), lambda found: self._found(scan, found))

    def command(self, word: str) -> bool:
        """Another way to begin, a part of the worklist, or a step in it."""
        if way := COMMANDS.get(word):
            self.way_asked.emit(way)
        elif chosen := FILTERS.get(word):
            self.choose(chosen)
        elif step := STEPS.get(word):
            self.screen.step(step)
        else:
            return False
        return True

    def _take_way(self, way: str) -> None:
        if not self._desk.busy:
            self.way_asked.emit(way)

    def key(self, key: int) -> bool:
        """The same by one key."""
        if way := KEYS.get(key):
            self._take_way(way)
        elif step := STEP_KEYS.get(key):
            self.screen.step(step)
        elif chosen := FILTERS.get(chr(key) if key < 0x80 else ""):
            self.choose(chosen)
        elif key == Qt.Key.Key_9:
            self.person_asked.emit()
        else:
            return False
        return True

    def confirm(self) -> None:
        """Take up what is marked in the worklist."""
        self.screen.confirm()

    def back(self) -> None:
        """This is where everything begins."""

    def _found(self, scan: Scan, found: Match | Shortlist | None) -> None:
        if found is None and scan.kind is ScanKind.LPN:
            self._ask_for_unit(scan)
        elif found is None:
            self.ask_server(scan)
        elif isinstance(found, Shortlist):
            self.several_found.emit(scan, found, True)
        else:
            self.take(found)

    def _ask_for_unit(self, scan: Scan) -> None:
        text = QCoreApplication.translate("HomeStage", "{0} is not known here: asking the server")
        self._desk.ask(text.format(scan.shown))
        self._desk.do(lambda use, by: _take_over(use, scan, by), lambda taken: self._taken(scan, taken), "network")

    def _taken(self, scan: Scan, taken: tuple[Unit, Taken] | None) -> None:
        """No unit anywhere: the code may still be one that a return is known by."""
        if taken is None:
            self.ask_server(scan)
        else:
            self._desk.changed.emit()
            tell_taken(self._desk, taken[1])
            self._go_on(taken[0])

    def ask_server(self, scan: Scan) -> None:
        """For what is not known here."""
        text = QCoreApplication.translate("HomeStage", "{0} is not known here: asking the server")
        self._desk.ask(text.format(scan.shown))
        self._desk.do(lambda use, _by: _ask_central(use, scan), lambda said: self._said(scan, *said), "network")

    def take(self, match: Match) -> None:
        """Open its parcel, or go on with its unit."""
        if match.unit is not None:
            self._go_on(match.unit)
        else:
            self.parcel_found.emit(match)

    def _said(self, scan: Scan, found: Match | Shortlist | None, server: str) -> None:
        if found is None:
            self.nothing_found.emit(scan, server)
        elif isinstance(found, Shortlist):
            self.several_found.emit(scan, found, False)
        else:
            self.take(found)

    def _take_up(self, lpn: str) -> None:
        self._desk.act(lambda use, _by: use.queries.unit(lpn), self._go_on)

    def _open(self, code: str) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.scan(parse(code))

    def _go_on(self, unit: Unit) -> None:
        if unit.state is UnitState.VOIDED:
            self._desk.reject(DockstationError("unit.voided", lpn=unit.lpn))
        elif unit.state in (UnitState.RECEIVED, UnitState.INSPECTING):
            self.inspection_wanted.emit(unit.lpn)
        elif unit.state is UnitState.PUT_AWAY:
            self.history_wanted.emit(unit.lpn)
        else:
            self.decision_wanted.emit(unit.lpn)

    def resume(self) -> None:
        """After a start: go on with the unit that somebody was busy with, else show what waits."""

        def look(use: UseCases, _by: Operator) -> Unit | None:
            return use.queries.unfinished()

        def go_on(unit: Unit | None) -> None:
            if unit is None:
                self.enter()
            elif unit.state is UnitState.DECIDED:
                self.resumed.emit(unit.lpn)
            else:
                self._go_on(unit)

        self._desk.do(look, go_on)


def _take_over(use: UseCases, scan: Scan, by: Operator) -> tuple[Unit, Taken] | None:
    central = use.central()
    if central is None:
        return None
    try:
        return use.take_over(central, scan.value, by)
    except CentralFailed as failure:
        raise DockstationError("unit.unknown_offline", lpn=scan.shown) from failure


def _ask_central(use: UseCases, scan: Scan) -> tuple[Match | Shortlist | None, str]:
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
