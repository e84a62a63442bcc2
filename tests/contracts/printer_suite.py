"""What every printer does, however its labels come out."""

from __future__ import annotations

from typing import Protocol

import pytest

from dockstation.application.ports.printer import Printer, PrinterFailed, PrinterState
from dockstation.domain.label import Bitmap

CHEQUERED = Bitmap(24, 3, 203, bytes.fromhex("aaaaa0 555550 f0f0f0"))
BLANK = Bitmap(16, 2, 203, bytes(4))


class World(Protocol):
    """A printer, the labels that lie in its tray, and hands that disturb it."""

    @property
    def printer(self) -> Printer: ...
    def printed(self) -> list[Bitmap]: ...
    def unplug(self) -> None: ...
    def cut_the_line_amid_the_data(self) -> None: ...
    def make_it_hang(self) -> None: ...
    def take_the_paper_out(self) -> None: ...
    def put_all_right(self) -> None: ...


class PrinterContract:
    """Subclasses give the fixture ``world``."""

    @pytest.mark.parametrize("bitmap", [CHEQUERED, BLANK], ids=["chequered", "blank"])
    def test_what_comes_out_is_the_bitmap_dot_for_dot_and_once(self, world: World, bitmap: Bitmap) -> None:
        world.printer.send(world.printer.encode(bitmap))
        assert world.printed() == [bitmap]

    def test_the_same_bytes_sent_again_are_another_label(self, world: World) -> None:
        data = world.printer.encode(CHEQUERED)
        world.printer.send(data)
        world.printer.send(data)
        assert world.printed() == [CHEQUERED, CHEQUERED]

    def test_a_bitmap_is_always_encoded_in_the_same_bytes(self, world: World) -> None:
        assert world.printer.encode(CHEQUERED) == world.printer.encode(CHEQUERED)

    def test_a_printer_in_order_says_ready_and_prints_nothing_for_being_asked(self, world: World) -> None:
        assert world.printer.status() is PrinterState.READY
        assert world.printed() == []

    def test_without_a_printer_nothing_has_started(self, world: World) -> None:
        world.unplug()
        assert self._failure(world) == ("printer.unreachable", False)
        assert world.printer.status() is PrinterState.UNREACHABLE

    def test_a_line_cut_amid_the_data_leaves_doubt(self, world: World) -> None:
        world.cut_the_line_amid_the_data()
        assert self._failure(world) == ("printer.lost", True)

    def test_a_printer_that_hangs_leaves_doubt_and_is_not_called_offline(self, world: World) -> None:
        world.make_it_hang()
        assert self._failure(world) == ("printer.timeout", True)
        assert world.printer.status() is PrinterState.NO_ANSWER

    def test_a_printer_without_paper_says_so(self, world: World) -> None:
        world.take_the_paper_out()
        assert world.printer.status() is PrinterState.PAPER_OUT

    def test_a_printer_put_right_prints_again(self, world: World) -> None:
        world.cut_the_line_amid_the_data()
        assert self._failure(world) == ("printer.lost", True)
        world.put_all_right()
        world.printer.send(world.printer.encode(BLANK))
        assert world.printed() == [BLANK]

    def _failure(self, world: World) -> tuple[str, bool]:
        with pytest.raises(PrinterFailed) as failed:
            world.printer.send(world.printer.encode(CHEQUERED))
        assert world.printed() == []
        return failed.value.code, failed.value.started
