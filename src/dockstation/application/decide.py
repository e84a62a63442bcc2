"""From a finished checklist to grade, disposition, responsibility and advice, with the reason."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dockstation.application.case import Case, open_case
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.domain import grading
from dockstation.domain.checklist import NOTE, Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Decision, Ruling, RulingKind
from dockstation.domain.policy import Policy
from dockstation.domain.unit import UnitState


class Decide:
    """Applies the rules once the checklist is done."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy

    def __call__(self, lpn: str, by: Operator) -> Decision:
        """Decide the unit and record its outcome.

        Raises ``answer.out_of_turn`` while a question, a word or a photo is open, ``rules.*`` when the rules give no
        answer.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            now = self._clock.now().at
            case = open_case(work, self._policy, lpn, now)
            _require_done(case)
            book = self._policy.rules_for(case.line.category)
            decision = grading.decide(book, case.values(), case.line.unit_value)
            self._policy.disposition(decision.disposition)
            work.versions.keep_rules(book)
            work.inspections.rule(lpn, Ruling(RulingKind.RULES, decision, by.badge, now))
            work.units.put(case.unit.moved_to(UnitState.DECIDED))
            body = outcome(case, decision) | {"by": by.badge}
            record(work, self._clock, Fact(about_unit(lpn), "InspectionCompleted", body, case.rma.version))
            work.commit()
        return decision


def _require_done(case: Case) -> None:
    open_step = case.next_step()
    if open_step.question is not None:
        code = "photo.needed" if open_step.step is Step.PHOTO else "answer.out_of_turn"
        raise DockstationError(code, question=open_step.question.id)


def outcome(case: Case, decision: Decision) -> dict[str, Any]:
    """The body of InspectionCompleted without who did it."""
    in_force = [name for each in case.walk.asked(case.inspection.answers) for name in (each.id, each.id + NOTE)]
    given = case.inspection.answers
    return {
        "lpn": case.unit.lpn,
        "rma_number": case.unit.rma_number,
        "line_id": case.unit.line_id,
        "serial": case.unit.serial,
        "checklist": f"{case.checklist.id}@{case.checklist.version}",
        "rules": decision.rules_version,
        "answers": {each: given[each] for each in in_force if each in given},
        "defects": decision.values["defects"],
        "missing": decision.values["missing"],
        "currency": case.rma.currency,
        "photos": [
            {"sha256": each.sha256, "size": each.size, "question": each.question_id, "view": each.view}
            for each in case.inspection.photos
        ],
    } | ruling(decision)


def ruling(decision: Decision) -> dict[str, Any]:
    """What a decision says, as it is sent."""
    return {
        "grade": decision.grade,
        "disposition": decision.disposition,
        "responsibility": decision.responsibility,
        "evidence": list(decision.evidence),
        "resolution": decision.resolution,
        "freight": decision.freight,
        "deduction": decision.deduction,
        "deductions": [{**asdict(each), "reason": dict(each.reason.by_language)} for each in decision.deductions],
        "trace": grading.trace_message(decision),
    }
