"""Devices to hold in the hand: a serial line of a real pty, and a keyboard that speaks as the kernel does."""

from __future__ import annotations

import os
import struct
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

EVENT = struct.Struct("llHHi")
SHIFT, CONTROL, ALT = 42, 29, 56
EV_SYN, EV_KEY = 0, 1
_PLAIN = dict(zip("1234567890-=", range(2, 14), strict=True))
_PLAIN |= dict(zip("qwertyuiop[]", range(16, 28), strict=True)) | dict(
    zip("asdfghjkl;'`", range(30, 42), strict=True)
)
_PLAIN |= dict(zip("\\zxcvbnm,./", range(43, 54), strict=True)) | {" ": 57, "\r": 28, "\t": 15}
_ABOVE = dict(zip('!@#$%^&*()_+{}:"~|<>?', "1234567890-=[];'`\\,./", strict=True))
_KEYPAD = {"7": 71, "8": 72, "9": 73, "4": 75, "5": 76, "6": 77, "1": 79, "2": 80, "3": 81, "0": 82}


class SerialCable:
    """``path`` stays the same when the device is pulled out and plugged in again, as in /dev/serial/by-id."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "usb-Scanner-if00"
        self.plug_in()

    def plug_in(self) -> None:
        self.device, self._station = os.openpty()
        tty.setraw(self.device)
        self.path.symlink_to(os.ttyname(self._station))

    def send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.device, rest) :]

    def unplug(self) -> None:
        self.path.unlink()
        os.close(self.device)
        os.close(self._station)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.path.is_symlink():
            self.unplug()


@dataclass(frozen=True, slots=True)
class Event:
    type: int
    code: int
    value: int


class PipeKeyboard:
    """The event node of a keyboard: the kernel's records in a pipe."""

    def __init__(self) -> None:
        self.grabbed = False
        self._out, self._in = os.pipe()
        os.set_blocking(self._out, False)

    def fileno(self) -> int:
        return self._out

    def write(self, *events: tuple[int, int, int]) -> None:
        for event in events:
            os.write(self._in, EVENT.pack(0, 0, *event))

    def read(self) -> Iterator[Event]:
        data = os.read(self._out, 64 * EVENT.size)
        for _, _, kind, code, value in EVENT.iter_unpack(data):
            yield Event(kind, code, value)

    def grab(self) -> None:
        self.grabbed = True

    def unplug(self) -> None:
        if self._in >= 0:
            os.close(self._in)
            self._in = -1

    def close(self) -> None:
        self.unplug()
        if self._out >= 0:
            os.close(self._out)
            self._out = -1


def open_files() -> int:
    """How many this process has."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def typed(text: str) -> Iterator[tuple[int, int]]:
    """(code, value) of the keys that a scanner presses for ``text``; Chinese by Alt and its number in GBK."""
    for character in text:
        if character in "\x1c\x1d":
            yield from _held(CONTROL, _PLAIN[chr(ord(character) + 0x40)])
        elif not character.isascii():
            yield from _held(ALT, *(_KEYPAD[digit] for digit in str(int.from_bytes(character.encode("gbk"), "big"))))
        elif character in _PLAIN:
            yield from _pressed(_PLAIN[character])
        else:
            yield from _held(SHIFT, _PLAIN[_ABOVE.get(character, character.lower())])


def _pressed(*codes: int) -> Iterator[tuple[int, int]]:
    for code in codes:
        yield from ((code, 1), (code, 0))


def _held(modifier: int, *codes: int) -> Iterator[tuple[int, int]]:
    yield (modifier, 1)
    yield from _pressed(*codes)
    yield (modifier, 0)
