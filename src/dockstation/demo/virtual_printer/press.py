"""The printer's interpreter: ZPL commands to finished labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image

from dockstation.demo.virtual_printer.commands import Command
from dockstation.demo.virtual_printer.dialect import DOTS, TOLD, Job
from dockstation.demo.virtual_printer.graphic import graphic

COPIES = 100


@dataclass(slots=True)
class _Label:
    width: int
    height: int
    origin: tuple[int, int] = (0, 0)
    copies: int = 1
    wrong: bool = False
    parts: list[tuple[tuple[int, int], Image.Image]] = field(default_factory=list)

    def picture(self) -> Image.Image:
        picture = Image.new("1", (self.width, self.height), 1)
        for at, part in self.parts:
            picture.paste(0, at, mask=part)
        return picture


class Press:
    """One connection's interpreter. ``log`` is told of everything that is not understood."""

    def __init__(self, dpi: int, log: Callable[[str], None]) -> None:
        self._size = (4 * dpi, 6 * dpi)
        self._log = log
        self._label: _Label | None = None
        self._raw: list[bytes] = []
        self._settings: dict[bytes, Callable[[_Label, bytes], None]] = {
            b"^PW": _width, b"^LL": _height, b"^FO": _origin, b"^PQ": _copies, b"^GF": _graphic, b"^FS": _end_field,
            b"^PR": _speed,
        }  # fmt: skip

    def obey(self, command: Command) -> Job | None:
        """Take one command; the job when it finishes a label."""
        self._raw.append(command.raw)
        if command.stray:
            self._log(f"stray bytes {command.stray[:TOLD]!r}")
        if command.name == b"^XA":
            self._begin()
        elif command.name == b"^XZ":
            return self._finish()
        elif command.name == b"~SD":
            self._darken(command)
        elif command.name:
            self._set(command)
        return None

    def _darken(self, command: Command) -> None:
        if not re.fullmatch(rb"[0-2]\d|30", command.parameters.strip()):
            self._log(f"bad command {command.parameters[:TOLD]!r}: ~SD takes 00 to 30")

    def _begin(self) -> None:
        if self._label:
            self._log("^XA inside a label: the label before it is lost")
        self._label = _Label(*self._size)

    def _set(self, command: Command) -> None:
        told = repr((command.name + command.parameters)[:TOLD])
        setting = self._settings.get(command.name)
        if setting is None:
            self._log(f"unknown command {told}")
        elif self._label is None:
            self._log(f"outside a label {told}")
        else:
            try:
                setting(self._label, command.parameters)
            except ValueError as error:
                self._log(f"bad command {told}: {error}")
                self._label.wrong = True

    def _finish(self) -> Job | None:
        label, raw = self._label, b"".join(self._raw)
        self._label = None
        self._raw.clear()
        if label is None:
            self._log("^XZ outside a label")
            return None
        if label.wrong or label.width * label.height > DOTS:
            self._log("label not printed")
            return None
        return Job(label.picture(), label.copies, raw)


def _numbers(parameters: bytes, count: int, least: int, most: int) -> list[int]:
    numbers = parameters.strip().split(b",")
    if len(numbers) != count or not all(re.fullmatch(rb"\d{1,5}", number) for number in numbers):
        raise ValueError(f"takes {count} whole numbers")
    values = [int(number) for number in numbers]
    if not all(least <= value <= most for value in values):
        raise ValueError(f"not from {least} to {most}")
    return values


def _width(label: _Label, parameters: bytes) -> None:
    label.width = _numbers(parameters, 1, 1, 32000)[0]


def _height(label: _Label, parameters: bytes) -> None:
    label.height = _numbers(parameters, 1, 1, 32000)[0]


def _origin(label: _Label, parameters: bytes) -> None:
    left, top = _numbers(parameters, 2, 0, 32000)
    label.origin = (left, top)


def _copies(label: _Label, parameters: bytes) -> None:
    label.copies = _numbers(parameters, 1, 1, COPIES)[0]


def _speed(_label: _Label, parameters: bytes) -> None:
    _numbers(parameters, 1, 1, 14)


def _graphic(label: _Label, parameters: bytes) -> None:
    drawn = graphic(parameters)
    size = (drawn.stride * 8, len(drawn.rows) // drawn.stride)
    label.parts.append((label.origin, Image.frombytes("1", size, drawn.rows)))


def _end_field(label: _Label, _parameters: bytes) -> None:
    """A field separator ends a field; the next one begins at the corner again."""
    label.origin = (0, 0)
