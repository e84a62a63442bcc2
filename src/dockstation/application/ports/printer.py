"""A label printer."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap


class PrinterState(StrEnum):
    """What a printer says of itself; silence is not "offline"."""

    READY = "ready"
    PAPER_OUT = "paper_out"
    HEAD_OPEN = "head_open"
    RIBBON_OUT = "ribbon_out"
    PAUSED = "paused"
    HOT = "hot"
    OFFLINE = "offline"
    FAULT = "fault"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"


class PrinterFailed(DockstationError):  # noqa: N818 - past tense says it better
    """Sending failed. ``started``: a byte had already gone out, so nobody knows what was printed."""

    def __init__(self, code: str, /, *, started: bool, **facts: str | int) -> None:
        super().__init__(code, **facts)
        self.started = started


class Printer(Protocol):
    """One printer: its language and its transport."""

    @property
    def dpi(self) -> int:
        """Dots per inch of its head."""
        ...

    def encode(self, bitmap: Bitmap) -> bytes:
        """The exact bytes that print ``bitmap`` once."""
        ...

    def send(self, data: bytes) -> None:
        """Send, half-close and drain; returns when the printer has taken every byte.

        Raises PrinterFailed: ``printer.unreachable`` or ``printer.refused`` (nothing sent), ``printer.timeout`` or
        ``printer.lost``.
        """
        ...

    def status(self) -> PrinterState:
        """Ask the printer; never raises."""
        ...
