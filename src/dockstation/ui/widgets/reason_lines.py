"""Headings, each over what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from dockstation.ui.widgets.line_label import LineLabel
from dockstation.ui.widgets.text_label import NARROWEST_PX, TextLabel

GAP = 6


class _Why(LineLabel):
    """Whole, on as many lines as it takes, or as much as fits on one."""

    def show_whole(self, whole: bool) -> None:
        self.setWordWrap(whole)

    def whole_height(self, width: int) -> int:
        self.setWordWrap(True)
        return self.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return TextLabel.sizeHint(self) if self.wordWrap() else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            TextLabel.paintEvent(self, event)
        else:
            super().paintEvent(event)


class ReasonLines(QWidget):
    """All of it where there is room, in smaller letters where there is little; else what stands last is cut first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[LineLabel, _Why]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def show_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        """Each heading with its reason."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._lines = [(LineLabel("strong", heading), _Why("muted", why)) for heading, why in reasons]
        for heading, why in self._lines:
            self._column.addWidget(heading)
            self._column.addWidget(why)
            self._column.addSpacing(GAP)
        self._column.addStretch(1)
        self.updateGeometry()
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """It takes what it gets."""
        return False

    def minimumSizeHint(self) -> QSize:
        """With every reason on one line."""
        return QSize(NARROWEST_PX, sum(_line(heading) + _line(why) + GAP for heading, why in self._lines))

    def sizeHint(self) -> QSize:
        """The same: the rest is a gift."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it is whole."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for role in ("muted", "caption"):
            for _heading, why in self._lines:
                why.show_role(role)
            if self._fit_lines():
                return

    def _fit_lines(self) -> bool:
        """Whether all of it is whole."""
        spare = self.height() - self.minimumSizeHint().height()
        for _heading, why in self._lines:
            more = why.whole_height(self.width()) - _line(why)
            why.show_whole(more <= spare)
            spare -= more if more <= spare else 0
        return all(why.wordWrap() for _heading, why in self._lines)


def _line(label: LineLabel) -> int:
    label.ensurePolished()
    return label.fontMetrics().lineSpacing() + 1
