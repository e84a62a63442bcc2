"""The walk through the checklist: one question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Next, Question, QuestionKind, Section, Step
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    CameraView,
    Card,
    OptionGrid,
    PhotoStrip,
    Row,
    RowList,
    Screen,
    SectionSteps,
    Signs,
    TextLabel,
    Tile,
)

OPTIONS, SHUTTER, SUMMARY = range(3)
SAID_PX = 216
"""Room for a usual question and criterion, so that the answers do not move from one question to the next."""


class InspectScreen(Screen):
    """Question and criterion on the left, the camera on the right, the answers where the hand is."""

    answer_given = Signal(str, str)
    photo_asked = Signal(str)
    back_asked = Signal()
    paused = Signal()
    handover_asked = Signal()
    decide_asked = Signal()
    photo_tapped = Signal(int)
    """The place of a photo in the order taken, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: InspectView | None = None
        self._language = "en"
        self._steps = SectionSteps()
        self._left = QGridLayout()
        self._item = TextLabel("muted")
        self._number = TextLabel("muted")
        self._question = TextLabel("headline")
        self._criterion = TextLabel("lead")
        self._because = TextLabel("late")
        self._options = OptionGrid()
        self._options.chosen.connect(self._choose_option)
        self._shutter = BigButton("primary")
        self._decide = BigButton("primary")
        self._back = BigButton("plain")
        self._pause = BigButton("plain")
        self._hand_over = Tile("plain")
        self._summary = RowList()
        self.camera = CameraView()
        self.photos = PhotoStrip()
        self.photos.tapped.connect(self.photo_tapped)
        self._connect()
        self._lay_out()
        self.retranslate()

    def _connect(self) -> None:
        self._shutter.clicked.connect(self.confirm)
        self._decide.clicked.connect(self.confirm)
        self._back.clicked.connect(self.back_asked)
        self._pause.clicked.connect(self.paused)
        self._hand_over.clicked.connect(self.handover_asked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(self.GAP)
        top.addWidget(self._steps, 1)
        top.addWidget(self._back)
        top.addWidget(self._pause)
        top.addWidget(self._hand_over)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(self.GAP)
        self._columns.addLayout(self._asking(), 3)
        self._columns.addLayout(self._seeing(), 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self.MARGIN, 16, self.MARGIN, self.GAP)
        whole.setSpacing(16)
        whole.addLayout(top)
        whole.addLayout(self._columns, 1)
        self._turn_to(OPTIONS, camera=2)

    def _asking(self) -> QGridLayout:
        card = Card("soft", padding=16)
        card.column.addWidget(self._criterion)
        self._criterion_card = card
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._number, self._question, card, self._because):
            column.addWidget(widget)
        column.addStretch(1)
        self._left.addWidget(said, 0, 0)
        self._pages = (self._page(self._options), self._page(self._shutter), self._done_page())
        for page in self._pages:
            self._left.addWidget(page, 1, 0)
        self._left.setRowStretch(1, 1)
        return self._left

    def _page(self, action: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(action)
        column.addStretch(1)
        self._shutter.setMinimumHeight(112)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._summary, 1)
        column.addWidget(self._decide)
        self._decide.setMinimumHeight(112)
        return page

    def _seeing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._item)
        column.addWidget(self.camera)
        column.addWidget(self.photos)
        column.addStretch(1)
        return column

    def show_inspect(self, view: InspectView, language: str, photos: Sequence[Path]) -> None:
        """Show the next step; ``photos`` are the files taken so far, in order."""
        self._view = view
        self._language = language
        elsewhere = {path for path, photo in zip(photos, view.photos, strict=False) if photo.at_server}
        taken = zip(photos, view.photos, strict=False)
        signs = {path: Signs(bool(photo.warnings), len(photo.marks)) for path, photo in taken}
        self.photos.show_photos(photos, elsewhere, signs)
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th option, from 1; nothing when there is none such."""
        if self._asks():
            self._options.choose(n)

    def confirm(self) -> None:
        """The primary action of the moment: the shutter, or the decision."""
        if self._view is None:
            return
        step = self._view.step
        if step.step is Step.PHOTO and step.question:
            self.photo_asked.emit(step.question.id)
        elif step.step is Step.DONE:
            self.decide_asked.emit()

    def _asks(self) -> bool:
        return self._view is not None and self._view.step.step is Step.ANSWER

    def _choose_option(self, option_id: str) -> None:
        if self._asks() and self._view and self._view.step.question:
            self.answer_given.emit(self._view.step.question.id, option_id)

    def retranslate(self) -> None:
        """Say all of it in the present language; the step stays."""
        self._back.show_text(self.tr("Back"), "←")
        self._pause.show_text(self.tr("Pause"))
        self._hand_over.show_tile(self.tr("Hand over"), "F8")
        self._shutter.show_text(self.tr("Take the photo"), self.tr("Space"))
        self._decide.show_text(self.tr("Decide"), "Enter")
        if self._view is None:
            return
        self._show_place(self._view)
        self.camera.show_guide(self._guide(self._view.step))
        question = self._view.step.question
        if question is None:
            self._show_done(self._view)
        elif self._view.step.step is Step.PHOTO:
            self._show_photo(self._view, question)
        else:
            self._show_question(self._view, question)

    def _guide(self, step: Next) -> str:
        """The side or the defect that the camera should show now."""
        question = step.question
        if step.step is not Step.PHOTO or question is None or not step.view:
            return ""
        named = question.named(step.view)
        return named.in_language(self._language) if named else ""

    def _show_place(self, view: InspectView) -> None:
        sections = list(Section)
        now = sections.index(view.step.question.section) if view.step.question else len(sections)
        self._steps.show_steps([messages.section(each) for each in sections], now)
        self._item.setText(f"{view.unit.lpn}  ·  {shown(view.line.name.in_language(self._language))}")
        self._number.setText(self.tr("Question {0} of {1}").format(view.number, view.total))
        self._number.setVisible(view.step.question is not None)
        self._back.setEnabled(view.number > 1 or view.step.question is None)

    def _show_question(self, view: InspectView, question: Question) -> None:
        self._say(question)
        self._because.hide()
        texts = [(option.id, option.text.in_language(self._language)) for option in question.options]
        self._options.show_options(texts, view.answers.get(question.id, ""))
        self._turn_to(OPTIONS, camera=2)

    def _show_photo(self, view: InspectView, question: Question) -> None:
        self._say(question)
        answer = view.answers.get(question.id, "")
        if question.kind is QuestionKind.PHOTO or not answer:
            self._because.hide()
        else:
            given = question.option(answer).text.in_language(self._language)
            self._because.setText(self.tr("Photo needed because: {0}").format(given))
            self._because.show()
        self._turn_to(SHUTTER, camera=4)

    def _show_done(self, view: InspectView) -> None:
        self._question.setText(self.tr("All questions are answered"))
        self._criterion_card.hide()
        self._because.hide()
        self._summary.show_rows([self._answer_row(view, question) for question in view.asked])
        self._turn_to(SUMMARY, camera=2)

    def _say(self, question: Question) -> None:
        self._question.setText(question.text.in_language(self._language))
        criterion = question.criterion.in_language(self._language)
        self._criterion.setText(criterion)
        self._criterion_card.setVisible(bool(criterion))

    def _turn_to(self, page: int, *, camera: int) -> None:
        self._left.setRowMinimumHeight(0, 0 if page == SUMMARY else SAID_PX)
        for index, each in enumerate(self._pages):
            each.setVisible(index == page)
        self._columns.setStretch(1, camera)

    def _answer_row(self, view: InspectView, question: Question) -> Row:
        asked = question.text.in_language(self._language)
        if question.kind is QuestionKind.PHOTO:
            return Row(question.id, self.tr("Photo taken"), asked)
        option = question.option(view.answers[question.id])
        bad = messages.severity(option.severity) if option.defect and option.severity else ""
        return Row(question.id, option.text.in_language(self._language), asked, bad, tone="late" if bad else "")
