"""A scale on a real serial line beside the dock's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.adapters.scales.messages import generic_line, toledo_frame
from tests.adapters.scanners.lines import SerialCable
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_dock import KNOWN, begin, taken_in

SCALE = '\n[dock]\nprint_label = false\n\n[scale]\nkind = "{kind}"\ndevice = "{device}"\n'


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[SerialCable]:
    with SerialCable(tmp_path) as cable:
        yield cable


def connect(dock: Dock, cable: SerialCable, kind: str) -> None:
    config = dock.config / "station.toml"
    config.write_text(config.read_text("utf-8") + SCALE.format(kind=kind, device=cable.path), "utf-8")


def shows(dock: Dock, cable: SerialCable, message: bytes, text: str) -> None:
    """The scale tells this again and again, as scales do, until the screen shows it."""

    def told() -> bool:
        cable.send(message)
        return text in dock.said

    dock._qtbot.waitUntil(told, timeout=10_000)


@pytest.mark.parametrize(("kind", "message"), [("generic", generic_line), ("toledo", toledo_frame)])
def test_one_tap_takes_the_weight_that_lies_on_the_scale(
    dock: Dock, cable: SerialCable, kind: str, message: Callable[[int], bytes]
) -> None:
    connect(dock, cable, kind)
    begin(dock)
    taken_in(dock, KNOWN)
    shows(dock, cable, message(812), "0.812 kg")
    dock.scan("DSCMD-WEIGH")
    dock._qtbot.waitUntil(lambda: bool(dock.events("ParcelWeighed")), timeout=10_000)
    (body,) = dock.events("ParcelWeighed")
    assert (body["weight_g"], body["how"]) == (812, "scale")


def test_a_weight_that_still_moves_is_not_taken(dock: Dock, cable: SerialCable) -> None:
    connect(dock, cable, "generic")
    begin(dock)
    taken_in(dock, KNOWN)
    shows(dock, cable, generic_line(812, stable=False), "0.812 kg …")
    dock.press(Qt.Key.Key_F2)
    assert "come to rest" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.events("ParcelWeighed") == []


def test_a_scale_pulled_out_is_said_the_weight_is_typed_and_it_is_found_again(dock: Dock, cable: SerialCable) -> None:
    connect(dock, cable, "generic")
    begin(dock)
    taken_in(dock, KNOWN)
    shows(dock, cable, generic_line(500), "0.500 kg")
    cable.unplug()
    dock.until(lambda sight: sight.banner == "reject" and "scale" in sight.said)
    dock.press(Qt.Key.Key_F2)
    dock.until(lambda sight: sight.asking == "weight")
    dock.scan("DSCMD-BACK")
    cable.plug_in()
    dock.until(lambda sight: sight.asking == "")
    dock._qtbot.waitUntil(lambda: not dock.window.scale._retry.isActive(), timeout=10_000)
    shows(dock, cable, generic_line(730), "0.730 kg")


def test_an_open_parcel_is_weighed_by_the_scale_too(dock: Dock, cable: SerialCable) -> None:
    connect(dock, cable, "generic")
    dock.begin()
    dock.open_parcel()
    dock.press(Qt.Key.Key_F2)
    dock.reach("weighing")
    shows(dock, cable, generic_line(812, stable=False), "still moves")
    dock.press(Qt.Key.Key_Return)
    assert "come to rest" in dock.until(lambda sight: sight.banner == "reject").said
    shows(dock, cable, generic_line(790), "at rest")
    dock.tap("Keep this weight")
    dock.reach("receive")
    assert [(body["weight_g"], body["how"]) for body in dock.events("ParcelWeighed")] == [(790, "scale")]


def test_weighing_an_open_parcel_can_be_left(dock: Dock) -> None:
    dock.begin()
    dock.open_parcel()
    dock.tap("Weigh")
    dock.reach("weighing")
    dock.press(Qt.Key.Key_5)
    dock.press(Qt.Key.Key_Backspace)
    dock.press(Qt.Key.Key_Backspace)
    dock.reach("receive")
    assert dock.events("ParcelWeighed") == []
