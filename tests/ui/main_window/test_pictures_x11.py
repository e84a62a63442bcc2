"""A picture dragged from another program onto the station, with a real mouse on a real X server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ui.display import Display
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.pictures import label_picture
from tests.ui.main_window.test_station_x11 import Process

FILE_MANAGER = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class Icon(QLabel):
    def mousePressEvent(self, event):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


app = QApplication([])
icon = Icon("label.png")
icon.setWindowTitle("file manager")
icon.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)
icon.setGeometry(1100, 600, 120, 60)
icon.show()
app.exec()
"""


@contextmanager
def file_manager(display: Display, picture: Path) -> Iterator[None]:
    """Another program, with the picture under its mouse."""
    program = subprocess.Popen([sys.executable, "-c", FILE_MANAGER, str(picture)], env=display.environment)
    try:
        display.keyboard("search", "--sync", "--onlyvisible", "--name", "^file manager$")
        yield
    finally:
        program.kill()
        program.wait(20)


def drag(display: Display) -> None:
    """From the file manager to the middle of the window, as a hand does it: not in one leap."""
    display.keyboard("mousemove", "1160", "630", "mousedown", "1")
    for x in range(1100, 600, -50):
        display.keyboard("mousemove", "--sync", str(x), "400")
    display.keyboard("mouseup", "1")


def test_a_label_dragged_from_another_program_opens_its_parcel(dock: Dock, display: Display, tmp_path: Path) -> None:
    picture = label_picture(tmp_path / "label.png")
    station = Process(dock, display)
    try:
        with file_manager(display, picture):
            station.show()
            drag(display)
            dock._qtbot.waitUntil(lambda: bool(dock.events("ParcelOpened")), timeout=20_000)
    finally:
        station.kill()
