"""The faults of real printers, to order."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dockstation.application.ports.printer import Printer, PrinterFailed, PrinterState
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from tests.labels.samples import ROOT, printed
from tests.printers import printer_at

BITMAP = Bitmap(16, 4, 203, bytes.fromhex("0000 00ff 00ff 0000"))
SERVE = (
    "import sys; from pathlib import Path; from dockstation.demo.virtual_printer import serve; "
    "serve(0, Path(sys.argv[1]), ready=lambda port: print(port, flush=True))"
)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Printer]:
    with VirtualPrinter(tmp_path) as virtual:
        yield printer_at(virtual.port, timeout=0.3)


def order(out: Path, fault: str) -> None:
    (out / "fault").write_text(fault + "\n", "utf-8")


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


def test_a_label_sent_without_paper_comes_out_when_there_is_paper_again(printer: Printer, tmp_path: Path) -> None:
    order(tmp_path, "paper_out")
    with pytest.raises(PrinterFailed) as failed:
        printer.send(printer.encode(BITMAP))
    assert (failed.value.code, failed.value.started) == ("printer.timeout", True)
    assert printer.status() is PrinterState.PAPER_OUT
    assert printed(tmp_path) == []
    order(tmp_path, "none")
    assert eventually(lambda: printed(tmp_path) == [BITMAP])
    assert printer.status() is PrinterState.READY


def test_a_hanging_printer_prints_nothing_even_later(printer: Printer, tmp_path: Path) -> None:
    order(tmp_path, "hang")
    with pytest.raises(PrinterFailed):
        printer.send(printer.encode(BITMAP))
    (tmp_path / "fault").unlink()
    printer.send(printer.encode(BITMAP))
    assert printed(tmp_path) == [BITMAP]


def test_a_dropped_label_is_not_printed(printer: Printer, tmp_path: Path) -> None:
    order(tmp_path, "drop")
    with pytest.raises(PrinterFailed) as failed:
        printer.send(printer.encode(BITMAP))
    assert (failed.value.code, failed.value.started) == ("printer.lost", True)
    assert printed(tmp_path) == []


def test_an_unknown_fault_is_logged_and_none(printer: Printer, tmp_path: Path) -> None:
    order(tmp_path, "explode")
    printer.send(printer.encode(BITMAP))
    assert printed(tmp_path) == [BITMAP]
    assert "unknown fault 'explode'" in (tmp_path / "printer.log").read_text("utf-8")


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with (
        VirtualPrinter(tmp_path) as first,
        pytest.raises(DockstationError) as refused,
        VirtualPrinter(tmp_path, first.port),
    ):
        pass
    assert (refused.value.code, refused.value.facts) == ("printer.port_taken", {"port": first.port})


@pytest.mark.parametrize("fault", ["none", "hang", "paper_out"])
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told_to_whatever_it_is_doing(
    tmp_path: Path, fault: str, ending: signal.Signals
) -> None:
    order(tmp_path, fault)
    command = [sys.executable, "-c", SERVE, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        port = int(process.stdout.readline())
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(b"^XA^PW8^LL1^XZ")
            process.send_signal(ending)
            assert process.wait(10) == 0
        assert process.stderr.read() == b""
