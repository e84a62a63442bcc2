"""The fake printer and printers of every language, on a virtual printer's port, keep one contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.label import Bitmap
from tests.contracts.printer_suite import PrinterContract
from tests.fakes.printer import FakePrinter
from tests.labels.samples import printed
from tests.printers import printer_at


class FakeWorld:
    def __init__(self) -> None:
        self.printer = FakePrinter()
        self.printed = self.printer.printed

    def unplug(self) -> None:
        self._break("printer.unreachable", PrinterState.UNREACHABLE, started=False)

    def cut_the_line_amid_the_data(self) -> None:
        self._break("printer.lost", PrinterState.NO_ANSWER, started=True)

    def make_it_hang(self) -> None:
        self._break("printer.timeout", PrinterState.NO_ANSWER, started=True)

    def take_the_paper_out(self) -> None:
        self.printer.state = PrinterState.PAPER_OUT

    def put_all_right(self) -> None:
        self.printer.failure, self.printer.state = None, PrinterState.READY

    def _break(self, code: str, state: PrinterState, *, started: bool) -> None:
        self.printer.failure, self.printer.state = PrinterFailed(code, started=started), state


class NetworkWorld:
    def __init__(self, virtual: VirtualPrinter, out: Path, language: str) -> None:
        self.printer = printer_at(virtual.port, language, timeout=0.5)
        self._virtual = virtual
        self._out = out

    def printed(self) -> list[Bitmap]:
        return printed(self._out)

    def unplug(self) -> None:
        self._virtual.stop()

    def cut_the_line_amid_the_data(self) -> None:
        self._order("drop")

    def make_it_hang(self) -> None:
        self._order("hang")

    def take_the_paper_out(self) -> None:
        self._order("paper_out")

    def put_all_right(self) -> None:
        self._order("none")

    def _order(self, fault: str) -> None:
        (self._out / "fault").write_text(fault, "utf-8")


class TestFakePrinter(PrinterContract):
    @pytest.fixture
    def world(self) -> FakeWorld:
        return FakeWorld()


class TestNetworkPrinter(PrinterContract):
    @pytest.fixture(params=["zpl", "tspl", "escpos"])
    def world(self, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NetworkWorld]:
        with VirtualPrinter(tmp_path, language=request.param) as virtual:
            yield NetworkWorld(virtual, tmp_path, request.param)
