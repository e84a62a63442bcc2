"""What is known of one inspected unit, for paper: read once, so that the page cannot say two things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dockstation.domain.checklist import Answers, Checklist, Defect, Question
from dockstation.domain.discrepancy import Discrepancy
from dockstation.domain.events import ChainHead, Instant
from dockstation.domain.evidence import ParcelPhoto, Photo
from dockstation.domain.opinion import SecondOpinion
from dockstation.domain.outcome import Decision, Ruling, RulingKind, standing
from dockstation.domain.parcel import Parcel
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.text import Text
from dockstation.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Names:
    """Words for codes that config gives a meaning: dispositions, defects, and badges (a person's name)."""

    dispositions: Mapping[str, Text] = field(default_factory=dict)
    defects: Mapping[str, Text] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A unit with its whole inspection. ``asked`` are the questions in force, ``answers`` theirs with their notes.

    ``evidence`` is what a claim needs and whether it is there; ``chain`` is the end of the station's chain of events
    at that moment, None before it was enrolled, ``last_event`` the id of the unit's latest event in it.
    """

    unit: Unit
    parcel: Parcel
    rma: Rma
    line: RmaLine
    checklist: Checklist
    asked: tuple[Question, ...]
    answers: Answers
    defects: tuple[Defect, ...]
    discrepancies: tuple[Discrepancy, ...]
    photos: tuple[Photo, ...]
    parcel_photos: tuple[ParcelPhoto, ...]
    rulings: tuple[Ruling, ...]
    evidence: tuple[tuple[str, bool], ...]
    opinion: SecondOpinion | None
    chain: ChainHead | None
    last_event: str
    at: Instant
    names: Names

    @property
    def decision(self) -> Decision | None:
        """The decision that stands, None after it was voided."""
        return standing(self.rulings)

    @property
    def ruled(self) -> Ruling:
        """The ruling by the rules that was the last."""
        return next(each for each in reversed(self.rulings) if each.kind is RulingKind.RULES)


@dataclass(frozen=True, slots=True)
class Claim:
    """Units that one party answers for, the first decided first. ``since`` and ``until`` are days, "" for none.

    ``rma_number`` and ``parcel`` narrow it to a return or a parcel, "" for any; ``unread`` are plates of units that
    could not be reported, with the code of the failure.
    """

    responsibility: str
    reports: tuple[UnitReport, ...]
    since: str = ""
    until: str = ""
    rma_number: str = ""
    parcel: str = ""
    unread: tuple[tuple[str, str], ...] = ()
