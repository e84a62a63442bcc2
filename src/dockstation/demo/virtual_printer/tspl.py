"""TSPL on one connection, as TSC's programming manual has it, and nothing that it has not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PIL import Image

from dockstation.demo.virtual_printer.dialect import BUFFER_BYTES, DOTS, TOLD, BufferFull, Job, Question

COPIES = 100
IMMEDIATE = (b"\x1b!?", b"\x1b!S")
BITMAP = re.compile(rb"BITMAP (\d{1,5}),(\d{1,5}),(\d{1,4}),(\d{1,5}),([012]),")
LONGEST_HEAD = 40
MM = r"(\d{1,3}(?:\.\d{1,2})?) mm"
COMMANDS = {
    "SIZE": re.compile(rf"{MM},{MM}"),
    "GAP": re.compile(rf"{MM},{MM}"),
    "DIRECTION": re.compile(r"([01])(?:,([01]))?"),
    "DENSITY": re.compile(r"(\d|1[0-5])"),
    "SPEED": re.compile(r"(\d{1,2}(?:\.\d)?)"),
    "CLS": re.compile(r""),
    "PRINT": re.compile(r"([1-9]\d{0,2})(?:,([1-9]\d{0,2}))?"),
}
SHORT = {"": 0x00, "head_open": 0x01, "paper_out": 0x04, "ribbon_out": 0x08, "paused": 0x10, "hot": 0x80}
LONG = {"head_open": b"E@@`", "paper_out": b"E@@A", "ribbon_out": b"E@@D", "paused": b"`@@@", "hot": b"E@A@"}
MM_PER_INCH = 25.4


@dataclass(slots=True)
class _Paper:
    size: tuple[int, int]
    cleared: bool = False
    wrong: bool = False
    parts: list[tuple[tuple[int, int], Image.Image]] = field(default_factory=list)

    def picture(self) -> Image.Image:
        picture = Image.new("1", self.size, 1)
        for at, part in self.parts:
            picture.paste(part, at)
        return picture


class TsplDialect:
    """Lines that end with CR and LF; the bytes of a ``BITMAP`` are counted."""

    def __init__(self, dpi: int, log: Callable[[str], None]) -> None:
        self._dpi, self._log = dpi, log
        self._paper = _Paper((4 * dpi, 6 * dpi))
        self._buffer, self._raw = bytearray(), bytearray()

    def feed(self, data: bytes) -> Iterator[Job | Question]:
        """What ``data`` completes; raises BufferFull."""
        self._buffer += data
        while self._buffer:
            before = len(self._buffer)
            yield from self._next()
            if len(self._buffer) == before:
                break
        if len(self._buffer) > BUFFER_BYTES:
            raise BufferFull

    def end(self) -> Iterator[Job | Question]:
        """A line that has no end is none."""
        if self._buffer:
            self._log(f"broken off {bytes(self._buffer[:TOLD])!r}")
        return iter(())

    def answer(self, question: Question, fault: str) -> bytes:
        """One byte, or four between STX and ETX."""
        if question.what == IMMEDIATE[0]:
            return bytes([SHORT.get(fault, 0x80)])
        return b"\x02" + LONG.get(fault, b"@@@@") + b"\x03\r\n"

    def _next(self) -> Iterator[Job | Question]:
        buffer = self._buffer
        if buffer[0] == 0x1B:
            if len(buffer) >= 3:
                yield from self._asked(self._take(3))
        elif buffer.startswith(b"BITMAP"):
            self._bitmap()
        elif b"\r\n" in buffer:
            yield from self._line(self._take(buffer.index(b"\r\n") + 2)[:-2])

    def _asked(self, escape: bytes) -> Iterator[Question]:
        del self._raw[-len(escape) :]
        if escape in IMMEDIATE:
            yield Question(escape)
        else:
            self._log(f"unknown command {escape!r}")

    def _bitmap(self) -> None:
        head = BITMAP.match(self._buffer)
        if head is None:
            if len(self._buffer) > LONGEST_HEAD or b"\r\n" in self._buffer:
                self._wrong(self._take(len(b"BITMAP")).decode(), "not BITMAP x,y,bytes,rows,mode,")
            return
        left, top, stride, rows, mode = (int(number) for number in head.groups())
        if len(self._buffer) < head.end() + stride * rows + 2:
            return
        data = self._take(head.end() + stride * rows + 2)[head.end() :]
        if data[-2:] != b"\r\n" or mode != 0 or not stride * rows or not self._paper.cleared:
            self._wrong("BITMAP", "its bytes do not fit, its mode is not 0, or no CLS came before")
            return
        part = Image.frombytes("1", (stride * 8, rows), data[:-2])
        self._paper.parts.append(((left, top), part))

    def _line(self, line: bytes) -> Iterator[Job]:
        if not line:
            return
        word, _, rest = line.decode("ascii", "replace").partition(" ")
        known = COMMANDS.get(word)
        if known is None:
            self._log(f"unknown command {line[:TOLD]!r}")
            return
        told = known.fullmatch(rest)
        if told is None:
            self._wrong(word, repr(rest[:TOLD]))
        elif word == "SIZE":
            self._paper.size = (self._dots(told[1]), self._dots(told[2]))
        elif word == "CLS":
            self._paper.parts.clear()
            self._paper.cleared = True
        elif word == "PRINT":
            yield from self._print(int(told[1]) * int(told[2] or 1))

    def _print(self, copies: int) -> Iterator[Job]:
        paper, raw = self._paper, bytes(self._raw)
        self._raw.clear()
        self._paper = _Paper(paper.size)
        width, height = paper.size
        if paper.wrong or not paper.cleared or copies > COPIES or not 0 < width * height <= DOTS:
            self._log("label not printed")
        else:
            yield Job(paper.picture(), copies, raw)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._raw += taken
        return taken

    def _wrong(self, word: str, why: str) -> None:
        self._log(f"bad command {word}: {why}")
        self._paper.wrong = True

    def _dots(self, mm: str) -> int:
        return round(float(mm) * self._dpi / MM_PER_INCH)
