"""One [[question]] of a checklist, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from dockstation.domain.checklist import (
    Comparison,
    Limit,
    Measure,
    Option,
    Place,
    Question,
    QuestionKind,
    Section,
    Severity,
    View,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import DefectKind
from dockstation.domain.text import Text
from dockstation.settings.document import Document, like, within
from dockstation.settings.lines import KeyPath
from dockstation.settings.policy.taxonomy import Taxonomy

NAME = like(r"[a-z][a-z0-9_]{0,39}", "a-z 0-9 _")
MOST_OPTIONS, MOST_VIEWS = 9, 6
HEAVIEST_G = 200_000
PASS_FAIL = ("pass", "fail")
K = QuestionKind
EVERY = frozenset({"id", "section", "kind", "text", "criterion", "picture", "when", "after", "not_applicable"})
MORE = {
    K.PASS_FAIL: {"options"},
    K.ONE_OF: {"options"},
    K.TIMED: {"options", "seconds"},
    K.SEVERAL_OF: {"options", "places", "severities"},
    K.NUMBER: {"unit", "least", "most", "decimals", "limits", "expected", "tolerance", "defect", "severity"},
    K.WEIGHT: {"tolerance_percent", "defect", "severity"},
    K.TEXT: {"most", "required"},
    K.CODE: {"compare", "defect", "severity"},
    K.ACCESSORIES: {"defect", "severity"},
    K.PHOTO: {"views"},
}
"""The keys that each kind has beside those of every question."""
NEEDED = {
    K.PASS_FAIL: ("options",), K.ONE_OF: ("options",), K.TIMED: ("options", "seconds"), K.SEVERAL_OF: ("options",),
    K.NUMBER: ("unit", "least", "most"), K.TEXT: ("most",), K.ACCESSORIES: ("defect",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Question:
    id: str = field(metadata=NAME)
    section: str
    kind: str
    text: Text
    criterion: Text
    when: str = ""
    picture: str = ""
    after: str = ""
    not_applicable: bool = False
    required: bool = True
    severities: bool = False
    places: tuple[str, ...] = ()
    unit: str = ""
    least: float = 0.0
    most: float = 0.0
    decimals: int = field(default=0, metadata=within(0, 3))
    expected: float = 0.0
    tolerance: float = 0.0
    tolerance_percent: int = field(default=0, metadata=within(0, 100))
    compare: str = "none"
    seconds: int = field(default=0, metadata=within(1, 3600))
    defect: str = ""
    severity: str = "minor"


@dataclass(frozen=True, slots=True)
class _Option:
    id: str = field(metadata=NAME)
    text: Text
    defect: str = ""
    severity: str = ""
    photo: bool = False
    note: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class _Limit:
    defect: str
    severity: str = ""
    photo: bool = False
    below: float | None = None
    above: float | None = None


@dataclass(frozen=True, slots=True)
class _View:
    id: str = field(metadata=NAME)
    text: Text


def read_question(document: Document, row: KeyPath, taxonomy: Taxonomy) -> Question:
    """The question at ``row``; raises ``settings.*`` for what its kind does not have, and for unknown defects."""
    return _Reader(document, row, taxonomy).question()


class _Reader:
    def __init__(self, document: Document, row: KeyPath, taxonomy: Taxonomy) -> None:
        self._document = document
        self._row = row
        self._taxonomy = taxonomy
        self._kind = document.choice(QuestionKind, (*row, "kind"))

    def question(self) -> Question:
        document, row, kind = self._document, self._row, self._kind
        document.refuse_unknown(row, EVERY | MORE[kind])
        plain = document.table(_Question, row, also=("options", "limits", "views"))
        self._require(plain.id)
        defect = self._defect((*row, "defect"), plain.defect)
        return Question(
            plain.id, document.choice(Section, (*row, "section")), kind, plain.text, plain.criterion,
            options=self._options(plain), when=plain.when, picture=plain.picture,
            not_applicable=plain.not_applicable, required=plain.required, places=self._places(plain),
            severities=plain.severities, measure=self._measure(plain),
            compare=Comparison(plain.compare) if self._compares() else Comparison.NONE, views=self._views(),
            seconds=plain.seconds, most=int(plain.most) if kind is K.TEXT else 0, defect=plain.defect,
            severity=self._severity(row, defect.severity if defect else Severity.MINOR),
            defect_text=defect.word if defect else Text(),
        )  # fmt: skip

    def _require(self, name: str) -> None:
        for key in NEEDED.get(self._kind, ()):
            if self._document.value((*self._row, key)) is None:
                line = self._document.line_of(self._row)
                file = str(self._document.file)
                raise DockstationError("settings.missing", file=file, line=line, key=f"{name}.{key}")

    def _compares(self) -> bool:
        if self._document.value((*self._row, "compare")) is None:
            return False
        self._document.choice(Comparison, (*self._row, "compare"))
        return True

    def _defect(self, path: KeyPath, code: str) -> DefectKind | None:
        if not code:
            return None
        if code not in self._taxonomy.defects:
            raise self._document.not_known(path, code, self._taxonomy.defects)
        return self._taxonomy.defects[code]

    def _severity(self, path: KeyPath, usual: Severity) -> Severity:
        if self._document.value((*path, "severity")) is None:
            return usual
        return self._document.choice(Severity, (*path, "severity"))

    def _options(self, plain: _Question) -> tuple[Option, ...]:
        rows = self._document.rows((*self._row, "options"))
        options = tuple(self._option(each) for each in rows)
        self._document.refuse_twice((*each, "id") for each in rows)
        path: KeyPath = (*self._row, "options")
        if self._kind is K.PASS_FAIL and tuple(each.id for each in options) != PASS_FAIL:
            raise self._document.wrong_type(path, " | ".join(PASS_FAIL))
        if len(options) > MOST_OPTIONS:
            raise self._document.wrong_type(path, f"1–{MOST_OPTIONS}")
        if self._kind is K.SEVERAL_OF:
            for each, option in zip(rows, options, strict=True):
                if not option.defect:
                    line = self._document.line_of(each)
                    key = f"{plain.id}.{option.id}.defect"
                    raise DockstationError("settings.missing", file=str(self._document.file), line=line, key=key)
        return options

    def _option(self, row: KeyPath) -> Option:
        plain = self._document.table(_Option, row)
        defect = self._defect((*row, "defect"), plain.defect)
        severity = self._severity(row, defect.severity) if defect else None
        return Option(plain.id, plain.text, plain.defect, severity, plain.photo, plain.note, plain.picture)

    def _places(self, plain: _Question) -> tuple[Place, ...]:
        for place, each in enumerate(plain.places):
            if each not in self._taxonomy.places:
                raise self._document.not_known((*self._row, "places", place), each, self._taxonomy.places)
        return tuple(self._taxonomy.places[each] for each in plain.places)

    def _measure(self, plain: _Question) -> Measure | None:
        if self._kind is K.WEIGHT:
            return Measure("g", 1, HEAVIEST_G, tolerance_percent=plain.tolerance_percent)
        if self._kind is not K.NUMBER:
            return None
        limits = tuple(self._limit(each) for each in self._document.rows((*self._row, "limits")))
        return Measure(plain.unit, plain.least, plain.most, plain.decimals, limits + self._tolerance(plain))

    def _limit(self, row: KeyPath) -> Limit:
        plain = self._document.table(_Limit, row)
        defect = self._defect((*row, "defect"), plain.defect)
        if defect is None or (plain.below is None) == (plain.above is None):
            raise self._document.wrong_type((*row, "below"), "below = … | above = …")
        severity = self._severity(row, defect.severity)
        return Limit(plain.defect, severity, defect.word, plain.photo, plain.below, plain.above)

    def _tolerance(self, plain: _Question) -> tuple[Limit, ...]:
        defect = self._defect((*self._row, "defect"), plain.defect)
        if defect is None or not plain.tolerance:
            return ()
        severity = self._severity(self._row, defect.severity)
        low, high = plain.expected - plain.tolerance, plain.expected + plain.tolerance
        return (
            Limit(defect.code, severity, defect.word, below=low),
            Limit(defect.code, severity, defect.word, above=high),
        )

    def _views(self) -> tuple[View, ...]:
        rows = self._document.rows((*self._row, "views"))
        if len(rows) > MOST_VIEWS:
            raise self._document.wrong_type((*self._row, "views"), f"1–{MOST_VIEWS}")
        self._document.refuse_twice((*each, "id") for each in rows)
        plain = (self._document.table(_View, each) for each in rows)
        return tuple(View(each.id, each.text) for each in plain)
