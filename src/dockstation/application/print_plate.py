"""A unit's licence plate label, drawn and sent beside the counting, never before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dockstation.application.outbox import about_unit
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.application.spooling import LabelChoice, Spooling
from dockstation.domain.label import LabelContent
from dockstation.domain.operator import Operator, Task


class PrintPlate:
    """A station without a layout for it prints none."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], choice: LabelChoice
    ) -> None:
        self._store = store
        self._clock = clock
        self._choice = choice
        self.spooling = Spooling(store, clock, renderer, printers, choice, _Plates())

    def __call__(self, lpn: str, by: Operator) -> PrintJob:
        """Send its waiting label, drawn first where there is none; the job as it then stands.

        Raises ``print.unsettled`` while one is being sent, ``label.*`` when it cannot be drawn.
        """
        by.require(Task.RECEIVE)
        subject = about_unit(lpn)
        with self._store.unit_of_work() as work:
            job, copy = self.spooling.waiting(work, subject), self.spooling.next_copy(work, subject)
            content = self._content(work, lpn, copy, by)
        if job is None:
            picture = self.spooling.draw(content)  # with no transaction open: the next scan must not wait for it
            with self._store.unit_of_work() as work:
                job = self.spooling.queue(work, subject, content, picture, by)
                work.commit()
        return self.spooling.send(job.job_id, by)

    def states(self, lpns: Sequence[str]) -> dict[str, PrintState | None]:
        """What became of the labels, None where there is none yet; {} where this station prints none."""
        if not self._choice.layout:
            return {}
        with self._store.unit_of_work() as work:
            jobs = {lpn: self.spooling.last(work, about_unit(lpn)) for lpn in lpns}
        return {lpn: job.state if job else None for lpn, job in jobs.items()}

    def _content(self, work: UnitOfWork, lpn: str, copy: int, by: Operator) -> LabelContent:
        unit = work.units.get(lpn)
        rma = work.rmas.get(unit.rma_number)
        line = rma.line_of(unit)
        return LabelContent(
            lpn=lpn, rma_number=rma.number, sku=line.sku, name=line.name,
            operator=by.name, station=self._choice.station, at=self._clock.now().local(), copy=copy,
        )  # fmt: skip


class _Plates:
    """A unit stays as it is, whatever becomes of its licence plate."""

    def facts(self, _work: UnitOfWork, subject: str) -> Mapping[str, str]:
        return {"lpn": subject.removeprefix(about_unit(""))}

    def printed(self, _work: UnitOfWork, _subject: str, _state: PrintState) -> None:
        """Nothing follows."""
