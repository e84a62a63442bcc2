"""Several codes in one picture: the operator taps the one that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScroller, QVBoxLayout, QWidget

from dockstation.ui import messages
from dockstation.ui.theme import tokens
from dockstation.ui.widgets import BigButton, CameraView, Pictogram, Screen, TextLabel
from dockstation.ui.widgets.code_boxes import CodeBox

ROW_PX = 96
KEYS = 9
_PICTOGRAMS = {
    **dict.fromkeys(("rma_label", "lpn"), "tag"),
    **dict.fromkeys(("tracking", "sscc", "order"), "truck"),
    **dict.fromkeys(("gtin", "gs1", "serial", "imei"), "shelf"),
    "container": "bin",
    "badge": "person",
    "command": "hand",
}


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code in the picture: ``key`` is said when it is chosen, ``shown`` fit for a screen, ``kind`` a ScanKind."""

    key: str
    shown: str
    kind: str
    corners: tuple[tuple[int, int], ...]


class ChooseCodeScreen(Screen):
    """The picture with boxes on one side, a row for each code on the other; nothing is chosen beforehand."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[FoundCode, ...] = ()
        self._rows: list[_CodeRow] = []
        self._name = ""
        self._headline, self._hint = TextLabel("headline"), TextLabel("lead")
        self._file = TextLabel("caption")
        self.picture = CameraView(aiming=False)
        self.picture.tapped.connect(self.chosen)
        self._cancel = BigButton("plain")
        self._cancel.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        row.setSpacing(self.GAP)
        row.addLayout(self._large_picture(), 3)
        row.addLayout(self._choice(), 2)
        self.retranslate()

    def _large_picture(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.picture, 1)
        column.addWidget(self._file)
        return column

    def _choice(self) -> QVBoxLayout:
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 12, 0)
        self._list.setSpacing(12)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addWidget(area, 1)
        column.addWidget(self._cancel)
        return column

    def show_picture(self, name: str, preview: tuple[bytes, int, int, int], codes: Sequence[FoundCode]) -> None:
        """``preview`` as bytes (BGR, 8 bits each), width, height and bytes a row; ``name`` fit for a screen."""
        self._name, self._codes = name, tuple(codes)
        self.picture.show_frame(*preview)
        self.picture.show_codes([CodeBox(each.key, each.corners, str(n)) for n, each in enumerate(codes, 1)])
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_CodeRow(each, str(n) if n <= KEYS else "") for n, each in enumerate(codes, 1)]
        for place, row in enumerate(self._rows):
            row.clicked.connect(lambda _checked, n=place + 1: self.choose(n))
            self._list.insertWidget(place, row)
        self.retranslate()

    def forget(self) -> None:
        """Let the picture go, which may be large."""
        self.picture.show_off("")
        self._codes = ()

    def choose(self, n: int) -> None:
        """The ``n``-th code, from 1; nothing when there is none such."""
        if 1 <= n <= len(self._codes):
            self.chosen.emit(self._codes[n - 1].key)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._headline.setText(self.tr("Several codes"))
        self._hint.setText(self.tr("Tap it here or in the picture"))
        self._file.setText(self._name)
        self._cancel.show_text(self.tr("None of these"), "Esc")
        for row in self._rows:
            row.retranslate()


class _CodeRow(BigButton):
    """Number, pictogram, code and kind; the whole row is the button."""

    def __init__(self, code: FoundCode, key: str) -> None:
        super().__init__("choice")
        self._code = code
        self._pictogram = Pictogram(44)
        self._text, self._word = TextLabel("strong", _breakable(code.shown)), TextLabel("muted")
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(76 if key else 20, 10, 20, 10)
        self._inside.setSpacing(16)
        self._inside.addWidget(self._pictogram)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._text, self._word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        self._inside.addLayout(words, 1)
        self.show_text("", key)
        self.setMinimumHeight(ROW_PX)
        self.retranslate()

    def retranslate(self) -> None:
        """Words and colours of the moment."""
        word = messages.scan_kind(self._code.kind)
        self._word.setText(word)
        self.setAccessibleName(f"{self._code.shown}, {word}")
        self._pictogram.show_pictogram(_PICTOGRAMS.get(self._code.kind, "question"), tokens().primary)

    def heightForWidth(self, width: int) -> int:
        """Tall enough for the code, which may take several lines."""
        return max(ROW_PX, self._inside.heightForWidth(width))


def _breakable(text: str) -> str:
    """Long codes have no blanks to break at."""
    return "\u200b".join(text[place : place + 8] for place in range(0, len(text), 8)) if len(text) > 24 else text
