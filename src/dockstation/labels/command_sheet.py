"""Codes to put beside the scanner: commands, people's badges, containers; A4 pages of cards to cut out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dockstation.domain.text import Text
from dockstation.labels import codes, pdf
from dockstation.labels.drawing import Drawing, Expected, Ink, Item, Rect
from dockstation.labels.layout import TextElement
from dockstation.labels.outline import pictogram
from dockstation.labels.raster import paint
from dockstation.labels.typeface import Typeface
from dockstation.labels.wording import Scribe

WIDTH_MM, HEIGHT_MM = 210, 297
DPI = 300
DOTS = DPI / 25.4
MARGIN_MM = 10.0
COLUMNS, ROWS = 3, 8
CARD_MM = ((WIDTH_MM - 2 * MARGIN_MM) / COLUMNS, (HEIGHT_MM - 2 * MARGIN_MM) / ROWS)
CODE_MM = 24.0
"""A square for the code with its quiet zone; codes stand 32 mm and more apart, so that a scanner catches one."""
PAD_MM = 2.5
LINE_MM = 0.2
LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True, slots=True)
class Card:
    """What its code says, what it is called, and a pictogram; without one, ``large`` in its place."""

    code: str
    called: Text
    pictogram: str = ""
    large: str = ""


class CommandSheet:
    """Draws with the font and the pictograms of the labels."""

    def __init__(self, font: Path, pictograms: Path) -> None:
        self._font = font
        self._pictograms = pictograms
        self._scribe = Scribe(Typeface(font))

    def pages(self, cards: Sequence[Card], language: str = "") -> bytes:
        """The cards as PDF, in one language or, by "", in both.

        Raises ``label.unreadable`` and ``label.too_long`` for what makes no code.
        """
        languages = (language,) if language else LANGUAGES
        most = COLUMNS * ROWS
        drawn = [self._page(cards[n : n + most], languages) for n in range(0, len(cards), most)]
        for page in drawn:
            codes.read_back(paint(page, self._scribe.typeface), page.codes)
        return pdf.write_pages(drawn, self._font, WIDTH_MM, HEIGHT_MM, "dockstation codes")

    def _page(self, cards: Sequence[Card], languages: tuple[str, ...]) -> Drawing:
        items: list[Item] = [Ink(tuple(_cuts(-(-len(cards) // COLUMNS))))]
        for number, card in enumerate(cards):
            row, column = divmod(number, COLUMNS)
            items += self._card(card, MARGIN_MM + column * CARD_MM[0], MARGIN_MM + row * CARD_MM[1], languages)
        expected = tuple(_code(card) for card in cards)
        return Drawing(_dots(WIDTH_MM), _dots(HEIGHT_MM), DPI, tuple(items), expected)

    def _card(self, card: Card, left: float, top: float, languages: tuple[str, ...]) -> Iterator[Item]:
        code_top = top + (CARD_MM[1] - CODE_MM) / 2
        yield codes.draw(_code(card), codes.QR, _rect(left + PAD_MM, code_top, CODE_MM, CODE_MM), DOTS, 0.5)
        beside, width = left + PAD_MM + CODE_MM + 1, CARD_MM[0] - CODE_MM - 2 * PAD_MM - 1
        if card.pictogram:
            yield pictogram(self._pictograms, card.pictogram, _rect(beside, top + 3, 11, 11))
        elif card.large:
            yield from self._text(card.large, (beside, top + 3, width, 11), 11)
        words = [card.called.in_language(each) for each in languages]
        for number, word in enumerate(dict.fromkeys(words)):
            yield from self._text(word, (beside, top + 15 + 6.5 * number, width, 6), 5)
        yield from self._text(card.code, (beside, top + CARD_MM[1] - 5.5, width, 3), 2.5)

    def _text(self, text: str, place: tuple[float, float, float, float], size: float) -> Iterator[Item]:
        x, y, width, height = place
        look = TextElement(x=x, y=y, width=width, height=height, size=size, smallest=1.5, bold=size > 3, text=(text,))
        area = _rect(*place)
        if lines := self._scribe.fit(text, look, area, DOTS):
            yield from self._scribe.write(lines, look, area)


def _code(card: Card) -> Expected:
    return Expected(codes.QR.name, "code", card.code)


def _cuts(rows: int) -> Iterator[Rect]:
    """Where to cut."""
    for column in range(COLUMNS + 1):
        yield _rect(MARGIN_MM + column * CARD_MM[0], MARGIN_MM, LINE_MM, rows * CARD_MM[1])
    for row in range(rows + 1):
        yield _rect(MARGIN_MM, MARGIN_MM + row * CARD_MM[1], WIDTH_MM - 2 * MARGIN_MM, LINE_MM)


def _rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(_dots(x), _dots(y), max(1, _dots(width)), max(1, _dots(height)))


def _dots(millimetres: float) -> int:
    return round(millimetres * DOTS)
