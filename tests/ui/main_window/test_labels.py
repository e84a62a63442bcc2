"""The label is printed once, whatever the printer does, and the screen says what is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.application.ports.store import PrintState
from dockstation.demo.virtual_printer import VirtualPrinter
from tests.ui.main_window.dock import Dock

SHORT = 0.6


@pytest.fixture
def inspecting(dock: Dock, film: Path) -> Dock:
    """A camera for the checklist's photo."""
    dock.configure(camera=film)
    return dock


def labels(tray: Path) -> int:
    return len(list(tray.glob("label-*.png")))


def begin(dock: Dock) -> None:
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)


def state(wanted: PrintState) -> Callable[[object], bool]:
    return lambda sight: getattr(sight, "print_state", None) is wanted


def test_confirming_again_and_again_while_the_label_is_sent_prints_it_once(
    inspecting: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    (tray / "fault").write_text("paper_out")
    begin(inspecting)
    inspecting.decide()
    inspecting._qtbot.waitUntil(lambda: "Sending to the printer" in inspecting.said)
    for _ in range(3):
        inspecting.press(Qt.Key.Key_Return)
        inspecting.press(Qt.Key.Key_Space)
    (tray / "fault").unlink()
    inspecting.until(state(PrintState.SENT))
    assert (labels(tray), len(inspecting.events("LabelQueued"))) == (1, 1)
    lpn = inspecting.sight.lpn
    inspecting.scan(lpn)
    inspecting.until(state(PrintState.CONFIRMED))
    codes = json.loads((tray / "printer.jsonl").read_text("utf-8"))["codes"]
    assert lpn in {code["text"] for code in codes}


def test_a_printer_that_is_away_is_said_and_the_label_comes_when_it_is_back(inspecting: Dock, tray: Path) -> None:
    with VirtualPrinter(tray) as printer:
        port = printer.port
    inspecting.set_printer(port)
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.FAILED))
    assert inspecting.sight.banner == "reject"
    assert "The label was not printed" in inspecting.said
    with VirtualPrinter(tray, port):
        inspecting.press(Qt.Key.Key_Return)
        assert inspecting.until(state(PrintState.SENT)).banner == "accept"
        assert labels(tray) == 1


def test_another_copy_of_a_label_in_hand_comes_with_its_reason_and_a_copy_mark(
    inspecting: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    begin(inspecting)
    inspecting.decide()
    inspecting.scan(inspecting.until(state(PrintState.SENT)).lpn)
    inspecting.until(state(PrintState.CONFIRMED))
    inspecting.scan("DSCMD-PRINT")
    inspecting.reach("overruling")
    inspecting.press(Qt.Key.Key_Escape)
    inspecting.reach("decision")
    inspecting.scan("DSCMD-PRINT")
    inspecting.reach("overruling")
    inspecting.tap("It is lost")
    inspecting.until(lambda sight: sight.stage == "decision" and sight.print_state is PrintState.SENT)
    assert labels(tray) == 2
    assert [(each["copy"], each["reason"]) for each in inspecting.events("LabelSent")] == [(0, ""), (1, "lost")]


@pytest.mark.parametrize("fault", ["hang", "drop"])
def test_a_printer_that_hangs_or_drops_holds_nobody_up_and_prints_nothing_by_itself(
    inspecting: Dock, printer: VirtualPrinter, tray: Path, fault: str
) -> None:
    inspecting.set_printer(printer.port, SHORT)
    begin(inspecting)
    (tray / "fault").write_text(fault)
    inspecting.decide()
    inspecting.press(Qt.Key.Key_F12)
    inspecting.press(Qt.Key.Key_F12)
    inspecting.until(state(PrintState.UNKNOWN))
    assert "Did the label come out?" in inspecting.said
    assert inspecting.sight.banner == "reject"
    (tray / "fault").unlink()
    inspecting.settle()
    assert (labels(tray), len(inspecting.events("LabelQueued"))) == (0, 1)
    inspecting.tap("print again")
    inspecting.until(state(PrintState.SENT))
    assert labels(tray) == 1


def test_work_goes_on_elsewhere_while_the_printer_is_dead(inspecting: Dock) -> None:
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.FAILED))
    inspecting.tap("Pause")
    inspecting.reach("home")
    inspecting.scan("DSRMA-R26120003")
    inspecting.reach("receive")


def test_put_away_by_the_bins_code_typed_when_its_label_is_torn(inspecting: Dock, printer: VirtualPrinter) -> None:
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.SENT))
    inspecting.tap("The label is on the item")
    bins = inspecting.until(state(PrintState.CONFIRMED)).bins
    inspecting.tap("Type the bin's code")
    inspecting.window.pages.typing._field.setText(f"DSBIN-{bins[0]}")
    inspecting.tap("OK")
    inspecting.reach("receive")
    assert inspecting.events("UnitPutAway")[0]["container"] == bins[0]
