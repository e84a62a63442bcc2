"""The walk through the checklist: one question at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.application.ports.scale import Reading
from dockstation.application.queries import InspectView
from dockstation.domain.checklist import NOTE, Next, Question, QuestionKind, Section, Step
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.messages import answering
from dockstation.ui.widgets import (
    BigButton,
    CameraView,
    ConfirmButton,
    PhotoStrip,
    Screen,
    SectionSteps,
    Signs,
    TextLabel,
    Tile,
    corner,
)
from dockstation.ui.widgets.answers import (
    AccessoriesArea,
    AnswerArea,
    Asked,
    CodeArea,
    MeasureArea,
    OptionsArea,
    SeveralArea,
    TextArea,
    TimedArea,
)
from dockstation.ui.widgets.answers.listed import AnswerList
from dockstation.ui.widgets.question_card import QuestionCard

K = QuestionKind
AREAS: Mapping[QuestionKind, type[AnswerArea]] = {
    K.PASS_FAIL: OptionsArea, K.ONE_OF: OptionsArea, K.SEVERAL_OF: SeveralArea, K.NUMBER: MeasureArea,
    K.WEIGHT: MeasureArea, K.TEXT: TextArea, K.CODE: CodeArea, K.ACCESSORIES: AccessoriesArea, K.TIMED: TimedArea,
}  # fmt: skip
SAID_PX = 216
"""Room for a usual question and criterion, so that the answers do not move from one question to the next."""
ASKING, LOOKING, NARROWED = 4, 6, 3
"""What the camera gets of the width, the question having 6: while one answers, for a photo, and with little room."""
NARROW_PX, TALL_PX, BELOW_PX = 1200, 590, 8


class InspectScreen(Screen):
    """Question and criterion on the left, the camera on the right, the answers where the hand is."""

    answer_given = Signal(str, str)
    answer_begun = Signal(str, str)
    """A question, and what is to be kept of it until it is answered, "" for nothing."""
    kept = Signal()
    """A question was turned back to and stays answered as it was."""
    refused = Signal(str)
    """Confirmed with nothing to confirm: the code of the reason."""
    photo_asked = Signal(str)
    question_chosen = Signal(str)
    back_asked = Signal()
    undo_asked = Signal()
    repeat_asked = Signal()
    typing_asked = Signal()
    paused = Signal()
    handover_asked = Signal()
    decide_asked = Signal()
    photo_tapped = Signal(int)
    """The place of a photo in the order taken, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: InspectView | None = None
        self._language = "en"
        self._listing = False
        self._reading: Reading | None = None
        self._begun: dict[str, str] = {}
        """What is not confirmed yet, by question."""
        self._areas: dict[type[AnswerArea], AnswerArea] = {}
        self.area: AnswerArea | None = None
        """Where the question on the screen is answered; None for a photo, the list and the end."""
        self._camera_share = ASKING
        self._steps = SectionSteps()
        self._left = QGridLayout()
        self._item = TextLabel("muted")
        self._said = QuestionCard()
        self._repeat, self._confirm = BigButton("plain"), ConfirmButton()
        self._back, self._pause, self._undo, self._all, self._hand_over = (Tile("plain") for _ in range(5))
        self._list = AnswerList()
        self.camera = CameraView()
        self.photos = PhotoStrip()
        self.photos.tapped.connect(self.photo_tapped)
        self._connect()
        self._lay_out()
        self.retranslate()

    def _connect(self) -> None:
        self._confirm.clicked.connect(self.confirm)
        self._back.clicked.connect(self.back_asked)
        self._pause.clicked.connect(self.paused)
        self._undo.clicked.connect(self.undo_asked)
        self._all.clicked.connect(self.toggle_list)
        self._hand_over.clicked.connect(self.handover_asked)
        self._repeat.clicked.connect(self.repeat_asked)
        self._list.chosen.connect(self.question_chosen)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._steps, 1)
        for button in (self._back, self._undo, self._all, self._pause, self._hand_over):
            top.addWidget(button)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(self.GAP)
        self._columns.addLayout(self._asking(), 6)
        self._columns.addLayout(self._seeing(), ASKING)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(self.MARGIN, 12, self.MARGIN, self.FOOT)
        self._whole.setSpacing(12)
        self._whole.addLayout(top)
        self._whole.addLayout(self._columns, 1)

    def _asking(self) -> QGridLayout:
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)  # it forgets its spacing where cells are shared with what is hidden
        self._left.addWidget(self._said, 0, 0)
        answers, self._answers = self._page()
        _photo, self._photo_page = self._page()
        done, self._done_page = self._page()
        done.addWidget(self._list, 1)
        self._column = answers
        self._left.setRowStretch(1, 1)
        return self._left

    def _page(self) -> tuple[QVBoxLayout, QWidget]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        page.hide()
        self._left.addWidget(page, 1, 0)
        return column, page

    def _seeing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._item)
        column.addWidget(self.camera)
        column.addWidget(self.photos)
        column.addStretch(1)
        column.addWidget(self._repeat)
        corner(column, self._confirm)
        return column

    def show_inspect(self, view: InspectView, language: str, photos: Sequence[Path], *, same: bool = False) -> None:
        """Show the next step; ``photos`` are the files taken so far.

        What was begun on the ``same`` step, or the same ``view``, stays.
        """
        anew = view is not self._view and not same
        if anew:
            self._begun = dict(view.begun)
            self._list.show_marked(-1)
        self._view, self._language = view, language
        self._listing = self._listing and not anew
        elsewhere = {path for path, photo in zip(photos, view.photos, strict=False) if photo.at_server}
        taken = zip(photos, view.photos, strict=False)
        signs = {path: Signs(bool(photo.warnings), len(photo.marks)) for path, photo in taken}
        self.photos.show_photos(photos, elsewhere, signs)
        self._whole.setEnabled(False)  # else every part that comes or goes has the whole screen laid out anew
        self._show(anew=anew)
        self._whole.setEnabled(True)

    def show_reading(self, reading: Reading | None) -> None:
        """What lies on the scale now; None where there is none."""
        self._reading = reading
        if isinstance(self.area, MeasureArea):
            self.area.show_reading(reading)

    def toggle_list(self) -> None:
        """All answers so far, or back to the question."""
        if self._view is not None and self._view.step.question is not None:
            self._listing = not self._listing
            self._list.show_marked(-1)
            self._show(anew=False)

    @property
    def lists(self) -> bool:
        """Whether the answers are listed."""
        return self._listing or (self._view is not None and self._view.step.question is None)

    def choose(self, n: int) -> bool:
        """The ``n``-th of what is offered, from 1: an answer, or a question of the list. A digit of a number."""
        if self.lists and self._list.choose(n - 1):
            return True
        return self.area is not None and self.area.digit(n)

    def act(self, key: int) -> bool:
        """Arrows, Space and the like."""
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(key)
        if self.lists and step:
            self._list.step(step)
            return True
        return self.area is not None and self.area.key(key)

    def confirm(self) -> None:
        """The primary action of the moment: the answer, the shutter, a question of the list, or the decision."""
        if self._view is None:
            return
        step = self._view.step
        if self.lists and self._list.choose(self._list.marked):
            return
        if self._listing:
            self.toggle_list()
        elif self.area is not None:
            self.area.confirm()
        elif step.step is Step.PHOTO and step.question:
            self.photo_asked.emit(step.question.id)
        elif step.step is Step.DONE:
            self.decide_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language; the step stays."""
        self._back.show_tile(self.tr("Back"), "←")
        self._undo.show_tile(self.tr("Undo"), "F9")
        self._all.show_tile(self.tr("Answers"), "F2")
        self._pause.show_tile(self.tr("Pause"), "")
        self._hand_over.show_tile(self.tr("Hand over"), "F8")
        if self._view is not None:
            self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        view = self._view
        if view is None:
            return
        question = view.step.question
        self._show_place(view)
        self.camera.show_guide(self._guide(view.step))
        self.area = None
        repeatable = bool(view.repeatable) and not self._listing
        self._repeat.setVisible(repeatable)
        self.photos.setVisible(bool(view.photos) or not repeatable)
        self._repeat.show_text(self.tr("Same as the last one, {0}").format(view.repeatable), "F3")
        if question is None or self._listing:
            self._show_list(view)
        elif view.step.step is Step.PHOTO:
            self._say(view, question)
            self._confirm_by(self.tr("Take the photo"), self.tr("Space"))
            self._turn_to(self._photo_page, camera=LOOKING)
        else:
            self._say(view, question)
            self._ask(view, question, anew=anew)

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
        self._said.clock.show_unit(view.unit.lpn)
        self._back.setEnabled(view.number > 1 or view.step.question is None or self._listing)
        self._undo.setEnabled(bool(view.answers))

    def _say(self, view: InspectView, question: Question) -> None:
        number = self.tr("Question {0} of {1}").format(view.number, view.total)
        if view.opinion:
            number = "  ·  ".join((self.tr("Second opinion"), number))
        because = ""
        if view.step.step is Step.PHOTO:
            number = "  ·  ".join(each for each in (number, self._photo_number(view, question)) if each)
            if given := view.answers.get(question.id):
                called = answering.calling(question, given, view.step.view, view.line.accessories, self._language)
                because = self.tr("Photo needed because: {0}").format(called)
        self._said.show_question(question, number, because, self._language)

    def _photo_number(self, view: InspectView, question: Question) -> str:
        wanted = view.views
        if len(wanted) < 2 and not view.step.view:
            return ""
        place = wanted.index(view.step.view) + 1 if view.step.view in wanted else 1
        names = {each.id: each.text.in_language(self._language) for each in question.views}
        text = self.tr("Photo {0} of {1}").format(place, len(wanted))
        name = names.get(view.step.view, "")
        return f"{text}: {name}" if name else text

    def _ask(self, view: InspectView, question: Question, *, anew: bool) -> None:
        note = view.step.step is Step.NOTE
        area = self._area(TextArea if note else AREAS[question.kind])
        given, pieces = view.answers.get(question.id), view.line.accessories
        about = answering.calling(question, given or "", "", pieces, self._language) if note else ""
        before = view.answers.get(question.id + NOTE) if note else given
        begun = "" if note else self._begun.get(question.id, "")
        asked = Asked(question, self._language, before, pieces, view.expected, about, begun)
        if isinstance(area, MeasureArea):
            area.show_reading(self._reading)
        self.area = area
        area.show_asked(asked, anew=anew)
        for each in self._areas.values():
            each.setVisible(each is area)
        self._turn_to(self._answers, camera=ASKING)

    def _area(self, kind: type[AnswerArea]) -> AnswerArea:
        area = self._areas.get(kind)
        if area is None:
            area = self._areas[kind] = kind()
            area.answered.connect(self._answered)
            area.kept.connect(self.kept)
            area.refused.connect(self.refused)
            area.begun.connect(self._keep_begun)
            area.confirming.connect(lambda text, area=area: self._confirms(area, text))
            if isinstance(area, CodeArea):
                area.typing_asked.connect(self.typing_asked)
            self._column.addWidget(area, 1)
        return area

    def _confirms(self, area: AnswerArea, text: str) -> None:
        if area is self.area and not self._listing:
            self._confirm_by(text)

    def _confirm_by(self, text: str, key: str = "Enter") -> None:
        self._confirm.show_text(text, key)
        self._confirm.setVisible(bool(text))

    def _answered(self, text: str) -> None:
        if self._view is not None and self._view.step.question is not None:
            note = NOTE if self._view.step.step is Step.NOTE else ""
            self.answer_given.emit(self._view.step.question.id + note, text)

    def _keep_begun(self, text: str) -> None:
        if self._view is not None and self._view.step.question is not None:
            question_id = self._view.step.question.id
            self._begun[question_id] = text
            self.answer_begun.emit(question_id, text)

    def _show_list(self, view: InspectView) -> None:
        done = view.step.question is None
        title = self.tr("All questions are answered") if done else self.tr("The answers so far")
        self._said.show_title(title)
        self._list.setAccessibleName(title)
        self._list.show_answers(view, self._language, self._begun)
        decide = self.tr("Done: compare with the first") if view.opinion else self.tr("Decide")
        self._confirm_by(decide if done else "")
        self._turn_to(self._done_page, camera=ASKING)

    def _turn_to(self, page: QWidget, *, camera: int) -> None:
        self._left.setRowMinimumHeight(0, 0 if page is self._done_page else SAID_PX)
        for each in (self._answers, self._photo_page, self._done_page):
            each.setVisible(each is page)
        self._camera_share = camera
        self._share_width()

    def _share_width(self) -> None:
        share = self._camera_share
        self._columns.setStretch(1, NARROWED if share == ASKING and self.width() < NARROW_PX else share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the answers need it."""
        self._share_width()
        for page in (self._answers, self._photo_page, self._done_page):
            page.setContentsMargins(0, BELOW_PX if self.height() >= TALL_PX else 0, 0, 0)
        super().resizeEvent(event)
