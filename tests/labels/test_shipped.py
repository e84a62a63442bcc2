"""Every shipped layout, in both languages and at every resolution."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp

from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.text import Text
from dockstation.labels.composing import SYMBOLOGIES
from dockstation.labels.drawing import dots_per_mm
from dockstation.labels.layout import CodeElement
from tests.labels.samples import CONTENT, DISPOSITIONS, LPN, image, shipped_labels

LABELS = {language: shipped_labels(language=language) for language in ("zh_CN", "en")}
PARCEL = "SF1990000000001"
UNIT = replace(
    CONTENT,
    name=Text({"zh_CN": CONTENT.name if isinstance(CONTENT.name, str) else "", "en": "Galaxy River X200, 256 GB"}),
    defects=Text({"zh_CN": "屏幕深划痕；外壳磕碰", "en": "Deep screen scratch; dented case"}),
    disposition_word="",
    copy=2,
)
OF_PARCEL = LabelContent(
    parcel=PARCEL, rma_number="R26110001", carrier="SF EXPRESS", operator="王小明", station="一号台", copy=1,
    at="2026-11-22 14:05", totals="本包 3 · 实收 3 / 应收 11", missing="缺少：8 × PH-X200-256-BLK",
)  # fmt: skip
OF_RECEIPT = replace(OF_PARCEL, note=Text({"zh_CN": "收货单", "en": "RECEIPT"}))
BIN = LabelContent(bin="CUSTOMER-1", disposition="return_to_customer")
PLATES = [("Code128", LPN), ("QRCode", LPN)]
BOXES, BINS = [("QRCode", PARCEL)], [("QRCode", "DSBIN-CUSTOMER-1")]


def marks(*numbers: int) -> list[tuple[str, str]]:
    return sorted(("DataMatrix", f"DSCAL-{axis}{number}") for axis in "XY" for number in numbers)


LABELLED = [
    ("calibration", LabelContent(), marks(*range(2, 9))),
    ("calibration_60x40", LabelContent(), marks(3, 4, 6, 7)),
    ("calibration_50x30", LabelContent(), marks(3, 4, 6, 7)),
    ("calibration_80mm", LabelContent(), marks(3, 4, 5, 6, 7)),
    ("container", BIN, BINS),
    ("container_60x40", BIN, BINS),
    ("container_50x30", BIN, BINS),
    ("container_80mm", BIN, BINS),
    ("disposition", UNIT, PLATES),
    ("disposition_50x30", UNIT, PLATES[1:]),
    ("disposition_60x40", UNIT, PLATES[1:]),
    ("disposition_80mm", UNIT, PLATES),
    ("licence_plate", UNIT, PLATES[1:]),
    ("licence_plate_60x40", UNIT, PLATES),
    ("licence_plate_100x60", UNIT, PLATES),
    ("licence_plate_80mm", UNIT, PLATES),
    ("parcel", OF_PARCEL, BOXES),
    ("parcel_60x40", OF_PARCEL, BOXES),
    ("parcel_50x30", OF_PARCEL, BOXES),
    ("parcel_80mm", OF_PARCEL, BOXES),
    ("receipt", OF_RECEIPT, BOXES),
    ("receipt_60x40", OF_RECEIPT, BOXES),
    ("receipt_50x30", OF_RECEIPT, BOXES),
    ("receipt_80mm", OF_RECEIPT, BOXES),
]
ON_LABELS = [(name, content) for name, content, _ in LABELLED if not name.endswith("80mm")]
"""On a roll codes stand where there is room; that they scan says enough."""
DECIDED = [name for name, *_ in LABELLED if name.startswith("disposition")]
STUCK = [(name, content) for name, content, _ in LABELLED if not name.startswith("calibration")]
OF_BOXES = [(name, content) for name, content, found in LABELLED if found is BOXES]


def black(bitmap: Bitmap) -> npt.NDArray[np.bool_]:
    dots: npt.NDArray[np.bool_] = np.asarray(image(bitmap)) == 0
    return dots


def read(bitmap: Bitmap) -> list[tuple[str, str]]:
    return sorted((code.symbology.name, code.text) for code in zxingcpp.read_barcodes(image(bitmap)))


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize(("layout", "content", "codes"), LABELLED, ids=[name for name, *_ in LABELLED])
def test_it_is_drawn_and_scans(
    layout: str, content: LabelContent, codes: list[tuple[str, str]], language: str, dpi: int
) -> None:
    bitmap = LABELS[language].bitmap(content, layout, dpi)
    assert read(bitmap) == codes
    dots = black(bitmap)
    edge = round(0.5 * dots_per_mm(dpi))
    assert not dots[:edge].any()
    assert not dots[:, :edge].any()
    assert not dots[-edge:].any()
    assert not dots[:, -edge:].any()


@pytest.mark.parametrize("dpi", [203, 600])
@pytest.mark.parametrize(("layout", "content"), ON_LABELS, ids=[name for name, _ in ON_LABELS])
def test_codes_are_whole_modules_with_white_around(layout: str, content: LabelContent, dpi: int) -> None:
    labels, per_mm = LABELS["en"], dots_per_mm(dpi)
    wanted = labels.book.load(layout, content.disposition)
    dots = black(labels.bitmap(content, layout, dpi))
    for element in wanted.elements:
        if isinstance(element, CodeElement):
            kind = SYMBOLOGIES[type(element)]
            left, top = round(element.x * per_mm), round(element.y * per_mm)
            right, bottom = round((element.x + element.width) * per_mm), round((element.y + element.height) * per_mm)
            area = dots[top:bottom, left:right]
            columns = np.flatnonzero(area.any(axis=0))
            first = area[np.flatnonzero(area.any(axis=1))[0] + 1]
            edges = np.diff(np.flatnonzero(np.diff(np.concatenate(([False], first, [False])).astype(int))))
            module = np.gcd.reduce(edges)
            assert module >= kind.smallest(per_mm), layout
            assert min(columns[0], area.shape[1] - 1 - columns[-1]) >= kind.quiet * module, layout


@pytest.mark.parametrize("layout", DECIDED)
def test_each_disposition_looks_its_own_way_even_without_its_word(layout: str) -> None:
    heads = {}
    for disposition in DISPOSITIONS:
        plain = replace(UNIT, disposition=disposition, disposition_word=" ", grade="", copy=0)
        dots = black(LABELS["en"].bitmap(plain, layout, 203))
        heads[disposition] = dots[: dots.shape[1] // 5]
    for disposition, head in heads.items():
        others = [other for name, other in heads.items() if name != disposition]
        assert min((head ^ other).mean() for other in others) > 0.05, disposition


@pytest.mark.parametrize("layout", ["disposition", "disposition_60x40"])
@pytest.mark.parametrize("disposition", DISPOSITIONS)
def test_what_is_wrong_with_a_unit_stands_on_its_label_for_repair_alone(layout: str, disposition: str) -> None:
    labels, unit = LABELS["zh_CN"], replace(UNIT, disposition=disposition, reason="")
    differs = labels.bitmap(unit, layout, 203) != labels.bitmap(replace(unit, defects=""), layout, 203)
    assert differs == (disposition == "repair")


def test_a_container_says_in_both_languages_what_belongs_into_it() -> None:
    english, chinese = (LABELS[language].bitmap(BIN, "container", 203) for language in ("en", "zh_CN"))
    assert english == chinese
    assert LABELS["en"].bitmap(UNIT, "disposition", 203) != LABELS["zh_CN"].bitmap(UNIT, "disposition", 203)


@pytest.mark.parametrize(("layout", "content"), OF_BOXES, ids=[name for name, _ in OF_BOXES])
def test_the_longest_codes_of_carriers_are_printed_on_every_size(layout: str, content: LabelContent) -> None:
    code = "420940279205590100000000000000000000123X"
    assert read(LABELS["en"].bitmap(replace(content, parcel=code), layout, 203)) == [("QRCode", code)]


def test_every_kind_of_label_comes_in_every_size() -> None:
    sizes: dict[str, set[tuple[float, float]]] = {}
    for name in LABELS["en"].book.names():
        sheet = LABELS["en"].book.load(name).sheet
        kind = re.sub(r"_(\d+x\d+|80mm)$", "", name)
        sizes.setdefault(kind, set()).add((sheet.width, 0 if name.endswith("80mm") else sheet.height))
    assert set(sizes) == {"calibration", "container", "disposition", "licence_plate", "parcel", "receipt"}
    assert all(each == {(100, 60), (60, 40), (50, 30), (72, 0)} for each in sizes.values())


@pytest.mark.parametrize(("layout", "content"), STUCK, ids=[name for name, _ in STUCK])
def test_a_void_label_is_struck_through_and_nobody_scans_it(layout: str, content: LabelContent) -> None:
    bitmap = LABELS["en"].bitmap(replace(content, void=True), layout, 203)
    assert read(bitmap) == []
    assert black(bitmap)[bitmap.height // 2].mean() > 0.3


def test_a_roll_is_as_long_as_what_there_is_to_say() -> None:
    heights = [
        LABELS["en"]
        .bitmap(replace(OF_RECEIPT, missing=", ".join(["2 × TS-M-WH"] * count)), "receipt_80mm", 203)
        .height
        for count in (0, 1, 8, 40)
    ]
    assert heights == sorted(set(heights))
    assert heights[-1] <= 145 * 8
