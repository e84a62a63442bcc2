"""One difference: what it is, the evidence it asks for, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind, Flow
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    CameraView,
    Card,
    ConfirmButton,
    OptionGrid,
    PhotoStrip,
    Screen,
    TextLabel,
    feet,
)

BUTTON_PX = 76
FACT_LINES = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A difference that is being recorded. ``about`` says of which parcel or item; ``taken`` counts its photos.

    ``camera`` is False at a station that has none set up: then no photo is asked for.
    """

    kind: DiscrepancyKind
    about: str
    facts: Mapping[str, str]
    taken: int
    answer: str
    camera: bool

    @property
    def flow(self) -> Flow:
        """What the kind asks for."""
        return FLOWS[self.kind]

    @property
    def photos_missing(self) -> int:
        """How many photos have to be taken yet."""
        return max(0, self.flow.photos - self.taken) if self.camera else 0

    @property
    def answer_missing(self) -> bool:
        """Whether nobody has said yet what is likely to have happened."""
        return bool(self.flow.answers) and not self.answer

    @property
    def complete(self) -> bool:
        """Whether it can be recorded."""
        return not self.photos_missing and not self.answer_missing


class DiscrepancyScreen(Screen):
    """The difference and its answers on the left, the camera on the right."""

    photo_asked = Signal()
    answer_given = Signal(str)
    record_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Evidence | None = None
        self._language = "en"
        self._kind, self._about = TextLabel("headline"), TextLabel("muted")
        self._meaning, self._facts = TextLabel("lead"), TextLabel("body")
        self._missing = TextLabel("late")
        self._answers = OptionGrid(rows=1)
        self._answers.chosen.connect(self.answer_given)
        self.camera, self.photos = CameraView(), PhotoStrip()
        self._shutter, self._record, self._leave = BigButton("plain"), ConfirmButton(), BigButton("plain")
        self._shutter.clicked.connect(self.photo_asked)
        self._record.clicked.connect(self.record_asked)
        self._leave.clicked.connect(self.left)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(self.GAP)
        top.addLayout(self._saying(), 2)
        top.addLayout(self._seeing(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self.MARGIN, 16, self.MARGIN, self.FOOT)
        whole.setSpacing(12)
        whole.addLayout(top, 1)
        whole.addWidget(self._answers)
        whole.addLayout(feet(self._record, self._leave, self._shutter))

    def _saying(self) -> QVBoxLayout:
        self._facts_card = Card("soft", padding=16)
        self._facts_card.column.addWidget(self._facts)
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._about, self._kind, self._meaning, self._facts_card):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._missing)
        return column

    def _seeing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.camera)
        column.addWidget(self.photos)
        column.addStretch(1)
        return column

    def show_discrepancy(self, view: Evidence, language: str, photos: Sequence[Path]) -> None:
        """Show the difference with what there is of its evidence; ``photos`` are files in the order taken."""
        self._view, self._language = view, language
        self.photos.show_photos(photos)
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th answer, from 1; nothing when there is none such."""
        if self._view is not None and self._view.flow.answers:
            self._answers.choose(n)

    def confirm(self) -> None:
        """The primary action: record it."""
        self.record_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._shutter.show_text(self.tr("Take the photo"), self.tr("Space"))
        self._record.show_text(self.tr("Record"), "Enter")
        self._leave.show_text(self.tr("Leave"), "Esc")
        if self._view is not None:
            self._show(self._view)

    def _show(self, view: Evidence) -> None:
        self._kind.setText(messages.discrepancy(view.kind))
        self._about.setText(view.about)
        self._meaning.setText(messages.meaning(view.kind))
        told = [messages.fact(name, value, self._language) for name, value in view.facts.items()]
        roomy = len(told) <= FACT_LINES and not view.flow.answers
        between = "\n" if roomy else "  ·  "
        self._facts.setText(between.join(f"{name}: {shown(value)}" for name, value in told))
        self._facts_card.setVisible(bool(told))
        self._answers.setVisible(bool(view.flow.answers))
        texts = [(answer, messages.discrepancy_answer(answer)) for answer in view.flow.answers]
        self._answers.show_options(texts, view.answer)
        self._missing.setText(self._what_is_missing(view))
        self._missing.show_role("good" if view.complete else "late")
        self._shutter.setVisible(view.camera)

    def _what_is_missing(self, view: Evidence) -> str:
        wanted = []
        if view.photos_missing:
            count = self.tr("{0} of {1} photos").format(view.taken, view.flow.photos)
            wanted.append(f"{count}: {messages.to_be_shown(view.kind)}")
        if view.answer_missing:
            wanted.append(self.tr("Choose below what is likely to have happened"))
        if wanted:
            return "\n".join(wanted)
        if view.flow.photos and not view.camera:
            return self.tr("This station has no camera: recorded without photos, which the record says")
        return self.tr("Everything is there: record it")
