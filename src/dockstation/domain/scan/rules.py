"""What a warehouse may say about the codes that it meets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dockstation.domain.errors import DockstationError

SEPARATORS = "|~^$@`{}\\"
"""What a reader may send for FNC1: printable, and in no GS1 value."""

LONGEST_ORDER = 64
MOST_REPEATS = 3
"""Places of varying length in one order pattern: with three, 64 characters take some ten thousand steps at worst."""

_CHARACTER = r"(?:\\d|\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_-]){1,16}\]|[A-Za-z0-9 #:/_-])"
_REPEAT = r"(?:\{\d{1,2}(?:,\d{1,2})?\}|[?+*])"
_PATTERN = re.compile(rf"(?:{_CHARACTER}{_REPEAT}?){{1,32}}")
_VARYING = re.compile(r"\{\d+,\d+\}|[?+*]")


@dataclass(frozen=True, slots=True)
class ScanRules:
    r"""How this warehouse's codes are read.

    ``order_pattern``: order numbers as alternatives (``|``) of characters, ``\d`` and ``[A-Z0-9]``, each with
    ``{n}``, ``{n,m}``, ``?``, ``+`` or ``*``; "" for none. ``separator``: one character of ``SEPARATORS`` that a
    reader sends for FNC1, or "". ``year``: when it is read, for the century of two-digit years.
    Raises ``scan.order_pattern`` and ``scan.separator``.
    """

    order_pattern: str = ""
    separator: str = ""
    year: int = 2026

    def __post_init__(self) -> None:
        if self.separator and (len(self.separator) > 1 or self.separator not in SEPARATORS):
            raise DockstationError("scan.separator", separator=self.separator, allowed=SEPARATORS)
        if self.order_pattern and not all(_is_safe(each) for each in self.order_pattern.split("|")):
            raise DockstationError("scan.order_pattern", pattern=self.order_pattern)

    def is_order(self, text: str) -> bool:
        """Whether ``text`` is written like an order number."""
        if not self.order_pattern or len(text) > LONGEST_ORDER:
            return False
        return any(re.fullmatch(each, text, re.ASCII) for each in self.order_pattern.split("|"))


def _is_safe(pattern: str) -> bool:
    if not _PATTERN.fullmatch(pattern) or len(_VARYING.findall(pattern)) > MOST_REPEATS:
        return False
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
