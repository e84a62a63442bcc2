"""The walk through the checklist; every answer and photo is durable before the next question shows."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Inspection, Store, UnitOfWork
from dockstation.domain.checklist import Checklist, asked
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Photo
from dockstation.domain.grading import holds
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
            checklist = self._checklist(work, unit)
            work.inspections.begin(lpn, checklist.id, checklist.version, by.badge)
            body = {"lpn": lpn, "checklist": checklist.id, "version": checklist.version, "by": by.badge}
            self._tell(work, unit, "InspectionStarted", body)
            work.commit()

    def answer(self, lpn: str, question_id: str, option_id: str, by: Operator) -> None:
        """Record one answer; an earlier one to the same question stays in the history.

        Raises ``answer.unknown_question``, ``answer.not_an_option`` and ``answer.out_of_turn``.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            unit, checklist, inspection = self._under_way(work, lpn)
            checklist.question(question_id).option(option_id)
            _require_asked(checklist, inspection, question_id)
            work.inspections.answer(lpn, question_id, option_id)
            body = {"lpn": lpn, "question": question_id, "answer": option_id, "by": by.badge}
            self._tell(work, unit, "QuestionAnswered", body)
            work.commit()

    def photograph(self, lpn: str, question_id: str, shot: Shot, by: Operator) -> Photo:
        """Make the photo durable, then its row, its event and its place in the outbox."""
        by.require(Task.INSPECT)
        photo = Photo(self._photos.save(shot.data), len(shot.data), shot.width, shot.height, lpn, question_id)
        with self._store.unit_of_work() as work:
            unit, checklist, inspection = self._under_way(work, lpn)
            _require_asked(checklist, inspection, question_id)
            work.inspections.add_photo(photo)
            work.outbox.add_photo(photo.sha256, photo.size)
            body = {
                "lpn": lpn, "question": question_id, "sha256": photo.sha256, "size": photo.size,
                "width": photo.width, "height": photo.height, "by": by.badge,
            }  # fmt: skip
            self._tell(work, unit, "PhotoTaken", body)
            work.commit()
        return photo

    def _under_way(self, work: UnitOfWork, lpn: str) -> tuple[Unit, Checklist, Inspection]:
        unit = work.units.get(lpn)
        inspection = work.inspections.get(lpn)
        if unit.state is not UnitState.INSPECTING:
            raise DockstationError("unit.transition", lpn=lpn, now=unit.state, wanted=UnitState.INSPECTING)
        return unit, self._checklist(work, unit), inspection

    def _checklist(self, work: UnitOfWork, unit: Unit) -> Checklist:
        line = work.rmas.get(unit.rma_number).line_of(unit)
        return self._policy.checklist_for(line.category)

    def _tell(self, work: UnitOfWork, unit: Unit, kind: str, body: Mapping[str, object]) -> None:
        version = work.rmas.get(unit.rma_number).version
        record(work, self._clock, Fact(about_unit(unit.lpn), kind, body, version))


def _require_asked(checklist: Checklist, inspection: Inspection, question_id: str) -> None:
    if question_id not in {each.id for each in asked(checklist, inspection.answers, holds)}:
        raise DockstationError("answer.out_of_turn", question=question_id)
