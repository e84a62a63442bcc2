"""The queue of labels: what waits, failed or is in doubt, and what a person may do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer, PrinterState
from dockstation.application.ports.store import PrintJob, PrintState, Store
from dockstation.application.spooling import WAITING, Spooling, refused, require_unchanged
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Task

SHOWN = 50
ABANDONED = timedelta(minutes=1)
"""A job that nobody has begun to send in this time is left over from before a restart."""
PRINTED = (PrintState.SENT, PrintState.CONFIRMED, PrintState.UNKNOWN)
"""A label of it may be there."""


class Which(StrEnum):
    """Parts of the queue."""

    WAITING = "waiting"
    FAILED = "failed"
    UNKNOWN = "unknown"
    ALL = "all"


STATES: Mapping[Which, frozenset[PrintState]] = {
    Which.WAITING: frozenset({PrintState.QUEUED, PrintState.SENDING}),
    Which.FAILED: frozenset({PrintState.FAILED}),
    Which.UNKNOWN: frozenset({PrintState.UNKNOWN}),
    Which.ALL: frozenset(PrintState),
}


@dataclass(frozen=True, slots=True)
class QueueView:
    """The newest jobs of one part. ``late``: ids of those that have waited so long that a person must say."""

    which: Which
    jobs: tuple[PrintJob, ...]
    counts: Mapping[Which, int]
    late: frozenset[str]
    printers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """What was sent of what a printer had been held up with, and how many it is too late to print unasked."""

    sent: tuple[PrintJob, ...]
    late: int


class PrintQueue:
    """A label in doubt is printed again only because a person says so, with a reason, as a marked copy.

    ``late`` is how long a label may wait and still be printed without being asked about. Whatever is done about a
    label of a decision that fell is refused with ``print.stale``.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        spoolings: Sequence[Spooling],
        printers: Mapping[str, Printer],
        late: timedelta,
    ) -> None:
        self._store, self._clock = store, clock
        self._spoolings = {each.choice.layout: each for each in spoolings}
        self._printers, self._late = printers, late

    def view(self, which: Which) -> QueueView:
        """What is there now."""
        with self._store.unit_of_work() as work:
            jobs, found = work.spool.newest(STATES[which], SHOWN), work.spool.count()
        counts = {each: sum(found.get(state, 0) for state in STATES[each]) for each in Which}
        late = frozenset(job.job_id for job in jobs if self._is_late(job))
        return QueueView(which, jobs, counts, late, tuple(self._printers))

    def send(self, job_id: str, by: Operator) -> PrintJob:
        """Send what waits, however late; the job as it then stands."""
        by.require(Task.RECEIVE)
        return self._spooling(self._job(job_id)).send(job_id, by)

    def confirm(self, job_id: str, by: Operator) -> PrintJob:
        """A person has the label in hand; ``print.not_sent`` where none can be."""
        by.require(Task.RECEIVE)
        job = self._job(job_id)
        if job.state not in PRINTED:
            raise refused(job, "print.not_sent")
        return self._spooling(job).settle(job, PrintState.CONFIRMED, "LabelConfirmed", by)

    def reprint(self, job_id: str, reason: str, by: Operator) -> PrintJob:
        """A copy to send, with its number on it; ``print.not_sent`` while the first one can still be sent."""
        by.require(Task.RECEIVE)
        return self._drawn_again(self._printed(job_id), reason, by, void=False)

    def void(self, job_id: str, reason: str, by: Operator) -> PrintJob | None:
        """Take a label back: one struck through to send and to stick over it, None where none was printed."""
        by.require(Task.RECEIVE)
        job = self._job(job_id)
        if job.state is PrintState.SENDING or job.is_void:
            raise refused(job, "print.unsettled", lpn=job.subject.partition(":")[2])
        voided = replace(job, state=PrintState.VOIDED, reason=_given(reason))
        over = self._drawn_again(job, reason, by, void=True) if job.state in PRINTED else None
        with self._store.unit_of_work() as work:
            require_unchanged(work, job)
            work.spool.mark(voided)
            self._spooling(job).tell(work, voided, "LabelVoided", by)
            work.commit()
        return over

    def move(self, job_id: str, printer: str, by: Operator) -> PrintJob:
        """The same picture in another printer's language, to be sent there; only what was not printed yet."""
        by.require(Task.RECEIVE)
        job = self._job(job_id)
        if job.state not in WAITING or job.picture is None:
            raise refused(job, "print.not_waiting")
        spooling = self._spooling(replace(job, printer=printer))
        data, digest = spooling.encoded(job.picture)
        moved = replace(job, printer=printer, data=data, sha256=digest, state=PrintState.QUEUED, failure="")
        with self._store.unit_of_work() as work:
            require_unchanged(work, job)
            work.spool.put(moved)
            spooling.tell(work, moved, "LabelMoved", by)
            work.commit()
        return moved

    def settle_owed(self) -> tuple[PrintJob, ...]:
        """Write what came of labels that were sent while the disk was full; ``disk.full`` while it still is."""
        return tuple(job for each in self._spoolings.values() for job in each.settle_owed())

    def release(self, printer: str, by: Operator) -> Released:
        """Send what a printer that is back was held up with, the first first, until one fails."""
        by.require(Task.RECEIVE)
        held, late, sent = self._held(printer), 0, list[PrintJob]()
        for job in held:
            if self._is_late(job):
                late += 1
                continue
            try:
                became = self.send(job.job_id, by)
            except DockstationError as error:
                if error.code not in ("print.unsettled", "print.stale"):  # somebody has just done something about it
                    raise
                continue
            sent.append(became)
            if became.state is not PrintState.SENT:
                break
        return Released(tuple(sent), late)

    def release_others(self, own: str, by: Operator) -> Released:
        """The same for every other printer that was held up and says that it is ready."""
        by.require(Task.RECEIVE)
        back = [name for name, each in self._printers.items() if name != own and self._is_back(name, each)]
        found = [self.release(name, by) for name in back]
        return Released(tuple(job for each in found for job in each.sent), sum(each.late for each in found))

    def _is_back(self, name: str, printer: Printer) -> bool:
        return bool(self._held(name)) and printer.status() is PrinterState.READY

    def _held(self, printer: str) -> list[PrintJob]:
        with self._store.unit_of_work() as work:
            jobs = [*work.spool.in_state(PrintState.FAILED), *work.spool.in_state(PrintState.QUEUED)]
        waiting = [job for job in jobs if job.printer == printer and self._is_left(job)]
        return sorted(waiting, key=lambda job: (job.queued_at, job.job_id))

    def _is_left(self, job: PrintJob) -> bool:
        return job.state is PrintState.FAILED or self._waited(job) > ABANDONED

    def _is_late(self, job: PrintJob) -> bool:
        return job.state in WAITING and self._waited(job) > self._late

    def _waited(self, job: PrintJob) -> timedelta:
        if not job.queued_at:
            return timedelta.max
        return datetime.fromisoformat(self._clock.now().at) - datetime.fromisoformat(job.queued_at)

    def _printed(self, job_id: str) -> PrintJob:
        job = self._job(job_id)
        if job.state not in PRINTED or job.is_void:
            raise refused(job, "print.not_sent")
        return job

    def _drawn_again(self, job: PrintJob, reason: str, by: Operator, *, void: bool) -> PrintJob:
        if job.content is None:
            raise DockstationError("print.too_old")
        spooling, reason = self._spooling(job), _given(reason)
        with self._store.unit_of_work() as work:
            copy = spooling.next_copy(work, job.subject)
        content = replace(job.content, copy=copy, void=void)
        picture = spooling.draw(content)
        with self._store.unit_of_work() as work:
            require_unchanged(work, job)
            again = spooling.queue(work, job.subject, content, picture, by, reason)
            work.commit()
        return again

    def _job(self, job_id: str) -> PrintJob:
        with self._store.unit_of_work() as work:
            return work.spool.get(job_id)

    def _spooling(self, job: PrintJob) -> Spooling:
        if job.layout not in self._spoolings:
            raise DockstationError("print.layout_gone", layout=job.layout)
        return self._spoolings[job.layout].at(job.layout, job.printer)


def _given(reason: str) -> str:
    if not reason.strip():
        raise DockstationError("print.no_reason")
    return reason
