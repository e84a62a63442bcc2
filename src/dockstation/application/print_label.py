"""A unit's label: rendered, spooled as exact bytes, sent once, and honest about what is not known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer, PrinterFailed
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.operator import Operator, Task
from dockstation.domain.policy import Policy
from dockstation.domain.unit import UnitState


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """Which layout goes to which printer, in which language, from which station.

    ``plate`` is the layout of the licence plate that a unit gets when it is counted, "" for none.
    """

    layout: str
    printer: str
    language: str
    station: str
    plate: str = ""


class PrintLabel:
    """Never prints a second time by itself: after the first byte only a person knows what came out."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], policy: Policy,
        choice: LabelChoice,
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._renderer = renderer
        self._printers = printers
        self._policy = policy
        self._choice = choice

    def queue(self, lpn: str, by: Operator) -> PrintJob:
        """The job to send: the waiting one if there is one, else a new one, with its copy number after the first.

        Raises ``print.unsettled`` while the last one is being sent, ``label.*`` when it cannot be drawn.
        """
        by.require(Task.INSPECT)
        return self._queue(lpn, self._choice.layout, by)

    def queue_plate(self, lpn: str, by: Operator) -> PrintJob:
        """The same for the licence plate of a unit just counted."""
        by.require(Task.RECEIVE)
        return self._queue(lpn, self._choice.plate, by)

    def _queue(self, lpn: str, layout: str, by: Operator) -> PrintJob:
        with self._store.unit_of_work() as work:
            last = _last_job(work, lpn, layout)
            if last and last.state is PrintState.SENDING:
                raise DockstationError("print.unsettled", lpn=lpn)
            if last and last.state in (PrintState.QUEUED, PrintState.FAILED):
                return last
            job = self._new_job(work, lpn, layout, last.copy + 1 if last else 0, by)
            work.spool.put(job)
            self._tell(work, job, "LabelQueued", by)
            work.commit()
        return job

    def plates(self, lpns: Sequence[str]) -> dict[str, PrintState | None]:
        """What became of the licence plates, None where none was printed; {} where this station prints none."""
        if not self._choice.plate:
            return {}
        with self._store.unit_of_work() as work:
            jobs = {lpn: _last_job(work, lpn, self._choice.plate) for lpn in lpns}
        return {lpn: job.state if job else None for lpn, job in jobs.items()}

    def _new_job(self, work: UnitOfWork, lpn: str, layout: str, copy: int, by: Operator) -> PrintJob:
        printer = self._printer(self._choice.printer)
        draw = self._plate if layout == self._choice.plate else self._content
        picture = self._renderer.bitmap(draw(work, lpn, copy, by), layout, printer.dpi)
        data = printer.encode(picture)
        digest = hashlib.sha256(data).hexdigest()
        return PrintJob(self._clock.new_id(), lpn, self._choice.printer, layout, copy, data, digest)

    def preview(self, lpn: str, by: Operator) -> Bitmap:
        """The bitmap that the next print would send."""
        with self._store.unit_of_work() as work:
            last = _last_job(work, lpn, self._choice.layout)
            content = self._content(work, lpn, last.copy if last else 0, by)
        return self._renderer.bitmap(content, self._choice.layout, self._printer(self._choice.printer).dpi)

    def pdf(self, lpn: str, by: Operator) -> bytes:
        """The label as a page, for whoever has no label printer."""
        with self._store.unit_of_work() as work:
            last = _last_job(work, lpn, self._choice.layout)
            content = self._content(work, lpn, last.copy if last else 0, by)
        return self._renderer.pdf(content, self._choice.layout)

    def send(self, job_id: str, by: Operator) -> PrintJob:
        """Send a waiting job's exact bytes; the job as it then stands (sent, failed or unknown)."""
        job = self._claim(job_id)
        try:
            self._printer(job.printer).send(job.data)
        except PrinterFailed as failure:
            after = PrintState.UNKNOWN if failure.started else PrintState.FAILED
            return self._settle(job, after, "LabelFailed", by, why=failure.code)
        return self._settle(job, PrintState.SENT, "LabelSent", by)

    def _claim(self, job_id: str) -> PrintJob:
        with self._store.unit_of_work() as work:
            job = work.spool.get(job_id)
            if job.state not in (PrintState.QUEUED, PrintState.FAILED):
                raise DockstationError("print.unsettled", lpn=job.lpn)
            sending = replace(job, state=PrintState.SENDING)
            work.spool.put(sending)
            work.commit()
        return sending

    def confirm(self, lpn: str, by: Operator) -> PrintJob:
        """A person has the label in hand."""
        with self._store.unit_of_work() as work:
            job = _last_job(work, lpn, self._choice.layout)
        if job is None or job.state not in (PrintState.SENT, PrintState.UNKNOWN, PrintState.CONFIRMED):
            raise DockstationError("print.not_sent")
        return (
            job
            if job.state is PrintState.CONFIRMED
            else self._settle(job, PrintState.CONFIRMED, "LabelConfirmed", by)
        )

    def recover(self) -> None:
        """After a start: what was being sent when the station stopped is unknown now."""
        with self._store.unit_of_work() as work:
            for job in work.spool.in_state(PrintState.SENDING):
                work.spool.put(replace(job, state=PrintState.UNKNOWN))
            work.commit()

    def _settle(self, job: PrintJob, state: PrintState, kind: str, by: Operator, why: str = "") -> PrintJob:
        settled = replace(job, state=state)
        with self._store.unit_of_work() as work:
            work.spool.put(settled)
            unit = work.units.get(job.lpn)
            final = job.layout == self._choice.layout
            if final and unit.state is UnitState.DECIDED and state in (PrintState.SENT, PrintState.CONFIRMED):
                work.units.put(unit.moved_to(UnitState.LABELLED))
            self._tell(work, settled, kind, by, why)
            work.commit()
        return settled

    def _tell(self, work: UnitOfWork, job: PrintJob, kind: str, by: Operator, why: str = "") -> None:
        body = {
            "lpn": job.lpn, "job_id": job.job_id, "layout": job.layout, "printer": job.printer, "copy": job.copy,
            "sha256": job.sha256, "state": job.state.value, "why": why, "by": by.badge,
        }  # fmt: skip
        record(work, self._clock, Fact(about_unit(job.lpn), kind, body))

    def _printer(self, name: str) -> Printer:
        if name not in self._printers:
            raise DockstationError("printer.unknown", name=name)
        return self._printers[name]

    def _plate(self, work: UnitOfWork, lpn: str, copy: int, by: Operator) -> LabelContent:
        unit = work.units.get(lpn)
        rma, language = work.rmas.get(unit.rma_number), self._choice.language
        line = rma.line_of(unit)
        return LabelContent(
            lpn=lpn, rma_number=rma.number, sku=line.sku, name=line.name.in_language(language), operator=by.name,
            station=self._choice.station, at=self._clock.now().local(), copy=copy,
        )  # fmt: skip

    def _content(self, work: UnitOfWork, lpn: str, copy: int, by: Operator) -> LabelContent:
        unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
        rma, decision = work.rmas.get(unit.rma_number), inspection.decision
        if decision is None:
            raise DockstationError("inspection.none", lpn=lpn)
        line, where = rma.line_of(unit), self._policy.disposition(decision.disposition)
        language = self._choice.language
        why = [each.reason.in_language(language) for each in decision.reasons() if each.table == "disposition"]
        return LabelContent(
            lpn=unit.lpn, rma_number=rma.number, sku=line.sku, name=line.name.in_language(language),
            disposition=where.code, disposition_word=where.word.in_language(language), grade=decision.grade,
            reason=" ".join(why), bin=" / ".join(where.bins), operator=by.name, station=self._choice.station,
            at=self._clock.now().local(), copy=copy,
        )  # fmt: skip


def _last_job(work: UnitOfWork, lpn: str, layout: str) -> PrintJob | None:
    return next((each for each in reversed(work.spool.of_unit(lpn)) if each.layout == layout), None)
