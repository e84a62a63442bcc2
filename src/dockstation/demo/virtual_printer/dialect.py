"""What the virtual printer needs of a printer language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

BUFFER_BYTES = 8 * 1024 * 1024
DOTS = 64 * 1024 * 1024
TOLD = 60
"""How much of a wrong command the log shows."""


class BufferFull(Exception):  # noqa: N818 - past tense says it better
    """A command is longer than the printer's memory."""


@dataclass(frozen=True, slots=True)
class Job:
    """A finished label: its picture (1 = white), how often to print it, and the exact bytes that made it."""

    picture: Image.Image
    copies: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody asks how the printer is."""

    what: bytes


class Dialect(Protocol):
    """One connection's interpreter; what it does not understand goes to the log."""

    def feed(self, data: bytes) -> Iterator[Job | Question]:
        """What ``data`` completes; raises BufferFull."""
        ...

    def end(self) -> Iterator[Job | Question]:
        """What the end of the connection completes."""
        ...

    def answer(self, question: Question, fault: str) -> bytes:
        """What the printer says with this fault ("" for none)."""
        ...
