"""A unit with its whole inspection, read in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.case import Case, open_case
from dockstation.application.outbox import about_unit
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.application.queries.evidence import evidence
from dockstation.domain.checklist import Question
from dockstation.domain.discrepancy import Discrepancy
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import ParcelPhoto
from dockstation.domain.outcome import RulingKind
from dockstation.domain.policy import PolicyBook
from dockstation.domain.privacy import Discretion
from dockstation.domain.report import Names, UnitReport


class ReportReader:
    """Reads reports. ``people`` are names by badge."""

    def __init__(
        self, store: Store, clock: Clock, policies: PolicyBook, people: Mapping[str, str],
        discretion: Discretion = Discretion.FULL,
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._policies = policies
        self._people = people
        self._discretion = discretion

    def __call__(self, lpn: str) -> UnitReport:
        """The report; raises ``unit.unknown``, ``inspection.none`` and ``report.undecided``."""
        policy, now = self._policies.current, self._clock.now()
        with self._store.unit_of_work() as work:
            work.units.get(lpn)
            at = _decided_at(lpn, work.inspections.get(lpn))
            case = open_case(work, policy, lpn, at)
            told = _discrepancies(work, case)
            defects = {code: each.word for code, each in policy.defects.items()}
            return UnitReport(
                case.unit, work.parcels.get(case.unit.parcel_id), self._discretion.rma(case.rma), case.line,
                case.checklist,
                _asked(case), case.inspection.answers, case.walk.defects(case.inspection.answers),
                told, case.inspection.photos, _parcel_photos(work, case, told), case.inspection.rulings,
                evidence(work, case), work.second_opinions.find(lpn),
                work.outbox.head() if work.notes.get(Note.STATION) else None,
                work.outbox.last_of(about_unit(lpn)) or "", now,
                Names({code: each.word for code, each in policy.dispositions.items()}, defects, self._people),
            )  # fmt: skip


def _decided_at(lpn: str, inspection: Inspection) -> str:
    """When the rules were last asked: the inspection is told as they saw it."""
    by_rules = [each.at for each in inspection.rulings if each.kind is RulingKind.RULES]
    if not by_rules:
        raise DockstationError("report.undecided", lpn=lpn)
    return by_rules[-1]


def _asked(case: Case) -> tuple[Question, ...]:
    """What the decision that stands was asked of; after it was voided what is asked now."""
    decision = case.inspection.decision
    seen = decision.values.get("asked") if decision else None
    if not isinstance(seen, list):
        return case.walk.asked(case.inspection.answers)
    return tuple(each for each in case.checklist.questions if each.id in seen)


def _discrepancies(work: UnitOfWork, case: Case) -> tuple[Discrepancy, ...]:
    """The unit's own and those of its parcel as a whole."""
    own = work.discrepancies.of_parcel(case.unit.parcel_id)
    return tuple(each for each in own if not each.withdrawn and each.lpn in ("", case.unit.lpn))


def _parcel_photos(work: UnitOfWork, case: Case, told: tuple[Discrepancy, ...]) -> tuple[ParcelPhoto, ...]:
    """What shows these, and what was taken of the parcel without a discrepancy; other units' are theirs."""
    every = work.discrepancies.of_parcel(case.unit.parcel_id)
    others = {name for each in every if each not in told for name in each.photos}
    shown = {name for each in told for name in each.photos}
    photos = work.discrepancies.photos(case.unit.parcel_id)
    return tuple(each for each in photos if each.sha256 in shown or each.sha256 not in others)
