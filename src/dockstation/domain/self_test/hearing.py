"""Which code of the page a scan is, however the scanner and the system have garbled it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dockstation.domain.self_test.codes import GS, MARK, PAGE, TestCode
from dockstation.domain.self_test.layouts import LAYOUTS, pressed, typed

LONGEST_AFFIX = 16
"""More than this before or after the data is another code that happens to hold ours."""
NEAR = 0.6
"""A garbled code must be this much like the one it is taken for."""
LONGEST = 160
_IDENTIFIER = re.compile(r"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Heard:
    """One scan while the test runs.

    A keyboard scanner gives both readings of its keys: ``positions`` as on a US keyboard, ``texts`` as the system's
    layout has them, and their ``end`` (``enter``, ``tab``, a suffix, or "" for a pause). Other devices give ``text``.
    """

    device: str
    text: str
    positions: str = ""
    texts: str = ""
    end: str = ""

    @property
    def keyed(self) -> bool:
        """Whether it came as keys."""
        return bool(self.positions or self.texts)

    @property
    def readings(self) -> tuple[str, ...]:
        """Every way to read it, each once."""
        whole = (self.positions, self.texts) if self.keyed else (self.text,)
        return tuple(dict.fromkeys(each[: LONGEST + 1] for each in whole if each))


@dataclass(frozen=True, slots=True)
class Parts:
    """A reading taken apart; ``identifier`` is what ISO/IEC 15424 puts before the data, "" for none.

    ``separator`` is what stands in the place of GS, "" where it is lost or where the code has none.
    ``behind`` is set when the scanner's own prefix follows the identifier.
    """

    prefix: str
    identifier: str
    data: str
    suffix: str
    separator: str = ""
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A code of the page that came."""

    code: TestCode
    heard: Heard


def recognise(heard: Heard) -> TestCode | None:
    """The code of the page that this scan is; None for every other code."""
    if all(len(reading) > LONGEST for reading in heard.readings):
        return None
    for matches in (_exactly, _in_any_case, _as_another_layout):
        for code in PAGE:
            if any(matches(code, reading) for reading in heard.readings):
                return code
    return _nearest(heard)


def parts(code: TestCode, reading: str, end: str = "") -> Parts | None:
    """``reading`` taken apart around the data of ``code``; None when the data is not whole in it."""
    found = _found(code, reading)
    return _apart(reading, found, end) if found else None


def _found(code: TestCode, reading: str, flags: int = 0) -> re.Match[str] | None:
    for pattern in _patterns(code):
        found = re.search(pattern, reading, flags)
        if found and found.start() <= LONGEST_AFFIX and len(reading) - found.end() <= LONGEST_AFFIX:
            return found
    return None


def _apart(reading: str, found: re.Match[str], end: str) -> Parts:
    before, suffix = reading[: found.start()], reading[found.end() :]
    if end not in ("", "enter", "tab") and not suffix.endswith(end):
        suffix += end
    identifier = _IDENTIFIER.search(before)
    told = identifier[0] if identifier else ""
    behind = identifier is not None and identifier.end() < len(before)
    prefix = (before.replace(told, "", 1) if told else before).removeprefix(GS)
    return Parts(prefix, told, found[0], suffix, found.groupdict().get("separator") or "", behind)


def _patterns(code: TestCode) -> Iterator[str]:
    for text in code.accepted:
        head, separator, tail = text.partition(GS)
        between = r"(?P<separator>[^0-9A-Za-z]{0,3}|[A-Za-z])" if separator else ""
        yield re.escape(head) + between + re.escape(tail)


def _exactly(code: TestCode, reading: str) -> bool:
    return _found(code, reading) is not None


def _in_any_case(code: TestCode, reading: str) -> bool:
    return _found(code, reading, re.IGNORECASE) is not None


def _as_another_layout(code: TestCode, reading: str) -> bool:
    """Only marked codes: digits alone may be anything under another layout."""
    return code.marked and any(made in reading or made in reading.swapcase() for made in _garbled(code.text))


@cache
def _garbled(text: str) -> tuple[str, ...]:
    made = {garble(text, layout) for layout in LAYOUTS for garble in (pressed, typed)}
    return tuple(made - {text})


def _nearest(heard: Heard) -> TestCode | None:
    """For what no layout explains: the marked code that a scan with our mark in it is most like."""
    from difflib import SequenceMatcher  # late: the first window needs none of it

    ours = [each for each in heard.readings if MARK in each.upper()]
    likeness = [
        (SequenceMatcher(None, each, code.text, autojunk=False).ratio(), -code.number, code)
        for each in ours
        for code in PAGE
        if code.marked
    ]
    best = max(likeness, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= NEAR else None


def is_start(heard: Heard) -> bool:
    """Whether this scan begins a test."""
    code = PAGE[0]
    matches = (_exactly, _in_any_case, _as_another_layout)
    return any(each(code, reading) for each in matches for reading in heard.readings if len(reading) <= LONGEST)
