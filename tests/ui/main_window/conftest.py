"""A station to work at, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.settings import shipped
from dockstation.ui import theme
from tests.fakes.returns import a_return
from tests.ui.main_window.dock import Dock, fill, several


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a station that expects returns, made once."""
    folder = tmp_path_factory.mktemp("filled")
    fill(folder, a_return(), *several(80))
    return folder


@pytest.fixture
def dock(tmp_path: Path, qapp: QApplication, qtbot: QtBot, filled: Path) -> Iterator[Dock]:
    dock = Dock(tmp_path / "dock", qapp, qtbot, filled)
    yield dock
    dock.close()
    if theme.tokens() is not theme.LIGHT:  # to dress it anew takes a tenth of a second
        theme.apply(qapp, "light", shipped("resources"))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A folder as a camera: one grey picture."""
    folder = tmp_path / "film"
    folder.mkdir()
    picture = QImage(640, 360, QImage.Format.Format_RGB888)
    picture.fill(QColor("#7d7260"))
    picture.save(str(folder / "1.png"))
    return folder


@pytest.fixture
def printer(tmp_path: Path, dock: Dock) -> Iterator[VirtualPrinter]:
    with VirtualPrinter(tmp_path / "printer") as printer:
        dock.set_printer(printer.port)
        yield printer


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    """Where the printer's labels lie, and the file that orders its faults."""
    folder = tmp_path / "printer"
    folder.mkdir(exist_ok=True)
    return folder
