"""Fits text into an area: as large as it can be, lines broken as Chinese and English are, else cut with …"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass

from dockstation.labels.typeface import LINE

OPENING = r"（《〈「『【〔［｛“‘(\[{‹"
CLOSING = r"，。、；：？！）》〉」』】〕］｝”’…—～·,.;:?!)\]}›%％℃"
WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
PIECE = re.compile(
    rf"[{OPENING}]*(?:[^\s{WIDE}{OPENING}]*[^\s{WIDE}{OPENING}{CLOSING}]|[{WIDE}]|\S)[{CLOSING}]*\s*|\s+"
)
"""What may not be broken: a word, or one wide character, with the punctuation that clings to it."""
ELLIPSIS = "…"
ROUNDING = 0.9
"""A text may be this much narrower at another size than in proportion, for advances are whole dots."""

Measure = Callable[[str, int], float]
"""Width in dots of a text at a size in dots."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines at a size (em, in dots); ``cut`` when not all of the text is there."""

    lines: tuple[str, ...]
    size: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """What text may take: dots, lines, and its sizes in dots."""

    width: int
    height: int
    lines: int
    largest: int
    smallest: int

    def lines_at(self, size: int) -> int:
        """How many lines of this size there is room for, at least one."""
        return max(1, min(self.lines, int((self.height - size) / (size * LINE)) + 1))


def fit(text: str, room: Room, measure: Measure) -> Fitted:
    """``text`` as large as it fits; words are broken only when no size keeps them whole."""
    largest = max(1, min(room.largest, room.height))
    sizes = range(largest, min(room.smallest, largest) - 1, -1)
    em = measure("".join(text.split()), largest) / largest * ROUNDING
    for whole_words in (True, False):
        for size in sizes:
            most = room.lines_at(size)
            if em * size > most * room.width:
                continue
            lines = _wrap(text, size, room.width, most + 1, measure, whole_words=whole_words)
            if lines is not None and len(lines) <= most:
                return Fitted(lines, size)
    return _cut(text, sizes[-1], room, measure)


def broken(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """All of ``text`` in lines of ``width`` at one size; a word is broken only where no line can hold it."""
    lines, line, used = [], "", 0.0
    for piece in (found[0] for found in PIECE.finditer(text)):
        if used + measure(piece.rstrip()) <= width:
            line, used = line + piece, used + measure(piece)
            continue
        *whole, last = _chopped(piece, width, measure)
        lines += [line.rstrip(), *whole] if line.strip() else whole
        line, used = last, measure(last)
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _chopped(piece: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """``piece`` in parts that fit, each of one character at least."""
    parts, used = [""], 0.0
    for char in piece:
        own = measure(char)
        if parts[-1] and char.strip() and used + own > width:
            parts, used = [*parts, ""], 0.0
        parts[-1], used = parts[-1] + char, used + own
    return parts


def _cut(text: str, size: int, room: Room, measure: Measure) -> Fitted:
    most = room.lines_at(size)
    lines = list(_wrap(text, size, room.width, most, measure, whole_words=False) or ("",))
    last = lines[-1]
    while last and measure(last + ELLIPSIS, size) > room.width:
        last = last[:-1]
    return Fitted((*lines[:-1], last.rstrip() + ELLIPSIS), size, cut=True)


def _wrap(
    text: str, size: int, width: int, most: int, measure: Measure, *, whole_words: bool
) -> tuple[str, ...] | None:
    """The first ``most`` lines; None when a word is too wide and must stay whole."""
    lines: list[str] = []
    line = ""
    for piece in (found[0] for found in PIECE.finditer(text)):
        if measure((line + piece).rstrip(), size) <= width:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        line = piece
        while measure(line.rstrip(), size) > width and len(lines) < most:
            if whole_words:
                return None
            head = _longest(line, size, width, measure)
            lines.append(line[:head])
            line = line[head:]
        if len(lines) >= most:
            return tuple(lines[:most])
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _longest(text: str, size: int, width: int, measure: Measure) -> int:
    """How many characters of ``text`` fit on a line, at least one."""
    wider = bisect.bisect_right(range(1, len(text) + 1), float(width), key=lambda count: measure(text[:count], size))
    return max(1, wider)
