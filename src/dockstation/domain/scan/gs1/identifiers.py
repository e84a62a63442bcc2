"""The application identifiers (AI): how long and of which characters their values are.

python-stdnum brings GS1's own list; it is read when the first code looks like GS1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

ANY = r"""[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]"""
"""GS1's character set 82; no separator, no space, nothing invisible."""

_CHARACTERS = {"N": r"\d", "X": ANY, "Y": r"[#\-/0-9A-Z]", "Z": r"[\-0-9A-Z_a-z=]", "-": "-"}
_PIECE = re.compile(r"(\[\+|\+\[)?([NXYZ-])(\.\.)?(\d*)(?:\.\.N(\d+))?")
"""As GS1 writes formats: ``N14``, ``X..20``, ``N13[+X..17]``, ``N3+N..15``, ``N6+[-]``, ``N18+[N1..N2]``."""

_TITLES = {"15": "best_before", "17": "expiry"}
_SUPERSCRIPTS = str.maketrans("²³", "23")


@dataclass(frozen=True, slots=True)
class Identifier:
    """One AI. ``least`` and ``most`` characters of value; ``key`` is its GS1 title in snake_case."""

    ai: str
    key: str
    kind: str
    least: int
    most: int
    _pattern: re.Pattern[str]

    def accepts(self, value: str) -> bool:
        """Whether ``value`` has the length and the characters that this AI wants."""
        return bool(self._pattern.fullmatch(value))


def at_start(text: str) -> Identifier | None:
    """The AI that ``text`` begins with."""
    known = _all()
    return next((known[text[:length]] for length in (2, 3, 4) if text[:length] in known), None)


def exactly(ai: str) -> Identifier | None:
    """This AI."""
    return _all().get(ai)


@cache
def _all() -> dict[str, Identifier]:
    from stdnum import numdb

    return {
        str(number).zfill(length): _identifier(str(number).zfill(length), facts)
        for length, low, high, facts, _ in numdb.get("gs1_ai").prefixes
        for number in range(int(low), int(high) + 1)
    }


def _identifier(ai: str, facts: dict[str, str]) -> Identifier:
    pattern, least, most = "", 0, 0
    for optional, kind, up_to, count, end in _PIECE.findall(facts["format"]):
        longest = int(end or count or 1)
        shortest = 1 if up_to or end else longest
        piece = f"{_CHARACTERS[kind]}{{{shortest},{longest}}}"
        pattern += f"(?:{piece})?" if optional else piece
        least += 0 if optional else shortest
        most += longest
    return Identifier(ai, _key(ai, facts["name"]), facts["type"], least, most, re.compile(pattern, re.ASCII))


def _key(ai: str, title: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", title.translate(_SUPERSCRIPTS).lower()).strip("_")
    if not words:
        return f"ai_{ai}"
    return _TITLES.get(ai) or (f"{words}_{ai}" if ai[0] == "9" else words)
