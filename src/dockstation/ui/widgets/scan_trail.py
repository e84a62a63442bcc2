"""The last scans, each as it was read and with the answer that it got."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.pictogram import Pictogram

LENGTH = 5
HEIGHT = 44
TEXT_PX = 18
_NEWEST_SHARE = 2


@dataclass(frozen=True, slots=True)
class ReadCode:
    """``code`` as it may be shown, what it is in words, and the answer: accept, question, reject, or "" so far."""

    code: str
    kind: str
    answer: str = ""


class ScanTrail(QFrame):
    """One line; the newest scan stands left and says what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._places = [_Place() for _ in range(LENGTH)]
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 20, 0)
        row.setSpacing(20)
        for place in self._places:
            row.addWidget(place, 1 if row.count() else _NEWEST_SHARE)

    def show_codes(self, codes: Sequence[ReadCode]) -> None:
        """The newest first; more than five are not shown."""
        for number, place in enumerate(self._places):
            place.show_code(codes[number] if number < len(codes) else None, newest=number == 0)

    def shown(self) -> list[str]:
        """The lines, the newest first."""
        return [place.text for place in self._places if place.text]

    def changeEvent(self, event: QEvent) -> None:
        """Wear the present colours."""
        if event.type() == QEvent.Type.PaletteChange:
            for place in self._places:
                place.recolour()
        super().changeEvent(event)


class _Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._answer, self._newest = "", False
        self._picture = Pictogram(24)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_code(self, code: ReadCode | None, *, newest: bool) -> None:
        self._answer, self._newest = (code.answer or "info" if code else ""), newest
        said = [each for each in (code.kind, code.code) if each] if code else []
        self.text = " · ".join(said if newest else said[-1:])
        self.setAccessibleName(self.text)
        self.recolour()

    def recolour(self) -> None:
        colours = theme.tokens()
        colour = {"accept": colours.good, "reject": colours.late}.get(self._answer, colours.muted)
        self._picture.show_pictogram(self._answer, colour)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setPixelSize(TEXT_PX)
        font.setBold(self._newest)
        painter.setFont(font)
        colours = theme.tokens()
        painter.setPen(QColor(colours.ink if self._newest else colours.muted))
        left = self._picture.width() + 8
        place = QRect(left, 0, self.width() - left, self.height())
        line = QFontMetrics(font).elidedText(self.text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value, line)

    def sizeHint(self) -> QSize:
        return QSize(100, HEIGHT)
