"""Keyboard scanners on Linux, taken for dockstation alone: no layout, no input method, no other window."""

from __future__ import annotations

import errno
import os
import select
from collections.abc import Callable, Iterable
from typing import Protocol

from dockstation.adapters.scanners.framing import Framer
from dockstation.adapters.scanners.inputs import found, keyboards
from dockstation.adapters.scanners.keys import UsKeyboard
from dockstation.adapters.scanners.listening import SILENCE_S, Line, ListeningScanner
from dockstation.domain.errors import DockstationError

EV_SYN, EV_KEY = 0, 1
SYN_DROPPED = 3


class InputEvent(Protocol):
    """One event as the kernel tells it."""

    @property
    def type(self) -> int: ...
    @property
    def code(self) -> int: ...
    @property
    def value(self) -> int: ...


class InputDevice(Protocol):
    """What is needed of ``evdev.InputDevice``; OSError where the kernel refuses."""

    def fileno(self) -> int: ...
    def read(self) -> Iterable[InputEvent]: ...
    def grab(self) -> None: ...
    def close(self) -> None: ...


class HidScanner(ListeningScanner):
    """``device`` is a path (best one of /dev/input/by-id) or a part of the keyboard's name.

    While it is open nobody else gets its keys. ``opener`` opens a path; the library evdev's by default,
    ``scanner.no_evdev`` where that is not installed.
    """

    def __init__(
        self,
        name: str,
        device: str,
        silence: float = SILENCE_S,
        opener: Callable[[str], InputDevice] | None = None,
    ) -> None:
        super().__init__(name, device, silence)
        self._opener = opener or self._evdev

    def _connect(self) -> Line:
        try:
            path = found(self._device, keyboards())
        except LookupError as error:
            raise self._unavailable(str(error)) from error
        try:
            device = self._opener(path)
        except OSError as error:
            raise self._refused(error) from error
        try:
            device.grab()
        except OSError as error:
            device.close()
            raise self._refused(error) from error
        return _EventLine(device, self._silence)

    def _evdev(self, path: str) -> InputDevice:
        try:
            import evdev
        except ImportError as error:
            raise DockstationError("scanner.no_evdev", name=self.name) from error
        device: InputDevice = evdev.InputDevice(path)
        return device


class _EventLine:
    def __init__(self, device: InputDevice, silence: float) -> None:
        self._device, self._silence = device, silence
        self._keyboard = UsKeyboard()
        self._dropping = False
        self._woken, self._waker = os.pipe()
        self._poll = select.poll()
        self._poll.register(device.fileno(), select.POLLIN)
        self._poll.register(self._woken, select.POLLIN)

    def listen(self, framer: Framer) -> None:
        ready = [number for number, _ in self._poll.poll(self._silence * 1000)]
        if self._device.fileno() in ready:
            self._take(framer)
        elif not ready:
            framer.pause()

    def wake(self) -> None:
        os.write(self._waker, b"x")

    def close(self) -> None:
        self._device.close()
        os.close(self._woken)
        os.close(self._waker)

    def _take(self, framer: Framer) -> None:
        try:
            events = list(self._device.read())
        except BlockingIOError:
            return
        if not events:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        for event in events:
            self._event(event, framer)

    def _event(self, event: InputEvent, framer: Framer) -> None:
        if (event.type, event.code) == (EV_SYN, SYN_DROPPED):  # keys were lost: which are down is unknown
            self._dropping, self._keyboard = True, UsKeyboard()
            framer.spoil()
        elif event.type == EV_SYN:
            self._dropping = False
        elif event.type == EV_KEY and not self._dropping:
            framer.feed(self._keyboard.key(event.code, event.value))
