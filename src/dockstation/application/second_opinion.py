"""Another person inspects a unit without sight of what the first has found; the first decision stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dockstation.application.case import Case, open_case
from dockstation.application.decide import outcome, require_done
from dockstation.application.inspect import Inspect
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.inspections import Inspection, Inspections
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain import grading
from dockstation.domain.checklist import QuestionKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Photo
from dockstation.domain.operator import Operator, Task
from dockstation.domain.opinion import Comparison, OpinionState, SecondOpinion, Side
from dockstation.domain.outcome import Ruling, RulingKind
from dockstation.domain.overruling import WAIVE_REASONS, decided_by, require_reason
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit


class InspectAgain(Inspect):
    """The same walk with a record of its own; what it found becomes one event when it is done."""

    def is_for(self, lpn: str, by: Operator) -> bool:
        """Whether it is wanted, and of this person."""
        with self._store.unit_of_work() as work:
            try:
                _require_wanted(work, lpn, by)
            except DockstationError:
                return False
        return by.may(Task.INSPECT)

    def begin(self, lpn: str, by: Operator) -> None:
        """Start the second inspection, or go on with it; ``opinion.none`` and ``opinion.same_person``."""
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            _require_wanted(work, lpn, by)
            try:
                begun = work.opinions.get(lpn)
            except DockstationError:
                unit = work.units.get(lpn)
                rma = work.rmas.get(unit.rma_number)
                checklist = self._policies.current.checklist_for(rma, rma.line_of(unit))
                work.opinions.begin(lpn, checklist, work.versions.keep_checklist(checklist), by.badge)
            else:
                if begun.holder in work.second_opinions.seen_by(lpn):
                    self._begin_anew(work, begun, by)
            work.commit()

    def _begin_anew(self, work: UnitOfWork, begun: Inspection, by: Operator) -> None:
        """Whoever began it has had a part in the first since then, so that what they found is no second opinion."""
        for question_id in begun.answers:
            work.opinions.answer(begun.lpn, question_id, None)
        for photo in begun.photos:
            work.opinions.discard_photo(photo, self._clock.now().at, by.badge)
        work.opinions.hold(begun.lpn, by.badge)

    def answer(self, lpn: str, question_id: str, text: str, by: Operator) -> tuple[str, ...]:
        """See ``Inspect``; the first inspector may not."""
        self._require(lpn, by)
        return super().answer(lpn, question_id, text, by)

    def begin_answer(self, lpn: str, question_id: str, text: str, by: Operator) -> None:
        """See ``Inspect``; the first inspector may not."""
        self._require(lpn, by)
        super().begin_answer(lpn, question_id, text, by)

    def undo(self, lpn: str, by: Operator) -> str:
        """See ``Inspect``; the first inspector may not."""
        self._require(lpn, by)
        return super().undo(lpn, by)

    def photograph(
        self, lpn: str, question_id: str, shot: Shot, by: Operator, view: str = "", replaces: str = ""
    ) -> Photo:
        """See ``Inspect``; the first inspector may not."""
        self._require(lpn, by)
        return super().photograph(lpn, question_id, shot, by, view, replaces)

    def repeat(self, lpn: str, by: Operator) -> str:
        """Nothing that was answered before is taken over here: ``inspection.no_repeat``."""
        self._require(lpn, by)
        raise DockstationError("inspection.no_repeat", lpn=lpn)

    def _require(self, lpn: str, by: Operator) -> None:
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            _require_wanted(work, lpn, by)

    def give(self, lpn: str, by: Operator) -> Comparison:
        """Compare what both found; that they differ is for a supervisor, and changes nothing by itself.

        Raises ``answer.out_of_turn`` and ``photo.needed`` while something is open, ``rules.*`` as deciding does.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            opinion = _require_wanted(work, lpn, by)
            now = self._clock.now().at
            case = self._under_way(work, lpn)
            require_done(case)
            book = self._policies.current.rules_for(case.line.category)
            decision = grading.decide(book, case.values(), case.line.unit_value)
            work.opinions.rule(lpn, Ruling(RulingKind.RULES, decision, by.badge, now))
            compared = Comparison(lpn, self._first(work, lpn), Side.of(by.badge, _comparable(case), decision), now)
            differing = compared.differing()
            state = OpinionState.DIFFERS if differing else OpinionState.GIVEN
            work.second_opinions.put(replace(opinion, state=state, comparison=compared))
            told = {"first_by": compared.first.by, "differing": list(differing), "by": by.badge}
            body = outcome(case, decision) | told
            record(work, self._clock, Fact(about_unit(lpn), "SecondOpinionGiven", body, case.rma.version))
            work.commit()
        return compared

    def _first(self, work: UnitOfWork, lpn: str) -> Side:
        case = open_case(work, self._policies.current, lpn, self._clock.now().at)
        decision = case.inspection.decision
        if decision is None:
            raise DockstationError("inspection.none", lpn=lpn)
        return Side.of(decided_by(case.inspection.rulings), _comparable(case), decision)

    def waive(self, lpn: str, reason: str, by: Operator) -> None:
        """Go on without it; waived already changes nothing. Raises ``opinion.none`` and ``ruling.reason``."""
        by.require(Task.APPROVE)
        require_reason(reason, WAIVE_REASONS)
        self._settle(lpn, OpinionState.WANTED, OpinionState.WAIVED, {"reason": reason}, by)

    def settle(self, lpn: str, by: Operator) -> None:
        """A supervisor has looked at both sides, and leaves the decision as it stands or has changed it by now."""
        by.require(Task.APPROVE)
        self._settle(lpn, OpinionState.DIFFERS, OpinionState.SETTLED, {}, by)

    def _settle(
        self, lpn: str, before: OpinionState, after: OpinionState, told: Mapping[str, str], by: Operator
    ) -> None:
        with self._store.unit_of_work() as work:
            opinion = work.second_opinions.find(lpn)
            if opinion is None or opinion.state not in (before, after):
                raise DockstationError("opinion.none", lpn=lpn)
            if opinion.state is after:
                return
            work.second_opinions.put(replace(opinion, state=after))
            if after is OpinionState.WAIVED:
                body = {"lpn": lpn, **told, "by": by.badge}
                record(work, self._clock, Fact(about_unit(lpn), "SecondOpinionWaived", body))
            work.commit()

    def _records(self, work: UnitOfWork) -> Inspections:
        return work.opinions

    def _under_way(self, work: UnitOfWork, lpn: str) -> Case:
        return open_case(work, self._policies.current, lpn, self._clock.now().at, opinion=True)

    def _tell(self, work: UnitOfWork, unit: Unit, kind: str, body: Mapping[str, object]) -> None:
        """Single answers of a second inspection are nobody's business but the station's."""


def _comparable(case: Case) -> dict[str, str]:
    """The answers that two people can give alike; nobody writes the same words twice."""
    chosen = {each.id for each in case.checklist.questions if each.kind is not QuestionKind.TEXT}
    return {name: answer for name, answer in case.given().items() if name in chosen}


def _require_wanted(work: UnitOfWork, lpn: str, by: Operator) -> SecondOpinion:
    opinion = work.second_opinions.find(lpn)
    if opinion is None or not opinion.is_open or work.inspections.get(lpn).decision is None:
        raise DockstationError("opinion.none", lpn=lpn)
    if by.badge in work.second_opinions.seen_by(lpn) | {opinion.first_by}:
        raise DockstationError("opinion.same_person", lpn=lpn, name=by.name)
    return opinion
