"""The end of a parcel: what is missing is said once more, then it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.queries import ReceiveView
from dockstation.application.record_discrepancy import Found
from dockstation.domain.contents import LineCount, LineKey
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Parcel
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Row

Look = Callable[[UseCases, str], tuple[ReceiveView, object]]


class Closing(QObject):
    """A parcel in which everything was found is closed at once."""

    closed = Signal(object)
    """The Parcel."""

    def __init__(self, desk: Desk, asking: AskStage, discrepancy: DiscrepancyStage, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self._discrepancy = discrepancy
        self._look = look
        self._later: frozenset[LineKey] = frozenset()
        self._asked = False

    def begin(self, view: ReceiveView) -> None:
        """Ask about everything that was not found."""
        self._later, self._asked = frozenset(), False
        self._next(view)

    def _next(self, view: ReceiveView) -> None:
        open_lines = [each for each in view.lines if each.unsaid and each.key not in self._later]
        if view.is_empty:
            self._ask_empty(view)
        elif open_lines:
            self._ask_line(view, open_lines)
        elif self._asked:
            self._ask_done(view)
        else:
            self._close(view)

    def _ask_empty(self, view: ReceiveView) -> None:
        def say() -> Asked:
            title = QCoreApplication.translate("Closing", "Nothing was found in this parcel")
            text = QCoreApplication.translate("Closing", "Look once more, under the filling too.")
            empty = QCoreApplication.translate("Closing", "The box is empty: record it with photos")
            return Asked(title, text, (("empty", empty),))

        expected = str(sum(each.remaining for each in view.lines))
        found = Found(
            DiscrepancyKind.EMPTY_BOX, view.parcel.parcel_id, view.rma.number,
            facts={"expected": expected, "found": "0"},
        )  # fmt: skip
        self._asked = True
        self._asking.ask(say, lambda _answer: self._record(found))

    def _ask_line(self, view: ReceiveView, open_lines: list[LineCount]) -> None:
        count = open_lines[0]

        def say() -> Asked:
            name = count.line.name.in_language(self._desk.language) or count.line.sku
            title = QCoreApplication.translate("Closing", "{0} × {1} is not there").format(count.unsaid, name)
            text = QCoreApplication.translate("Closing", "Expected {0}, found {1}. Look once more, then say why.")
            answers = [
                ("missing", QCoreApplication.translate("Closing", "It is missing: record it with a photo")),
                ("later", QCoreApplication.translate("Closing", "It comes in another parcel")),
            ]
            if len(open_lines) > 1:
                everything = QCoreApplication.translate("Closing", "All that is not there comes in another parcel")
                answers.append(("all", everything))
            return Asked(title, text.format(count.line.quantity, count.found), tuple(answers))

        def chosen(answer: str) -> None:
            if answer == "missing":
                self._record(_missing(view, count))
            else:
                self._later |= {each.key for each in (open_lines if answer == "all" else [count])}
                self._next(view)

        self._asked = True
        self._asking.ask(say, chosen)

    def _record(self, found: Found) -> None:
        def record(use: UseCases, by: Operator, complete: Found) -> ReceiveView:
            use.record_discrepancy(complete, by)
            return self._look(use, complete.parcel_id)[0]

        self._discrepancy.ask(found, record, self._next)

    def _ask_done(self, view: ReceiveView) -> None:
        def say() -> Asked:
            title = QCoreApplication.translate("Closing", "Close parcel {0}?").format(view.parcel.code)
            done = QCoreApplication.translate("Closing", "Close the parcel")
            return Asked(title, rows=tuple(map(self._row, view.lines)), primary=("close", done))

        self._asking.ask(say, lambda _answer: self._close(view))

    def _row(self, count: LineCount) -> Row:
        missing = QCoreApplication.translate("Closing", "{0} missing").format(count.missing) if count.missing else ""
        later = QCoreApplication.translate("Closing", "{0} come later").format(count.unsaid) if count.unsaid else ""
        extra = QCoreApplication.translate("Closing", "{0} too many").format(count.extra) if count.extra else ""
        figure = QCoreApplication.translate("Closing", "{0} of {1}").format(count.found, count.line.quantity)
        note = ", ".join(each for each in (missing, later, extra) if each)
        tone = "late" if count.missing or count.extra else "" if count.unsaid else "good"
        name = count.line.name.in_language(self._desk.language) or count.line.sku
        return Row(":".join(count.key), name, count.line.sku, figure, note, tone)

    def _close(self, view: ReceiveView) -> None:
        def close(use: UseCases, by: Operator) -> Parcel:
            return use.receive.close(view.parcel.parcel_id, by, self._later)

        self._desk.do(close, self.closed.emit)


def _missing(view: ReceiveView, count: LineCount) -> Found:
    facts = {
        "sku": count.line.sku, "expected": str(count.line.quantity), "found": str(count.found),
        "missing": str(count.unsaid),
    }  # fmt: skip
    return Found(
        DiscrepancyKind.MISSING, view.parcel.parcel_id, count.rma_number, count.line.line_id, facts=facts
    )  # fmt: skip
