"""The line at the foot of the window: what the station is connected to, and who works at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.text_label import TextLabel

BORDER_PX = 1


class _Fact(QWidget):
    tapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = Pictogram(24)
        self._text = TextLabel("caption")
        self._text.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._text)

    def show_fact(self, picture: str, text: str, tone: str) -> None:
        colours = theme.tokens()
        colour = {"late": colours.late, "good": colours.good}.get(tone, colours.muted)
        self._picture.show_pictogram(picture, colour)
        self._text.show_role("late" if tone == "late" else "caption")
        self._text.setText(text)
        self.setVisible(bool(text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A finger may be broader than the words: the whole height of the strip counts."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()


class StatusStrip(QFrame):
    """Network, queue, rejected uploads, printer, person and language."""

    language_asked = Signal()
    printer_asked = Signal()
    """Somebody tapped the printer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.TOUCH_PX + BORDER_PX)
        self._shown = ("unknown", 0, 0, "", "", "en")
        self._network, self._queue, self._rejected, self._printer, self._person = (_Fact() for _ in range(5))
        self._policy, self._is_good = _Fact(), True
        self._printer.setMinimumHeight(theme.TOUCH_PX)
        self._printer.tapped.connect(self.printer_asked)
        self._language = BigButton("quiet")
        self._language.clicked.connect(self.language_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 12, 0)
        row.setSpacing(32)
        for fact in (self._network, self._queue, self._rejected, self._printer, self._policy):
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self._person)
        row.addWidget(self._language, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_status(self, network: str, queue: int, rejected: int, printer: str, person: str, language: str) -> None:
        """``network``: online, offline, unknown or enrol; ``printer``: a PrinterState or ""; names as they are."""
        self._shown = (network, queue, rejected, printer, person, language)
        self.retranslate()

    def show_policy(self, *, is_good: bool) -> None:
        """Whether checklists and rules are as config says, or the last good ones."""
        self._is_good = is_good
        self.retranslate()

    def retranslate(self) -> None:
        """Say all of it in the present language and colours."""
        network, queue, rejected, printer, person, language = self._shown
        self._network.show_fact("cloud", *self._network_words().get(network, ("", "")))
        self._queue.show_fact("queue", self.tr("To send: {0}").format(queue) if queue else self.tr("All sent"), "")
        refused = self.tr("Refused: {0}").format(rejected) if rejected else ""
        self._rejected.show_fact("reject", refused, "late")
        self._printer.show_fact("printer", *self._printer_words().get(printer, ("", "")))
        self._policy.show_fact("reject", "" if self._is_good else self.tr("Rules: mistake"), "late")
        self._person.show_fact("person", person or self.tr("Nobody signed in"), "" if person else "late")
        self._language.show_text("English" if language == "zh_CN" else "中文", "F12")

    def _network_words(self) -> dict[str, tuple[str, str]]:
        return {
            "online": (self.tr("Server connected"), "good"),
            "offline": (self.tr("Working offline"), ""),
            "unknown": (self.tr("Looking for the server"), ""),
            "enrol": (self.tr("Station not enrolled"), "late"),
        }

    def _printer_words(self) -> dict[str, tuple[str, str]]:
        return {
            "ready": (self.tr("Printer ready"), "good"),
            "paper_out": (self.tr("Printer: no paper"), "late"),
            "head_open": (self.tr("Printer: head open"), "late"),
            "ribbon_out": (self.tr("Printer: no ribbon"), "late"),
            "paused": (self.tr("Printer paused"), "late"),
            "hot": (self.tr("Printer too hot: it cools down"), "late"),
            "offline": (self.tr("Printer is offline"), "late"),
            "fault": (self.tr("Printer reports a fault"), "late"),
            "no_answer": (self.tr("Printer gives no answer"), ""),
            "unreachable": (self.tr("Printer not reachable"), "late"),
        }

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language or the theme changes."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
