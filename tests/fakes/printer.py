"""A printer in memory."""

from __future__ import annotations

from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap


class FakePrinter:
    """Keeps what it was sent; ``failure`` is raised by every ``send`` until taken away, ``state`` is what it says."""

    def __init__(self, dpi: int = 203) -> None:
        self.dpi = dpi
        self.received: list[bytes] = []
        self.failure: Exception | None = None
        self.state = PrinterState.READY

    def encode(self, bitmap: Bitmap) -> bytes:
        return f"{bitmap.width} {bitmap.height} {bitmap.dpi}\n".encode() + bitmap.rows

    def send(self, data: bytes) -> None:
        if self.failure:
            raise self.failure
        self.received.append(data)

    def status(self) -> PrinterState:
        return self.state

    def printed(self) -> list[Bitmap]:
        """The labels that came out, the first one first."""
        labels = []
        for data in self.received:
            head, rows = data.split(b"\n", 1)
            width, height, dpi = (int(number) for number in head.split())
            labels.append(Bitmap(width, height, dpi, rows))
        return labels
