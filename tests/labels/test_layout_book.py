"""A warehouse writes its own layouts; what is wrong in them is said with the file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.labels.layout_book import LayoutBook
from tests.labels.samples import CONTENT, LPN, image, scanned, shipped_labels

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


def box(x: float, y: float, width: float, height: float) -> str:
    return f"[[box]]\nx = {x}\ny = {y}\nwidth = {width}\nheight = {height}\n"


def picture(file: str) -> str:
    return f'[[picture]]\nfile = "{file}"\nx = 40\ny = 20\nwidth = 10\nheight = 10\n'


def book(folder: Path, text: str) -> LayoutBook:
    (folder / "own.toml").write_text(text, "utf-8")
    return LayoutBook([folder])


SHIPPED = (
    "calibration", "container", "container_60x40", "disposition", "disposition_50x30", "disposition_60x40",
    "disposition_80mm", "licence_plate", "licence_plate_60x40", "parcel", "parcel_60x40", "receipt", "receipt_80mm",
)  # fmt: skip


def test_nothing_is_wrong_in_the_shipped_layouts() -> None:
    labels = shipped_labels()
    assert set(SHIPPED) <= set(labels.book.names())
    assert [str(error) for file in labels.book.files().values() for error in labels.problems(file)] == []


def test_a_warehouse_adds_a_layout_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, "utf-8")
    assert scanned(image(shipped_labels(tmp_path).bitmap(CONTENT, "own", 203))) == [("QRCODE", LPN)]


def test_its_own_file_hides_the_shipped_one_of_that_name_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "disposition.toml").write_text(GOOD, "utf-8")
    labels = shipped_labels(tmp_path)
    assert labels.bitmap(CONTENT, "disposition", 203).width == 480
    assert labels.bitmap(CONTENT, "licence_plate", 203).width == 400


MISTAKES = [
    (GOOD.replace("smallest = 3", "smalest = 3"), "settings.unknown_key", 11),
    (GOOD.replace("smallest = 3", ""), "settings.missing", 4),
    (GOOD.replace("[[qr]]", "[[qrcode]]"), "settings.unknown_key", 12),
    (GOOD.replace("[[qr]]", "[qr]"), "settings.wrong_type", 12),
    (GOOD.replace("{lpn}", "{licence}"), "label.field", 4),
    (GOOD.replace("{lpn}", "{}"), "label.field", 4),
    (GOOD.replace('field = "lpn"', 'field = "plate"'), "label.field", 12),
    (GOOD.replace('field = "lpn"', ""), "label.field", 12),
    (GOOD.replace('field = "lpn"', 'field = "lpn"\nalign = "middle"'), "settings.wrong_type", 14),
    (GOOD.replace("size = 5", 'size = 5\nanchor = "up"'), "settings.wrong_type", 11),
    (GOOD.replace("size = 5", "size = 5\nlines = 0"), "settings.wrong_type", 11),
    (GOOD.replace("size = 5", "size = 5\nlines = 1.5"), "settings.wrong_type", 11),
    (GOOD.replace("size = 5", "size = 5\nbold = 1"), "settings.wrong_type", 11),
    (GOOD.replace("size = 5", "size = 5\nonly = [1]"), "settings.wrong_type", 11),
    (GOOD.replace("size = 5", "size = 2"), "label.sizes", 4),
    (GOOD.replace("height = 6", "height = 2"), "label.low", 4),
    (GOOD.replace("size = 5", 'size = "5"'), "settings.wrong_type", 10),
    (GOOD.replace("size = 5", "size = nan"), "settings.wrong_type", 10),
    (GOOD.replace('text = "{lpn}"', "text = 7"), "settings.wrong_type", 5),
    (GOOD.replace('text = "{lpn}"', "text = []"), "settings.wrong_type", 5),
    (GOOD.replace('text = "{lpn}"', ""), "settings.missing", 4),
    (GOOD.replace('text = "{lpn}"', 'text = { en = "Plate {lpn}" }'), "label.language", 4),
    (GOOD.replace('text = "{lpn}"', 'text = { en = "{plate}", zh_CN = "{lpn}" }'), "label.field", 4),
    (GOOD.replace("width = 30", "width = 60"), "label.outside", 4),
    (GOOD.replace("width = 30", "width = -3"), "settings.wrong_type", 8),
    (GOOD.replace("width = 30", "width = 0"), "label.outside", 4),
    (GOOD.replace("y = 2\n", "y = 5\n"), "label.quiet_zone", 12),
    (GOOD + box(1, 9, 40, 20), "label.quiet_zone", 12),
    (GOOD.replace("width = 60", "width = 600"), "settings.wrong_type", 2),
    (GOOD.replace("width = 60\n", ""), "settings.missing", 1),
    (GOOD.replace("width = 60", 'width = 60\nlanguages = "all"'), "settings.wrong_type", 3),
    (GOOD + picture("../secret.png"), "label.picture", 18),
    (GOOD + picture("/etc/passwd"), "label.picture", 18),
    (GOOD + picture("none.svg"), "label.picture", 18),
    (GOOD + "[[text", "settings.syntax", 18),
    ("\x00", "settings.syntax", 1),
]


@pytest.mark.parametrize(("wrong", "code", "line"), MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, wrong: str, code: str, line: int) -> None:
    with pytest.raises(DockstationError) as refused:
        book(tmp_path, wrong).load("own")
    assert (refused.value.code, refused.value.facts["line"]) == (code, line)
    assert refused.value.facts["file"] == str(tmp_path / "own.toml")


def test_a_frame_may_go_around_a_code(tmp_path: Path) -> None:
    assert book(tmp_path, GOOD + box(1, 9, 40, 30)).load("own").elements


def test_a_file_is_read_again_once_it_has_changed(tmp_path: Path) -> None:
    layouts = book(tmp_path, GOOD)
    assert layouts.load("own").sheet.width == 60
    book(tmp_path, GOOD.replace("width = 60", "width = 70"))
    os.utime(tmp_path / "own.toml", ns=(1, 1))
    assert layouts.load("own").sheet.width == 70


def test_a_layout_may_be_made_for_one_disposition(tmp_path: Path) -> None:
    book(tmp_path, GOOD)
    (tmp_path / "own.repair.toml").write_text(GOOD.replace("width = 60", "width = 70"), "utf-8")
    labels = shipped_labels(tmp_path)
    assert labels.bitmap(replace(CONTENT, disposition="repair"), "own", 203).width == 560
    assert labels.bitmap(replace(CONTENT, disposition="scrap"), "own", 203).width == 480


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
