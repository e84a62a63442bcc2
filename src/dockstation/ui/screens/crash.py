"""Something went wrong in the program: what is kept, what to do, and the number to tell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.theme import tokens
from dockstation.ui.widgets import BigButton, Pictogram, Screen, TextLabel

WIDEST_PX = 900
RESTART, SAVE, GO_ON = range(1, 4)
SAFELY, AS_ALWAYS, LEAVE = range(1, 4)


class CrashScreen(Screen):
    """Covers the whole window, and needs nothing of what it covers.

    Says which of its buttons was chosen: RESTART, SAVE, GO_ON; of the offer at the start SAFELY, AS_ALWAYS, LEAVE.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number, self._note = "", ""
        self._may_go_on = self._is_offer = False
        self._picture = Pictogram(96)
        self._headline, self._text = TextLabel("headline"), TextLabel("lead")
        self._id, self._said = TextLabel("display"), TextLabel("lead")
        self._foot = TextLabel("muted")
        self._buttons = [BigButton("primary"), BigButton("plain"), BigButton("plain")]
        for place, button in enumerate(self._buttons, 1):
            button.clicked.connect(lambda _checked=False, place=place: self.choose(place))
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST_PX)
        column = QVBoxLayout(middle)
        column.setSpacing(self.GAP)
        column.addStretch(1)
        column.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (self._headline, self._text, self._id, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(self.GAP)
        for button in self._buttons:
            buttons.addWidget(button, 1)
        column.addLayout(buttons)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._foot)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        row.addWidget(middle)

    def show_crash(self, number: str, *, may_go_on: bool, note: str = "") -> None:
        """A failure with this number; ``note`` is what became of the report that was to be saved."""
        self._number, self._may_go_on, self._note, self._is_offer = number, may_go_on, note, False
        self.retranslate()

    def show_offer(self) -> None:
        """The station ended again and again: how shall it start?"""
        self._number, self._may_go_on, self._note, self._is_offer = "", True, "", True
        self.retranslate()

    def choose(self, place: int) -> None:
        """The button at that place, from 1; nothing where it is not offered."""
        if 1 <= place <= 3 and (place < 3 or self._may_go_on):
            self.chosen.emit(place)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._picture.show_pictogram("reject", tokens().late)
        if self._is_offer:
            self._say_offer()
        else:
            self._say_crash()
        self._id.setText(self._number)
        self._id.setVisible(bool(self._number))
        self._said.setText(self._note)
        self._said.setVisible(bool(self._note))
        self._buttons[2].setVisible(self._may_go_on)

    def _say_crash(self) -> None:
        kept = self.tr(
            "Your work is kept: every answer and photo that you confirmed is stored. Restart; the work goes on where "
            "it was. Tell your administrator this number:"
        )
        self._headline.setText(self.tr("Something went wrong in the program"))
        self._text.setText(kept)
        self._foot.setText(self.tr("Scans are not taken while this is shown: only Confirm, Back and Answer 1 to 3."))
        words = (
            (self.tr("Restart"), "Enter"),
            (self.tr("Save a report for support"), "2"),
            (self.tr("Go on"), "Esc"),
        )
        self._name(*words)

    def _say_offer(self) -> None:
        why = self.tr(
            "It can start without what may be the cause: camera, scanners that are no keyboards, scale, and folders "
            "of pictures stay off until the next start. Everything else works."
        )
        self._headline.setText(self.tr("The station ended several times in a row"))
        self._text.setText(why)
        self._foot.setText("")
        self._name((self.tr("Start safely"), "Enter"), (self.tr("Start as always"), "2"), (self.tr("Close"), "Esc"))

    def _name(self, *words: tuple[str, str]) -> None:
        for button, (text, key) in zip(self._buttons, words, strict=True):
            button.show_text(text, key)
