"""A printer queue of Windows, given the bytes as they are."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterFailed, PrinterState

if TYPE_CHECKING:
    from _win32typing import PyPrinterHANDLE

LOOK_SECONDS = 0.1
STATES = (
    ("PRINTER_STATUS_DOOR_OPEN", PrinterState.HEAD_OPEN),
    ("PRINTER_STATUS_PAPER_OUT", PrinterState.PAPER_OUT),
    ("PRINTER_STATUS_OFFLINE", PrinterState.OFFLINE),
    ("PRINTER_STATUS_NOT_AVAILABLE", PrinterState.OFFLINE),
    ("PRINTER_STATUS_ERROR", PrinterState.FAULT),
    ("PRINTER_STATUS_PAPER_JAM", PrinterState.FAULT),
    ("PRINTER_STATUS_PAUSED", PrinterState.PAUSED),
)


@dataclass(frozen=True, slots=True)
class WindowsTransport:
    """The queue of that name; ``timeout`` in seconds until the spooler has handed a label on."""

    queue: str
    timeout: float

    def send(self, data: bytes) -> None:
        """Returns when the job has left the queue; one that stays is taken out again, and is in doubt."""
        import pywintypes
        import win32print

        started = False
        try:
            printer = win32print.OpenPrinter(self.queue)
            try:
                job = win32print.StartDocPrinter(printer, 1, ("label", "", "RAW"))
                started = True
                win32print.StartPagePrinter(printer)
                win32print.WritePrinter(printer, data)
                win32print.EndPagePrinter(printer)
                win32print.EndDocPrinter(printer)
                self._wait(printer, job)
            finally:
                win32print.ClosePrinter(printer)
        except pywintypes.error as error:
            code = "printer.lost" if started else "printer.unreachable"
            raise PrinterFailed(code, started=started, printer=self.queue) from error

    def _wait(self, printer: PyPrinterHANDLE, job: int) -> None:
        import win32print

        until = time.monotonic() + self.timeout
        while any(each["JobId"] == job for each in win32print.EnumJobs(printer, 0, 999, 1)):
            if time.monotonic() > until:
                win32print.SetJob(printer, job, 0, None, win32print.JOB_CONTROL_DELETE)
                raise PrinterFailed("printer.timeout", started=True, printer=self.queue)
            time.sleep(LOOK_SECONDS)

    def state(self, _enquiry: Enquiry) -> PrinterState:
        """What the spooler says of it."""
        import pywintypes
        import win32print

        try:
            printer = win32print.OpenPrinter(self.queue)
            try:
                status = int(win32print.GetPrinter(printer, 2)["Status"])
            finally:
                win32print.ClosePrinter(printer)
        except pywintypes.error:
            return PrinterState.UNREACHABLE
        said = (state for name, state in STATES if status & getattr(win32print, name))
        return next(said, PrinterState.READY)


def windows_queues() -> list[dict[str, str]]:
    """The queues of this Windows by the name that printers.toml takes; none on other systems."""
    try:
        import win32print
    except ImportError:
        return []
    kinds = win32print.PRINTER_ENUM_LOCAL | win32print.PRINTER_ENUM_CONNECTIONS
    return [{"queue": name, "name": name} for _flags, _told, name, _comment in win32print.EnumPrinters(kinds)]
