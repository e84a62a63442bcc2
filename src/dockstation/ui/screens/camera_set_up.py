"""What the camera sees while it is set up: its picture, what may be wrong with it, and the cameras that there are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.widgets import BigButton, CameraView, ConfirmButton, OptionGrid, Screen, TextLabel, feet

MOST = 6


@dataclass(frozen=True, slots=True)
class CameraPage:
    """In the language of the moment: ``cameras`` are sources with texts, ``chosen`` the one that counts.

    ``verdict`` says how sharp and light the picture is, ``go_on`` what Enter does.
    """

    title: str
    text: str
    cameras: tuple[tuple[str, str], ...]
    chosen: str
    verdict: str
    go_on: str


class CameraSetUpScreen(Screen):
    """The picture on the left; the rest on the right."""

    camera_chosen = Signal(str)
    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = CameraPage("", "", (), "", "", "")
        self._title, self._text, self._verdict = TextLabel("headline"), TextLabel("lead"), TextLabel("title")
        self.camera = CameraView()
        self._cameras = OptionGrid(rows=MOST)
        self._cameras.chosen.connect(self.camera_chosen)
        self._leave, self._go_on = BigButton("plain"), ConfirmButton()
        self._leave.clicked.connect(self.left)
        self._go_on.clicked.connect(self.confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._middle(), 1)
        column.addLayout(feet(self._go_on, self._leave))
        self.retranslate()

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.GAP)
        seen = QVBoxLayout()
        seen.setSpacing(12)
        seen.addWidget(self.camera)
        seen.addWidget(self._verdict)
        seen.addStretch(1)
        listed = QVBoxLayout()
        listed.addWidget(self._cameras)
        listed.addStretch(1)
        row.addLayout(seen, 1)
        row.addLayout(listed, 1)
        return row

    def show_page(self, page: CameraPage) -> None:
        """Show it; the picture comes by itself."""
        self._page = page
        self.retranslate()

    def choose(self, number: int) -> None:
        """The camera with this number, from 1."""
        self._cameras.choose(number)

    def retranslate(self) -> None:
        """Say the fixed texts in the present language; the page comes in it."""
        page = self._page
        self._title.setText(page.title)
        self._text.setText(page.text)
        self._verdict.setText(page.verdict)
        self._cameras.show_options(page.cameras[:MOST], page.chosen)
        self._leave.show_text(self.tr("Back"), "Esc")
        self._go_on.show_text(page.go_on, "Enter")
