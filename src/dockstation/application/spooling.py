"""Labels as exact bytes, sent once, and honest about what is not known; whatever they stand on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from dockstation.application.outbox import record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer, PrinterFailed
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.operator import Operator

NOT_WRITTEN = ("disk.full", "disk.failed")
WAITING = (PrintState.QUEUED, PrintState.FAILED)


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """Which layout goes to which printer, in which language, from which station."""

    layout: str
    printer: str
    language: str
    station: str


class Subject(Protocol):
    """What its labels stand on, told in its events."""

    def facts(self, work: UnitOfWork, subject: str) -> Mapping[str, str]:
        """What an event about it begins with."""
        ...

    def printed(self, work: UnitOfWork, subject: str, state: PrintState) -> None:
        """A label of it was sent or confirmed, in the same transaction."""
        ...


@dataclass(frozen=True, slots=True)
class _Owed:
    """What came of sending a job, not written yet."""

    job: PrintJob
    state: PrintState
    kind: str
    by: Operator
    why: str = ""


class Spooling:
    """Never prints a second time by itself: after the first byte only a person knows what came out."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], choice: LabelChoice,
        about: Subject, owed: dict[str, _Owed] | None = None,
    ) -> None:  # fmt: skip
        self._owed: dict[str, _Owed] = {} if owed is None else owed
        self._store = store
        self._clock = clock
        self._renderer = renderer
        self._printers = printers
        self._about = about
        self.choice = choice

    def at(self, layout: str, printer: str) -> Spooling:
        """The same with another layout on another printer."""
        choice = replace(self.choice, layout=layout, printer=printer)
        return Spooling(self._store, self._clock, self._renderer, self._printers, choice, self._about, self._owed)

    def encoded(self, picture: Bitmap) -> tuple[bytes, str]:
        """The exact bytes for the printer of the choice and their SHA-256; ``print.other_resolution``."""
        printer = self._printer(self.choice.printer)
        if picture.dpi != printer.dpi:
            raise DockstationError("print.other_resolution", printer=self.choice.printer, dpi=printer.dpi)
        data = printer.encode(picture)
        return data, hashlib.sha256(data).hexdigest()

    def last(self, work: UnitOfWork, subject: str) -> PrintJob | None:
        """The newest job of this layout that is not void."""
        mine = [job for job in self._mine(work, subject) if not job.is_void]
        return mine[-1] if mine else None

    def next_copy(self, work: UnitOfWork, subject: str) -> int:
        """The number of the next one: 0 for the first print."""
        return max((job.copy + 1 for job in self._mine(work, subject)), default=0)

    def _mine(self, work: UnitOfWork, subject: str) -> list[PrintJob]:
        jobs = [job for job in work.spool.of(subject) if job.layout == self.choice.layout]
        return [job for job in jobs if job.state is not PrintState.STALE]

    def waiting(self, work: UnitOfWork, subject: str) -> PrintJob | None:
        """The job that can still be sent; ``print.unsettled`` while one is being sent."""
        last = self.last(work, subject)
        if last and last.state is PrintState.SENDING:
            raise DockstationError("print.unsettled", lpn=_named(subject))
        return last if last and last.state in WAITING else None

    def draw(self, content: LabelContent) -> Bitmap:
        """The picture that a print sends; ``label.*`` when it cannot be drawn."""
        return self._renderer.bitmap(content, self.choice.layout, self._printer(self.choice.printer).dpi)

    def pdf(self, content: LabelContent) -> bytes:
        """The label as a page."""
        return self._renderer.pdf(content, self.choice.layout)

    def queue(
        self, work: UnitOfWork, subject: str, content: LabelContent, picture: Bitmap, by: Operator, reason: str = ""
    ) -> PrintJob:
        """A new job in a transaction of the caller's; one with a copy number is linked to the first print."""
        printer, layout = self.choice.printer, self.choice.layout
        data, digest = self.encoded(picture)
        first = next(iter(self._mine(work, subject)), None) if content.copy else None
        job = PrintJob(
            self._clock.new_id(), subject, printer, layout, content.copy, data, digest, content=content,
            picture=picture, queued_at=self._clock.now().at, original=first.job_id if first else "", reason=reason,
        )  # fmt: skip
        work.spool.put(job)
        self.tell(work, job, "LabelQueued", by)
        return job

    def send(self, job_id: str, by: Operator) -> PrintJob:
        """Send a waiting job's exact bytes; the job as it then stands (sent, failed or unknown)."""
        with self._store.unit_of_work() as work:
            printer = self._printer(work.spool.get(job_id).printer)  # one that config lost takes nothing
        job = self._claim(job_id)
        try:
            printer.send(job.data)
        except PrinterFailed as failure:
            after = PrintState.UNKNOWN if failure.started else PrintState.FAILED
            return self._note(_Owed(job, after, "LabelFailed", by, failure.code))
        except Exception:  # nobody foresaw it: only a person knows what came out
            self._note(_Owed(job, PrintState.UNKNOWN, "LabelFailed", by, "internal"))
            raise
        return self._note(_Owed(job, PrintState.SENT, "LabelSent", by))

    def _note(self, owed: _Owed) -> PrintJob:
        """What came of sending; once more on a full disk, which may have got room by the first try, else later."""
        try:
            return self._settled(owed)
        except DockstationError as error:
            if error.code not in NOT_WRITTEN:
                raise
        self._owed[owed.job.job_id] = owed
        job = self._settled(owed)
        del self._owed[owed.job.job_id]
        return job

    def settle_owed(self) -> tuple[PrintJob, ...]:
        """Write what came of sending and could not be written then; ``disk.full`` leaves the rest for later."""
        settled = []
        for job_id, owed in list(self._owed.items()):
            try:
                settled.append(self._settled(owed))
            except DockstationError as error:
                if error.code in NOT_WRITTEN:
                    raise
            self._owed.pop(job_id, None)  # else somebody has said meanwhile what became of it
        return tuple(settled)

    def _settled(self, owed: _Owed) -> PrintJob:
        return self.settle(owed.job, owed.state, owed.kind, owed.by, owed.why)

    def _claim(self, job_id: str) -> PrintJob:
        with self._store.unit_of_work() as work:
            job = work.spool.get(job_id)
            if job.state not in WAITING:
                raise refused(job, "print.unsettled", lpn=_named(job.subject))
            sending = replace(job, state=PrintState.SENDING)
            work.spool.mark(sending)
            work.commit()
        return sending

    def settle(self, job: PrintJob, state: PrintState, kind: str, by: Operator, why: str = "") -> PrintJob:
        """What became of it, with its event; ``print.stale`` or ``print.unsettled`` when it became another thing."""
        settled = replace(job, state=state, failure=why)
        with self._store.unit_of_work() as work:
            require_unchanged(work, job)
            work.spool.mark(settled)
            if state in (PrintState.SENT, PrintState.CONFIRMED) and not settled.is_void:
                self._about.printed(work, job.subject, state)
            self.tell(work, settled, kind, by, why)
            work.commit()
        return settled

    def tell(self, work: UnitOfWork, job: PrintJob, kind: str, by: Operator, why: str = "") -> None:
        """Record an event about it in a transaction of the caller's."""
        body = {
            **self._about.facts(work, job.subject), "job_id": job.job_id, "layout": job.layout,
            "printer": job.printer, "copy": job.copy, "sha256": job.sha256, "state": job.state.value, "why": why,
            "by": by.badge, "original": job.original, "reason": job.reason, "void": job.is_void,
        }  # fmt: skip
        record(work, self._clock, Fact(job.subject, kind, body))

    def _printer(self, name: str) -> Printer:
        if name not in self._printers:
            raise DockstationError("printer.unknown", name=name)
        return self._printers[name]


def require_unchanged(work: UnitOfWork, job: PrintJob) -> None:
    """Raise ``print.stale`` or ``print.unsettled`` when somebody did something about the job since it was read."""
    now = work.spool.state(job.job_id)
    if now is not job.state:
        raise refused(replace(job, state=now), "print.unsettled", lpn=_named(job.subject))


def refused(job: PrintJob, code: str, **facts: str) -> DockstationError:
    """``code``, or ``print.stale`` of a job whose decision fell, about which nothing can be done."""
    return DockstationError("print.stale") if job.state is PrintState.STALE else DockstationError(code, **facts)


def local(at: str, offset: int) -> str:
    """A moment in UTC as the station's clock on the wall shows it."""
    return (datetime.fromisoformat(at) + timedelta(minutes=offset)).strftime("%Y-%m-%d %H:%M")


def _named(subject: str) -> str:
    return subject.partition(":")[2]
