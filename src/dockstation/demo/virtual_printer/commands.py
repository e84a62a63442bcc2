"""Cuts a stream of bytes into ZPL commands, as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dockstation.demo.virtual_printer.dialect import BUFFER_BYTES, BufferFull

PREFIX = re.compile(rb"[\^~]")
NAME_BYTES = 3
ALONE = frozenset({b"^XA", b"^XZ", b"^FS", b"~HS"})
"""Commands without parameters: complete as soon as their name is."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command's name (``^GF``), its parameters, and the exact bytes from the end of the last one to its end.

    ``stray`` is what stood before it and belongs to no command; at the end of the stream the name may be empty.
    """

    name: bytes
    parameters: bytes
    raw: bytes
    stray: bytes = b""


class Commands:
    """The commands of one connection."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._start: int | None = None
        self._seen = 0

    def feed(self, data: bytes) -> Iterator[Command]:
        """The commands that ``data`` completes; raises BufferFull."""
        self._buffer += data
        while (command := self._next(at_end=False)) is not None:
            yield command
        if len(self._buffer) > BUFFER_BYTES:
            raise BufferFull

    def end(self) -> Iterator[Command]:
        """What was left when the stream ended."""
        while self._buffer:
            command = self._next(at_end=True)
            assert command is not None
            yield command

    def _next(self, *, at_end: bool) -> Command | None:
        if self._start is None:
            self._start = self._prefix(0)
        if self._start is None:
            return self._take(len(self._buffer), len(self._buffer)) if at_end and self._buffer else None
        named = self._start + NAME_BYTES
        broken_off = PREFIX.search(self._buffer, self._start + 1, named)
        if broken_off:
            return self._take(self._start, broken_off.start())
        if len(self._buffer) < named:
            return self._take(self._start, len(self._buffer)) if at_end else None
        if bytes(self._buffer[self._start : named]) in ALONE:
            return self._take(self._start, named)
        following = self._prefix(named)
        if following is None and not at_end:
            return None
        return self._take(self._start, len(self._buffer) if following is None else following)

    def _prefix(self, after: int) -> int | None:
        """Where the next command begins; what was seen to hold none is not searched again."""
        found = PREFIX.search(self._buffer, max(after, self._seen))
        self._seen = found.start() if found else len(self._buffer)
        return found.start() if found else None

    def _take(self, start: int, end: int) -> Command:
        raw = bytes(self._buffer[:end])
        del self._buffer[:end]
        self._start, self._seen = None, 0
        return Command(raw[start : start + NAME_BYTES], raw[start + NAME_BYTES :], raw, raw[:start].strip())
