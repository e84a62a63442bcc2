"""What has to be known or shown before an item counts, asked on pages of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.receive import Odd, OtherReturn, SerialWanted
from dockstation.application.record_discrepancy import Found
from dockstation.domain.counting import Sighting
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.ask import Asked


class CountQuestions(QObject):
    """``count`` tries again with what is known by then; ``took`` gives the unit that was taken in at last."""

    count = Signal(object)
    """A Sighting."""
    took = Signal(object)
    """A Unit."""
    rma_added = Signal(object)
    """The Sighting that made another return this parcel's too."""
    other_work = Signal(object)
    """A Scan for which this parcel is left."""

    def __init__(self, desk: Desk, asking: AskStage, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self._discrepancy = discrepancy

    def serial(self, seen: Sighting, wanted: SerialWanted) -> None:
        """Goods that were shipped with serial numbers: the item's own comes next."""

        def say() -> Asked:
            name = wanted.line.name.in_language(self._desk.language) or wanted.line.sku
            title = QCoreApplication.translate("CountQuestions", "Scan the serial number")
            text = QCoreApplication.translate("CountQuestions", "{0} counts by the serial number on the item.")
            unreadable = QCoreApplication.translate("CountQuestions", "It has none, or it cannot be read")
            return Asked(title, text.format(name), (("unreadable", unreadable),))

        line = seen.line or (wanted.rma_number, wanted.line.line_id)
        self._asking.ask(
            say,
            lambda _answer: self.count.emit(replace(seen, line=line, unreadable=True)),
            lambda scan: self.count.emit(replace(seen, scans=(*seen.scans, scan))),
        )

    def elsewhere(self, parcel_id: str, other: OtherReturn) -> None:
        """It belongs to another return: whose goods lie here too, or which is another parcel."""
        say = self._say_label if other.label else self._say_item
        self._asking.ask(
            lambda: say(other),
            lambda answer: self._answered(parcel_id, other, answer),
            lambda scan: self._scanned_again(other, scan),
        )

    def _say_label(self, other: OtherReturn) -> Asked:
        shown = other.seen.scans[0].shown
        title = QCoreApplication.translate("CountQuestions", "{0} is another label").format(shown)
        text = QCoreApplication.translate(
            "CountQuestions", "Say where it is. Scanning it once more opens the other parcel."
        )
        here = QCoreApplication.translate("CountQuestions", "Goods of {0} lie in this parcel too")
        there = QCoreApplication.translate("CountQuestions", "It is on another parcel: open that one")
        add = (("add", here.format(other.rma_number)),) if other.rma_number else ()
        return Asked(title, text, (*add, ("leave", there)))

    def _say_item(self, other: OtherReturn) -> Asked:
        title = QCoreApplication.translate("CountQuestions", "This item belongs to return {0}")
        text = QCoreApplication.translate(
            "CountQuestions", "{0} was shipped under another return than this parcel's."
        )
        here = QCoreApplication.translate("CountQuestions", "It lies in this parcel: count it for {0}")
        wrong = QCoreApplication.translate("CountQuestions", "Take it in as a wrong item of this return")
        number, shown = other.rma_number, other.seen.scans[-1].shown
        return Asked(title.format(number), text.format(shown), (("add", here.format(number)), ("wrong", wrong)))

    def _answered(self, parcel_id: str, other: OtherReturn, answer: str) -> None:
        if answer == "add":
            self._desk.act(
                lambda use, by: use.receive.add_rma(parcel_id, other.rma_number, by),
                lambda _parcel: self._added(other),
            )
        elif answer == "wrong":
            self.count.emit(replace(other.seen, stranger=True))
        else:
            self.other_work.emit(other.seen.scans[0])

    def _added(self, other: OtherReturn) -> None:
        self._desk.changed.emit()
        text = QCoreApplication.translate("CountQuestions", "Return {0} is counted here too")
        self._desk.accept(text.format(other.rma_number))
        self.rma_added.emit(other.seen if not other.label else None)

    def _scanned_again(self, other: OtherReturn, scan: Scan) -> None:
        if other.label and scan.codes == other.seen.scans[0].codes:
            self.other_work.emit(scan)
        else:
            self.count.emit(Sighting((scan,)))

    def odd(self, parcel_id: str, odd: Odd, look: Callable[[UseCases, Operator], object]) -> None:
        """One page for each thing that differs; the unit is taken in with all of them at the last one."""
        self._ask_odd(parcel_id, odd, (), look)

    def _ask_odd(
        self, parcel_id: str, odd: Odd, told: tuple[Found, ...], look: Callable[[UseCases, Operator], object]
    ) -> None:
        here, last = odd.found[len(told)], len(told) + 1 == len(odd.found)

        def take_in(use: UseCases, by: Operator, found: Found) -> tuple[Unit, object]:
            return use.receive.take_in(parcel_id, odd.seen, (*told, found), by), look(use, by)

        def keep(use: UseCases, _by: Operator, found: Found) -> Found:
            use.record_discrepancy.require(found)
            return found

        if last:
            self._discrepancy.ask(here, take_in, self.took.emit)
        else:
            self._discrepancy.ask(here, keep, lambda found: self._ask_odd(parcel_id, odd, (*told, found), look))
