"""Between the scan of a parcel and its opening: what has to be recorded first, and what is put aside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.check_parcel import Check
from dockstation.application.record_discrepancy import Found
from dockstation.domain.arrival import may_be_a_parcel
from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Match
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.receive_stage import Shown, look
from dockstation.ui.main_window.use_cases import UseCases


class Admission(QObject):
    """One parcel at a time; whatever is wrong with it, the next one can be scanned afterwards."""

    opened = Signal(object)
    """What the counting shows of it."""
    held = Signal(str)
    """The id of a parcel that was held before."""
    parked = Signal()
    """The parcel was put aside just now."""

    def __init__(self, desk: Desk, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self._discrepancy = discrepancy

    def admit(self, match: Match) -> None:
        """A parcel of a return that is known: open it once all that is due has been recorded."""
        self._desk.do(lambda use, by: _admitted(use, match, by), lambda found: self._checked(match, found))

    def take_in(self, scan: Scan, server: str) -> None:
        """A parcel that nobody knows; ``server`` is "asked", or "out_of_reach" where it could not be."""
        if not may_be_a_parcel(scan):
            code = "rma.unknown" if server == "asked" else "rma.unknown_offline"
            self._desk.reject(DockstationError(code, code=scan.shown))
            return
        self._desk.do(lambda use, by: use.arrive(scan, by).parcel, lambda parcel: self._stranger(parcel, server))

    def _checked(self, match: Match, found: Check | Shown) -> None:
        self._desk.changed.emit()
        if not isinstance(found, Check):
            self._opened(found)
        elif found.due:
            self._settle(match, found.due[0])
        else:
            self._say_held(found.parcel)

    def _settle(self, match: Match, due: Found) -> None:
        if FLOWS[due.kind].holds:
            self._put_aside(due)
        else:
            self._discrepancy.ask(due, _record, lambda _none: self.admit(match))

    def _stranger(self, parcel: Parcel, server: str) -> None:
        self._desk.changed.emit()
        if parcel.state is ParcelState.ARRIVED:
            facts = {"code": parcel.code, "server": server}
            self._put_aside(Found(DiscrepancyKind.UNKNOWN_PARCEL, parcel.parcel_id, facts=facts))
        elif parcel.state is ParcelState.HELD:
            self._say_held(parcel)
        else:
            self._desk.reject(DockstationError("parcel.over", code=parcel.code))

    def _put_aside(self, found: Found) -> None:
        self._discrepancy.ask(found, lambda use, by, complete: use.hold_parcel(complete, by), self._parked)

    def _parked(self, parcel: Parcel) -> None:
        text = QCoreApplication.translate("Admission", "{0} is put aside. Go on with the next parcel")
        self._desk.accept(text.format(parcel.code))
        self.parked.emit()

    def _say_held(self, parcel: Parcel) -> None:
        text = QCoreApplication.translate("Admission", "{0} was put aside before and is counted once")
        self._desk.question(text.format(parcel.code))
        self.held.emit(parcel.parcel_id)

    def _opened(self, shown: Shown) -> None:
        text = QCoreApplication.translate("Admission", "Return {0}")
        self._desk.accept(text.format(shown[0].parcel.rma_number))
        self.opened.emit(shown)


def _admitted(use: UseCases, match: Match, by: Operator) -> Check | Shown:
    """The parcel, opened, at one go; or why it is not: something is due, or it is held."""
    parcel = use.arrive.known(match, by)
    if parcel.state is ParcelState.HELD:
        use.hold_parcel.match_known()
    check = use.check_parcel(parcel.parcel_id)
    if check.due or check.parcel.state is ParcelState.HELD:
        return check
    return look(use, use.receive.open_parcel(match, by).parcel_id)


def _record(use: UseCases, by: Operator, found: Found) -> None:
    use.record_discrepancy(found, by)
