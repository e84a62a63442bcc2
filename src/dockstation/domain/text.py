"""Text that carries its own languages, as config files and central records hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in several languages, keyed by locale name (``zh_CN``, ``en``)."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The sentence in ``language``, else in English, else in whatever there is; "" when empty."""
        chosen = self.by_language.get(language) or self.by_language.get(DEFAULT_LANGUAGE)
        return chosen or next(iter(self.by_language.values()), "")
