"""dispositions.toml: where units go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dockstation.domain.outcome import Disposition
from dockstation.domain.text import Text
from dockstation.settings.document import Document, one_of
from dockstation.settings.folders import shipped
from dockstation.settings.lines import KeyPath
from dockstation.settings.mistakes import all_of

MOST = 100_000
COLOURS = ("green", "amber", "blue", "violet", "grey", "red", "brown")


@dataclass(frozen=True, slots=True)
class _Disposition:
    word: Text
    meaning: Text
    colour: str = field(metadata=one_of(*COLOURS))
    pictogram: str
    bins: tuple[str, ...]


def load_dispositions(document: Document) -> Mapping[str, Disposition]:
    """Every disposition by its code."""
    return {each.code: each for each in all_of(document.value(()), lambda code: _disposition(document, code))}


def _disposition(document: Document, code: str) -> Disposition:
    plain = document.table(_Disposition, (code,), also=["capacity"])
    _require_pictogram(document, (code, "pictogram"), plain.pictogram)
    room = _capacity(document, code, plain.bins)
    return Disposition(code, plain.word, plain.meaning, plain.colour, plain.pictogram, plain.bins, room)


def _require_pictogram(document: Document, path: KeyPath, name: str) -> None:
    """Raise ``settings.not_known`` for a drawing that is not there: no label could be drawn with it."""
    known = [each.stem for each in (shipped("resources") / "pictograms").glob("*.svg")]
    if name not in known:
        raise document.not_known(path, name, known)


def _capacity(document: Document, code: str, bins: Sequence[str]) -> dict[str, int]:
    """How many units each bin holds; raises ``settings.unknown_key`` for a bin that is none of the disposition's."""
    path = (code, "capacity")
    room = document.value(path, {})
    if not isinstance(room, dict):
        raise document.wrong_type(path, '{ "SCRAP-1" = 40 }')
    document.refuse_unknown(path, bins)
    for name, most in room.items():
        if type(most) is not int or not 1 <= most <= MOST:
            raise document.wrong_type((*path, name), f"1–{MOST}")
    return room
