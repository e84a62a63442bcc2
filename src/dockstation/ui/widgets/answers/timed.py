"""A step that takes its time, then its answers."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.answers.options import TILE_PX, choices
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.option_grid import OptionGrid
from dockstation.ui.widgets.text_label import TextLabel

LOOK_MS = 200


class TimedArea(AnswerArea):
    """The answers open when the time has run. Whoever leaves begins again from the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(confirms=False, parent=parent)
        self._clock, self._done = QElapsedTimer(), False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._again)
        self._left, self._state = TextLabel("countdown"), TextLabel("muted")
        self._run = BigButton("plain")
        self._run.clicked.connect(self.start)
        self._grid = OptionGrid(height=TILE_PX)
        self._grid.chosen.connect(self._answer)
        clock = QVBoxLayout()
        for widget in (self._left, self._state, self._run):
            clock.addWidget(widget)
        clock.addStretch(1)
        answers = QVBoxLayout()
        answers.addWidget(self._grid)
        answers.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(clock, 1)
        row.addLayout(answers, 2)
        self.body.addLayout(row)

    def start(self) -> None:
        """From the whole time, once more."""
        self._clock.start()
        self._done = False
        self._look.start()
        self._again()

    def begin(self, _asked: Asked, /) -> None:
        self._clock.invalidate()
        self._done = False
        self._look.stop()
        self._grid.show_focus(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody watched has not run."""
        if self._asked is not None:
            self.begin(self._asked)
            self._again()
        super().hideEvent(event)

    @property
    def running(self) -> bool:
        """Whether the time runs."""
        return self._clock.isValid() and not self._done

    @property
    def left(self) -> int:
        """Seconds still to wait."""
        if self._asked is None or self._done:
            return 0
        elapsed = self._clock.elapsed() if self._clock.isValid() else 0
        return max(0, ceil((self._asked.question.seconds * 1000 - elapsed) / 1000))

    def show_begun(self, asked: Asked) -> None:
        left = self.left
        if not left:
            self._done = True
            self._look.stop()
        self._left.setText(f"{left // 60}:{left % 60:02}")
        self._state.setText(self._said())
        begun = self._clock.isValid()
        self._run.show_text(self.tr("Again"))
        self._run.setVisible(begun)
        self.confirming.emit("" if begun else self.tr("Start"))
        self._grid.setEnabled(self._done)
        self._grid.show_choices(choices(asked.question.options, asked.language), {asked.given or ""})

    def _said(self) -> str:
        if self._done:
            return self.tr("Now answer")
        return self.tr("Running") if self._clock.isValid() else self.tr("The answers open after this time")

    def confirm(self) -> None:
        if not self._done and not self._clock.isValid():
            self.start()
        elif not self._done:
            self.refused.emit("answer.still_running")
        elif not self._grid.choose_focused():
            self.refused.emit("answer.nothing_chosen")

    def digit(self, n: int) -> bool:
        if not self._done:
            self.refused.emit("answer.still_running")
            return True
        return self._grid.choose(n)

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_Space:
            self.confirm()
        else:
            return self._done and self._grid.move_focus(key)
        return True

    def cancel(self) -> bool:
        begun = self._clock.isValid()
        if self._asked is not None:
            self.begin(self._asked)
            self._again()
        return begun
