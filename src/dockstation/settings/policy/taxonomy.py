"""defects.toml: what can be wrong with goods, and where on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.domain.checklist import Place, Severity
from dockstation.domain.policy import DefectKind
from dockstation.domain.text import Text
from dockstation.settings.document import Document
from dockstation.settings.lines import KeyPath


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
    defects = {code: _defect(document, code) for code in document.value(("defects",), {})}
    places = {
        code: Place(code, document.table(_Place, ("places", code)).word) for code in document.value(("places",), {})
    }
    return Taxonomy(defects, places)


def _defect(document: Document, code: str) -> DefectKind:
    path: KeyPath = ("defects", code)
    plain = document.table(_Defect, path)
    severity = (
        document.choice(Severity, (*path, "severity")) if "severity" in document.value(path) else Severity.MINOR
    )
    return DefectKind(code, plain.word, severity)
