"""Text that carries its own languages, and text made visible whatever it holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

DEFAULT_LANGUAGE = "en"
CONTROLS = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI"),
    *("DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in several languages, keyed by locale name (``zh_CN``, ``en``)."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The sentence in ``language``, else in English, else in whatever there is; "" when empty."""
        chosen = self.by_language.get(language) or self.by_language.get(DEFAULT_LANGUAGE)
        return chosen or next(iter(self.by_language.values()), "")


def together(texts: Sequence[Text], between: str = " ") -> Text:
    """One after the other, in every language that one of them has; "" where there are none."""
    languages = sorted({language for text in texts for language in text.by_language})
    return Text({each: between.join(text.in_language(each) for text in texts) for each in languages})


def visible(char: str) -> str:
    """One character as it can be seen: controls as ‹ESC›, other invisible ones as ‹U+202E›."""
    if ord(char) < len(CONTROLS):
        return f"‹{CONTROLS[ord(char)]}›"
    if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp"):
        return f"‹U+{ord(char):04X}›"
    return char
