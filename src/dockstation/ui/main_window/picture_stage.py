"""From pictures to scans: the one code that counts goes on by itself, among several a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from dockstation.application.ports.decoder import DecodedCode
from dockstation.application.ports.pictures import Outcome, PictureReading
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanKind, ScanRules, parse, shown
from dockstation.ui.main_window.choosing import Rank, best, distinct
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.intake import HIDDEN
from dockstation.ui.main_window.picture_loop import PictureLoop
from dockstation.ui.main_window.picture_mime import offered
from dockstation.ui.messages import scan_kind
from dockstation.ui.screens.choose_code import ChooseCodeScreen, FoundCode

ENDINGS = "*.png *.jpg *.jpeg *.webp *.bmp *.PNG *.JPG *.JPEG *.WEBP *.BMP"
MOST_CODES = 36
"""More rows than anybody reads; what lies beyond is not offered."""


class PictureStage(QObject):
    """The page that asks is shown between ``asking`` and ``settled``."""

    asking = Signal()
    settled = Signal()
    read = Signal(object)
    """The DecodedCode that counts."""

    def __init__(
        self, desk: Desk, loop: PictureLoop, screen: ChooseCodeScreen, ranked: Rank, rules: ScanRules
    ) -> None:
        super().__init__()
        self._desk, self._loop, self.screen = desk, loop, screen
        self._ranked, self._rules = ranked, rules
        self._choice: tuple[DecodedCode, ...] = ()
        self._dialog: QFileDialog | None = None
        loop.found.connect(self._found)
        loop.failed.connect(desk.reject)
        screen.chosen.connect(self._chosen)
        screen.left.connect(self.leave)

    def _found(self, reading: PictureReading) -> None:
        codes = distinct(reading.codes)[:MOST_CODES]
        if not codes:
            missing = DockstationError("picture.no_code", file=reading.name)
            self._loop.done(Outcome.NO_CODE, lambda: self._desk.reject(missing))
        elif code := best(codes, self._ranked):
            self._loop.done(Outcome.READ, lambda: self.read.emit(code))
        else:
            self._ask(reading, codes)

    def _ask(self, reading: PictureReading, codes: tuple[DecodedCode, ...]) -> None:
        self._choice = codes
        height, width, _ = reading.preview.shape
        preview = (reading.preview.data, width, height, reading.preview.strides[0])
        name = shown(reading.name.rsplit("/", 1)[-1])
        self.screen.show_picture(name, preview, [self._told(code) for code in codes])  # type: ignore[arg-type]  # memoryview
        ask_to_choose(self._desk, asking=True)
        self.asking.emit()

    def _told(self, code: DecodedCode) -> FoundCode:
        kind = kind_of(code, self._rules)
        text = HIDDEN if kind is ScanKind.BADGE else shown(code.text)
        return FoundCode(code.text, text, kind.value, code.corners)

    def _chosen(self, text: str) -> None:
        code = next((each for each in self._choice if each.text == text), None)
        if code is not None:
            self._close()
            self._loop.done(Outcome.READ, lambda: self.read.emit(code))

    def leave(self) -> None:
        """None of these counts; the picture is done."""
        if self._choice:
            self._close()
            self._loop.done(Outcome.READ, lambda: None)

    def _close(self) -> None:
        self._choice = ()
        self.screen.forget()
        ask_to_choose(self._desk, asking=False)
        self.settled.emit()

    def key(self, key: int) -> None:
        """A single key on the page: the number of a row, or Esc."""
        if key == Qt.Key.Key_Escape:
            self.leave()
        else:
            self.screen.choose(key - Qt.Key.Key_0)

    def offer(self, mime: QMimeData) -> None:
        """What was dropped or pasted."""
        offer = offered(mime)
        if offer.image is not None:
            self._loop.take_image(offer.image, QCoreApplication.translate("PictureStage", "copied picture"))
        if offer.files:
            self._loop.take_files(offer.files)
        if offer.wrong is not None:
            self._desk.reject(offer.wrong)

    def open_dialog(self, window: QWidget, take: Callable[[list[Path]], None] | None = None) -> None:
        """Let the operator pick files, for ``take`` or to read codes in them."""
        if self._dialog is not None:
            return
        title = QCoreApplication.translate("PictureStage", "Read codes from pictures")
        if take is not None:
            title = QCoreApplication.translate("PictureStage", "Photos from files")
        kinds = QCoreApplication.translate("PictureStage", "Pictures")
        dialog = self._dialog = QFileDialog(window, title, "", f"{kinds} ({ENDINGS})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        picked = take or self._loop.take_files
        dialog.filesSelected.connect(lambda names: picked([Path(name) for name in names]))
        dialog.finished.connect(self._dialog_closed)
        dialog.open()

    def _dialog_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def close_dialog(self) -> None:
        """Nothing is picked."""
        if self._dialog is not None:
            self._dialog.reject()

    def key_in_dialog(self, key: int) -> bool:
        """Give a single key to the dialog; False when none is open."""
        dialog = self._dialog
        if dialog is None:
            return False
        target = cast("QWidget | None", dialog.focusWidget()) or dialog  # Qt's stubs forget that there may be none
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        return True


def ask_to_choose(desk: Desk, *, asking: bool) -> None:
    """Put the question into the banner and make it heard, or take it away."""
    if asking:
        text = QCoreApplication.translate("PictureStage", "Several codes: tap the one that counts")
        desk.question(text)
    else:
        desk.settle()


def kind_of(code: DecodedCode, rules: ScanRules) -> ScanKind:
    """What it is; UNKNOWN for what is no code of this trade."""
    try:
        return parse(code.text, rules, code.symbology).kind
    except DockstationError:
        return ScanKind.UNKNOWN


def tag(rules: ScanRules) -> Callable[[DecodedCode], str]:
    """What stands beside a code's box: the code as read and what it is."""

    def told(code: DecodedCode) -> str:
        kind = kind_of(code, rules)
        return f"{HIDDEN if kind is ScanKind.BADGE else shown(code.text, 24)} · {scan_kind(kind.value)}"

    return told
