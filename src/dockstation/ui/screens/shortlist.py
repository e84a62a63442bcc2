"""One code, several returns: the operator chooses the one that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.match import Shortlist
from dockstation.ui.widgets import BigButton, ReturnsList, Screen, TextLabel

NOTHING = Shortlist(())


class ShortlistScreen(Screen):
    """A row for each return; nothing is chosen beforehand."""

    chosen = Signal(str)
    """The number of a return."""
    server_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._code, self._language = NOTHING, "", "en"
        self._headline, self._hint = TextLabel("headline"), TextLabel("lead")
        self._list = ReturnsList()
        self._headline.calls(self._list)
        self._list.chosen.connect(self.chosen)
        self._back, self._server = BigButton("plain"), BigButton("plain")
        self._back.clicked.connect(self.left)
        self._server.clicked.connect(self.server_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        column.setSpacing(12)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        ending = QHBoxLayout()
        ending.setSpacing(12)
        ending.addWidget(self._back, 1)
        ending.addWidget(self._server, 2)
        column.addLayout(ending)
        self.retranslate()

    def show_shortlist(self, code: str, shortlist: Shortlist, language: str, *, may_ask: bool) -> None:
        """``code`` fit for a screen; ``may_ask``: the server has not been asked about it."""
        self._shown, self._code, self._language = shortlist, code, language
        self._server.setVisible(may_ask)
        self._list.scrollToTop()
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th return, from 1."""
        self._list.choose(n)

    def confirm(self) -> None:
        """Nothing is chosen without being named."""

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._headline.setText(self.tr("{0} belongs to several returns").format(self._code))
        more = self.tr("Which one is it? There are more than these: scan another code of the parcel if none fits.")
        self._hint.setText(more if self._shown.more else self.tr("Which one is it?"))
        self._back.show_text(self.tr("Back"), "Esc")
        self._server.show_text(self.tr("None of these: ask the server"), "F8")
        self._list.show_returns(self._shown.entries, self._language)
