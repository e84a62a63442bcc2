"""The walk through the checklist; every answer and photo is durable before the next question shows."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.case import Case, last_alike, open_under_way
from dockstation.application.keep_photos import discard, kept_photo
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.inspections import Inspections
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.domain.checklist import NOTE
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Photo
from dockstation.domain.operator import Operator, Task
from dockstation.domain.policy import PolicyBook
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit, UnitState


class Inspect:
    """Begins, resumes and fills inspections."""

    def __init__(self, store: Store, clock: Clock, photos: Photos, policies: PolicyBook) -> None:
        self._store = store
        self._clock = clock
        self._photos = photos
        self._policies = policies

    def begin(self, lpn: str, by: Operator) -> None:
        """Start the unit's inspection, or go on with the one under way."""
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            unit = work.units.get(lpn)
            if unit.state is UnitState.INSPECTING:
                return
            if unit.state is not UnitState.RECEIVED:  # back from a decision leads only its voiding
                raise DockstationError("unit.transition", lpn=lpn, now=unit.state, wanted=UnitState.INSPECTING)
            work.require_room()
            work.units.put(unit.moved_to(UnitState.INSPECTING))
            rma = work.rmas.get(unit.rma_number)
            checklist = self._policies.current.checklist_for(rma, rma.line_of(unit))
            work.inspections.begin(lpn, checklist, work.versions.keep_checklist(checklist), by.badge)
            body = {"lpn": lpn, "checklist": checklist.id, "version": checklist.version, "by": by.badge}
            self._tell(work, unit, "InspectionStarted", body)
            work.commit()

    def answer(self, lpn: str, question_id: str, text: str, by: Operator) -> tuple[str, ...]:
        """Record one answer, or with ``.note`` behind the id the word that it demands; see ``checklist.answers``.

        An earlier one to the same question stays in the history. Answers that this one hides are withdrawn, to be
        asked for again should they come back; says which. Raises ``answer.*``.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            given = case.walk.read(question_id, text)
            _require_asked(case, question_id.removesuffix(NOTE))
            hidden = _hidden_by(case, question_id, given)
            self._records(work).answer(lpn, question_id, given)
            for each in hidden:
                self._records(work).answer(lpn, each, None)
            body = {"lpn": lpn, "question": question_id, "answer": given, "by": by.badge}
            self._tell(work, case.unit, "QuestionAnswered", body | ({"withdrawn": hidden} if hidden else {}))
            work.commit()
        return tuple(hidden)

    def begin_answer(self, lpn: str, question_id: str, text: str, by: Operator) -> None:
        """Keep what was begun on a question until it is answered; "" when nothing is begun any more.

        It proves nothing and nobody is told of it. Raises ``answer.*``.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            _require_asked(case, question_id)
            kept = case.walk.read_begun(question_id, text) if text else ""
            self._records(work).begin_answer(lpn, question_id, kept)
            work.commit()

    def undo(self, lpn: str, by: Operator) -> str:
        """Withdraw the answer given last and what hung on it; its question's id, with ``.note`` for a written word.

        Raises ``answer.none_yet``.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            last = next(reversed(list(case.inspection.answers)), "")
            if not last:
                raise DockstationError("answer.none_yet", lpn=lpn)
            hidden = _hidden_by(case, last, None)
            for each in (last, *hidden):
                self._records(work).answer(lpn, each, None)
            body = {"lpn": lpn, "question": last, "withdrawn": hidden, "by": by.badge}
            self._tell(work, case.unit, "AnswerWithdrawn", body)
            work.commit()
        return last

    def repeat(self, lpn: str, by: Operator) -> str:
        """Give the answers of the last sealed unit of the same line; its LPN. Its photos prove nothing here.

        Raises ``inspection.no_repeat`` unless the fast path allows it for this unit.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            alike = last_alike(work, case, self._clock.now().at)
            if alike is None:
                raise DockstationError("inspection.no_repeat", lpn=lpn)
            for question_id, given in alike.answers.items():
                work.inspections.answer(lpn, question_id, given)
                body = {"lpn": lpn, "question": question_id, "answer": given, "by": by.badge}
                self._tell(work, case.unit, "QuestionAnswered", body | {"repeated_from": alike.lpn})
            work.commit()
        return alike.lpn

    def photograph(
        self, lpn: str, question_id: str, shot: Shot, by: Operator, view: str = "", replaces: str = ""
    ) -> Photo:
        """Make the photo durable, then its row, its event and its place in the outbox.

        ``view`` is what the step asked for: a side, an option, or "" for the question as such. ``replaces`` is the
        SHA-256 of one that is discarded for this one; ``photo.missing`` when it is not kept here.
        """
        by.require(Task.INSPECT)
        sha256 = self._photos.save(shot.data)
        with self._store.unit_of_work() as work:
            case = self._under_way(work, lpn)
            _require_asked(case, question_id)
            if replaces:
                discard(work, self._clock, case, kept_photo(case, question_id, replaces), by)
            photo = Photo(
                sha256, len(shot.data), shot.width, shot.height, lpn, question_id, view=view,
                taken_at=self._clock.now().at, by=by.badge, station=work.notes.get(Note.STATION) or "",
                warnings=shot.warnings,
            )  # fmt: skip
            self._records(work).add_photo(photo)
            work.outbox.add_photo(photo.sha256, photo.size)
            self._tell(work, case.unit, "PhotoTaken", _taken(photo))
            work.commit()
        return photo

    def _records(self, work: UnitOfWork) -> Inspections:
        return work.inspections

    def _under_way(self, work: UnitOfWork, lpn: str) -> Case:
        return open_under_way(work, self._policies.current, lpn, self._clock.now().at)

    def _tell(self, work: UnitOfWork, unit: Unit, kind: str, body: Mapping[str, object]) -> None:
        version = work.rmas.get(unit.rma_number).version
        record(work, self._clock, Fact(about_unit(unit.lpn), kind, body, version))


def _taken(photo: Photo) -> dict[str, object]:
    """The body of PhotoTaken."""
    return {
        "lpn": photo.lpn, "question": photo.question_id, "view": photo.view, "sha256": photo.sha256,
        "size": photo.size, "width": photo.width, "height": photo.height, "by": photo.by,
        "warnings": list(photo.warnings),
    }  # fmt: skip


def _require_asked(case: Case, question_id: str) -> None:
    if question_id not in {each.id for each in case.walk.asked(case.inspection.answers)}:
        raise DockstationError("answer.out_of_turn", question=question_id)


def _hidden_by(case: Case, question_id: str, given: str | None) -> list[str]:
    """The answers in force no longer once this one is given (None: withdrawn), and the word for the former."""
    before = case.inspection.answers
    after = {each: answer for each, answer in {**before, question_id: given}.items() if answer is not None}
    in_force = {each.id for each in case.walk.asked(after)}
    hidden = {each for each in before if each.removesuffix(NOTE) not in in_force and each != question_id}
    if before.get(question_id) != given:
        hidden |= {question_id + NOTE} & set(before)
    return sorted(hidden)
