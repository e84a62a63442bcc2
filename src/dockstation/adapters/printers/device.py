"""A printer is a language and a transport: what to say, and how it gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap


@dataclass(frozen=True, slots=True)
class Enquiry:
    """How a language asks a printer how it is; ``question`` is empty where a language has none."""

    question: bytes
    is_whole: Callable[[bytes], bool]
    judge: Callable[[bytes], PrinterState]


NOT_ASKED = Enquiry(b"", lambda _heard: True, lambda _heard: PrinterState.READY)
"""Languages that are documents: whoever takes them counts as ready."""


class Language(Protocol):
    """What a printer understands."""

    @property
    def mime(self) -> str:
        """What the bytes are, as IPP names it."""
        ...

    @property
    def ending(self) -> str:
        """Of file names, without the dot."""
        ...

    @property
    def enquiry(self) -> Enquiry: ...
    def encode(self, bitmap: Bitmap) -> bytes:
        """The exact bytes that print ``bitmap`` once; the same picture gives the same bytes."""
        ...


class Transport(Protocol):
    """The way to a printer."""

    def send(self, data: bytes) -> None:
        """As the port ``Printer`` says; raises PrinterFailed."""
        ...

    def state(self, enquiry: Enquiry) -> PrinterState:
        """What the printer says of itself; never raises."""
        ...


@dataclass(frozen=True, slots=True)
class DevicePrinter:
    """The port ``Printer`` made of both."""

    language: Language
    transport: Transport
    dpi: int

    def encode(self, bitmap: Bitmap) -> bytes:
        """The exact bytes that print ``bitmap`` once; it must have this printer's resolution."""
        if bitmap.dpi != self.dpi:
            raise ValueError(bitmap.dpi)
        return self.language.encode(bitmap)

    def send(self, data: bytes) -> None:
        """As the port says; raises PrinterFailed."""
        self.transport.send(data)

    def status(self) -> PrinterState:
        """What it says of itself."""
        return self.transport.state(self.language.enquiry)
