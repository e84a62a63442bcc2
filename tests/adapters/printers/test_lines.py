"""Printers behind device files, serial ports and folders keep the rules of the network."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dockstation.adapters.printers.device_file import device_file
from dockstation.adapters.printers.line import LineTransport
from dockstation.adapters.printers.serial_line import serial_line
from dockstation.adapters.printers.usb_line import usb_line
from dockstation.adapters.printers.zpl import Zpl
from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.bootstrap.printing import open_printer
from dockstation.demo.virtual_printer.dialect import Job, Question
from dockstation.demo.virtual_printer.zpl import ZplDialect
from dockstation.domain.label import Bitmap
from dockstation.settings import PrinterSettings
from tests.labels.samples import CONTENT, shipped_labels

LABEL = shipped_labels().bitmap(CONTENT, "disposition", 203)
LARGE = bytes(200_000)


class Terminal:
    """A pseudo-terminal with a ZPL printer at its other end, which reads only when told."""

    def __init__(self) -> None:
        self._far, self._near = os.openpty()
        tty.setraw(self._near)
        self.path = os.ttyname(self._near)
        self.labels: list[Bitmap] = []
        self.printed = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._dialect = ZplDialect(203, lambda _line: None)

    def start(self) -> None:
        self._reader.start()

    def unplug(self) -> None:
        os.close(self._near)
        if self._reader.ident:
            self._reader.join()  # it reads by number, which the next terminal may get
        os.close(self._far)

    def _read(self) -> None:
        with suppress(OSError):
            while data := os.read(self._far, 4096):
                for each in self._dialect.feed(data):
                    self._obey(each)

    def _obey(self, each: Job | Question) -> None:
        if isinstance(each, Question):
            os.write(self._far, self._dialect.answer(each, "head_open"))
        else:
            rows = each.picture.tobytes("raw", "1;I")
            self.labels.append(Bitmap(each.picture.width, each.picture.height, 203, rows))
            self.printed.set()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    there = Terminal()
    yield there
    with suppress(OSError):
        there.unplug()


Way = Callable[[str, float], LineTransport]
WAYS: dict[str, Way] = {"file": device_file, "serial": lambda path, seconds: serial_line(path, 9600, seconds)}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_label_arrives_whole_and_the_printer_is_heard(terminal: Terminal, way: Way) -> None:
    terminal.start()
    transport = way(terminal.path, 5)
    transport.send(Zpl().encode(LABEL))
    assert terminal.printed.wait(5)
    assert terminal.labels == [LABEL]
    assert transport.state(Zpl().enquiry) is PrinterState.HEAD_OPEN


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_printer_that_takes_no_more_is_in_doubt_and_silence_is_not_offline(terminal: Terminal, way: Way) -> None:
    with pytest.raises(PrinterFailed) as failed:
        way(terminal.path, 0.3).send(LARGE)
    assert (failed.value.code, failed.value.started) == ("printer.timeout", True)
    assert way(terminal.path, 0.3).state(Zpl().enquiry) is PrinterState.NO_ANSWER


@pytest.mark.parametrize("way", [*WAYS.values(), usb_line], ids=[*WAYS, "usb"])
def test_a_printer_that_is_not_there_took_nothing(way: Way) -> None:
    address = "0fff:0fff" if way is usb_line else "/dev/nowhere"
    with pytest.raises(PrinterFailed) as failed:
        way(address, 0.3).send(b"^XA^XZ")
    assert (failed.value.code, failed.value.started) == ("printer.unreachable", False)
    assert way(address, 0.3).state(Zpl().enquiry) is PrinterState.UNREACHABLE


@pytest.mark.parametrize("language", ["zpl", "pdf", "png"])
def test_labels_are_laid_into_a_folder_whole_and_in_order(tmp_path: Path, language: str) -> None:
    printer = open_printer("folder", PrinterSettings(language, 203, "folder", folder=str(tmp_path)))
    data = printer.encode(LABEL)
    for _ in range(2):
        printer.send(data)
    files = sorted(tmp_path.iterdir())
    assert [each.suffix for each in files] == [f".{language}"] * 2
    assert [each.read_bytes() for each in files] == [data] * 2
    assert printer.status() is PrinterState.READY


def test_a_folder_that_is_not_there_took_nothing(tmp_path: Path) -> None:
    printer = open_printer("folder", PrinterSettings("png", 203, "folder", folder=str(tmp_path / "gone")))
    with pytest.raises(PrinterFailed) as failed:
        printer.send(b"")
    assert (failed.value.code, failed.value.started) == ("printer.unreachable", False)
    assert printer.status() is PrinterState.UNREACHABLE
