"""The bytes of a ZPL label, and what a printer answers."""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.printers.zpl import encode_z64
from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.bootstrap.printing import open_printer
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.label import Bitmap
from dockstation.settings import PrinterSettings
from tests.adapters.printers.scripted import drain, scripted_port
from tests.labels.samples import CONTENT, HOSTILE, LPN, lines, printed, shipped_labels
from tests.printers import printer_at

LABELS = shipped_labels()
ALL_WELL = (b"030,0,0,0480,000,0,0,0,000,0,0,0", b"000,0,0,0,0,2,4,0,00000000,1,000", b"1234,0")


def status_of(*strings: bytes) -> PrinterState:
    """What the station makes of a printer that answers so."""

    def script(connection: socket.socket) -> None:
        assert connection.recv(4096) == b"~HS"
        connection.sendall(b"".join(b"\x02" + string + b"\x03\r\n" for string in strings))
        drain(connection)

    with scripted_port(script) as port:
        return printer_at(port, timeout=0.3).status()


def test_a_label_is_one_graphic_in_z64_between_its_brackets() -> None:
    data = encode_z64(Bitmap(15, 2, 203, b"\xff\x00\x0f\xf0"))
    frame = rb"\^XA\^PW15\^LL2\^FO0,0\^GFA,4,4,2,:Z64:([\w+/=]+):([0-9A-F]{4})\^FS\^PQ1\^XZ"
    assert re.fullmatch(frame, data)


def test_a_whole_label_takes_a_few_kilobytes() -> None:
    assert len(encode_z64(LABELS.bitmap(CONTENT, "disposition", 203))) < 12_000


def test_the_label_on_paper_is_the_label_on_the_screen_dot_for_dot(tmp_path: Path) -> None:
    bitmap = LABELS.bitmap(CONTENT, "disposition", 203)
    with VirtualPrinter(tmp_path) as virtual:
        printer = printer_at(virtual.port, timeout=5)
        printer.send(printer.encode(bitmap))
    assert printed(tmp_path) == [bitmap]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_prints_one_label_and_runs_no_command(tmp_path: Path, value: str) -> None:
    content = replace(CONTENT, name=value, reason=value, sku=value, disposition_word=value, operator=value)
    with VirtualPrinter(tmp_path) as virtual:
        printer = printer_at(virtual.port, timeout=5)
        printer.send(printer.encode(LABELS.bitmap(content, "disposition", 203)))
    codes = [{"type": "CODE128", "text": LPN}, {"type": "QRCODE", "text": LPN}]
    assert [line["codes"] for line in lines(tmp_path)] == [codes]
    assert not (tmp_path / "printer.log").exists()


def test_a_bitmap_for_another_resolution_is_not_printed() -> None:
    with pytest.raises(ValueError, match="300"):
        printer_at(9100, timeout=1).encode(Bitmap(8, 1, 300, b"\x00"))


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, PrinterState.READY),
        ({0: b"030,1,0,0480,000,0,0,0,000,0,0,0"}, PrinterState.PAPER_OUT),
        ({0: b"030,0,1,0480,000,0,0,0,000,0,0,0"}, PrinterState.PAUSED),
        ({1: b"000,0,1,0,0,2,4,0,00000000,1,000"}, PrinterState.HEAD_OPEN),
        ({0: b"030,1,1,0480,000,0,0,0,000,0,0,0"}, PrinterState.PAPER_OUT),
        ({0: b"030,x,0,0480,000,0,0,0,000,0,0,0"}, PrinterState.NO_ANSWER),
        ({0: b"", 1: b"", 2: b""}, PrinterState.NO_ANSWER),
        ({0: b"\xff" * 9000}, PrinterState.NO_ANSWER),
    ],
)
def test_the_printers_own_word_is_understood(changes: dict[int, bytes], state: PrinterState) -> None:
    assert status_of(*(changes.get(number, string) for number, string in enumerate(ALL_WELL))) is state


def test_half_an_answer_is_no_answer() -> None:
    assert status_of(ALL_WELL[0]) is PrinterState.NO_ANSWER


def test_a_printer_that_talks_while_it_takes_the_label_gets_all_of_it() -> None:
    heard = []

    def script(connection: socket.socket) -> None:
        connection.sendall(b"\x14\x00\x00\x0f" * 500)
        heard.append(drain(connection))
        connection.sendall(b"\x14\x00\x00\x0f" * 500)

    data = encode_z64(LABELS.bitmap(CONTENT, "disposition", 203))
    with scripted_port(script) as port:
        printer_at(port, timeout=5).send(data)
    assert heard == [data]


def test_a_printer_that_takes_all_and_never_closes_leaves_doubt() -> None:
    over = threading.Event()

    def script(connection: socket.socket) -> None:
        drain(connection)
        over.wait(10)

    with scripted_port(script) as port:
        with pytest.raises(PrinterFailed) as failed:
            printer_at(port, timeout=0.2).send(b"^XA^XZ")
        over.set()
    assert (failed.value.code, failed.value.started) == ("printer.timeout", True)
    assert failed.value.facts == {"printer": f"127.0.0.1:{port}"}


def test_a_printer_that_never_stops_talking_is_given_up() -> None:
    def script(connection: socket.socket) -> None:
        try:
            while True:
                connection.sendall(b"\x14" * 4096)
        except OSError:
            return

    with scripted_port(script) as port, pytest.raises(PrinterFailed) as failed:
        printer_at(port, timeout=0.2).send(b"^XA^XZ")
    assert failed.value.code == "printer.timeout"


@pytest.mark.parametrize("host", ["printer.invalid", "", "a" * 300 + ".invalid", "\u00fc" * 70])
def test_a_printer_with_an_impossible_name_is_not_reached(host: str) -> None:
    printer = open_printer("label", PrinterSettings("zpl", 203, host=host, port=1, timeout_seconds=0.5))
    assert printer.status() is PrinterState.UNREACHABLE
    with pytest.raises(PrinterFailed) as failed:
        printer.send(b"^XA^XZ")
    assert (failed.value.code, failed.value.started) == ("printer.unreachable", False)
