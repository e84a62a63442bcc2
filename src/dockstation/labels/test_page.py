"""The printed page of the scanner self-test, its codes for the screen, and the report: vector PDFs of A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import zxingcpp

from dockstation.domain.label import Bitmap
from dockstation.domain.scanner import KEYBOARD
from dockstation.domain.self_test import GS, PAGE, Finding, FixBook, Purpose, TestCode, TestedScanner, Tone
from dockstation.domain.text import Text
from dockstation.labels import pdf
from dockstation.labels.drawing import Drawing, Ink, Rect, Writing
from dockstation.labels.fitting import Room, fit
from dockstation.labels.typeface import BOLD, LINE, Typeface

WIDTH_MM, HEIGHT_MM = 210, 297
DPI = 600
"""The grid of the page: whole dots for office printers."""
DOTS = DPI / 25.4
MARGIN_MM = 12
COLUMN_MM = 96
"""From the left edge of one column to that of the other: two codes side by side are not read together."""
TOP_MM, START_MM, ROW_MM = 42, 30, 22.4
BAR_MM, CAPTION_MM = 11.5, 3.2
BAR_DOTS, LONG_BAR_DOTS, MATRIX_DOTS = 8, 6, 12
"""A module is 0.34 mm in bars, 0.25 mm where they would be too long else, 0.51 mm in squares."""
LONGEST_MM = 80
QUIET = 4
"""White modules around a code on the screen; on the page there is room enough."""
LANGUAGES = ("en", "zh_CN")
Modules = npt.NDArray[np.bool_]

TITLE = Text({"en": "Scanner test page", "zh_CN": "扫描枪检测页"})
HOW = Text(
    {
        "en": "Print at 100 %. Scan code 1 with the scanner to be tested, then the others in their order. "
        "Cover the neighbours of a code with your hand if the wrong one is read.",
        "zh_CN": "按 100% 打印。用要检测的扫描枪先扫 1 号条码，再按顺序扫其余条码。若误读旁边的条码，请用手遮住。",
    }
)
BEGIN = Text({"en": "Begin here", "zh_CN": "从这里开始"})
PURPOSES: Mapping[Purpose, Text] = MappingProxyType(
    {
        Purpose.START: BEGIN,
        Purpose.CHARACTERS: Text({"en": "characters", "zh_CN": "字符"}),
        Purpose.SEPARATOR: Text({"en": "group separator", "zh_CN": "分隔符"}),
        Purpose.SYMBOLOGY: Text({}),
    }
)
REPORT = Text({"en": "Scanner test: {device}", "zh_CN": "扫描枪检测：{device}"})
KEYS = Text({"en": "keyboard scanner", "zh_CN": "键盘式扫描枪"})
TESTED = Text({"en": "Tested at {at} UTC by {by}", "zh_CN": "检测时间 {at} UTC，检测人 {by}"})
MARKS: Mapping[Tone, str] = MappingProxyType({Tone.GOOD: "√", Tone.LEARNED: "i", Tone.MEND: "×"})


@dataclass(frozen=True, slots=True)
class ScannerPaper:
    """Draws with the font of the labels."""

    font: Path
    fixes: FixBook

    def page(self, language: str = "") -> bytes:
        """The test page as PDF, in one language or, by "", in both."""
        languages = (language,) if language else LANGUAGES
        return self._written(_Sheet(Typeface(self.font), languages).test_page())

    def report(self, tested: TestedScanner, make: str, language: str) -> bytes:
        """What was found out of a scanner and what to do about it, as PDF."""
        return self._written(_Sheet(Typeface(self.font), (language,)).report(tested, make, self.fixes))

    def picture(self, code: TestCode) -> Bitmap:
        """The code with its quiet zone, for a screen: a pixel a module, to be enlarged by whole numbers."""
        drawn = modules(code)
        if len(drawn) == 1:
            drawn = np.repeat(drawn, max(20, drawn.shape[1] // 6), axis=0)
        framed = np.pad(drawn, 11 if code.symbology in _BARS else QUIET)
        return Bitmap(framed.shape[1], framed.shape[0], DPI, np.packbits(framed, axis=1).tobytes())

    def _written(self, items: tuple[Ink | Writing, ...]) -> bytes:
        size = round(WIDTH_MM * DOTS), round(HEIGHT_MM * DOTS)
        return pdf.write(Drawing(*size, DPI, items, ()), self.font, WIDTH_MM, HEIGHT_MM)


def modules(code: TestCode) -> Modules:
    """Rows of modules, True is black; a single row for bars, however high they are drawn."""
    gs1 = code.purpose is Purpose.SEPARATOR
    content = _in_brackets(code.text) if gs1 or code.symbology == "DataBarExp" else code.text
    if code.symbology == "DataBarOmni":
        content = code.text.removeprefix("01")
    ways = {"gs1": True} if gs1 else {"force_square": True} if code.symbology == "DataMatrix" else {}
    symbol = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, code.symbology), **ways)
    drawn: Modules = np.array(symbol.to_image(scale=1, add_quiet_zones=False)) == 0
    return drawn[:1] if code.symbology in _BARS else drawn


_BARS = frozenset(
    {"Code128", "Code39", "Code93", "Codabar", "ITF", "EAN13", "EAN8", "UPCA", "UPCE", "DataBarOmni", "DataBarExp"}
)


def _module(drawn: Modules) -> int:
    if len(drawn) > 1:
        return MATRIX_DOTS
    return BAR_DOTS if drawn.shape[1] * BAR_DOTS <= LONGEST_MM * DOTS else LONG_BAR_DOTS


def _in_brackets(text: str) -> str:
    """A GTIN, a batch and perhaps a serial number, with their identifiers bracketed as the writer wants them."""
    head, _, serial = text.partition(GS)
    bracketed = f"[01]{head[2:16]}[10]{head[18:]}"
    return f"{bracketed}[21]{serial[2:]}" if serial else bracketed


@dataclass(frozen=True, slots=True)
class _Sheet:
    typeface: Typeface
    languages: tuple[str, ...]

    def test_page(self) -> tuple[Ink | Writing, ...]:
        return tuple(self._heading()) + tuple(item for code in PAGE for item in self._code(code))

    def _heading(self) -> Iterator[Ink | Writing]:
        yield from self._lines(self._both(TITLE), 10, 6.5, lines=1, bold=True)
        top = 20.0
        for language in self.languages:
            yield from self._lines(HOW.in_language(language), top, 3.4, lines=2)
            top += 10

    def _code(self, code: TestCode) -> Iterator[Ink | Writing]:
        left, top = _place(code)
        large = code.purpose is Purpose.START
        yield self._written(str(code.number), left, top + 4, 5.5, bold=True)
        told = self._both(PURPOSES[code.purpose], " · ")
        yield self._written(f"{code.name}  {told}", left + 9, top + 3, CAPTION_MM)
        drawn = modules(code)
        module = (2 if large else 1) * _module(drawn)
        height = (BAR_MM + 4 if large else BAR_MM) * DOTS
        yield Ink(tuple(_rects(drawn, round((left + 9) * DOTS), round((top + 5) * DOTS), module, round(height))))

    def report(self, tested: TestedScanner, make: str, fixes: FixBook) -> tuple[Ink | Writing, ...]:
        language = self.languages[0]
        device = KEYS.in_language(language) if tested.profile.device == KEYBOARD else tested.profile.device
        facts = {"device": device, "at": tested.tested_at[:19].replace("T", " "), "by": tested.by or "–"}
        items = list(self._lines(REPORT.in_language(language).format_map(facts), 10, 6.5, lines=1, bold=True))
        items += self._lines(TESTED.in_language(language).format_map(facts), 20, 3.4, lines=1)
        top = 30.0
        ranked = sorted(tested.findings, key=lambda each: -list(Tone).index(each.tone))
        step = min(26.0, (HEIGHT_MM - top - MARGIN_MM) / max(1, len(ranked)))
        for finding in ranked:
            items += self._finding(finding, top, step, (fixes, make))
            top += step
        return tuple(items)

    def _finding(
        self, finding: Finding, top: float, height: float, by: tuple[FixBook, str]
    ) -> Iterator[Ink | Writing]:
        (fixes, make), language = by, self.languages[0]
        yield self._written(MARKS[finding.tone], MARGIN_MM, top + 4, 5, bold=True)
        half = height / 2
        says = fixes.says(finding, language)
        yield from self._lines(says, top, 3.8, lines=3, left=22, height=half, bold=True)
        if fix := fixes.fix(finding, make, language):
            yield from self._lines(fix, top + half, 3.6, lines=3, left=22, height=half - 1)

    def _both(self, text: Text, between: str = "   ") -> str:
        return between.join(text.by_language[each] for each in self.languages if each in text.by_language)

    def _lines(
        self, text: str, top: float, size: float, *, lines: int, left: float = MARGIN_MM, height: float = 0,
        bold: bool = False,
    ) -> Iterator[Ink | Writing]:  # fmt: skip
        largest = round(size * DOTS)
        width = round((WIDTH_MM - MARGIN_MM - left) * DOTS)
        room = Room(width, round(height * DOTS) or largest * 2 * lines, lines, largest, round(2 * DOTS))
        fitted = fit(self.typeface.visible(text), room, self.typeface.width)
        for number, line in enumerate(fitted.lines):
            baseline = round(top * DOTS + fitted.size * (1 + LINE * number))
            yield Writing(line, round(left * DOTS), baseline, fitted.size, fitted.size * BOLD if bold else 0)

    def _written(self, text: str, left: float, baseline: float, size: float, *, bold: bool = False) -> Writing:
        dots = round(size * DOTS)
        text = self.typeface.visible(text).strip()
        return Writing(text, round(left * DOTS), round(baseline * DOTS), dots, dots * BOLD if bold else 0)


def place(code: TestCode) -> tuple[float, float, float, float]:
    """Where the code stands on the page: left, top, width and height in mm, its quiet zone included."""
    left, top = _place(code)
    alone = code.purpose is Purpose.START
    return left, top + 3.6, (2 if alone else 1) * COLUMN_MM - 2, START_MM - 4 if alone else ROW_MM - 3.6


def _place(code: TestCode) -> tuple[float, float]:
    """Left and top in mm: the first alone and large, the others in rows of two."""
    if code.purpose is Purpose.START:
        return MARGIN_MM, TOP_MM
    row, column = divmod(code.number - 2, 2)
    return MARGIN_MM + column * COLUMN_MM, TOP_MM + START_MM + row * ROW_MM


def _rects(drawn: Modules, left: int, top: int, module: int, height: int) -> Iterator[Rect]:
    """Rows of a matrix are as high as wide; the rows of bars share ``height``."""
    tall = height if len(drawn) == 1 else module
    for row, line in enumerate(drawn):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], line, [False]))))
        for start, end in edges.reshape(-1, 2) * module:
            yield Rect(left + int(start), top + row * tall, int(end - start), tall)
