"""Counting what is inside the parcel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import ReceiveView
from dockstation.application.receive import UNDO, Odd, OtherReturn, Question, SerialWanted
from dockstation.domain.counting import Sighting
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.unit import Unit, UnitState
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.closing import Closing
from dockstation.ui.main_window.count_questions import CountQuestions
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.picking import Picking
from dockstation.ui.main_window.plates import PlatePrinter, Plates
from dockstation.ui.main_window.receipt_printer import ReceiptPrinter
from dockstation.ui.main_window.thumbnails import Thumbnails
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.receive import ReceiveScreen

Shown = tuple[ReceiveView, Plates]


class ReceiveStage(QObject):
    """Each scan of an item counts one unit, or asks what has to be known about it."""

    shown = Signal()
    inspection_wanted = Signal(str)
    problem_found = Signal(object)
    """A ReceiveView: something is wrong with the parcel or its newest unit."""
    weight_wanted = Signal(object)
    """The Parcel that is to be weighed."""
    counted = Signal(object)
    """The Unit that counts from now on."""
    voided = Signal(str)
    finished = Signal()
    paused = Signal()
    typing_asked = Signal()
    other_work = Signal(object)
    """A Scan for which this parcel is left."""

    camera_reads = False
    elsewhere = True

    def __init__(self, desk: Desk, screen: ReceiveScreen, asking: AskStage, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.parcel_id = ""
        self.view: ReceiveView | None = None
        self.is_held_up: Callable[[ReceiveView], bool] = lambda _view: False
        """Shows what has to be looked at before the parcel is done with; whether there is something."""
        self._plates: Plates = {}
        self._printer = PlatePrinter(desk)
        self.receipts = ReceiptPrinter(desk)
        self._questions = CountQuestions(desk, asking, discrepancy)
        self.thumbnails = Thumbnails(desk)
        self._picking = Picking(desk, asking, self.thumbnails)
        self._closing = Closing(desk, asking, discrepancy, look)
        self._ways: dict[str, tuple[int, Callable[[], None]]] = {
            "NEXT": (Qt.Key.Key_Right, self.close),
            "WEIGH": (Qt.Key.Key_F2, self._weigh),
            "PICK": (Qt.Key.Key_F3, self.pick),
            "UNDO": (Qt.Key.Key_F7, self.undo),
            "VOID": (Qt.Key.Key_F8, self.void),
            "PRINT": (Qt.Key.Key_F9, self.print_plates),
            "PROBLEM": (Qt.Key.Key_F10, self._say_problem),
        }
        self._connect()

    def _connect(self) -> None:
        screen, questions = self.screen, self._questions
        screen.inspect_asked.connect(self._inspect)
        screen.paused.connect(self.paused)
        screen.typing_asked.connect(self.typing_asked)
        screen.way_asked.connect(lambda way: self._ways[way][1]())
        questions.count.connect(self.count)
        questions.took.connect(lambda taken: self._counted(*taken))
        questions.rma_added.connect(self._count_or_show)
        questions.other_work.connect(self.other_work)
        self.thumbnails.came.connect(self._show_pictures)
        self._picking.picked.connect(self.count)
        self._picking.void.connect(self._void)
        self._closing.closed.connect(self._closed)
        self._printer.settled.connect(self._plate_settled)

    def enter(self, parcel_id: str) -> None:
        """Show the parcel; one that is closed already has nothing left to do."""
        self.parcel_id = parcel_id
        self._desk.do(lambda use, _by: look(use, parcel_id), self._entered)

    def take_up(self, shown: Shown) -> None:
        """Show a parcel that was looked at already."""
        self.parcel_id = shown[0].parcel.parcel_id
        self._entered(shown)

    def _entered(self, shown: Shown) -> None:
        self._want_pictures(shown[0])
        self._show(shown)

    def _show(self, shown: Shown) -> None:
        view, plates = shown
        if view.parcel.state is not ParcelState.OPENED:
            self.finished.emit()
            return
        self.view, self._plates = view, self._printing(plates)
        self.refresh()
        self.shown.emit()

    def _printing(self, plates: Plates) -> Plates:
        """What is on its way to the printer by now counts as sent, until it is known better."""
        before = self._plates
        return {lpn: before.get(lpn) if state is None else state for lpn, state in plates.items()}

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            pictures = self.thumbnails.images
            self.screen.show_receive(self.view, self._desk.language, self._plates, pictures)

    def _show_pictures(self) -> None:
        if self.screen.isVisible():
            self.refresh()

    def _want_pictures(self, view: ReceiveView) -> None:
        self.thumbnails.want(each.line.picture for each in view.lines)

    def scan(self, scan: Scan) -> None:
        """Count one unit; a licence plate leaves this parcel for that unit."""
        self.count(Sighting((scan,)))

    def count(self, seen: Sighting) -> None:
        """Count what was seen, or ask what is still to be known."""
        newest = seen.scans[-1] if seen.scans else None
        if newest is not None and newest.kind is ScanKind.LPN:
            self.other_work.emit(newest)
            return
        if newest is not None and newest.kind is ScanKind.CONTAINER:
            self._desk.reject(DockstationError("container.no_unit", code=newest.shown))
            return
        parcel_id = self.parcel_id

        def count(use: UseCases, by: Operator) -> tuple[Unit | Question, Shown]:
            return use.receive.count(parcel_id, seen, by), look(use, parcel_id)

        self._desk.do(count, lambda counted: self._answer(seen, *counted))

    def _answer(self, seen: Sighting, outcome: Unit | Question, shown: Shown) -> None:
        match outcome:
            case Unit():
                self._counted(outcome, shown)
            case SerialWanted():
                self._questions.serial(seen, outcome)
            case OtherReturn(label=True) if not shown[0].units:
                self.other_work.emit(seen.scans[0])  # nothing lies here yet that its goods could lie beside
            case OtherReturn():
                self._questions.elsewhere(self.parcel_id, outcome)
            case Odd():
                parcel_id = self.parcel_id
                self._questions.odd(parcel_id, outcome, lambda use, _by: look(use, parcel_id))

    def _counted(self, unit: Unit, shown: Shown) -> None:
        view, plates = shown
        self._desk.changed.emit()
        self.counted.emit(unit)
        text = QCoreApplication.translate("ReceiveStage", "Counted in as {0}")
        self._desk.accept(text.format(unit.lpn))
        if plates:
            self._plates[unit.lpn] = PrintState.SENDING
            self._printer.print_plate(unit.lpn)
        self._show((view, plates))

    def _plate_settled(self, lpn: str, state: PrintState) -> None:
        self._plates[lpn] = state
        self.refresh()

    def _count_or_show(self, seen: Sighting | None) -> None:
        if seen is not None:
            self.count(seen)
        else:
            self.enter(self.parcel_id)

    def command(self, word: str) -> bool:
        """NEXT, WEIGH, PICK, UNDO, VOID, PRINT and PROBLEM."""
        if word in self._ways:
            self._ways[word][1]()
        return word in self._ways

    def key(self, key: int) -> bool:
        """The same by one key."""
        act = next((act for wanted, act in self._ways.values() if wanted == key), None)
        if act is not None:
            act()
        return act is not None

    def _weigh(self) -> None:
        if self.view is not None:
            self.weight_wanted.emit(self.view.parcel)

    def _say_problem(self) -> None:
        if self.view is not None:
            self.problem_found.emit(self.view)

    def confirm(self) -> None:
        """Inspect the newest unit."""
        self.screen.confirm()

    def back(self) -> None:
        """Leave the parcel as it is."""
        self.paused.emit()

    def pick(self) -> None:
        """Goods without codes are chosen by name."""
        if self.view is not None and not self._desk.busy:
            self._want_pictures(self.view)
            self._picking.pick(self.view)

    def undo(self) -> None:
        """Take back the unit counted last, as long as nobody has begun with it."""
        units = self.view.units if self.view else ()
        newest = next((unit for unit in reversed(units) if unit.state is UnitState.RECEIVED), None)
        if newest is None:
            self._desk.reject(DockstationError("parcel.nothing_to_undo"))
        else:
            self._void(newest.lpn, UNDO)

    def void(self) -> None:
        """Take back a unit that is chosen, with the reason."""
        if self.view is not None and self.view.units and not self._desk.busy:
            self._picking.choose_void(self.view)

    def _void(self, lpn: str, reason: str) -> None:
        parcel_id = self.parcel_id

        def void(use: UseCases, by: Operator) -> Shown:
            use.receive.void(lpn, reason, by)
            return look(use, parcel_id)

        self._desk.act(void, lambda shown: self._voided(lpn, shown))

    def _voided(self, lpn: str, shown: Shown) -> None:
        self._desk.changed.emit()
        self.voided.emit(lpn)
        text = QCoreApplication.translate("ReceiveStage", "{0} does not count any more: take its label off")
        self._desk.accept(text.format(lpn))
        self._show(shown)

    def print_plates(self) -> None:
        """A person asks for the licence plate labels that are not there."""
        if self.view is not None and self._plates and not self._desk.busy:
            self._desk.banner.acknowledge()
            self._printer.print_lacking(self.view.units, self._plates)

    def _inspect(self, lpn: str) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.inspection_wanted.emit(lpn)

    def close(self) -> None:
        """Done with this parcel."""
        parcel_id = self.parcel_id
        self._desk.act(lambda use, _by: look(use, parcel_id)[0], self._begin_closing)

    def _begin_closing(self, view: ReceiveView) -> None:
        if not self.is_held_up(view):
            self._closing.begin(view)

    def _closed(self, parcel: Parcel) -> None:
        self._desk.changed.emit()
        self.receipts.print_of(parcel)
        self._desk.accept(QCoreApplication.translate("ReceiveStage", "Parcel {0} is done").format(parcel.code))
        self.finished.emit()


def look(use: UseCases, parcel_id: str) -> Shown:
    """The parcel as it is shown, with what became of its licence plates."""
    view = use.queries.receive(parcel_id)
    return view, use.print_plate.states([unit.lpn for unit in view.units])
