"""Written words."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dockstation.domain.checklist.answers import LONGEST_NOTE
from dockstation.ui import theme
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.text_label import TextLabel

SHORT_SCAN = re.compile(r"DSCMD-[0-9]$")
"""A scan this short passes for typing where somebody types."""


class TextArea(AnswerArea):
    """A line for the system's input method. It takes the keys only when it is tapped, or by F4."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._about, self._hint = TextLabel("strong"), TextLabel("muted")
        self._field = QLineEdit()
        self._field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._field.setMinimumHeight(theme.TOUCH_PX + 12)
        self._field.returnPressed.connect(self.confirm)
        self._write = BigButton("plain")
        self._write.clicked.connect(self.begin_writing)
        self.extras.addWidget(self._write)
        for widget in (self._about, self._field, self._hint):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def begin_writing(self) -> None:
        """Keys are letters from now on, until Enter."""
        self._field.setFocus()

    def begin(self, asked: Asked) -> None:
        self._field.setText(asked.given or "")
        self._field.setMaxLength(LONGEST_NOTE if asked.about else asked.question.most)
        self._field.clearFocus()

    def show_begun(self, asked: Asked) -> None:
        self._about.setText(self.tr("Say more about it: {0}").format(asked.about))
        self._about.setVisible(bool(asked.about))
        self._write.show_text(self.tr("Write"), "F4")
        self._field.setAccessibleName(asked.about or asked.question.text.in_language(asked.language))
        self._hint.setText(self.tr("At most {0} characters; Enter when it is done").format(self._field.maxLength()))

    def confirm(self) -> None:
        text = self._field.text()
        self._field.clearFocus()
        if scanned := SHORT_SCAN.search(text):
            self._field.setText(text[: scanned.start()])
            self.refused.emit("answer.no_choice")
        else:
            self._answer(text)

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_F4:
            self.begin_writing()
        elif key == Qt.Key.Key_Escape and self._field.hasFocus():
            self._field.clearFocus()
        else:
            return False
        return True

    def cancel(self) -> bool:
        before = (self._asked.given if self._asked else "") or ""
        begun = self._field.text() != before
        self._field.setText(before)
        self._field.clearFocus()
        return begun

    def hideEvent(self, event: QHideEvent) -> None:
        """Keys are shortcuts again."""
        self._field.clearFocus()
        super().hideEvent(event)
