"""What every kind of answer area is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.checklist import NOT_APPLICABLE, Question
from dockstation.domain.rma import Accessory
from dockstation.ui.widgets.big_button import BigButton

SIDE_PX = 192


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what was answered before, None for nothing.

    ``pieces`` are the accessories of the line, ``expected`` the codes that were shipped, ``about`` is what a written
    word is wanted for; ``begun`` is an answer that somebody turned away from before it was confirmed.
    """

    question: Question
    language: str
    given: str | None = None
    pieces: Sequence[Accessory] = ()
    expected: frozenset[str] = frozenset()
    about: str = ""
    begun: str = ""


class AnswerArea(QWidget):
    """The answers on the left, on the right what else can be said; the screen has the button that confirms.

    Digits, arrows and words come from keys and command codes alike; each returns False where it means nothing.
    """

    answered = Signal(str)
    kept = Signal()
    """Confirmed as it was answered before."""
    refused = Signal(str)
    """Nothing was answered: the code of the reason."""
    begun = Signal(str)
    """What would be the answer now, to be kept for whoever turns away; "" for nothing beyond what was answered."""

    confirming = Signal(str)
    """What confirms here is called so; "" where nothing has to be confirmed."""

    def __init__(self, *, confirms: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._keeps = False
        self._confirms = confirms
        self.body, self.extras = QVBoxLayout(), QVBoxLayout()
        self._not_applicable = BigButton("plain")
        self._not_applicable.clicked.connect(self.not_applicable)
        self._side = QWidget()
        self._side.setFixedWidth(SIDE_PX)
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        self.extras.setSpacing(12)
        side.addLayout(self.extras)
        side.addWidget(self._not_applicable)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.body.setSpacing(12)
        row.addLayout(self.body, 1)
        row.addWidget(self._side)

    def show_asked(self, asked: Asked, *, anew: bool) -> None:
        """Ask; unless ``anew``, what was begun on it stays."""
        self._asked = asked
        self._not_applicable.setVisible(asked.question.not_applicable and not asked.about)
        self._side.setVisible(not self._not_applicable.isHidden() or self.extras.count() > 0)
        self._not_applicable.show_text(self.tr("Not applicable"), "F10")
        self._not_applicable.show_marked(asked.given == NOT_APPLICABLE)
        self.confirming.emit(self.tr("Confirm") if self._confirms else "")
        if anew:
            self._keeps = bool(asked.begun)
            self.begin(asked)
        self.show_begun(asked)

    def begin(self, asked: Asked, /) -> None:
        """Start from what was begun or answered before."""

    def show_begun(self, asked: Asked, /) -> None:
        """Show where it stands, in the language of the moment."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Answer with what was begun."""
        raise NotImplementedError

    def not_applicable(self) -> bool:
        """It does not apply, where that is an answer."""
        offered = self._asked is not None and self._asked.question.not_applicable and not self._asked.about
        if offered:
            self._answer(NOT_APPLICABLE)
        return offered

    def digit(self, _n: int) -> bool:
        """A digit, 0 to 9."""
        return False

    def key(self, _key: int) -> bool:
        """An arrow, Space, +, − or point."""
        return False

    def word(self, _word: str) -> bool:
        """YES, NO, or a quantity."""
        return False

    def cancel(self) -> bool:
        """Leave what was begun; False when nothing was."""
        return False

    def _again(self) -> None:
        if self._asked is not None:
            self.show_begun(self._asked)

    def _keep(self, text: str) -> None:
        """Let whoever turns away now find this again; "" where nothing is begun any more."""
        self._keeps = bool(text)
        self.begun.emit(text)

    def _answer(self, text: str) -> None:
        """Answer, unless it is what was answered before."""
        if self._asked is not None and text == self._asked.given:
            if self._keeps:
                self._keep("")
            self.kept.emit()
        else:
            self.answered.emit(text)
