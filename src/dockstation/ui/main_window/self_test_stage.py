"""The scanner self-test: while it runs every scan is its own, and nothing reaches the work."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.scanner import KEYBOARD
from dockstation.domain.self_test import Heard, SelfTest, TestedScanner, is_start
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.self_test_tools import SelfTestTools
from dockstation.ui.screens.self_test import SelfTestScreen, SelfTestView

if TYPE_CHECKING:
    from dockstation.labels.test_page import ScannerPaper

CONFIRM_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class Keys(Protocol):
    """What the wedge tells of a scan before it is read: ui.wedge.Keystrokes."""

    @property
    def positions(self) -> str: ...
    @property
    def texts(self) -> str: ...
    @property
    def end(self) -> str: ...


class SelfTestStage(QObject):
    """Begins by the start code of the page or by a button, ends with a result that is kept. Nobody need be signed in.

    ``tools`` are None until the station has come up.
    """

    shown = Signal()
    left = Signal()
    learned = Signal(object)
    """The ScannerProfile by which a scanner is to be read from now on."""

    def __init__(self, desk: Desk, screen: SelfTestScreen, folder: Path | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.tools: SelfTestTools | None = None
        self.running = False
        self._folder = folder
        self._test = SelfTest()
        self._paper: ScannerPaper | None = None
        self._tested: TestedScanner | None = None
        self._keys: Keys | None = None
        self._early: list[Heard] = []
        self._ending = False
        screen.unread_asked.connect(self._skip)
        screen.done_asked.connect(self._end)
        screen.left.connect(self.leave)
        screen.page_asked.connect(self._save_page)
        screen.report_asked.connect(self._save_report)

    def note(self, keys: Keys) -> None:
        """How the keys of the scan came that is announced next."""
        self._keys = keys

    def takes(self, text: str, device: str = KEYBOARD) -> bool:
        """Whether this scan is the test's own: every one while it runs, else the start code of the page."""
        keys, self._keys = self._keys, None
        heard = Heard(device, text)
        if keys is not None and device == KEYBOARD:
            heard = Heard(device, text, keys.positions, keys.texts, keys.end)
        if not self.running:
            if not is_start(heard):
                return False
            self.begin()
        if self.running:
            self._hear(heard)
        return True

    def begin(self) -> None:
        """A fresh test of whatever scanner sends the first code; refused while work is under way."""
        if self.tools is None or self._desk.busy:
            self._desk.reject(DockstationError("self_test.busy"))
            return
        self.running, self._ending = True, False
        self._test, self._tested = SelfTest(), None
        self._desk.banner.acknowledge()
        if self._paper is None:
            self._desk.background.run("store", self.tools.open_paper, self._opened, self._not_opened)
        else:
            self._show()

    def _opened(self, paper: ScannerPaper) -> None:
        self._paper = paper
        early, self._early = self._early, []
        if self.running:
            self._show()
            for heard in early:
                self._hear(heard)

    def _not_opened(self, error: BaseException) -> None:
        self._early.clear()
        self.running = False
        self._desk.reject(error)

    def _hear(self, heard: Heard) -> None:
        if self._paper is None:
            self._early.append(heard)
            return
        if self._tested is not None:
            if not is_start(heard):
                self._desk.ask(QCoreApplication.translate("SelfTestStage", "Close the result to go on working."))
                return
            self._test, self._tested = SelfTest(), None
        if self._ending:
            return
        try:
            self._test = self._test.hear(heard)
        except DockstationError as error:
            self._desk.reject(error)
            return
        self._heard()

    def _heard(self) -> None:
        code = self._test.seen[-1].code
        self._desk.banner.acknowledge()
        text = QCoreApplication.translate("SelfTestStage", "Code {0} read: {1}")
        self._desk.accept(text.format(code.number, code.name))
        self._go_on()

    def _go_on(self) -> None:
        if self._test.current is None:
            self._end()
        self._show()

    def _show(self) -> None:
        if self._paper is None:
            return
        test, current = self._test, self._test.current
        picture = self._paper.picture(current) if current and self._tested is None else None
        view = SelfTestView(
            self._paper.fixes, test.device, current, picture, test.read, test.unread, self._tested
        )  # fmt: skip
        self.screen.show_self_test(view, self._desk.language)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again, in the present language."""
        if self.running:
            self._show()

    def _skip(self) -> None:
        if self.running and self._tested is None and not self._ending:
            self._desk.banner.acknowledge()
            self._test = self._test.skip()
            self._go_on()

    def _end(self) -> None:
        tools, operator = self.tools, self._desk.operator
        if tools is None or not self._test.seen or self._ending or self._tested is not None:
            return
        self._ending = True
        verdict, by = self._test.verdict(), operator.badge if operator else ""
        self._desk.background.run("store", lambda: tools.keep(verdict, by), self._kept, self._not_kept)

    def _kept(self, tested: TestedScanner) -> None:
        self._ending = False
        self.learned.emit(tested.profile)
        if not self.running:
            return
        self._tested = tested
        self._desk.banner.acknowledge()
        self._desk.accept(
            QCoreApplication.translate("SelfTestStage", "The station has learned how this scanner sends.")
        )
        self._show()

    def _not_kept(self, error: BaseException) -> None:
        self._ending = False
        self._desk.reject(error)

    def leave(self) -> None:
        """Back to the work; a test that has not ended leaves no trace."""
        if self.running and not self._ending:
            self.running = False
            self._early.clear()
            self._desk.banner.acknowledge()
            self.left.emit()

    def key(self, key: int) -> None:
        """A single key that was no scan."""
        if key == Qt.Key.Key_Escape:
            if self._desk.banner.kind == "reject":
                self._desk.banner.acknowledge()
            else:
                self.leave()
        elif key in CONFIRM_KEYS and self._tested is not None:
            self.leave()

    def _save_page(self) -> None:
        if (paper := self._paper) is not None:
            self._save("scanner-test-page.pdf", paper.page)

    def _save_report(self, make: str) -> None:
        paper, tested, language = self._paper, self._tested, self._desk.language
        if paper is not None and tested is not None:
            name = UNSAFE.sub("-", f"scanner-{tested.profile.device[:40]}-{tested.tested_at[:19]}")
            self._save(f"{name}.pdf", lambda: paper.report(tested, make, language))

    def _save(self, name: str, draw: Callable[[], bytes]) -> None:
        known = self._folder or Path(_documents())
        self._desk.banner.acknowledge()
        self._desk.background.run("printer", lambda: _write(known / name, draw()), self._saved, self._desk.reject)

    def _saved(self, path: Path) -> None:
        text = QCoreApplication.translate("SelfTestStage", "Saved: {0}")
        self._desk.accept(text.format(path))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _write(path: Path, data: bytes) -> Path:
    fresh = path.with_name(f".{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        raise DockstationError("file.unwritable", file=str(path), why=str(error.strerror)) from error
    return path
