"""ZPL II on one connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dockstation.demo.virtual_printer.commands import Command, Commands
from dockstation.demo.virtual_printer.dialect import Job, Question
from dockstation.demo.virtual_printer.press import Press


class ZplDialect:
    """Commands to a press; ``~HS`` is answered amid a label as well."""

    def __init__(self, dpi: int, log: Callable[[str], None]) -> None:
        self._commands, self._press = Commands(), Press(dpi, log)

    def feed(self, data: bytes) -> Iterator[Job | Question]:
        """What ``data`` completes; raises BufferFull."""
        return self._obeyed(self._commands.feed(data))

    def end(self) -> Iterator[Job | Question]:
        """What was left when the stream ended."""
        return self._obeyed(self._commands.end())

    def _obeyed(self, commands: Iterator[Command]) -> Iterator[Job | Question]:
        for command in commands:
            if command.name == b"~HS":
                yield Question(command.name)
            elif job := self._press.obey(command):
                yield job

    def answer(self, _question: Question, fault: str) -> bytes:
        """Three strings between STX and ETX."""
        paper, paused, hot = (int(fault == each) for each in ("paper_out", "paused", "hot"))
        head, ribbon = (int(fault == each) for each in ("head_open", "ribbon_out"))
        strings = (
            f"030,{paper},{paused},0480,000,0,0,0,000,0,0,{hot}",
            f"000,0,{head},{ribbon},0,2,4,0,00000000,1,000",
            "1234,0",
        )
        return b"".join(b"\x02" + string.encode() + b"\x03\r\n" for string in strings)
