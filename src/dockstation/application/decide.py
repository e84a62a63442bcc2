"""From a finished checklist to grade, disposition, responsibility and advice, with the reason."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from typing import Any

from dockstation.application.case import Case, open_case
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.domain import grading
from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.opinion import SecondOpinion, is_chosen
from dockstation.domain.outcome import Decision, Ruling, RulingKind
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import UnitState


class Decide:
    """Applies the rules once the checklist is done."""

    def __init__(self, store: Store, clock: Clock, policies: PolicyBook, opinion_percent: int = 0) -> None:
        self._store = store
        self._clock = clock
        self._policies = policies
        self._opinion_percent = opinion_percent

    def __call__(self, lpn: str, by: Operator) -> Decision:
        """Decide the unit and record its outcome.

        Raises ``answer.out_of_turn`` while a question, a word or a photo is open, ``rules.*`` when the rules give no
        answer.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            now = self._clock.now().at
            case = open_case(work, self._policies.current, lpn, now)
            require_done(case)
            book = self._policies.current.rules_for(case.line.category)
            decision = grading.decide(book, case.values(), case.line.unit_value)
            self._policies.current.disposition(decision.disposition)
            work.versions.keep_rules(book)
            work.inspections.rule(lpn, Ruling(RulingKind.RULES, decision, by.badge, now))
            work.units.put(case.unit.moved_to(UnitState.DECIDED))
            self._want_opinion(work, lpn, by)
            body = outcome(case, decision) | {"by": by.badge, "second_person": list(decision.second_person)}
            record(work, self._clock, Fact(about_unit(lpn), "InspectionCompleted", body, case.rma.version))
            work.commit()
        return decision

    def _want_opinion(self, work: UnitOfWork, lpn: str, by: Operator) -> None:
        """One that was wanted before stays wanted, of whoever did not decide this time; one given stays given."""
        known = work.second_opinions.find(lpn)
        wanted = is_chosen(lpn, self._opinion_percent, _key(work)) if known is None else known.is_open
        if wanted:
            work.second_opinions.put(SecondOpinion(lpn, by.badge))


def _key(work: UnitOfWork) -> str:
    """What the choice of units for a second opinion hangs on: drawn once, and never shown or sent."""
    known = work.notes.get(Note.OPINION_KEY)
    if known is None:
        known = secrets.token_hex(32)
        work.notes.set(Note.OPINION_KEY, known)
    return known


def require_done(case: Case) -> None:
    """Raise ``answer.out_of_turn`` or ``photo.needed`` while the inspection waits for something."""
    open_step = case.next_step()
    if open_step.question is not None:
        code = "photo.needed" if open_step.step is Step.PHOTO else "answer.out_of_turn"
        raise DockstationError(code, question=open_step.question.id)


def outcome(case: Case, decision: Decision) -> dict[str, Any]:
    """The body of InspectionCompleted without who did it."""
    return {
        "lpn": case.unit.lpn,
        "rma_number": case.unit.rma_number,
        "line_id": case.unit.line_id,
        "serial": case.unit.serial,
        "checklist": f"{case.checklist.id}@{case.checklist.version}",
        "rules": decision.rules_version,
        "answers": case.given(),
        "defects": decision.values["defects"],
        "missing": decision.values["missing"],
        "currency": case.rma.currency,
        "photos": [
            {"sha256": each.sha256, "size": each.size, "question": each.question_id, "view": each.view}
            | ({"marks": [asdict(mark) for mark in each.marks]} if each.marks else {})
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
