"""Weighing a parcel that lies open; a weight far from that of its goods is asked about at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.dock_queries import ArrivedParcel
from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Parcel
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.scale_loop import ScaleLoop
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.weigh import Weighing, WeighScreen
from dockstation.ui.widgets.number_pad import ERASE

LONGEST_WEIGHT = 6


class WeighStage(QObject):
    """What was typed goes before what lies on the scale."""

    shown = Signal()
    left = Signal()

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: WeighScreen, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self._discrepancy = discrepancy
        self.screen = screen
        self._scale: ScaleLoop | None = None
        self._parcel: Parcel | None = None
        self._typed = ""
        screen.digit_pressed.connect(self._type)
        screen.kept.connect(self.confirm)
        screen.left.connect(self.back)

    def use_scale(self, scale: ScaleLoop) -> None:
        """Weights come from there while it is connected."""
        self._scale = scale
        scale.weighed.connect(self.refresh)

    def enter(self, parcel: Parcel) -> None:
        """Weigh this parcel."""
        self._parcel, self._typed = parcel, ""
        self.refresh()
        self.shown.emit()

    def _weighing(self) -> Weighing:
        code = self._parcel.code if self._parcel else ""
        return Weighing(code, self._typed, self._scale.newest if self._scale else None)

    def refresh(self) -> None:
        """Show the same again, with what lies on the scale by now."""
        if self._parcel is not None:
            self.screen.show_weighing(self._weighing())

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """A digit, or WEIGH to keep what is shown."""
        if word.isdigit():
            self._type(word)
        elif word == "WEIGH":
            self.confirm()
        return word.isdigit() or word == "WEIGH"

    def key(self, key: int) -> bool:
        """The same by one key; ← takes a digit back while there is one."""
        number = key - Qt.Key.Key_0
        if 0 <= number <= 9:
            self._type(str(number))
        elif key == Qt.Key.Key_F2:
            self.confirm()
        elif key == Qt.Key.Key_Backspace and self._typed:
            self._type(ERASE)
        else:
            return False
        return True

    def _type(self, char: str) -> None:
        self._typed = self._typed[:-1] if char == ERASE else (self._typed + char)[:LONGEST_WEIGHT]
        self.refresh()

    def confirm(self) -> None:
        """Keep the weight."""
        weighing = self._weighing()
        if self._desk.busy or self._parcel is None:
            return
        if not self._typed and weighing.reading and not weighing.reading.stable:
            self._desk.reject(DockstationError("scale.moving"))
            return
        parcel_id, how = self._parcel.parcel_id, "hand" if self._typed else "scale"

        def weigh(use: UseCases, by: Operator) -> ArrivedParcel:
            use.arrive.weigh(parcel_id, weighing.grams, how, by)
            return use.dock_queries.parcel(parcel_id)

        self._desk.act(weigh, self._weighed)

    def _weighed(self, weighed: ArrivedParcel) -> None:
        self._desk.changed.emit()
        parcel, self._parcel = weighed.parcel, None
        text = QCoreApplication.translate("WeighStage", "{0} weighs {1:.3f} kg")
        self._desk.accept(text.format(parcel.code, parcel.weight_g / 1000))
        self.left.emit()
        if weighed.weight_off:
            facts = {"expected_g": str(weighed.expected_g), "weight_g": str(parcel.weight_g)}
            found = Found(DiscrepancyKind.WEIGHT_OFF, parcel.parcel_id, parcel.rma_number, facts=facts)
            self._discrepancy.ask(found, lambda use, by, told: use.record_discrepancy(told, by), self._recorded)

    def _recorded(self, _discrepancy: object) -> None:
        self.left.emit()

    def back(self) -> None:
        """Leave it unweighed."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self._parcel = None
            self.left.emit()
