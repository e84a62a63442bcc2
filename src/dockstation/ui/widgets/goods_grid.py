"""Kinds of goods to choose from, numbered as the keys are."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from dockstation.ui.widgets.goods_tile import HIGHEST, Goods, GoodsTile

ROWS = 3
GAP = 12


class GoodsGrid(QWidget):
    """Nine large tiles at the most, in rows of up to three; nothing is chosen beforehand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._tiles: list[GoodsTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_goods(self, goods: Sequence[tuple[str, Goods]]) -> None:
        """Each by its id."""
        if len(goods) != len(self._tiles):
            self._rebuild(len(goods))
        self._ids = tuple(each for each, _ in goods)
        for number, ((_, shown), tile) in enumerate(zip(goods, self._tiles, strict=True), 1):
            tile.show_goods(shown, str(number))

    def choose(self, n: int) -> None:
        """The ``n``-th tile, from 1; nothing when there is none such."""
        if 1 <= n <= len(self._ids):
            self.chosen.emit(self._ids[n - 1])

    def _rebuild(self, count: int) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [GoodsTile() for _ in range(count)]
        columns = 2 if count <= 4 else ROWS
        for index, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _checked, n=index + 1: self.choose(n))
            self._grid.addWidget(tile, index // columns, index % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        rows = ceil(count / columns)
        self.setMaximumHeight(rows * (HIGHEST + GAP) if rows else 0)
