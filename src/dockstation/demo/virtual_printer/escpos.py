"""ESC/POS on one connection: the few commands that a label of ours is made of, and the real-time questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PIL import Image

from dockstation.demo.virtual_printer.dialect import BUFFER_BYTES, DOTS, TOLD, BufferFull, Job, Question

LINE_DOTS = 30
ROLL_DOTS = 832
"""The widest head of a roll printer at 203 dpi."""
LENGTHS = {b"\x1b@": 2, b"\x1bd": 3, b"\x1bJ": 3, b"\x1dV": 3, b"\x1dv": 8, b"\x1d(": 5, b"\x10\x04": 3}
"""Bytes of each command up to where its length is known."""
CUTS, FED_CUTS = (0, 1, 48, 49), (65, 66)
ANSWERS = {
    (1, "offline"): 0x1A, (2, "head_open"): 0x16, (2, "paper_out"): 0x32, (4, "paper_out"): 0x72, (3, "hot"): 0x52,
}  # fmt: skip
ALL_WELL = 0x12
AUTOMATIC = b"\x14\x00\x00\x0f"


class EscPosDialect:
    """A label ends with the cut, or with the connection where nothing cuts."""

    def __init__(self, _dpi: int, log: Callable[[str], None]) -> None:
        self._log = log
        self._buffer, self._raw = bytearray(), bytearray()
        self._rows: list[tuple[int, bytes]] = []
        self._feed = 0
        self._wrong = False

    def feed(self, data: bytes) -> Iterator[Job | Question]:
        """What ``data`` completes; raises BufferFull."""
        self._buffer += data
        while command := self._next():
            yield from self._obey(command)
        if len(self._buffer) > BUFFER_BYTES:
            raise BufferFull

    def end(self) -> Iterator[Job | Question]:
        """The label that nothing has cut off; one broken off amid a command is lost."""
        if self._buffer:
            self._log(f"broken off {bytes(self._buffer[:TOLD])!r}")
        elif self._rows:
            yield from self._cut()

    def answer(self, question: Question, fault: str) -> bytes:
        """One byte, after an automatic status as printers send it by themselves."""
        number = question.what[2]
        return (AUTOMATIC if number == 1 else b"") + bytes([ANSWERS.get((number, fault), ALL_WELL)])

    def _next(self) -> bytes:
        buffer = self._buffer
        if not buffer:
            return b""
        if buffer[0] == 0x0A:
            return self._take(1)
        head = bytes(buffer[:2])
        known = LENGTHS.get(head)
        if known is None and len(head) == 2:
            self._refuse(f"unknown bytes {bytes(buffer[:TOLD])!r}")
            return self._take(1)
        if known is None or len(buffer) < known:
            return b""
        length = self._length(head, known)
        return self._take(length) if len(buffer) >= length else b""

    def _length(self, head: bytes, known: int) -> int:
        buffer = self._buffer
        if head == b"\x1dv":
            return known + _number(buffer[4:6]) * _number(buffer[6:8])
        if head == b"\x1d(":
            return known + _number(buffer[3:5])
        return known + (buffer[2] in FED_CUTS if head == b"\x1dV" else 0)

    def _obey(self, command: bytes) -> Iterator[Job | Question]:
        head = command[:2]
        if head == b"\x10\x04":
            del self._raw[-len(command) :]
            yield Question(command)
        elif head == b"\x1dv":
            self._raster(command)
        elif head == b"\x1dV":
            yield from self._cut()
        elif head == b"\x1b@":
            self._rows.clear()
        elif head in (b"\x1bd", b"\x0a"):
            self._feed += LINE_DOTS * (command[2] if len(command) > 1 else 1)
        elif head == b"\x1bJ":
            self._feed += command[2]
        elif head == b"\x1d(" and not (command[2:5] == b"K\x02\x00" and command[5] in (0x31, 0x32)):
            self._refuse(f"unknown command {command[:TOLD]!r}")

    def _raster(self, command: bytes) -> None:
        stride, height = _number(command[4:6]), _number(command[6:8])
        if command[2:4] not in (b"0\x00", b"00") or not 0 < stride * 8 <= ROLL_DOTS or not height:
            self._refuse(f"bad GS v {command[2:8]!r}")
            return
        self._rows += [(stride, bytes(stride))] * self._feed if self._rows else []
        self._feed = 0
        self._rows += [(stride, command[8 + row * stride :][:stride]) for row in range(height)]

    def _cut(self) -> Iterator[Job]:
        rows, raw, wrong = self._rows, bytes(self._raw), self._wrong
        self._rows, self._feed, self._wrong = [], 0, False
        self._raw.clear()
        strides = {stride for stride, _ in rows}
        if wrong or len(strides) != 1 or len(rows) * strides.pop() * 8 > DOTS:
            self._log("label not printed")
            return
        size = (rows[0][0] * 8, len(rows))
        yield Job(Image.frombytes("1", size, b"".join(row for _, row in rows), "raw", "1;I"), 1, raw)

    def _refuse(self, why: str) -> None:
        self._log(why)
        self._wrong = True

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._raw += taken
        return taken


def _number(two: bytes | bytearray) -> int:
    return int.from_bytes(two, "little")
