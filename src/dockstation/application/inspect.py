"""The walk through the checklist; every answer and photo is durable before the next question shows."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.case import Case, open_case
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.checklist import NOTE
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Photo
from dockstation.domain.operator import Operator, Task
from dockstation.domain.policy import Policy
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit, UnitState


class Inspect:
    """Begins, resumes and fills inspections."""

    def __init__(self, store: Store, clock: Clock, photos: Photos, policy: Policy) -> None:
        self._store = store
        self._clock = clock
        self._photos = photos
        self._policy = policy

    def begin(self, lpn: str, by: Operator) -> None:
        """Start the unit's inspection, or go on with the one under way."""
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            unit = work.units.get(lpn)
            if unit.state is UnitState.INSPECTING:
                return
            work.units.put(unit.moved_to(UnitState.INSPECTING))
            rma = work.rmas.get(unit.rma_number)
            checklist = self._policy.checklist_for(rma, rma.line_of(unit))
            work.inspections.begin(lpn, checklist, work.versions.keep_checklist(checklist), by.badge)
            body = {"lpn": lpn, "checklist": checklist.id, "version": checklist.version, "by": by.badge}
            self._tell(work, unit, "InspectionStarted", body)
            work.commit()

    def answer(self, lpn: str, question_id: str, text: str, by: Operator) -> None:
        """Record one answer, or with ``.note`` behind the id the word that it demands; see ``checklist.answers``.

        An earlier one to the same question stays in the history. Answers that this one hides are withdrawn, to be
        asked for again should they come back. Raises ``answer.*``.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            given = case.walk.read(question_id, text)
            _require_asked(case, question_id.removesuffix(NOTE))
            hidden = _hidden_by(case, question_id, given)
            work.inspections.answer(lpn, question_id, given)
            for each in hidden:
                work.inspections.answer(lpn, each, None)
            body = {"lpn": lpn, "question": question_id, "answer": given, "by": by.badge}
            self._tell(work, case.unit, "QuestionAnswered", body | ({"withdrawn": hidden} if hidden else {}))
            work.commit()

    def photograph(self, lpn: str, question_id: str, shot: Shot, by: Operator, view: str = "") -> Photo:
        """Make the photo durable, then its row, its event and its place in the outbox.

        ``view`` is what the step asked for: a side, an option, or "" for the question as such.
        """
        by.require(Task.INSPECT)
        sha256 = self._photos.save(shot.data)
        photo = Photo(sha256, len(shot.data), shot.width, shot.height, lpn, question_id, view=view)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            _require_asked(case, question_id)
            work.inspections.add_photo(photo)
            work.outbox.add_photo(photo.sha256, photo.size)
            body = {
                "lpn": lpn, "question": question_id, "view": view, "sha256": photo.sha256, "size": photo.size,
                "width": photo.width, "height": photo.height, "by": by.badge,
            }  # fmt: skip
            self._tell(work, case.unit, "PhotoTaken", body)
            work.commit()
        return photo

    def _under_way(self, work: UnitOfWork, lpn: str) -> Case:
        case = open_case(work, self._policy, lpn, self._clock.now().at)
        if case.unit.state is not UnitState.INSPECTING:
            raise DockstationError("unit.transition", lpn=lpn, now=case.unit.state, wanted=UnitState.INSPECTING)
        return case

    def _tell(self, work: UnitOfWork, unit: Unit, kind: str, body: Mapping[str, object]) -> None:
        version = work.rmas.get(unit.rma_number).version
        record(work, self._clock, Fact(about_unit(unit.lpn), kind, body, version))


def _require_asked(case: Case, question_id: str) -> None:
    if question_id not in {each.id for each in case.walk.asked(case.inspection.answers)}:
        raise DockstationError("answer.out_of_turn", question=question_id)


def _hidden_by(case: Case, question_id: str, given: str) -> list[str]:
    """The answers that are in force no longer once this one is given, and the word for an answer that it replaces."""
    before = case.inspection.answers
    after = {**before, question_id: given}
    in_force = {each.id for each in case.walk.asked(after)}
    hidden = {each for each in before if each.removesuffix(NOTE) not in in_force}
    if before.get(question_id) != given:
        hidden |= {question_id + NOTE} & set(before)
    return sorted(hidden)
