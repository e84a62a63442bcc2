"""The answers to a question, numbered as the keys are."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dockstation.ui.widgets.big_button import BigButton

ROWS = 3
"""More options than these need a second and a third column, so that the window never grows."""
KEYS = 9
HEIGHT_PX = 76


class OptionGrid(QWidget):
    """Large buttons, in columns of ``rows``; nothing is chosen beforehand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, rows: int = ROWS) -> None:
        super().__init__(parent)
        self._rows = rows
        self._options: tuple[tuple[str, str], ...] = ()
        self._buttons: list[BigButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_options(self, options: Sequence[tuple[str, str]], given: str) -> None:
        """``options`` as (id, text); ``given`` is the id answered before, "" for none."""
        if [each[0] for each in self._options] != [each[0] for each in options]:
            self._rebuild(options)
        self._options = tuple(options)
        for number, ((option_id, text), button) in enumerate(zip(options, self._buttons, strict=True), 1):
            button.show_text(text, str(number) if number <= KEYS else "")
            button.show_marked(option_id == given)

    def choose(self, n: int) -> None:
        """The ``n``-th option, from 1; nothing when there is none such."""
        if 1 <= n <= len(self._options):
            self.chosen.emit(self._options[n - 1][0])

    def _rebuild(self, options: Sequence[tuple[str, str]]) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        columns = max(1, ceil(len(options) / self._rows))
        self._buttons = [BigButton("choice") for _ in options]
        for index, button in enumerate(self._buttons):
            button.setMinimumHeight(HEIGHT_PX)
            button.clicked.connect(lambda _checked, n=index + 1: self.choose(n))
            self._grid.addWidget(button, index // columns, index % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
