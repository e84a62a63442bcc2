"""The line at the foot of the window: what the station is connected to, and who works at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dockstation.domain.room import Room
from dockstation.settings.languages import following, languages
from dockstation.ui import theme
from dockstation.ui.messages.words import language_name
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.text_label import TextLabel

BORDER_PX = 1
APART_PX, NEAR_PX = 32, 14
NAME_PX = 120
"""Of a name in a crowded strip; the rest is left out."""


class _Fact(QWidget):
    tapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = Pictogram(24)
        self._text = TextLabel("caption")
        self._text.setWordWrap(False)
        self._long = self._short = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._text)

    def show_fact(self, picture: str, text: str, tone: str, short: str = "") -> None:
        colours = theme.tokens()
        colour = {"late": colours.late, "good": colours.good}.get(tone, colours.muted)
        self._picture.show_pictogram(picture, colour)
        self._text.show_role("late" if tone == "late" else "caption")
        self._long, self._short = text, short or text
        self.setVisible(bool(text))

    def show_words(self, *, crowded: bool) -> None:
        """All words, or fewer that say the same."""
        self._text.setText(self._short if crowded else self._long)
        self.updateGeometry()

    def shortened(self, name: str) -> str:
        """As much of a name as a crowded strip has room for."""
        return self._text.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A finger may be broader than the words: the whole height of the strip counts."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()


class StatusStrip(QFrame):
    """Network, queue, rejected uploads, printer, person and language."""

    language_asked = Signal()
    printer_asked = Signal()
    """Somebody tapped the printer."""
    policy_asked = Signal()
    """Somebody wants to know what is wrong with the rules."""
    backup_asked = Signal()
    """Somebody wants to know why there is no backup."""
    clock_asked = Signal()
    """Somebody wants to know what is wrong with the clock."""
    disk_asked = Signal()
    """Somebody wants to know how much room the disk has."""
    outbox_asked = Signal()
    """Somebody tapped what waits for the server, or what it refused."""
    person_asked = Signal()
    """Somebody tapped who is signed in."""
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.TOUCH_PX + BORDER_PX)
        self._shown = ("unknown", 0, 0, "", "", "en")
        self._waits, self._doubted, self._room = "", 0, Room.PLENTY
        self._network, self._queue, self._rejected, self._printer, self._person = (_Fact() for _ in range(5))
        tapped = {
            self._printer: self.printer_asked, self._queue: self.outbox_asked, self._rejected: self.outbox_asked,
            self._person: self.person_asked,
        }  # fmt: skip
        for fact, asked in tapped.items():
            fact.setMinimumHeight(theme.TOUCH_PX)
            fact.tapped.connect(asked)
        self._by_need = (self._network, self._printer, self._person, self._queue, self._rejected)
        self._policy, self._backup = _button("notice", self.policy_asked), _button("notice", self.backup_asked)
        self._disk, self._clock = _button("notice", self.disk_asked), _button("notice", self.clock_asked)
        self._language, self._help = _button("quiet", self.language_asked), _button("quiet", self.help_asked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 12, 0)
        for fact in (self._network, self._queue, self._rejected, self._printer):
            row.addWidget(fact)
        for notice in (self._disk, self._clock, self._policy, self._backup):
            notice.hide()
            row.addWidget(notice, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._person)
        for quiet in (self._language, self._help):
            row.addWidget(quiet, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_status(self, network: str, queue: int, rejected: int, printer: str, person: str, language: str) -> None:
        """``network``: what ``Pace.network`` says; ``printer``: a PrinterState or ""; names as they are."""
        self._shown = (network, queue, rejected, printer, person, language)
        self.retranslate()

    def show_outbox(self, waits: str, doubted: int) -> None:
        """How long the oldest record has waited, "" while that is not long; how many the server doubts."""
        self._waits, self._doubted = waits, doubted

    def show_policy(self, *, is_good: bool) -> None:
        """Whether checklists and rules are as config says, or the last good ones."""
        self._policy.setVisible(not is_good)
        self._fit()

    def show_backup(self, *, is_good: bool) -> None:
        """Whether backups are made as config says."""
        self._backup.setVisible(not is_good)
        self._fit()

    def show_disk(self, room: Room) -> None:
        """How much room the disk has."""
        self._room = room
        self._disk.setVisible(room is not Room.PLENTY)
        self.retranslate()

    def show_clock(self, *, is_good: bool) -> None:
        """Whether this computer's clock is about the server's."""
        self._clock.setVisible(not is_good)
        self._fit()

    def retranslate(self) -> None:
        """Say all of it in the present language and colours."""
        network, queue, rejected, printer, person, _language = self._shown
        self._network.show_fact("cloud", *self._network_words().get(network, ("", "")))
        waiting = self.tr("To send: {0}").format(queue) if queue else self.tr("All sent")
        waits = f" · {self._waits}" if queue and self._waits else ""
        tone = "late" if waits else ""
        self._queue.show_fact("queue", waiting + waits, tone, f"{queue}{waits}" if queue else "")
        self._rejected.show_fact("reject", self._against(rejected), "late")
        self._printer.show_fact("printer", *self._printer_words().get(printer, ("", "")))
        self._policy.show_text(self.tr("Rules: mistake"))
        self._backup.show_text(self.tr("No backup"))
        self._clock.show_text(self.tr("Clock is wrong"))
        self._disk.show_text(self.tr("Disk: little room") if self._room is Room.LOW else self.tr("Disk full"))
        short = self._person.shortened(person)
        self._person.show_fact("person", person or self.tr("Nobody signed in"), "" if person else "late", short)
        self._fit()

    def _against(self, rejected: int) -> str:
        if rejected:
            return self.tr("Refused: {0}").format(rejected)
        return self.tr("To settle: {0}").format(self._doubted) if self._doubted else ""

    def _fit(self) -> None:
        """All words where there is room for them, else fewer, those first that are missed least."""
        for tight in (False, True):
            self._show_buttons(tight=tight)
            if self._fit_words():
                return

    def _show_buttons(self, *, tight: bool) -> None:
        """With their keys where there is room."""
        language = language_name(following(self._shown[-1], languages()))
        self._language.show_text(language, "" if tight else "F12")
        self._help.show_text("?" if tight else self.tr("Help"), "" if tight else "F1")
        self._help.setAccessibleName(self.tr("Help"))

    def _fit_words(self) -> bool:
        shortened: list[_Fact] = []
        for spacing, fact in ((APART_PX, None), (NEAR_PX, None), *((NEAR_PX, each) for each in self._by_need)):
            shortened += [fact] if fact else []
            self._row.setSpacing(spacing)
            for each in self._by_need:
                each.show_words(crowded=each in shortened)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _network_words(self) -> dict[str, tuple[str, ...]]:
        return {
            "online": (self.tr("Server connected"), "good", self.tr("Online")),
            "offline": (self.tr("Working offline"), "", self.tr("Offline")),
            "disk": (self.tr("Disk full: nothing comes or goes"), "late", self.tr("Disk full")),
            "unknown": (self.tr("Looking for the server"), "", self.tr("Looking")),
            "upgrade": (self.tr("Station is too old for the server"), "late", self.tr("Too old")),
            "enrol": (self.tr("Station not enrolled"), "late", self.tr("Not enrolled")),
        }

    def _printer_words(self) -> dict[str, tuple[str, ...]]:
        return {
            "ready": (self.tr("Printer ready"), "good", self.tr("Ready")),
            "paper_out": (self.tr("Printer: no paper"), "late", self.tr("No paper")),
            "head_open": (self.tr("Printer: head open"), "late", self.tr("Head open")),
            "ribbon_out": (self.tr("Printer: no ribbon"), "late", self.tr("No ribbon")),
            "paused": (self.tr("Printer paused"), "late", self.tr("Paused")),
            "hot": (self.tr("Printer too hot: it cools down"), "late", self.tr("Too hot")),
            "offline": (self.tr("Printer is offline"), "late", self.tr("Offline")),
            "fault": (self.tr("Printer reports a fault"), "late", self.tr("Fault")),
            "no_answer": (self.tr("Printer gives no answer"), "", self.tr("No answer")),
            "unreachable": (self.tr("Printer not reachable"), "late", self.tr("Not reachable")),
        }

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language or the theme changes."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


def _button(kind: str, asked: SignalInstance) -> BigButton:
    button = BigButton(kind)
    button.clicked.connect(asked)
    return button
