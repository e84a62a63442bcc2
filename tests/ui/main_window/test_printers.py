"""Setting printers up in the window, with virtual printers behind real sockets."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.application.print_queue import Which
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from dockstation.settings import ConfigFolders, load_printers, load_station
from dockstation.ui.main_window.window import MainWindow
from tests.labels.samples import image, lines, printed
from tests.ui.main_window.dock import Dock

COMMENT = "# Ours: ask Wang before changing it\n"


class Somewhere:
    """A finder with one printer on USB, and a network that is quiet, or away."""

    def __init__(self, *there: FoundPrinter, network: bool = True) -> None:
        self.there, self.network = there, network
        self.stopped = Event()

    def attached(self) -> tuple[FoundPrinter, ...]:
        return self.there

    def on_network(self, stop: Event) -> tuple[FoundPrinter, ...]:
        if not self.network:
            raise DockstationError("printer.no_network")
        if self.there and stop.wait(60):
            self.stopped.set()
        return ()


def printers(dock: Dock, finder: Somewhere | None = None, *, by_code: bool = False) -> MainWindow:
    """The page, by its keys or its code from home."""
    dock.govern()
    window = dock.begin("BOSS")
    assert window.desk.use_cases is not None
    window.desk.use_cases.set_printers_up._finder = finder or Somewhere()
    if by_code:
        dock.scan("DSCMD-PRINTERS")
    else:
        dock.press(Qt.Key.Key_F2)
        dock.reach("labels")
        dock.press(Qt.Key.Key_F7)
    dock.reach("printers")
    return window


def enter(dock: Dock, text: str) -> None:
    """What a keyboard types on the page of a value."""
    dock.reach("printer_entry")
    dock.window.flow.printers.entry.screen._field.setText(text)
    dock.tap("OK")


def wait(dock: Dock, tray: Path, labels: int) -> None:
    dock._qtbot.waitUntil(lambda: len(lines(tray)) == labels, timeout=10_000)
    dock.settle()


def in_file(dock: Dock, name: str) -> dict[str, object]:
    settings = load_printers(ConfigFolders(dock.config))[name]
    return {key: getattr(settings, key) for key in settings.__slots__}


def test_a_printer_is_added_by_its_address_and_prints_a_test_label_at_once(dock: Dock, tray: Path) -> None:
    file = dock.config / "printers.toml"
    file.write_text(COMMENT + file.read_text("utf-8"), "utf-8")
    with VirtualPrinter(tray, language="tspl") as virtual:
        printers(dock)
        dock.tap("Find or add")
        dock.until(lambda sight: sight.stage == "printer_question" and "No printer has announced" in dock.said)
        dock.press(Qt.Key.Key_1)
        enter(dock, "not an address!")
        assert "is no address" in dock.until(lambda sight: sight.banner == "reject").said
        enter(dock, f"127.0.0.1:{virtual.port}")
        dock.reach("printer_question")
        dock.tap("TSPL")
        dock.scan("DSCMD-1")
        enter(dock, "bench")
        dock.reach("printers")
        assert "bench" in dock.said
        dock.press(Qt.Key.Key_Return)
        wait(dock, tray, 1)
    assert {each["text"] for each in lines(tray)[0]["codes"]} == {"TEST00000"}
    assert file.read_text("utf-8").startswith(COMMENT)
    use_cases = dock.window.desk.use_cases
    assert use_cases is not None
    assert use_cases.print_queue.view(Which.ALL).printers == ("label", "bench")
    added = in_file(dock, "bench")
    assert (added["language"], added["dpi"], added["port"]) == ("tspl", 203, virtual.port)


def test_calibrating_writes_what_the_marks_say_once_and_the_next_label_moves_by_it(
    dock: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    dock.configure(cooldown=0)  # the same mark twice is two scans
    printers(dock)
    dock.press(Qt.Key.Key_9)
    dock.until(lambda sight: sight.stage == "printer_question")
    wait(dock, tray, 1)
    for code in ("DSCAL-X4", "DSCAL-Y7", "DSCAL-X4"):
        dock.scan(code)
        dock.settle()
    offsets = in_file(dock, "label")
    assert (offsets["offset_x_mm"], offsets["offset_y_mm"]) == (1, -2)
    dock.scan("DSBIN-1")
    assert "no mark of the calibration label" in dock.until(lambda sight: sight.banner == "reject").said
    dock.press(Qt.Key.Key_Escape)
    dock.press(Qt.Key.Key_1)
    wait(dock, tray, 2)
    first, second = printed(tray)
    right, down = round(1 * 203 / 25.4), round(2 * 203 / 25.4)
    assert edge(second, across=True) - edge(first, across=True) == right
    assert edge(first, across=False) - edge(second, across=False) == down


def edge(label: Bitmap, *, across: bool) -> int:
    """Dots from the left or the top to the frame."""
    picture = image(label)
    box = picture.point(lambda dot: 255 - dot).getbbox()
    assert box is not None
    return box[0 if across else 1]


def test_a_printer_that_was_found_is_added_by_enter_alone_and_nothing_is_looked_for_any_more(dock: Dock) -> None:
    zebra = FoundPrinter("Zebra 一号 ZD421", {"transport": "usb", "usb": "0a5f:0164", "language": "zpl", "dpi": 300})
    finder = Somewhere(zebra)
    printers(dock, finder)
    dock.scan("DSCMD-SEARCH")
    dock.until(lambda _sight: "0a5f:0164" in dock.said)
    assert "Looking on USB" in dock.said
    dock.press(Qt.Key.Key_2)
    assert finder.stopped.wait(10)
    for _ in range(3):
        dock.press(Qt.Key.Key_Return)
        dock.settle()
    assert dock.sight.stage == "printers"
    added = in_file(dock, "zebra-zd421")
    assert (added["transport"], added["usb"], added["language"], added["dpi"]) == ("usb", "0a5f:0164", "zpl", 300)


def test_without_a_network_this_is_said_and_the_address_is_still_a_way(dock: Dock) -> None:
    printers(dock, Somewhere(network=False), by_code=True)
    dock.press(Qt.Key.Key_F7)
    assert "no network to look for printers" in dock.until(lambda sight: sight.banner == "reject").said
    assert "By its address" in dock.said
    dock.press(Qt.Key.Key_Escape)
    dock.press(Qt.Key.Key_Escape)
    dock.reach("printers")


def test_an_address_that_was_corrected_counts_at_once_on_the_page_and_at_the_foot(dock: Dock, tray: Path) -> None:
    with VirtualPrinter(tray) as virtual:
        printers(dock)
        dock.until(lambda _sight: "label" in dock.said and "not reachable" in dock.said)
        dock.press(Qt.Key.Key_7)
        enter(dock, f"127.0.0.1:{virtual.port}")
        dock.reach("printers")
        dock._qtbot.waitUntil(lambda: "Printer ready" in dock.said, timeout=10_000)
        dock._qtbot.waitUntil(lambda: " ready " in dock.said, timeout=10_000)
        dock.press(Qt.Key.Key_Return)
        wait(dock, tray, 1)


def test_another_printer_with_small_labels_is_tried_with_a_label_that_goes_on_them(dock: Dock, tray: Path) -> None:
    with VirtualPrinter(tray) as virtual:
        printers(dock)
        file = dock.config / "printers.toml"
        roll = f'[roll]\nlanguage = "zpl"\ndpi = 203\nhost = "127.0.0.1"\nport = {virtual.port}\n'
        file.write_text(f"{file.read_text('utf-8')}\n{roll}width_mm = 50\nheight_mm = 30\n", "utf-8")
        dock.press(Qt.Key.Key_Escape)
        dock.reach("labels")
        dock.scan("DSCMD-PRINTERS")
        dock.reach("printers")
        dock.scan("DSCMD-NEXT", "DSCMD-PRINT")
        wait(dock, tray, 1)
    (label,) = printed(tray)
    assert (round(label.width / 203 * 25.4), round(label.height / 203 * 25.4)) == (50, 30)


def test_what_does_not_fit_is_refused_in_words_and_changes_nothing(dock: Dock) -> None:
    file = dock.config / "printers.toml"
    before = file.read_text("utf-8")
    printers(dock)
    dock.press(Qt.Key.Key_4)
    enter(dock, "31")
    assert "darkness must be 0–30" in dock.until(lambda sight: sight.banner == "reject").said
    assert file.read_text("utf-8") == before
    enter(dock, "12")
    dock.reach("printers")
    assert in_file(dock, "label")["darkness"] == 12


def test_which_layout_this_station_prints_is_chosen_and_said_to_count_later(dock: Dock) -> None:
    printers(dock)
    dock.press(Qt.Key.Key_8)
    dock.reach("printer_question")
    dock.tap("Disposition label")
    dock.tap("disposition_60x40")
    dock.reach("printers")
    assert "when the station starts again" in dock.sight.said
    assert load_station(ConfigFolders(dock.config)).labels.layout == "disposition_60x40"


def test_a_kind_of_label_gets_a_printer_of_its_own(dock: Dock) -> None:
    file = dock.config / "printers.toml"
    text = file.read_text("utf-8")
    file.write_text(text + "\n" + text.replace("[label]", "[big]"), "utf-8")
    printers(dock)
    dock.scan("DSCMD-NEXT")
    dock.settle()
    dock.press(Qt.Key.Key_8)
    dock.reach("printer_question")
    dock.tap("Parcel label")
    dock.tap("Print them on big")
    dock.reach("printers")
    assert load_station(ConfigFolders(dock.config)).labels.printers()["parcel"] == "big"


@pytest.mark.parametrize("way", ["F7", "DSCMD-PRINTERS"])
def test_an_inspector_is_told_that_this_is_not_for_them(dock: Dock, way: str) -> None:
    dock.begin("ANNA")
    dock.press(Qt.Key.Key_F2)
    dock.reach("labels")
    assert "Printers" not in dock.said
    if way == "F7":
        dock.press(Qt.Key.Key_F7)
    else:
        dock.scan(way)
    assert "may not do this as inspector" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.sight.stage == "labels"
