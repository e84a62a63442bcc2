"""The answers to a question, numbered as the keys are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.choice_tile import Choice, ChoiceTile

ROWS = 3
"""More options than these need a second and a third column, so that the window never grows."""
KEYS = 9
HEIGHT_PX = 76
ROOMY_PX = 32
"""So much taller is a tile in a large window."""
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
"""Columns and rows by arrow."""


class OptionGrid(QWidget):
    """Large buttons, in columns of ``rows``; nothing is chosen beforehand, and nothing has the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, rows: int = ROWS, height: int = HEIGHT_PX) -> None:
        super().__init__(parent)
        self._rows, self._height, self._roomy = rows, height, False
        self._choices: tuple[Choice, ...] = ()
        self._tiles: list[ChoiceTile] = []
        self._buttons: list[ChoiceTile] = []
        self._columns = 1
        self._focused = -1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger tiles in a large window."""
        super().resizeEvent(event)
        if self._roomy is not theme.is_roomy(self):
            self._roomy = not self._roomy
            for tile in self._tiles:
                self._fit(tile)

    def _fit(self, tile: ChoiceTile) -> None:
        tile.setMinimumHeight(self._height + (ROOMY_PX if self._roomy else 0))
        tile.setProperty("roomy", self._roomy)
        theme.restyle(tile)

    def show_options(self, options: Sequence[tuple[str, str]], given: str) -> None:
        """``options`` as (id, text); ``given`` is the id answered before, "" for none."""
        self.show_choices([Choice(*each) for each in options], {given})

    def show_choices(self, choices: Sequence[Choice], marked: Collection[str], *, ticks: bool = False) -> None:
        """Those ``marked`` were chosen before, or are ``ticks`` of several."""
        if [each.id for each in self._choices] != [each.id for each in choices]:
            self._rebuild(len(choices))
        self._choices = tuple(choices)
        for number, (choice, button) in enumerate(zip(choices, self._buttons, strict=True), 1):
            key = str(number) if number <= KEYS else ""
            button.show_choice(choice, key, marked=choice.id in marked, ticks=ticks)

    def choose(self, n: int) -> bool:
        """The ``n``-th option, from 1; False when there is none such."""
        there = 1 <= n <= len(self._choices) and self.isEnabled()
        if there:
            self.chosen.emit(self._choices[n - 1].id)
        return there

    def move_focus(self, key: int) -> bool:
        """Move the focus by an arrow; it begins at the first option. False for another key, or at the edge."""
        if key not in {int(each) for each in STEPS} or not self._choices:
            return False
        across, down = STEPS[Qt.Key(key)]
        column, row = self._focused % self._columns + across, self._focused // self._columns + down
        place = 0 if self._focused < 0 else row * self._columns + column
        if self._focused < 0 or (0 <= column < self._columns and 0 <= place < len(self._choices)):
            self.show_focus(place)
        return True

    def show_focus(self, place: int) -> None:
        """Let the option at this place have the focus, from 0; -1 for none."""
        self._focused = place
        for index, button in enumerate(self._buttons):
            button.show_focused(index == place)

    @property
    def has_focus(self) -> bool:
        """Whether an option has it."""
        return self._focused >= 0

    def choose_focused(self) -> bool:
        """What the focus is on; False when it is on nothing."""
        return self.has_focus and self.choose(self._focused + 1)

    def _rebuild(self, count: int) -> None:
        """Tiles are kept for the next question: to build them takes longer than to show them."""
        columns = self._columns = max(1, ceil(count / self._rows))
        self.show_focus(-1)
        while len(self._tiles) < count:
            self._tiles.append(self._tile(len(self._tiles) + 1))
        self._buttons = self._tiles[:count]
        for index, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            tile.setVisible(index < count)
            if index < count:
                self._grid.addWidget(tile, index // columns, index % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _tile(self, number: int) -> ChoiceTile:
        tile = ChoiceTile(self)
        self._fit(tile)
        tile.clicked.connect(lambda: self.choose(number))
        return tile
