"""The fake, a serial scanner on a real line, and a raw keyboard scanner keep one contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.scanners.hid import HidScanner
from dockstation.adapters.scanners.serial_port import SerialScanner
from tests.adapters.scanners.lines import EV_KEY, EV_SYN, PipeKeyboard, SerialCable, typed
from tests.contracts.scanner_suite import ScannerContract
from tests.fakes.scanner import FakeScanner

SILENCE_S = 0.4
"""Longer than a scanner's, so that a machine under load does not cut a code in two."""


class FakeWorld:
    def __init__(self) -> None:
        self.scanner = FakeScanner("belt")
        self.send, self.unplug, self.plug_in = self.scanner.send, self.scanner.unplug, self.scanner.plug_in


class SerialWorld:
    def __init__(self, cable: SerialCable) -> None:
        self.scanner = SerialScanner("belt", str(cable.path), silence=SILENCE_S)
        self.unplug, self.plug_in = cable.unplug, cable.plug_in
        self._cable = cable

    def send(self, text: str) -> None:
        self._cable.send(text.encode())


class HidWorld:
    def __init__(self) -> None:
        self._there = True
        self._keyboard = PipeKeyboard()
        self.scanner = HidScanner("belt", "/dev/input/scanner", SILENCE_S, self._opened)

    def _opened(self, path: str) -> PipeKeyboard:
        if not self._there:
            raise FileNotFoundError(2, "No such file or directory", path)
        self.end()
        self._keyboard = PipeKeyboard()
        return self._keyboard

    def send(self, text: str) -> None:
        for code, value in typed(text):
            self._keyboard.write((EV_KEY, code, value), (EV_SYN, 0, 0))

    def unplug(self) -> None:
        self._there = False
        self._keyboard.unplug()

    def plug_in(self) -> None:
        self._there = True

    def end(self) -> None:
        self._keyboard.close()


class TestFakeScanner(ScannerContract):
    @pytest.fixture
    def world(self) -> Iterator[FakeWorld]:
        world = FakeWorld()
        world.scanner.open()
        yield world
        world.scanner.close()


class TestSerialScanner(ScannerContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> Iterator[SerialWorld]:
        with SerialCable(tmp_path) as cable:
            world = SerialWorld(cable)
            world.scanner.open()
            yield world
            world.scanner.close()


class TestHidScanner(ScannerContract):
    @pytest.fixture
    def world(self) -> Iterator[HidWorld]:
        world = HidWorld()
        world.scanner.open()
        yield world
        world.scanner.close()
        world.end()
