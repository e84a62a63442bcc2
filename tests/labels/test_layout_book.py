"""A warehouse writes its own layouts; what is wrong in them is said with the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.labels.layout_book import LayoutBook
from tests.labels.samples import CONTENT, LAYOUTS, LPN, image, scanned, shipped_labels

GOOD = """
width = 60
height = 40
[[text]]
text = "{lpn}"
x = 2
y = 2
width = 30
height = 6
size = 5
smallest = 3
[[qr]]
field = "lpn"
x = 2
y = 10
width = 26
height = 26
"""


def book(folder: Path, text: str) -> LayoutBook:
    (folder / "own.toml").write_text(text, "utf-8")
    return LayoutBook([folder])


def test_every_shipped_layout_is_sound() -> None:
    shipped = LayoutBook([LAYOUTS])
    assert [shipped.load(name).name for name in shipped.names()] == [
        "disposition",
        "licence_plate",
        "parcel",
        "receipt",
    ]


def test_a_warehouse_adds_a_layout_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, "utf-8")
    assert scanned(image(shipped_labels(tmp_path).bitmap(CONTENT, "own", 203))) == [("QRCODE", LPN)]


def test_its_own_file_hides_the_shipped_one_of_that_name_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "disposition.toml").write_text(GOOD, "utf-8")
    labels = shipped_labels(tmp_path)
    assert labels.bitmap(CONTENT, "disposition", 203).width == 480
    assert labels.bitmap(CONTENT, "licence_plate", 203).width == 400


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (GOOD.replace("smallest = 3", "smalest = 3"), "smalest"),
        (GOOD.replace("smallest = 3", ""), "smallest"),
        (GOOD.replace("[[qr]]", "[[qrcode]]"), "qrcode"),
        (GOOD.replace("[[qr]]", "[qr]"), "[[qr]]"),
        (GOOD.replace("{lpn}", "{licence}"), "licence"),
        (GOOD.replace("{lpn}", "{}"), "no such field"),
        (GOOD.replace('field = "lpn"', 'field = "plate"'), "plate"),
        (GOOD.replace('field = "lpn"', 'field = "lpn"\nalign = "middle"'), "align"),
        (GOOD.replace("size = 5", 'size = 5\nanchor = "up"'), "anchor"),
        (GOOD.replace("size = 5", "size = 5\nlines = 0"), "lines"),
        (GOOD.replace("size = 5", "size = 5\nlines = 1.5"), "lines must be int"),
        (GOOD.replace("size = 5", "size = 5\nbold = 1"), "bold must be bool"),
        (GOOD.replace("size = 5", "size = 2"), "smallest"),
        (GOOD.replace("size = 5", 'size = "5"'), "size must be a number"),
        (GOOD.replace("size = 5", "size = nan"), "size must be a number"),
        (GOOD.replace('text = "{lpn}"', "text = 7"), "text must be"),
        (GOOD.replace("width = 30", "width = 60"), "beyond the label"),
        (GOOD.replace("width = 30", "width = -3"), "beyond the label"),
        (GOOD.replace("y = 2\n", "y = 5\n"), "reaches into its area"),
        (GOOD.replace("width = 60", "width = 600"), "10 to 300 mm"),
        (GOOD.replace("width = 60\n", ""), "width must be a number"),
        (GOOD + "[[text", "array"),
        ("\x00", "line"),
    ],
)
def test_a_mistake_is_told_with_its_file(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(DockstationError) as refused:
        book(tmp_path, wrong).load("own")
    assert refused.value.code == "label.layout"
    assert refused.value.facts["file"] == str(tmp_path / "own.toml")
    assert said in str(refused.value.facts["what"])


@pytest.mark.parametrize("name", ["none", "../own", "", "OWN", "a/b", "x" * 5000, "\x00"])
def test_an_unknown_layout_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(DockstationError) as refused:
        book(tmp_path, GOOD).load(name)
    assert refused.value.code == "label.layout"
    assert "own" in str(refused.value.facts["what"])


def test_a_code_that_cannot_be_printed_large_enough_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD.replace("width = 26", "width = 18"), "utf-8")
    with pytest.raises(DockstationError) as refused:
        shipped_labels(tmp_path).bitmap(CONTENT, "own", 203)
    assert refused.value.code == "label.too_long"


def test_a_receipt_is_drawn_with_the_code_of_its_parcel_however_much_is_missing() -> None:
    missing = "缺少：" + ", ".join(f"{n} × PH-X200-256-BLK" for n in range(1, 9))
    content = LabelContent(
        parcel="SF1990000000001", rma_number="R26110001 R26110002", note="收货单", totals="本包 3 · 实收 3 / 应收 11",
        missing=missing, operator="王小明", station="一号台", at="2026-11-22 14:05", copy=1,
    )  # fmt: skip
    for dpi in (203, 300):
        assert scanned(image(shipped_labels().bitmap(content, "receipt", dpi))) == [("QRCODE", "SF1990000000001")]
