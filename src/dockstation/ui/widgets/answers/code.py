"""A code that is on the item."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dockstation.domain.checklist import NOT_APPLICABLE
from dockstation.domain.scan import shown
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.card import Card
from dockstation.ui.widgets.text_label import TextLabel


class CodeArea(AnswerArea):
    """Waits for a scan. What was shipped is said only once something was scanned."""

    typing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(confirms=False, parent=parent)
        self._scan, self._before = TextLabel("title"), TextLabel("lead")
        self._type = BigButton("plain")
        self._type.clicked.connect(self.typing_asked)
        self.extras.addWidget(self._type)
        card = Card("soft", padding=20)
        card.column.addWidget(self._scan)
        card.column.addWidget(self._before)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def take(self, code: str) -> None:
        """This was scanned."""
        self._answer(code)

    def show_begun(self, asked: Asked) -> None:
        self._type.show_text(self.tr("Type it"), "F4")
        given = asked.given or ""
        self._scan.setText(self.tr("Scan it now"))
        said = [self.tr("Scanned: {0}").format(shown(given)) if given and given != NOT_APPLICABLE else ""]
        if said[0] and asked.expected:
            said.append(self.tr("Shipped: {0}").format(", ".join(sorted(asked.expected)[:3])))
        self._before.setText("\n".join(each for each in said if each))
        self._before.setVisible(bool(said[0]))

    def confirm(self) -> None:
        if self._asked is not None and self._asked.given is not None:
            self.kept.emit()
        else:
            self.refused.emit("answer.no_code")
