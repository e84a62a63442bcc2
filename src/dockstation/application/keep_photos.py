"""Which photos of a unit count, and what is marked in them; their bytes stay as they were taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from dockstation.application.case import Case, open_under_way
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Mark, Photo, require_marks
from dockstation.domain.operator import Operator, Task
from dockstation.domain.policy import PolicyBook


class KeepPhotos:
    """Discards and marks photos while their unit is being inspected; after that they stay as they are."""

    def __init__(self, store: Store, clock: Clock, policies: PolicyBook) -> None:
        self._store = store
        self._clock = clock
        self._policies = policies

    def discard(self, lpn: str, question_id: str, sha256: str, by: Operator) -> None:
        """List the photo no more. Bytes and history stay; a step that demanded it is open again.

        Raises ``photo.missing`` when that question has no such photo, ``unit.transition`` once it is decided.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            case = open_under_way(work, self._policies.current, lpn, self._clock.now().at)
            discard(work, self._clock, case, kept_photo(case, question_id, sha256), by)
            work.commit()

    def mark(self, lpn: str, sha256: str, marks: Sequence[Mark], by: Operator) -> None:
        """Let these be the photo's marks, instead of those before; the same again changes nothing.

        Raises ``photo.marks``, ``photo.missing`` and ``unit.transition``.
        """
        by.require(Task.INSPECT)
        require_marks(tuple(marks))
        with self._store.unit_of_work() as work:
            case = open_under_way(work, self._policies.current, lpn, self._clock.now().at)
            photo = kept_photo(case, "", sha256)
            if photo.marks == tuple(marks):
                return
            work.inspections.mark_photo(photo, tuple(marks))
            body = {"lpn": lpn, "sha256": sha256, "marks": [asdict(each) for each in marks], "by": by.badge}
            _tell(work, self._clock, case, "PhotoMarked", body)
            work.commit()


def kept_photo(case: Case, question_id: str, sha256: str) -> Photo:
    """The photo of that question, or of any when it is ""; ``photo.missing`` when the unit has none such."""
    for photo in case.inspection.photos:
        if photo.sha256 == sha256 and question_id in ("", photo.question_id):
            return photo
    raise DockstationError("photo.missing", photo=sha256[:64])


def discard(work: UnitOfWork, clock: Clock, case: Case, photo: Photo, by: Operator) -> None:
    """Take a photo out of those that count, with its event."""
    work.inspections.discard_photo(photo, clock.now().at, by.badge)
    body = {"lpn": photo.lpn, "sha256": photo.sha256, "question": photo.question_id, "by": by.badge}
    _tell(work, clock, case, "PhotoDiscarded", body)


def _tell(work: UnitOfWork, clock: Clock, case: Case, kind: str, body: Mapping[str, object]) -> None:
    record(work, clock, Fact(about_unit(case.unit.lpn), kind, body, case.rma.version))
