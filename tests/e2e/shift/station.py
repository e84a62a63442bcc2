"""The station's real process, which besides tells whoever asks what stands on its screen, and where.

``python -m tests.e2e.shift.station FOLDER`` works with ``FOLDER/data`` and ``FOLDER/config``, nobody signed in; the
answers go through ``FOLDER/eyes``. The station itself has no such way out: it would show what a PIN covers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Client
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from dockstation.bootstrap import Place, locked, station_parts
from dockstation.bootstrap.recording import open_recorder
from dockstation.diagnosis.ends import Ends
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.station import Watch, run
from dockstation.ui.main_window.window import MainWindow
from dockstation.ui.widgets import BigButton, TextLabel
from dockstation.ui.widgets.unit_clock import UnitClock
from tests.e2e.shift.seeing import SOCKET, Seen, Target

LOOK_MS, PATIENCE_LOOKS = 10, 5
Answers = Mapping[str, Callable[[], object]]


class Teller(QObject):
    """Answers to ``look`` once the window rests, and later while it shows what it showed before."""

    def __init__(self, hands: Hands, folder: Path, answers: Answers) -> None:
        self._window: MainWindow = hands._window
        super().__init__(self._window)
        self._hands, self._answers = hands, answers
        self._line = Client(str(folder / SOCKET), "AF_UNIX")
        self._told: Seen | None = None
        self._looks = 0
        self._again = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._again.timeout.connect(self._look)
        self._heard = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._asked)

    def _asked(self) -> None:
        try:
            word = self._line.recv()
        except EOFError:
            self._heard.setEnabled(False)
            self._window.close()
            return
        if word == "look":
            self._looks = 0
            self._again.start()
        else:
            self._line.send(self._answers[word]())

    def _look(self) -> None:
        self._looks += 1
        window = self._window
        resting = not (window.desk.busy or window.intake._waiting)
        if not resting or ((seen := self._seen()) == self._told and self._looks < PATIENCE_LOOKS):
            self._again.start()
        else:
            self._told = seen
            self._line.send(seen)

    def _seen(self) -> Seen:
        window, operator = self._window, self._window.desk.operator
        page = window.pages.currentWidget() or window
        labels = [
            each for each in page.findChildren(TextLabel) if each.isVisible() and not isinstance(each, UnitClock)
        ]
        marked = [
            each.text() for each in page.findChildren(BigButton) if each.isVisible() and each.property("marked")
        ]
        said = "\n".join(label.text() for label in labels)
        badge = operator.badge if operator else ""
        return Seen(self._hands.look(), said, tuple(marked), badge, tuple(_targets(window)))


def _targets(window: QWidget) -> Iterator[Target]:
    """What a finger can reach: it is there, it is enabled, and nothing lies over its middle."""
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.isEnabled() and (isinstance(each, QAbstractButton) or hasattr(each, "tapped")):
            middle = each.rect().center()
            over = window.childAt(each.mapTo(window, middle))
            if over is each or (over is not None and each.isAncestorOf(over)):
                yield _target(each, each.mapToGlobal(middle))


def _target(widget: QWidget, place: QPoint) -> Target:
    labels = [label.text() for label in widget.findChildren(TextLabel)]
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    key = widget.key if isinstance(widget, BigButton) else ""
    return Target(text or " ".join(labels), key, place.x(), place.y())


def main(folder: Path, answers: Callable[[MainWindow], Answers] = lambda _window: {}) -> int:
    """Open the station in ``folder``; ``answers`` are further words and what is told to them."""

    def drive(hands: Hands) -> None:
        Teller(hands, folder, answers(hands._window))

    with locked(Place(folder / "data", ConfigFolders(folder / "config"))) as here:
        parts = station_parts(here, camera=True, badge="")
        recorder, ends = open_recorder(here.data, parts.settings), Ends(here.data)
        recorder.start()
        watch = Watch(recorder, ends, ends.begin(recorder.reports))
        try:
            return run(parts, drive=drive, watch=watch)
        finally:
            recorder.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
