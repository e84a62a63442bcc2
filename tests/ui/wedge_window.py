"""A window of its own process that prints what its wedge and its widgets hear, for keys of a real X server.

With the word ``raw`` it also prints, before each scan, its keys by place and as Qt's text.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dockstation.ui.wedge import Keystrokes, Wedge
from tests.ui.display import Display

SECONDS = 20


def tell(what: str, value: object = "") -> None:
    print(what, ascii(value), flush=True)


def tell_raw(keystrokes: Keystrokes) -> None:
    tell("raw", (keystrokes.positions, keystrokes.texts, keystrokes.end))


def main() -> None:
    app = QApplication([])
    window, field, button = QWidget(), QLineEdit(), QPushButton("Danger")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    wedge = Wedge(app)
    if "raw" in sys.argv:
        wedge.raw.connect(tell_raw)
    wedge.scanned.connect(lambda text: tell("scanned", text))
    wedge.key.connect(lambda key: tell("key", key))
    wedge.key.connect(lambda key: field.setFocus() if key == Qt.Key.Key_F2.value else None)
    field.textChanged.connect(lambda text: tell("text", text))
    button.clicked.connect(lambda: tell("clicked"))
    window.show()
    window.activateWindow()
    button.setFocus()
    QTimer.singleShot(0, lambda: tell("window", int(window.winId())))
    app.exec()


class WedgeWindow:
    """That process, with the keyboard of its display, seen from outside."""

    def __init__(self, display: Display, process: subprocess.Popen[str]) -> None:
        self._display, self._process = display, process
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        display.keyboard("windowfocus", "--sync", self.next().split()[1])

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.strip())

    def next(self, seconds: float = SECONDS) -> str:
        """What it says next; ``queue.Empty`` when it says nothing for so long."""
        return self._lines.get(timeout=seconds)

    def scan(self, codes: Sequence[str], words: Callable[[str], list[str]], per_second: float = 20) -> float:
        """Send every code in ``words`` for xdotool, at this pace; how many seconds it took."""
        began = time.monotonic()
        for number, code in enumerate(codes):
            time.sleep(max(0.0, began + number / per_second - time.monotonic()))
            self._display.keyboard(*words(code))
        return time.monotonic() - began

    def heard(self, count: int, seconds: float = SECONDS) -> tuple[list[str], list[Keystrokes]]:
        """The next scans, and where it was asked for them their keys; fewer when it says nothing for so long."""
        scans: list[str] = []
        keystrokes: list[Keystrokes] = []
        while len(scans) < count:
            try:
                what, _, value = self.next(seconds).partition(" ")
            except Empty:
                break
            if what == "raw":
                keystrokes.append(Keystrokes(*ast.literal_eval(value)))
            elif what == "scanned":
                scans.append(ast.literal_eval(value))
        return scans, keystrokes

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def wedge_window(display: Display, *words: str) -> Iterator[WedgeWindow]:
    command = [sys.executable, "-m", "tests.ui.wedge_window", *words]
    process = subprocess.Popen(command, env=display.environment, stdout=subprocess.PIPE, text=True)
    window = WedgeWindow(display, process)
    try:
        yield window
    finally:
        window.stop()


if __name__ == "__main__":
    main()
