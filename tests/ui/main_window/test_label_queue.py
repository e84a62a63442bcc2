"""The queue of labels on the window: by touch, key and command code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.application.ports.printer import PrinterFailed
from dockstation.application.ports.store import PrintState
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain import lpn
from dockstation.domain.overruling import Change
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.application.desk import INSPECTOR, SIGNED, Desk
from tests.labels.samples import printed
from tests.ui.main_window.dock import NOBODY_LISTENS, Dock
from tests.ui.main_window.test_labels import begin, labels, state

UNREACHABLE = PrinterFailed("printer.unreachable", started=False)


@pytest.fixture
def inspecting(dock: Dock, film: Path) -> Dock:
    dock.configure(camera=film)
    return dock


def sent(dock: Dock, failure: PrinterFailed | None = None, *, overridden: bool = False) -> str:
    """A decided unit whose label was sent with this failure, and perhaps its decision overridden after that."""
    desk = Desk(dock.data, load_policy(ConfigFolders(dock.config)))
    plate, desk.printer.failure = desk.decided(), failure
    desk.print_label.send(desk.print_label.queue(plate, INSPECTOR).job_id, INSPECTOR)
    if overridden:
        desk.override(plate, Change(disposition="scrap"), "safety", SIGNED, INSPECTOR)
    desk.store.close()
    dock.begin()
    queue(dock)
    return plate


def queue(dock: Dock) -> None:
    """From home, by its key."""
    dock.tap("Pause")
    dock.reach("home")
    dock.press(Qt.Key.Key_F2)
    dock.reach("labels")


def test_a_sent_label_is_printed_again_as_a_copy_with_a_reason(
    inspecting: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.SENT))
    queue(inspecting)
    inspecting.scan("DSCMD-PRINT")
    assert labels(tray) == 1
    inspecting.press(Qt.Key.Key_2)
    inspecting._qtbot.waitUntil(lambda: labels(tray) == 2, timeout=10_000)
    inspecting.settle()
    sent = inspecting.events("LabelSent")
    assert [(body["copy"], body["reason"]) for body in sent] == [(0, ""), (1, "damaged")]
    assert sent[1]["original"] == sent[0]["job_id"]
    first, again = printed(tray)
    assert first != again
    inspecting.press(Qt.Key.Key_Escape)
    inspecting.reach("home")


def test_a_voided_label_is_struck_through_and_voided_once(
    inspecting: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.SENT))
    queue(inspecting)
    inspecting.tap("Void it")
    inspecting.press(Qt.Key.Key_1)
    inspecting._qtbot.waitUntil(lambda: labels(tray) == 2, timeout=10_000)
    inspecting.settle()
    assert [body["state"] for body in inspecting.events("LabelVoided")] == ["voided"]
    inspecting.press(Qt.Key.Key_F9)
    inspecting.settle()
    assert len(inspecting.events("LabelVoided")) == 1


def test_a_label_in_doubt_is_settled_by_scanning_it(dock: Dock) -> None:
    plate = sent(dock, PrinterFailed("printer.lost", started=True))
    assert "If it lies there, scan it" in dock.said
    dock.scan(lpn.make("K7M", 77))
    dock.settle()
    assert dock.events("LabelConfirmed") == []
    dock.press(Qt.Key.Key_Escape)
    dock.scan(plate)
    dock.settle()
    assert [body["lpn"] for body in dock.events("LabelConfirmed")] == [plate]
    assert f"{plate}  ·  label in hand" in dock.said
    assert "No label of this kind is here" in dock.said


def test_nothing_more_can_be_done_with_a_label_whose_decision_was_overridden(dock: Dock, tray: Path) -> None:
    plate = sent(dock, UNREACHABLE, overridden=True)
    assert "label out of date" in dock.said
    assert not any(word in dock.said for word in ("Print it now", "Print a copy", "Void it"))
    before = dock.events()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_1):
        dock.press(key)
    dock.scan(plate, "DSCMD-PRINT", "DSCMD-VOID", "DSCMD-MOVE")
    dock.settle()
    assert (dock.events(), labels(tray)) == (before, 0)


def test_a_label_that_a_dead_printer_keeps_moves_to_another_one(dock: Dock, tray: Path) -> None:
    with VirtualPrinter(tray) as spare:
        file = dock.config / "printers.toml"
        label = file.read_text("utf-8")
        other = label.replace("[label]", "[spare]").replace(f"port = {NOBODY_LISTENS}", f"port = {spare.port}")
        file.write_text(label + other, "utf-8")
        sent(dock, UNREACHABLE)
        dock.press(Qt.Key.Key_F10)
        assert "Which printer shall print it?" in dock.said
        dock.press(Qt.Key.Key_1)
        dock._qtbot.waitUntil(lambda: labels(tray) == 1, timeout=10_000)
        dock.settle()
    assert [body["printer"] for body in dock.events("LabelSent")] == ["spare"]


def test_what_has_waited_long_is_sent_only_when_a_person_says_so(dock: Dock, printer: VirtualPrinter) -> None:
    plate = sent(dock, UNREACHABLE)
    dock.window.desk.printer_asked.emit()
    dock._qtbot.waitUntil(lambda: "Labels that waited long" in dock.said, timeout=10_000)
    assert "It has waited long" in dock.said
    assert dock.events("LabelSent") == []
    dock.press(Qt.Key.Key_Return)
    dock.settle()
    assert [body["lpn"] for body in dock.events("LabelSent")] == [plate]


def test_the_printer_in_the_strip_leads_to_the_queue_and_a_held_label_goes_out_by_itself(
    inspecting: Dock, tray: Path
) -> None:
    with VirtualPrinter(tray) as virtual:
        port = virtual.port
    inspecting.set_printer(port)
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.FAILED))
    inspecting.press(Qt.Key.Key_Escape)
    fact = inspecting.window._strip._printer
    inspecting._qtbot.waitUntil(fact.isVisible, timeout=10_000)
    inspecting._qtbot.mouseClick(fact, Qt.MouseButton.LeftButton)
    inspecting.reach("labels")
    with VirtualPrinter(tray, port):
        inspecting.window.desk.printer_asked.emit()
        inspecting._qtbot.waitUntil(lambda: labels(tray) == 1, timeout=10_000)
        inspecting.settle()
    assert [body["copy"] for body in inspecting.events("LabelSent")] == [0]


def test_where_labels_are_verified_only_the_fresh_label_itself_lets_the_work_go_on(
    inspecting: Dock, printer: VirtualPrinter
) -> None:
    file = inspecting.config / "station.toml"
    file.write_text(file.read_text("utf-8").replace("[labels]", '[labels]\nverify = ["disposition"]'), "utf-8")
    begin(inspecting)
    inspecting.decide()
    inspecting.until(state(PrintState.SENT))
    inspecting.press(Qt.Key.Key_Return)
    inspecting.settle()
    assert inspecting.sight.print_state is PrintState.SENT
    inspecting.scan(f"DSBIN-{inspecting.sight.bins[0]}")
    inspecting.settle()
    assert "Scan the fresh label" in inspecting.said
    inspecting.press(Qt.Key.Key_Escape)
    inspecting.scan(lpn.make("K7M", 77))
    inspecting.settle()
    assert inspecting.sight.print_state is PrintState.SENT
    assert f"{lpn.make('K7M', 77)} is the label of another item" in inspecting.said
    inspecting.press(Qt.Key.Key_Escape)
    plate, container = inspecting.sight.lpn, inspecting.sight.bins[0]
    inspecting.tap("Type the label's code")
    inspecting.reach("typing")
    inspecting.scan(plate)
    inspecting.until(state(PrintState.CONFIRMED))
    inspecting.scan(f"DSBIN-{container}")
    inspecting.reach("receive")
