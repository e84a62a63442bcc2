"""What was found in a parcel, on A4, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from dockstation.domain.contents import Contents, LineCount
from dockstation.domain.discrepancy import Discrepancy
from dockstation.domain.receipt import Receipt
from dockstation.domain.text import Text
from dockstation.domain.unit import Unit
from dockstation.labels import pdf
from dockstation.labels.drawing import Drawing, Ink, Rect, Writing
from dockstation.labels.fitting import Room, fit
from dockstation.labels.receipt_words import ANSWERS, KINDS, STATES
from dockstation.labels.typeface import BOLD, Typeface

WIDTH_MM, HEIGHT_MM = 210, 297
DPI = 300
DOTS = DPI / 25.4
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 14.0, 196.0, 16.0, 284.0
ROW_MM, TEXT_MM, SMALLEST_MM = 6.6, 3.4, 2.0
LANGUAGES = ("zh_CN", "en")
Column = tuple[float, float]
"""From where to where, in mm."""
LINES: tuple[Column, ...] = ((14, 92), (94, 128), (130, 145), (147, 162), (164, 179), (181, 196))
UNITS: tuple[Column, ...] = ((14, 40), (42, 112), (114, 162), (164, 196))
NOTES: tuple[Column, ...] = ((14, 70), (72, 110), (112, 180), (182, 196))

TITLE = "收货单 · Receipt"
HEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lines": ("应收 Expected goods", "货号 SKU", "应收 Exp.", "实收 Found", "缺少 Missing", "多出 Extra"),
        "units": ("件码 Plate", "实物 Item", "序列号 Serial", "状态 State"),
        "notes": ("差异 Difference", "涉及 About", "情况 What happened", "照片"),
    }
)
NOTHING = "没有找到任何物品 · Nothing was found"


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    column: Column
    bold: bool = False


_Line = tuple[_Cell, ...]
RULE: _Line = ()
"""A line drawn across the page."""


class ReceiptPaper:
    """Draws with the font of the labels."""

    def __init__(self, font: Path) -> None:
        self._font = font
        self._typeface = Typeface(font)

    def draw(self, receipt: Receipt) -> bytes:
        """The receipt as PDF, on as many pages as it needs."""
        size = round(WIDTH_MM * DOTS), round(HEIGHT_MM * DOTS)
        most = int((BOTTOM_MM - TOP_MM) // ROW_MM)
        rows = list(_rows(receipt))
        pages = [rows[n : n + most] for n in range(0, len(rows), most)]
        drawn = [Drawing(*size, DPI, tuple(self._page(page, (n, len(pages)))), ()) for n, page in enumerate(pages, 1)]
        return pdf.write_pages(drawn, self._font, WIDTH_MM, HEIGHT_MM, f"receipt {receipt.contents.parcel.code}")

    def _page(self, rows: Sequence[_Line], of: tuple[int, int]) -> Iterator[Ink | Writing]:
        for number, row in enumerate(rows):
            top = TOP_MM + number * ROW_MM
            if row == RULE:
                yield Ink((Rect(_dots(LEFT_MM), _dots(top + ROW_MM / 2), _dots(RIGHT_MM - LEFT_MM), 3),))
            yield from (self._cell(cell, top) for cell in row if cell.text)
        yield self._cell(_Cell(f"{of[0]} / {of[1]}", (181, 196)), BOTTOM_MM)

    def _cell(self, cell: _Cell, top: float) -> Writing:
        start, end = cell.column
        room = Room(_dots(end - start), _dots(ROW_MM), 1, _dots(TEXT_MM), _dots(SMALLEST_MM))
        fitted = fit(self._typeface.visible(cell.text), room, self._typeface.width)
        text = fitted.lines[0] if fitted.lines else ""
        bold = fitted.size * BOLD if cell.bold else 0
        return Writing(text, _dots(start), _dots(top + TEXT_MM + 1), fitted.size, bold)


def _dots(millimetres: float) -> int:
    return round(millimetres * DOTS)


def _rows(receipt: Receipt) -> Iterator[_Line]:
    inside = receipt.contents
    yield (_Cell(TITLE, (14, 120), bold=True), _Cell(receipt.at, (150, 196)))
    returns = " ".join(each.number for each in inside.rmas)
    yield (_Cell(f"包裹 Parcel: {inside.parcel.code}", (14, 104)), _Cell(f"退货单 Return: {returns}", (106, 196)))
    yield (_Cell(f"收货员 Counted by: {receipt.person}", (14, 196)),)
    yield RULE
    yield from _table(HEADS["lines"], LINES, (_expected(each) for each in inside.lines))
    yield from _table(HEADS["units"], UNITS, (_unit(inside, each) for each in inside.units))
    if not inside.units:
        yield (_Cell(NOTHING, (14, 196)),)
    yield RULE
    mine = [each for each in inside.discrepancies if each.parcel_id == inside.parcel.parcel_id and not each.withdrawn]
    if mine:
        yield from _table(HEADS["notes"], NOTES, (_note(inside, each) for each in mine))


def _table(heads: Sequence[str], columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[_Line]:
    yield tuple(_Cell(head, column, bold=True) for head, column in zip(heads, columns, strict=True))
    for row in rows:
        yield tuple(_Cell(text, column) for text, column in zip(row, columns, strict=True))
    yield RULE


def _both(text: Text) -> str:
    words = [text.by_language[each] for each in LANGUAGES if text.by_language.get(each)]
    return " ".join(dict.fromkeys(words)) or text.in_language("en")


def _expected(count: LineCount) -> tuple[str, ...]:
    figures = (count.line.quantity, count.found, count.missing, count.extra)
    return (_both(count.line.name), count.line.sku, *map(str, figures))


def _unit(inside: Contents, unit: Unit) -> tuple[str, ...]:
    goods = inside.rma(unit.rma_number).line_of(unit)
    return unit.lpn, _both(goods.name), unit.serial, _both(STATES[unit.state])


def _note(inside: Contents, told: Discrepancy) -> tuple[str, ...]:
    skus = {(each.rma_number, each.line.line_id): each.line.sku for each in inside.lines}
    about = told.lpn or skus.get((told.rma_number, told.line_id), "")
    if "missing" in told.facts:
        about = f"{told.facts['missing']} × {about}"
    return (
        _both(KINDS[told.kind]),
        about,
        _both(ANSWERS.get(told.answer, Text({"en": told.answer}))),
        str(len(told.photos)),
    )
