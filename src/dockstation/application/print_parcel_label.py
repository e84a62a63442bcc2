"""A parcel's label: one for each that arrives, drawn and sent beside the scanning, never before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dockstation.application.outbox import about_parcel
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.application.spooling import LabelChoice, Spooling, local
from dockstation.domain.label import LabelContent
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Parcel
from dockstation.domain.text import Text

STRANGER = Text({"en": "UNKNOWN", "zh_CN": "无主件"})
SEVERAL = Text({"en": "{0} returns", "zh_CN": "{0} 张退货单"})


class PrintParcelLabel:
    """What still wants a label is told by the store, so that a station killed in between goes on with it."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], choice: LabelChoice
    ) -> None:
        self._store = store
        self._clock = clock
        self.spooling = Spooling(store, clock, renderer, printers, choice, _Parcels())

    def next(self, since: str, leave_out: Collection[str]) -> str | None:
        """The parcel whose label is to be sent now, of those that came since then; None when all are."""
        with self._store.unit_of_work() as work:
            wanted = work.spool.parcels_to_label(since)
        return next((each for each in wanted if each not in leave_out), None)

    def print(self, parcel_id: str, by: Operator) -> PrintJob:
        """Send its waiting label, drawn first where there is none; the job as it then stands.

        Raises ``label.*`` when it cannot be drawn; then there is no job.
        """
        by.require(Task.RECEIVE)
        subject = about_parcel(parcel_id)
        with self._store.unit_of_work() as work:
            job, copy = self.spooling.waiting(work, subject), self.spooling.next_copy(work, subject)
            content = self._content(work.parcels.get(parcel_id), copy, by)
        if job is None:
            picture = self.spooling.draw(content)  # with no transaction open: the next scan must not wait for it
            with self._store.unit_of_work() as work:
                job = self.spooling.queue(work, subject, content, picture, by)
                work.commit()
        return self.spooling.send(job.job_id, by)

    def _content(self, parcel: Parcel, copy: int, by: Operator) -> LabelContent:
        choice = self.spooling.choice
        returns = len(parcel.rma_numbers)
        several = SEVERAL.in_language(choice.language).format(returns)
        return LabelContent(
            parcel=parcel.code,
            carrier=parcel.carrier.upper().replace("_", " "),
            rma_number=several if returns > 1 else parcel.rma_number,
            note="" if returns else STRANGER,
            operator=by.name,
            station=choice.station,
            at=local(parcel.arrived_at, self._clock.now().offset),
            copy=copy,
        )


class _Parcels:
    """A parcel stays as it is, whatever becomes of its label."""

    def facts(self, work: UnitOfWork, subject: str) -> Mapping[str, str]:
        parcel_id = subject.removeprefix(about_parcel(""))
        return {"parcel_id": parcel_id, "code": work.parcels.get(parcel_id).code}

    def printed(self, _work: UnitOfWork, _subject: str, _state: PrintState) -> None:
        """Nothing follows."""
