"""A unit's label: rendered, spooled as exact bytes, sent once, and honest about what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dockstation.application.outbox import about_unit
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.application.release import require_released
from dockstation.application.spooling import LabelChoice, Spooling, local
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Decision
from dockstation.domain.policy import PolicyBook
from dockstation.domain.text import Text, together
from dockstation.domain.unit import UnitState

NOT_PRINTED = "not_printed"
UNSEEN = (PrintState.SENT, PrintState.UNKNOWN)
"""Who prints it again although it was sent, and does not say that it is there, has not seen it come out."""


class PrintLabel:
    """Never prints a second time by itself: after the first byte only a person knows what came out."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], policies: PolicyBook,
        choice: LabelChoice,
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._policies = policies
        self._choice = choice
        self.spooling = Spooling(store, clock, renderer, printers, choice, _Units())

    def queue(self, lpn: str, by: Operator) -> PrintJob:
        """The job to send: the waiting one if there is one, else a new one, with its copy number after the first.

        A copy of a label that nobody has seen says so as its reason; of one that somebody has in hand the queue
        prints a copy, for a reason: ``print.no_reason``.

        Raises ``print.unsettled`` while the last one is being sent, ``label.*`` when it cannot be drawn, and
        ``decision.unapproved`` or ``opinion.wanted`` while the unit has to wait.
        """
        by.require(Task.INSPECT)
        subject = about_unit(lpn)
        with self._store.unit_of_work() as work:
            require_released(work, lpn)
            if waiting := self.spooling.waiting(work, subject):
                return waiting
            last = self.spooling.last(work, subject)
            if last and last.state is PrintState.CONFIRMED:
                raise DockstationError("print.no_reason")
            content = self._content(work, lpn, self.spooling.next_copy(work, subject), by)
            reason = NOT_PRINTED if last and last.state in UNSEEN else ""
            job = self.spooling.queue(work, subject, content, self.spooling.draw(content), by, reason)
            work.commit()
        return job

    def preview(self, lpn: str, by: Operator) -> Bitmap:
        """The bitmap that the next print would send."""
        by.require(Task.RECEIVE)
        return self.spooling.draw(self._newest(lpn, by))

    def pdf(self, lpn: str, by: Operator) -> bytes:
        """The label as a page, for whoever has no label printer."""
        by.require(Task.RECEIVE)
        return self.spooling.pdf(self._newest(lpn, by))

    def _newest(self, lpn: str, by: Operator) -> LabelContent:
        with self._store.unit_of_work() as work:
            last = self.spooling.last(work, about_unit(lpn))
            return self._content(work, lpn, last.copy if last else 0, by)

    def send(self, job_id: str, by: Operator) -> PrintJob:
        """Send a waiting job's exact bytes; the job as it then stands (sent, failed or unknown); ``print.stale``."""
        by.require(Task.RECEIVE)
        return self.spooling.send(job_id, by)

    def confirm(self, lpn: str, by: Operator) -> PrintJob:
        """A person has the label in hand; raises what ``require_released`` raises, and ``print.not_sent``."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            require_released(work, lpn)
            job = self.spooling.last(work, about_unit(lpn))
        if job is None or job.state not in (PrintState.SENT, PrintState.UNKNOWN, PrintState.CONFIRMED):
            raise DockstationError("print.not_sent")
        if job.state is PrintState.CONFIRMED:
            return job
        return self.spooling.settle(job, PrintState.CONFIRMED, "LabelConfirmed", by)

    def recover(self) -> None:
        """After a start: what was being sent when the station stopped is unknown now, whatever it stands on."""
        with self._store.unit_of_work() as work:
            for job in work.spool.in_state(PrintState.SENDING):
                work.spool.mark(replace(job, state=PrintState.UNKNOWN))
            work.commit()

    def _content(self, work: UnitOfWork, lpn: str, copy: int, by: Operator) -> LabelContent:
        unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
        rma, decision = work.rmas.get(unit.rma_number), inspection.decision
        if decision is None:
            raise DockstationError("inspection.none", lpn=lpn)
        line, where = rma.line_of(unit), self._policies.current.disposition(decision.disposition)
        now = self._clock.now()
        why = [each.reason for each in decision.reasons() if each.table == "disposition"]
        return LabelContent(
            lpn=unit.lpn, rma_number=rma.number, sku=line.sku, name=line.name,
            disposition=where.code, disposition_word=where.word, grade=decision.grade,
            reason=together(why), defects=self._defects(decision), bin=" / ".join(where.bins), operator=by.name,
            station=self._choice.station, at=local(now.at, now.offset), copy=copy,
        )  # fmt: skip

    def _defects(self, decision: Decision) -> Text:
        found: Any = decision.values.get("defects", ())
        codes = dict.fromkeys(each["code"] for each in found)
        known = self._policies.current.defects
        return together([known[code].word for code in codes if code in known], "; ")


class _Units:
    """A decided unit is labelled once its label is out."""

    def facts(self, _work: UnitOfWork, subject: str) -> Mapping[str, str]:
        return {"lpn": subject.removeprefix(about_unit(""))}

    def printed(self, work: UnitOfWork, subject: str, _state: PrintState) -> None:
        unit = work.units.get(subject.removeprefix(about_unit("")))
        if unit.state is UnitState.DECIDED:
            work.units.put(unit.moved_to(UnitState.LABELLED))
