"""The scanner self-test: code after code of the printed page, then what was found and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from dockstation.domain.label import Bitmap
from dockstation.domain.scan import shown
from dockstation.domain.scanner import KEYBOARD, Layout
from dockstation.domain.self_test import MAKES, OTHER, PAGE, Finding, FixBook, Purpose, TestCode, TestedScanner, Tone
from dockstation.ui.theme import tokens
from dockstation.ui.widgets import BigButton, Card, ConfirmButton, Pictogram, Screen, TextLabel, feet

COLUMNS = 2
FEET_PX = 72
PICTURE_PX = 190
LARGEST_MODULE_PX = 6
NAMES = {"zebra": "Zebra", "honeywell": "Honeywell", "datalogic": "Datalogic", "newland": "Newland"}
RANK = (Tone.MEND, Tone.LEARNED, Tone.GOOD)


@dataclass(frozen=True, slots=True)
class SelfTestView:
    """A test under way, or its end when ``tested`` is there. ``device`` is "" until the first code has come.

    ``current`` is to be scanned next, ``picture`` shows it; ``read`` and ``unread`` are numbers of the page's codes.
    """

    fixes: FixBook
    device: str = ""
    current: TestCode | None = None
    picture: Bitmap | None = None
    read: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()
    tested: TestedScanner | None = None


class SelfTestScreen(Screen):
    """Says what to scan, ticks off what came; at the end says what to change in the scanner, maker by maker."""

    unread_asked = Signal()
    done_asked = Signal()
    left = Signal()
    page_asked = Signal()
    report_asked = Signal(str)
    """By the chosen make."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SelfTestView | None = None
        self._language = "en"
        self._asking, self._result = _Asking(), _Result()
        self._places = QStackedLayout()
        self._places.addWidget(self._asking)
        self._places.addWidget(self._result)
        self._unread, self._done, self._leave = BigButton("plain"), ConfirmButton(), BigButton("plain")
        self._save = BigButton("plain")
        self._unread.clicked.connect(self.unread_asked)
        self._done.clicked.connect(self.confirm)
        self._leave.clicked.connect(self.left)
        self._save.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, 16, self.MARGIN, self.FOOT)
        column.setSpacing(16)
        column.addLayout(self._places, 1)
        column.addLayout(feet(self._done, self._leave, self._save, self._unread))
        self.retranslate()

    def show_self_test(self, view: SelfTestView, language: str) -> None:
        """Show the test as it stands; ``language`` is for the texts of the fixes."""
        self._view, self._language = view, language
        self.retranslate()

    @property
    def make(self) -> str:
        """The chosen make of scanner."""
        return self._result.make

    def confirm(self) -> None:
        """The primary action: end the test, or close its result."""
        if self._view is not None and self._view.tested:
            self.left.emit()
        else:
            self.done_asked.emit()

    def _on_save(self) -> None:
        if self._view is not None and self._view.tested:
            self.report_asked.emit(self.make)
        else:
            self.page_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language and colours."""
        view = self._view
        ended = view is not None and view.tested is not None
        self._leave.show_text(self.tr("Leave"), "Esc")
        self._leave.setVisible(not ended)
        self._unread.show_text(self.tr("Does not read"))
        self._unread.setVisible(not ended)
        self._done.show_text(self.tr("Close") if ended else self.tr("End the test"), "Enter" if ended else "")
        self._save.show_text(self.tr("Save this as PDF") if ended else self.tr("Save the test page"))
        if view is None:
            return
        self._unread.setEnabled(bool(view.device))
        self._done.setEnabled(ended or bool(view.device))
        self._places.setCurrentIndex(1 if ended else 0)
        if ended:
            self._result.show_result(view, self._language)
        else:
            self._asking.show_asking(view)


class _Asking(QWidget):
    """The code to be scanned next, and what came of the others."""

    def __init__(self) -> None:
        super().__init__()
        self._device, self._headline = TextLabel("lead"), TextLabel("headline")
        self._hint, self._picture = TextLabel("body"), _CodePicture()
        self._ticks: list[_Tick] = []
        self._grid = QGridLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Screen.GAP)
        row.addLayout(self._asked(), 1)
        row.addWidget(self._list(), 1)

    def _asked(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for widget in (self._device, self._headline):
            column.addWidget(widget)
        column.addWidget(self._picture, 1)
        column.addWidget(self._hint)
        column.addStretch(1)
        return column

    def _list(self) -> Card:
        card = Card(padding=16)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.setSpacing(4)
        card.column.addLayout(self._grid)
        return card

    def _fill(self) -> None:
        """At the first test: most days have none, and twenty rows cost the window's start."""
        self._ticks = [_Tick(code) for code in PAGE]
        rows = (len(self._ticks) + 1) // COLUMNS
        for place, tick in enumerate(self._ticks):
            self._grid.addWidget(tick, place % rows, place // rows)
        for across in range(COLUMNS):
            self._grid.setColumnStretch(across, 1)

    def show_asking(self, view: SelfTestView) -> None:
        if not self._ticks:
            self._fill()
        current = view.current
        self._device.setText(self._device_words(view.device))
        if current is not None:
            self._headline.setText(self.tr("Scan code {0}: {1}").format(current.number, current.name))
            self._hint.setText(self._hint_for(current))
        self._picture.show_code(view.picture)
        for tick in self._ticks:
            tick.show_tick(view)

    def _device_words(self, device: str) -> str:
        if not device:
            return self.tr("Which scanner it is shows with the first code.")
        return self.tr("Testing: {0}").format(device_name(device))

    def _hint_for(self, code: TestCode) -> str:
        if code.purpose is Purpose.START:
            return self.tr(
                "Take the printed test page and scan its codes in their order. "
                "Scanners with a camera inside can also read them from this screen."
            )
        return self.tr("If the scanner stays silent after a few tries, tap: Does not read.")


def device_name(device: str) -> str:
    """A device's name as it is said: the keyboard scanners have none of their own."""
    if device != KEYBOARD:
        return shown(device)
    return QCoreApplication.translate("SelfTestScreen", "Keyboard scanner")


class _CodePicture(QWidget):
    """A code in whole pixels on white, so that a scanner reads it from the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._code = QImage()
        self.setFixedHeight(PICTURE_PX)

    def show_code(self, bitmap: Bitmap | None) -> None:
        self._code = QImage()
        if bitmap is not None:
            modules = QImage(bitmap.rows, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Mono)
            modules.setColorTable([0xFFFFFFFF, 0xFF000000])
            self._code = modules.convertToFormat(QImage.Format.Format_Grayscale8)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._code.isNull():
            return
        fits = min(self.width() // self._code.width(), self.height() // self._code.height(), LARGEST_MODULE_PX)
        size = self._code.size() * max(1, fits)
        QPainter(self).drawImage(QRect(QPoint(0, (self.height() - size.height()) // 2), size), self._code)


class _Tick(QWidget):
    """One code of the page: pictogram, number and name."""

    def __init__(self, code: TestCode) -> None:
        super().__init__()
        self._code = code
        self._mark, self._name = Pictogram(26), TextLabel("body", f"{code.number}   {code.name}")
        self._name.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)

    def show_tick(self, view: SelfTestView) -> None:
        number, colours = self._code.number, tokens()
        mark, colour, role = "", colours.muted, "muted"
        if number in view.read:
            mark, colour, role = "accept", colours.good, "good"
        elif number in view.unread:
            mark, colour, role = "reject", colours.late, "late"
        elif self._code == view.current:
            mark, colour, role = "tag", colours.primary, "strong"
        self._mark.show_pictogram(mark, colour)
        self._name.show_role(role)


class _Result(QWidget):
    """What was found, the worst first, with the fix for the chosen make."""

    def __init__(self) -> None:
        super().__init__()
        self.make = OTHER
        self._shown: tuple[SelfTestView, str] | None = None
        self._device, self._count, self._profile = TextLabel("headline"), TextLabel("lead"), TextLabel("body")
        self._ask = TextLabel("strong")
        self._makes = {make: BigButton("choice", NAMES.get(make, "")) for make in MAKES}
        self._rows, self._area = QVBoxLayout(), QScrollArea()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Screen.GAP)
        for panel, stretch in ((self._summary(), 3), (self._list(), 5)):
            panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(panel, stretch)

    def _summary(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._device, self._count, self._profile):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._ask)
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, (make, button) in enumerate(self._makes.items()):
            button.clicked.connect(lambda _checked, make=make: self._choose(make))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        column.addLayout(grid)
        return panel

    def _list(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("findings")
        inner.setStyleSheet("#findings { background: transparent; }")
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(10)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._rows)
        whole.addStretch(1)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        return self._area

    def _choose(self, make: str) -> None:
        self.make = make
        if self._shown is not None:
            self.show_result(*self._shown)

    def show_result(self, view: SelfTestView, language: str) -> None:
        self._shown = (view, language)
        tested = view.tested
        if tested is None:
            return
        self._device.setText(device_name(tested.profile.device))
        self._count.setText(self.tr("{0} of {1} codes read").format(len(view.read), len(PAGE)))
        self._profile.setText(self._learned(tested))
        self._ask.setText(self.tr("Who made this scanner?"))
        mended = any(view.fixes.fix(each, self.make, language) for each in tested.findings)
        for widget in (self._ask, *self._makes.values()):
            widget.setVisible(mended)
        self._makes[OTHER].show_text(self.tr("Other"))
        for make, button in self._makes.items():
            button.show_marked(make == self.make)
        self._show_findings(tested, view.fixes, language)

    def _learned(self, tested: TestedScanner) -> str:
        profile = tested.profile
        ways = {
            Layout.AUTO: self.tr("The station judges every scan by itself."),
            Layout.US: self.tr("The station reads its keys by their place."),
            Layout.SYSTEM: self.tr("The station reads its keys as the system's layout has them."),
        }
        keyed = profile.device == KEYBOARD
        said = [ways[profile.layout]] if keyed else [self.tr("The station reads its text as it comes.")]
        if profile.prefix or profile.suffix or profile.separator:
            said.append(self.tr("What it adds has been learned."))
        return "\n".join(said)

    def _show_findings(self, tested: TestedScanner, fixes: FixBook, language: str) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in sorted(tested.findings, key=lambda each: RANK.index(each.tone)):
            says, fix = fixes.says(finding, language), fixes.fix(finding, self.make, language)
            self._rows.addWidget(_finding(finding, says, fix))


def _finding(finding: Finding, says: str, fix: str) -> Card:
    colours = tokens()
    marks = {
        Tone.GOOD: ("accept", colours.good),
        Tone.LEARNED: ("info", colours.primary),
        Tone.MEND: ("wrench", colours.late),
    }
    card, row, words = Card(padding=14), QHBoxLayout(), QVBoxLayout()
    mark = Pictogram(36)
    mark.show_pictogram(*marks[finding.tone])
    words.setSpacing(4)
    words.addWidget(TextLabel("strong", says))
    if fix:
        words.addWidget(TextLabel("body", fix))
    row.setSpacing(16)
    row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    card.column.addLayout(row)
    return card
