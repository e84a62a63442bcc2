"""dispositions.toml: where units go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.domain.outcome import Disposition
from dockstation.domain.text import Text
from dockstation.settings.document import Document


@dataclass(frozen=True, slots=True)
class _Disposition:
    word: Text
    meaning: Text
    colour: str
    pictogram: str
    bins: tuple[str, ...]


def load_dispositions(document: Document) -> Mapping[str, Disposition]:
    """Every disposition by its code."""
    found = {}
    for code in document.value(()):
        plain = document.table(_Disposition, (code,))
        found[code] = Disposition(code, plain.word, plain.meaning, plain.colour, plain.pictogram, plain.bins)
    return found
