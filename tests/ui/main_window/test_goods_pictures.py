"""Goods are picked by their pictures; one that has not come, or means harm, stops nobody."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from dockstation.ui.widgets.goods_tile import Goods, GoodsTile
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.looking import buttons, visible_rows
from tests.ui.main_window.dock import Dock

PARCEL = "SF1990000000001"


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height), 1).save(file, "PNG")
    return file.getvalue()


GOOD, HUGE = png(60, 40), png(20_000, 20_000, "1")


def named(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Shop:
    """A server that expects a parcel of goods without codes, and a station that knows it."""

    def __init__(self, dock: Dock, server: ServerProcess) -> None:
        self.dock, self.server = dock, server

    def expect(self, *pictures: str) -> None:
        sample = rma("R26990001", tracking_numbers=[PARCEL])
        plain: dict[str, Any] = sample["lines"][0] | {"gtin": "", "serials": [], "category": "clothing"}
        lines = [
            plain | {"line_id": str(n), "sku": f"SKU-{n}", "name": {"en": f"Item {n}"}, "picture": each}
            for n, each in enumerate(pictures, 1)
        ]
        self.server.import_rmas([sample | {"lines": lines}])

    def put(self, data: bytes) -> str:
        self.server.admin("PUT", f"/v1/blobs/{named(data)}", data=data)
        return named(data)

    def open(self) -> None:
        self.dock.join(self.server)
        self.receive()

    def begin(self) -> None:
        self.dock.begin()
        self.receive()

    def receive(self) -> None:
        self.dock.until(lambda _sight: "Returns expected: 1" in self.dock.said)
        self.dock.scan(PARCEL)
        self.dock.reach("receive")

    def pick(self) -> None:
        self.dock.scan("DSCMD-PICK")
        self.dock.reach("asking")

    @property
    def tiles(self) -> list[Goods]:
        return [each.goods for each in buttons(self.dock.window) if isinstance(each, GoodsTile)]

    def pictured(self) -> list[bool]:
        return [each.looks.picture is not None for each in self.tiles]

    def comes_to(self, pictured: list[bool]) -> None:
        self.dock._qtbot.waitUntil(lambda: self.pictured() == pictured, timeout=10_000)

    def rest(self) -> None:
        """All pictures have been asked for."""
        thumbnails = self.dock.window.flow.receive.thumbnails
        self.dock._qtbot.waitUntil(lambda: not thumbnails._asked, timeout=10_000)


@pytest.fixture
def shop(dock: Dock, tmp_path: Path) -> Iterator[Shop]:
    with ServerProcess(tmp_path / "server") as server:
        yield Shop(dock, server)


def test_a_picked_item_with_a_picture_counts(shop: Shop) -> None:
    shop.expect("", shop.put(GOOD))
    shop.open()
    shop.pick()
    shop.comes_to([False, True, False])
    first, second, none = shop.tiles
    assert (second.name, second.sku, second.left) == ("Item 2", "SKU-2", "1 still to find")
    assert (first.looks.pictogram, none.name) == ("goods-clothing", "None of these: another item")
    shop.dock.scan("DSCMD-2")
    shop.dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == 1)
    assert [each["line_id"] for each in shop.dock.events("UnitReceived")] in (["2"], [])  # or sent already
    assert shop.dock.window.flow.receive.view is not None
    assert [unit.line_id for unit in shop.dock.window.flow.receive.view.units] == ["2"]
    looks = [row.looks for row in visible_rows(shop.dock.window) if row.looks]
    assert [each.picture is not None for each in looks] == [False, True]


def test_pictures_that_came_once_are_there_without_the_server(shop: Shop) -> None:
    shop.expect(shop.put(GOOD))
    shop.open()
    shop.pick()
    shop.comes_to([True, False])
    shop.dock.window.close()
    shop.server.stop()
    shop.begin()
    shop.pick()
    shop.comes_to([True, False])
    shop.dock.tap("Item 1")
    shop.dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == 1)


def test_without_the_server_goods_are_picked_by_pictogram_and_pictures_come_later(shop: Shop) -> None:
    shop.expect(shop.put(GOOD))
    shop.open()
    shop.rest()
    shutil.rmtree(shop.dock.data / "pictures")
    shop.dock.window.close()
    shop.server.stop()
    shop.begin()
    shop.pick()
    shop.rest()
    assert shop.pictured() == [False, False]
    shop.server.start()
    shop.dock.press(Qt.Key.Key_Escape)
    shop.dock.reach("receive")
    shop.pick()
    shop.comes_to([True, False])


def test_nothing_waits_for_a_picture(shop: Shop) -> None:
    shop.expect(shop.put(GOOD))
    shop.open()
    shop.rest()
    shutil.rmtree(shop.dock.data / "pictures")
    shop.dock.window.flow.receive.thumbnails._images.clear()
    gate = Event()
    for lane in ("pictures", "network"):
        shop.dock.hold(lane, gate.wait)
    shop.pick()
    assert shop.pictured() == [False, False]
    shop.dock.scan("DSCMD-1")
    shop.dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == 1)
    assert shop.dock.window.flow.receive.thumbnails._asked
    gate.set()
    shop.rest()
    (row,) = visible_rows(shop.dock.window)[:1]
    assert row.looks is not None
    assert row.looks.picture is not None


def rotten(shop: Shop, data: bytes) -> str:
    """What lies on the server's disk is not what was put."""
    name = shop.put(png(70, 30))
    (shop.server.data / "blobs" / name).write_bytes(data)
    return name


def lost(shop: Shop) -> str:
    name = shop.put(png(72, 32))
    (shop.server.data / "blobs" / name).unlink()
    return name


HARM: dict[str, Callable[[Shop], str]] = {
    "never put": lambda _shop: "0" * 64,
    "lost": lost,
    "bomb": lambda shop: shop.put(HUGE),
    "half": lambda shop: shop.put(GOOD[:60]),
    "another picture": lambda shop: rotten(shop, png(71, 31)),
    "html": lambda shop: rotten(shop, b"<html><script>alert(1)</script></html>"),
    "too many bytes": lambda shop: rotten(shop, GOOD + bytes(3 * 1024 * 1024)),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_picture_that_means_harm_shows_the_pictogram_and_keeps_no_other_from_coming(shop: Shop, harm: str) -> None:
    shop.expect(HARM[harm](shop), shop.put(GOOD))
    shop.open()
    shop.pick()
    shop.comes_to([False, True, False])
    shop.rest()
    assert shop.pictured() == [False, True, False]
    assert {path.name for path in (shop.dock.data / "pictures").iterdir()} == {f"{named(GOOD)}.jpg"}
    shop.dock.press(Qt.Key.Key_1)
    shop.dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == 1)
    assert shop.dock.sight.banner == "accept"


def test_more_than_nine_kinds_of_goods_are_leafed_through(shop: Shop) -> None:
    shop.expect(*[""] * 12)
    shop.open()
    shop.pick()
    assert [each.name for each in shop.tiles] == [*(f"Item {n}" for n in range(1, 9)), "More …"]
    shop.dock.scan("DSCMD-NEXT")
    shop.dock.until(lambda _sight: "Item 9" in shop.dock.said)
    shop.dock.press(Qt.Key.Key_Right)
    assert "Item 1\n" in shop.dock.said
    shop.dock.scan("DSCMD-9")
    shop.dock.until(lambda _sight: "Item 9" in shop.dock.said)
    shop.dock.press(Qt.Key.Key_2)
    shop.dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == 1)
    view = shop.dock.window.flow.receive.view
    assert view is not None
    assert [unit.line_id for unit in view.units] == ["10"]
