"""What is asked, and exactly what decides it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.checklist import Question
from dockstation.ui.widgets.card import Card
from dockstation.ui.widgets.criterion_picture import CriterionPicture
from dockstation.ui.widgets.text_label import TextLabel
from dockstation.ui.widgets.unit_clock import UnitClock

LARGE, LEAD = 34, 100
"""The widest texts in their large sizes, a Chinese character counting twice."""


class QuestionCard(QWidget):
    """Its number and the time, the question, the criterion with its drawing, and why something is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = UnitClock()
        self._number, self._question = TextLabel("muted"), TextLabel("headline")
        self._criterion, self._because = TextLabel("lead"), TextLabel("late")
        self._picture = CriterionPicture()
        self._card = Card("soft", padding=12)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._criterion, 1)
        beside.addWidget(self._picture)
        self._card.column.addLayout(beside)
        top = QHBoxLayout()
        top.addWidget(self._number, 1)
        top.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for widget in (self._question, self._card, self._because):
            column.addWidget(widget)
        column.addStretch(1)

    def show_question(self, question: Question, number: str, because: str, language: str) -> None:
        """``number`` is its place among the others, ``because`` why a photo is wanted, "" for no reason."""
        text, criterion = question.text.in_language(language), question.criterion.in_language(language)
        self._number.setText(number)
        self._question.setText(text)
        self._question.show_role("headline" if _width(text) <= LARGE else "title")
        self._criterion.setText(criterion)
        self._criterion.show_role("lead" if _width(criterion) <= LEAD else "body")
        self._picture.show_picture(question.picture)
        self._card.setVisible(bool(criterion) or not self._picture.isHidden())
        self._because.setText(because)
        self._because.setVisible(bool(because))

    def show_title(self, title: str) -> None:
        """No question: what stands below instead."""
        self._number.setText("")
        self._question.setText(title)
        self._question.show_role("title")
        self._card.hide()
        self._because.hide()


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
