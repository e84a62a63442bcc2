"""Tiles of goods: every word of a usual name is read, and the looks are what there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from dockstation.ui.widgets import Goods, GoodsGrid, Looks, Row, RowList, looks_of
from dockstation.ui.widgets.goods_tile import GoodsTile
from dockstation.ui.widgets.row_list import LARGE
from tests.ui.looking import buttons, collect

RED = QColor("#ff0000")


def red() -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB888)
    image.fill(RED)
    return image


@pytest.mark.parametrize(
    ("category", "pictogram"),
    [
        ("phone", "goods-phone"),
        ("garden", "goods"),
        ("", "goods"),
        ("../goods-phone", "goods"),
        ("phone.svg\n", "goods"),
        ("x" * 9000, "goods"),
    ],
)
def test_a_category_has_its_pictogram_or_that_of_any_goods(qtbot: QtBot, category: str, pictogram: str) -> None:
    assert looks_of(category, None) == Looks(pictogram)


def test_the_picture_is_seen_where_there_is_one(qtbot: QtBot) -> None:
    tile = GoodsTile()
    qtbot.addWidget(tile)
    tile.resize(400, 160)
    tile.show_goods(Goods("Shirt", Looks("goods", red()), "S-1", "1 still to find"), "1")
    assert tile.grab().toImage().pixelColor(90, 80) == RED
    tile.show_goods(Goods("Shirt", Looks("goods"), "S-1", "1 still to find"), "1")
    assert tile.grab().toImage().pixelColor(90, 80) != RED


@pytest.mark.parametrize(("width", "seen"), [(700, True), (500, False)])
def test_a_row_shows_the_picture_where_there_is_room_for_both(qtbot: QtBot, width: int, seen: bool) -> None:
    rows = RowList(sizes=LARGE)
    qtbot.addWidget(rows)
    rows.resize(width, 200)
    rows.show_rows([Row("a", "Shirt", "S-1", "0 of 1", looks=Looks("goods", red()))])
    rows.show()
    assert (rows.grab().toImage().pixelColor(50, 50) == RED) is seen


@pytest.mark.parametrize("name", ["Phone X12, 256 GB, graphite black", "X12 手机 256 GB 曜石黑 官方标配", "T"])
def test_a_usual_name_is_whole_on_the_smallest_tile(qtbot: QtBot, name: str) -> None:
    tile = GoodsTile()
    qtbot.addWidget(tile)
    tile.show_goods(Goods(name, Looks("goods")), "1")
    assert tile._fitting(QSize(175, 44))[1] == name


def test_a_name_without_end_is_cut_and_says_so(qtbot: QtBot) -> None:
    tile = GoodsTile()
    qtbot.addWidget(tile)
    tile.resize(300, 110)
    tile.show_goods(Goods("word " * 2000, Looks("goods"), "S" * 500, "1"), "1")
    tile.grab()
    assert tile._fitting(QSize(175, 44))[1].endswith("…")


def test_as_many_tiles_as_goods_and_each_says_which_it_is(qtbot: QtBot) -> None:
    grid = GoodsGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    heard = collect(grid.chosen)
    for count in (9, 2, 5):
        grid.show_goods([(f"g{n}", Goods(f"Item {n}", Looks("goods"))) for n in range(count)])
        assert [each.text() for each in buttons(grid)] == [f"Item {n}" for n in range(count)]
        assert min(min(each.width(), each.height()) for each in buttons(grid)) >= 100
        grid.choose(count)
        grid.choose(count + 1)
    assert heard == [("g8",), ("g1",), ("g4",)]
