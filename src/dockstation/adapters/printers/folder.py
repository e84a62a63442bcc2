"""Labels as files in a folder, for a program or a share that takes them from there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterFailed, PrinterState


@dataclass(frozen=True, slots=True)
class FolderTransport:
    """A label is there whole or not at all; names sort by the time they came."""

    folder: Path
    ending: str

    def send(self, data: bytes) -> None:
        """Write one file; raises PrinterFailed ``printer.unreachable``, with nothing written."""
        file = self.folder / f"label-{time_ns():020}.{self.ending}"
        partly = file.with_name(f".{file.name}.part")
        try:
            with partly.open("wb") as written:
                written.write(data)
                written.flush()
                os.fsync(written.fileno())
            partly.replace(file)
        except OSError as error:
            raise PrinterFailed("printer.unreachable", started=False, printer=str(self.folder)) from error

    def state(self, _enquiry: Enquiry) -> PrinterState:
        """Ready when files may be written there."""
        ready = self.folder.is_dir() and os.access(self.folder, os.W_OK)
        return PrinterState.READY if ready else PrinterState.UNREACHABLE
