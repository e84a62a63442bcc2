"""A number, typed or from the scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dockstation.application.ports.scale import Reading
from dockstation.domain.checklist import QuestionKind
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.number_pad import ERASE, POINT, SIGN, NumberPad
from dockstation.ui.widgets.text_label import TextLabel

LONGEST = 10
KEYS = {
    Qt.Key.Key_Period: POINT, Qt.Key.Key_Comma: POINT, Qt.Key.Key_Minus: SIGN, Qt.Key.Key_Backspace: ERASE,
}  # fmt: skip


class MeasureArea(AnswerArea):
    """Nothing stands there beforehand. What was typed goes before what lies on the scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._typed = ""
        self._reading: Reading | None = None
        self._pad, self._told = NumberPad(), TextLabel("muted")
        self._pad.pressed.connect(self._press)
        self._scale = BigButton("plain")
        self._scale.clicked.connect(self._weigh)
        self.extras.addWidget(self._scale)
        self.body.addWidget(self._told)
        self.body.addWidget(self._pad)
        self.body.addStretch(1)

    def show_reading(self, reading: Reading | None) -> None:
        """What lies on the scale now; None where there is none."""
        self._reading = reading
        self._again()

    def begin(self, _asked: Asked, /) -> None:
        self._typed = ""

    def show_begun(self, asked: Asked) -> None:
        measure = asked.question.measure
        if measure is None:
            return
        weighs = asked.question.kind is QuestionKind.WEIGHT and self._reading is not None
        self._pad.show_keys(point=measure.decimals > 0, sign=measure.least < 0)
        self._pad.show_number(f"{self._typed or '–'} {measure.unit}")
        self._scale.setVisible(weighs)
        if self._reading is not None:
            moving = "" if self._reading.stable else " …"
            self._scale.show_text(self.tr("Scale: {0} g").format(self._reading.grams) + moving)
        said = self.tr("From {0} to {1} {2}").format(f"{measure.least:g}", f"{measure.most:g}", measure.unit)
        before = self.tr("before: {0}").format(asked.given) if asked.given not in (None, "na") else ""
        self._told.setText("  ·  ".join(each for each in (said, before) if each))

    def _press(self, char: str) -> None:
        measure = self._asked.question.measure if self._asked else None
        if measure is None:
            return
        if char == ERASE:
            self._typed = self._typed[:-1]
        elif char == SIGN:
            self._typed = self._typed.removeprefix(SIGN) if SIGN in self._typed else SIGN + self._typed
        elif char != POINT or (measure.decimals and POINT not in self._typed):
            self._typed = (self._typed + char)[:LONGEST]
        self._again()

    def confirm(self) -> None:
        asked = self._asked
        if self._typed:
            typed = self._typed.removesuffix(POINT)
            self._answer(f"0{typed}" if typed.startswith(POINT) else typed)
        elif asked is not None and asked.question.kind is QuestionKind.WEIGHT and self._reading is not None:
            self._weigh()
        elif asked is not None and asked.given is not None:
            self.kept.emit()
        else:
            self.refused.emit("answer.no_number")

    def _weigh(self) -> None:
        if self._reading is not None and self._reading.stable:
            self._answer(str(self._reading.grams))
        else:
            self.refused.emit("scale.moving")

    def digit(self, n: int) -> bool:
        self._press(str(n))
        return True

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace and not self._typed:
            return False
        if char := next((each for known, each in KEYS.items() if key == known), ""):
            self._press(char)
        else:
            return False
        return True

    def word(self, word: str) -> bool:
        quantity = word.removeprefix("Q")
        if quantity == word or quantity.strip("0123456789.-"):
            return False
        self._typed = quantity[:LONGEST]
        self._again()
        return True

    def cancel(self) -> bool:
        begun, self._typed = bool(self._typed), ""
        self._again()
        return begun
