"""A unit under inspection with all that its questions and rules may look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.checklist import Checklist, Next, Walk
from dockstation.domain.circumstances import circumstances
from dockstation.domain.grading import holds
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Case:
    """One unit, read in one transaction."""

    unit: Unit
    rma: Rma
    line: RmaLine
    inspection: Inspection
    walk: Walk

    @property
    def checklist(self) -> Checklist:
        """The version that the inspection began with."""
        return self.walk.checklist

    def next_step(self) -> Next:
        """What the inspection waits for."""
        shown = {(photo.question_id, photo.view) for photo in self.inspection.photos}
        return self.walk.next_step(self.inspection.answers, shown)

    def values(self) -> dict[str, object]:
        """What the rules see."""
        return {**self.walk.circumstances, **self.walk.values(self.inspection.answers)}


def open_case(work: UnitOfWork, policy: Policy, lpn: str, now: str) -> Case:
    """The unit's inspection, begun or done; raises ``unit.unknown`` and ``inspection.none``. ``now`` is RFC 3339."""
    unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
    rma = work.rmas.get(unit.rma_number)
    line = rma.line_of(unit)
    kept = work.versions.checklist(inspection.checklist_digest) if inspection.checklist_digest else None
    checklist = kept or policy.checklist_for(rma, line)
    return Case(unit, rma, line, inspection, walk(work, unit, rma, line, checklist, now))


def walk(work: UnitOfWork, unit: Unit, rma: Rma, line: RmaLine, checklist: Checklist, now: str) -> Walk:
    """The unit's way through a checklist."""
    parcel = work.parcels.get(unit.parcel_id)
    told = (*work.discrepancies.of_unit(unit.lpn), *work.discrepancies.of_parcel(unit.parcel_id))
    differing = [each.kind.value for each in told if not each.withdrawn and each.lpn in ("", unit.lpn)]
    others = work.units.by_serial(unit.serial) if unit.serial else ()
    returns = sum(other.lpn != unit.lpn and other.rma_number != unit.rma_number for other in others)
    values = circumstances(unit, rma, line, parcel, differing, returns, datetime.fromisoformat(now))
    return Walk(checklist, line, values, holds, unit.serial)
