"""A queue of CUPS, or a printer that speaks IPP itself: a label is sent when its job is completed."""

from __future__ import annotations

import time
from dataclasses import dataclass

from dockstation.adapters.printers import ipp
from dockstation.adapters.printers.device import Enquiry
from dockstation.adapters.printers.ipp import Attributes, IppQueue, IppRefused
from dockstation.adapters.printers.line import Clock
from dockstation.application.ports.printer import PrinterFailed, PrinterState

LOOK_SECONDS = 0.1
COMPLETED, ABORTED, CANCELED = 9, 8, 7
IDLE_AND_PROCESSING = (3, 4)
REASONS = (
    ("offline", PrinterState.OFFLINE),
    ("connecting-to-device", PrinterState.OFFLINE),
    ("shutdown", PrinterState.OFFLINE),
    ("timed-out", PrinterState.NO_ANSWER),
    ("cover-open", PrinterState.HEAD_OPEN),
    ("door-open", PrinterState.HEAD_OPEN),
    ("interlock-open", PrinterState.HEAD_OPEN),
    ("media-empty", PrinterState.PAPER_OUT),
    ("media-needed", PrinterState.PAPER_OUT),
    ("marker-supply-empty", PrinterState.RIBBON_OUT),
    ("fuser-over-temp", PrinterState.HOT),
    ("media-jam", PrinterState.FAULT),
    ("paused", PrinterState.PAUSED),
    ("moving-to-paused", PrinterState.PAUSED),
)
"""Beginnings of ``printer-state-reasons``, the one to mend first before the others."""


@dataclass(frozen=True, slots=True)
class CupsTransport:
    """``uri`` of the queue; ``timeout`` in seconds until a job must be completed."""

    uri: str
    mime: str
    timeout: float

    def send(self, data: bytes) -> None:
        """Returns when the job is completed; raises PrinterFailed.

        One that hangs is cancelled, for it would come out hours later, and is in doubt.
        """
        clock = Clock(self.timeout)
        job = self._begin(data)
        try:
            while (state := self._job_state(job)) not in (COMPLETED, ABORTED, CANCELED):
                time.sleep(min(LOOK_SECONDS, clock.left()))
        except OSError as error:
            self._cancel(job)
            code = "printer.timeout" if isinstance(error, TimeoutError) else "printer.lost"
            raise self._failed(code, started=True) from error
        if state != COMPLETED:
            raise self._failed("printer.lost", started=True)

    def state(self, _enquiry: Enquiry) -> PrinterState:
        """What the queue says; it has been told by the printer, or could not reach it."""
        try:
            groups = self._queue().ask(ipp.GET_PRINTER)
        except IppRefused:
            return PrinterState.NO_ANSWER
        except OSError:
            return PrinterState.UNREACHABLE
        return _judged({name: value for group in groups for name, value in group.items()})

    def _begin(self, data: bytes) -> int:
        more = ((ipp.NAME, "job-name", "label"), (ipp.MIME, "document-format", self.mime))
        try:
            groups = self._queue().ask(ipp.PRINT_JOB, more, data)
        except IppRefused as error:
            raise self._failed("printer.refused", started=False) from error
        except ConnectionRefusedError as error:
            raise self._failed("printer.unreachable", started=False) from error
        except TimeoutError as error:
            raise self._failed("printer.timeout", started=True) from error
        except OSError as error:
            reached = isinstance(error, ConnectionError)
            raise self._failed("printer.lost" if reached else "printer.unreachable", started=reached) from error
        return int(next(group["job-id"][0] for group in groups if "job-id" in group))

    def _job_state(self, job: int) -> int:
        groups = self._queue().ask(ipp.GET_JOB, ((ipp.INTEGER, "job-id", job),))
        states = [group["job-state"][0] for group in groups if "job-state" in group]
        return int(states[0]) if states else COMPLETED

    def _cancel(self, job: int) -> None:
        try:
            self._queue().ask(ipp.CANCEL_JOB, ((ipp.INTEGER, "job-id", job),))
        except OSError:
            return  # done by now, or out of reach: it is in doubt either way

    def _queue(self) -> IppQueue:
        return IppQueue(self.uri, self.timeout)

    def _failed(self, code: str, *, started: bool) -> PrinterFailed:
        return PrinterFailed(code, started=started, printer=self.uri)


def queues(server: str = "ipp://localhost:631/") -> list[dict[str, str]]:
    """The queues of a CUPS server by the address that printers.toml takes; none where no server runs."""
    try:
        groups = IppQueue(server, 5).ask(ipp.GET_PRINTERS)
    except OSError:
        return []
    return [
        {"url": str(group["printer-uri-supported"][0]), "name": str(group.get("printer-info", ("",))[0])}
        for group in groups
        if "printer-uri-supported" in group
    ]


def _judged(said: Attributes) -> PrinterState:
    reasons = [str(each) for each in said.get("printer-state-reasons", ())]
    for beginning, state in REASONS:
        if any(reason.startswith(beginning) for reason in reasons):
            return state
    if "printer-state" not in said:
        return PrinterState.NO_ANSWER
    return PrinterState.READY if said["printer-state"][0] in IDLE_AND_PROCESSING else PrinterState.PAUSED
