"""Choosing by name and number: goods without codes, and the unit that does not count after all."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from dockstation.application.queries import ReceiveView
from dockstation.domain.contents import LineCount
from dockstation.domain.counting import Sighting
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.domain.unit import UnitState
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.thumbnails import Thumbnails
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Goods, Looks, looks_of

REASONS = {
    "counted_twice": QT_TRANSLATE_NOOP("Picking", "It was counted twice"),
    "other_goods": QT_TRANSLATE_NOOP("Picking", "It was counted as the wrong goods"),
    "not_here": QT_TRANSLATE_NOOP("Picking", "It did not lie in this parcel"),
}
"""Why a unit does not count after all; the code is kept."""
NONE_OF_THESE = "none"


class Picking(QObject):
    """Pages of numbered names, with pictures where goods are chosen."""

    picked = Signal(object)
    """A Sighting."""
    void = Signal(str, str)
    """A licence plate, and why it does not count."""

    def __init__(self, desk: Desk, asking: AskStage, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self._thumbnails = thumbnails
        thumbnails.came.connect(self._show_pictures)

    def pick(self, view: ReceiveView) -> None:
        """One of the lines, those first that still wait; or none of them."""
        lines = sorted(view.lines, key=lambda each: not each.remaining)

        def say() -> Asked:
            title = QCoreApplication.translate("Picking", "Which one is it?")
            none = QCoreApplication.translate("Picking", "None of these: another item")
            goods = {str(n): self._tile(each) for n, each in enumerate(lines)}
            goods[NONE_OF_THESE] = Goods(none, Looks("question"))
            return Asked(title, answers=tuple((n, each.name) for n, each in goods.items()), goods=goods)

        def chosen(answer: str) -> None:
            line = None if answer == NONE_OF_THESE else lines[int(answer)].key
            self.picked.emit(Sighting(line=line, stranger=line is None))

        self._asking.ask(say, chosen, lambda scan: self.picked.emit(Sighting((scan,))))

    def _tile(self, count: LineCount) -> Goods:
        line, left = count.line, QCoreApplication.translate("Picking", "all found")
        if count.remaining:
            left = QCoreApplication.translate("Picking", "{0} still to find").format(count.remaining)
        looks = looks_of(line.category, self._thumbnails.images.get(line.picture))
        return Goods(line.name.in_language(self._desk.language) or line.sku, looks, line.sku, left)

    def _show_pictures(self) -> None:
        if self._asking.screen.isVisible() and self._asking.asked and self._asking.asked.goods:
            self._asking.refresh()

    def choose_void(self, view: ReceiveView) -> None:
        """The unit, by its number here or by a scan of its licence plate."""
        units = [each for each in reversed(view.units) if each.state is not UnitState.PUT_AWAY]

        def say() -> Asked:
            title = QCoreApplication.translate("Picking", "Which item does not count?")
            text = QCoreApplication.translate("Picking", "Scan its licence plate, or choose it here.")
            language = self._desk.language
            names = [(each.lpn, f"{each.lpn}  {view.goods(each).name.in_language(language)}") for each in units]
            return Asked(title, text, tuple(names))

        def scanned(scan: Scan) -> None:
            if scan.value in {each.lpn for each in units}:
                self._ask_why(scan.value)
            else:
                self._desk.reject(DockstationError("unit.not_here", code=scan.shown))

        self._asking.ask(say, self._ask_why, scanned)

    def _ask_why(self, lpn: str) -> None:
        def say() -> Asked:
            title = QCoreApplication.translate("Picking", "Why does {0} not count?").format(lpn)
            text = QCoreApplication.translate("Picking", "It stays in the history; its label must come off the item.")
            reasons = [(code, QCoreApplication.translate("Picking", str(words))) for code, words in REASONS.items()]
            return Asked(title, text, tuple(reasons))

        self._asking.ask(say, lambda reason: self.void.emit(lpn, reason))
