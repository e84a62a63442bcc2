"""From a finished checklist to grade, disposition, responsibility and advice, with the reason."""

from __future__ import annotations

from typing import Any

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Inspection, Store
from dockstation.domain import grading
from dockstation.domain.checklist import Checklist, Step, asked, next_step
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Decision
from dockstation.domain.policy import Policy
from dockstation.domain.unit import Unit, UnitState


class Decide:
    """Applies the rules once the checklist is done."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy

    def __call__(self, lpn: str, by: Operator) -> Decision:
        """Decide the unit and record its outcome.

        Raises ``answer.out_of_turn`` while a question or photo is open, ``rules.*`` when the rules give no answer.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
            rma = work.rmas.get(unit.rma_number)
            line = rma.line_of(unit)
            checklist = self._policy.checklist_for(line.category)
            _require_done(checklist, inspection)
            differing = [each.kind.value for each in work.discrepancies.of_unit(lpn) if not each.withdrawn]
            values = grading.facts(checklist, inspection.answers, rma, line, differing)
            decision = grading.decide(self._policy.rules_for(line.category), values, line.unit_value)
            self._policy.disposition(decision.disposition)
            work.inspections.decide(lpn, decision)
            work.units.put(unit.moved_to(UnitState.DECIDED))
            body = _outcome(unit, checklist, inspection, decision) | {"currency": rma.currency, "by": by.badge}
            record(work, self._clock, Fact(about_unit(lpn), "InspectionCompleted", body, rma.version))
            work.commit()
        return decision


def _require_done(checklist: Checklist, inspection: Inspection) -> None:
    photographed = [photo.question_id for photo in inspection.photos]
    open_step = next_step(checklist, inspection.answers, photographed, grading.holds)
    if open_step.question is not None:
        code = "photo.needed" if open_step.step is Step.PHOTO else "answer.out_of_turn"
        raise DockstationError(code, question=open_step.question.id)


def _outcome(unit: Unit, checklist: Checklist, inspection: Inspection, decision: Decision) -> dict[str, Any]:
    in_force = [each.id for each in asked(checklist, inspection.answers, grading.holds)]
    return {
        "lpn": unit.lpn,
        "rma_number": unit.rma_number,
        "line_id": unit.line_id,
        "serial": unit.serial,
        "checklist": f"{checklist.id}@{checklist.version}",
        "rules": decision.rules_version,
        "answers": {each: inspection.answers[each] for each in in_force if each in inspection.answers},
        "defects": decision.values["defects"],
        "grade": decision.grade,
        "disposition": decision.disposition,
        "responsibility": decision.responsibility,
        "resolution": decision.resolution,
        "deduction": decision.deduction,
        "trace": grading.trace_message(decision),
        "photos": [
            {"sha256": each.sha256, "size": each.size, "question": each.question_id} for each in inspection.photos
        ],
    }
