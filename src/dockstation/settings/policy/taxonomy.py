"""defects.toml: what can be wrong with goods, and where on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.domain.checklist import Place, Severity
from dockstation.domain.policy import DefectKind
from dockstation.domain.text import Text
from dockstation.settings.document import Document
from dockstation.settings.lines import KeyPath
from dockstation.settings.mistakes import Gathering


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Defects and places by code."""

    defects: Mapping[str, DefectKind]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class _Tables:
    pass


@dataclass(frozen=True, slots=True)
class _Defect:
    word: Text
    severity: str = "minor"


@dataclass(frozen=True, slots=True)
class _Place:
    word: Text


def load_taxonomy(document: Document) -> Taxonomy:
    """The file as records."""
    document.table(_Tables, (), also=("defects", "places"))
    gathering = Gathering()
    defects = gathering.each(document.value(("defects",), {}), lambda code: _defect(document, code))
    places = gathering.each(document.value(("places",), {}), lambda code: _place(document, code))
    gathering.finish()
    return Taxonomy({each.code: each for each in defects}, {each.id: each for each in places})


def _place(document: Document, code: str) -> Place:
    return Place(code, document.table(_Place, ("places", code)).word)


def _defect(document: Document, code: str) -> DefectKind:
    path: KeyPath = ("defects", code)
    plain = document.table(_Defect, path)
    severity = (
        document.choice(Severity, (*path, "severity")) if "severity" in document.value(path) else Severity.MINOR
    )
    return DefectKind(code, plain.word, severity)
