"""What is known of one scanner: how it sends what it reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

KEYBOARD = "keyboard"
"""The device name of all keyboard scanners together: the system does not tell one keyboard from another."""


class Layout(StrEnum):
    """By which table the keys of a keyboard scanner become characters."""

    AUTO = "auto"
    """As a US keyboard, unless a scan only makes sense as the system's layout has it."""
    US = "us"
    """By key position, as on a US keyboard: right under any layout of the system, Caps Lock and input methods."""
    SYSTEM = "system"
    """As the system's keyboard layout says: for scanners that were set to that very layout."""


@dataclass(frozen=True, slots=True)
class ScannerProfile:
    """``prefix`` and ``suffix`` are what ``device`` adds around data, ``separator`` what it sends for GS, or ""."""

    device: str
    layout: Layout = Layout.AUTO
    prefix: str = ""
    suffix: str = ""
    separator: str = ""

    def data(self, text: str) -> str:
        """``text`` without this scanner's prefix and suffix; whole where that would leave nothing."""
        return text.removeprefix(self.prefix).removesuffix(self.suffix) or text
