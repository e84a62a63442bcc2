"""The printers of this station: how each is, and its settings by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.set_printers_up import PrintersView
from dockstation.domain.printer_setup import Settings
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, Card, ConfirmButton, OptionGrid, Row, RowList, Screen, TextLabel, feet
from dockstation.ui.widgets.choice_tile import Choice

SETTINGS = ("language", "dpi", "size", "darkness", "speed", "offset", "address", "labels")
"""By the number that asks for each."""
CALIBRATE = "calibrate"
"""Behind the number after them."""
ROWS = 4


@dataclass(frozen=True, slots=True)
class PrintersPage:
    """What config says, how each printer is by its name ("" while it is asked), and the name of the one looked at."""

    view: PrintersView
    states: Mapping[str, str]
    chosen: str


class PrintersScreen(Screen):
    """The list on the left, the settings of the one looked at on the right."""

    printer_chosen = Signal(str)
    setting_asked = Signal(str)
    """One of ``SETTINGS``, or ``CALIBRATE``."""
    test_asked = Signal()
    more_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PrintersPage | None = None
        self._heading, self._none, self._title = TextLabel("headline"), TextLabel("lead"), TextLabel("title")
        self._list, self._settings = RowList(tappable=True), OptionGrid(rows=ROWS)
        self._heading.calls(self._list)
        self._list.chosen.connect(self.printer_chosen)
        self._settings.chosen.connect(self.setting_asked)
        self._test, self._calibrate = ConfirmButton(), BigButton("plain")
        self._more, self._leave = BigButton("plain"), BigButton("plain")
        self._test.clicked.connect(self.confirm)
        self._calibrate.clicked.connect(lambda: self.setting_asked.emit(CALIBRATE))
        self._more.clicked.connect(self.more_asked)
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._printers(), 4)
        row.addLayout(self._one(), 5)
        self.retranslate()

    def _printers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        feet = QHBoxLayout()
        feet.setSpacing(12)
        feet.addWidget(self._leave, 1)
        feet.addWidget(self._more, 1)
        column.addLayout(feet)
        return column

    def _one(self) -> QVBoxLayout:
        self._card = Card(padding=16)
        self._card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._card.column.addWidget(self._title)
        self._card.column.addWidget(self._settings)
        self._card.column.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        column.addLayout(feet(self._test, self._calibrate))
        return column

    def show_printers(self, page: PrintersPage) -> None:
        """Show them; the list keeps its place."""
        self._page = page
        self.retranslate()

    def step(self, rows: int) -> None:
        """Look at the printer so many rows below the one that is looked at."""
        if listed := self._list.rows():
            self.printer_chosen.emit(listed[min(len(listed) - 1, max(0, self._list.marked + rows))].key)

    def choose(self, number: int) -> None:
        """The setting with this number, from 1."""
        if not self._page or self._page.chosen not in self._page.view.printers:
            return
        if number == len(SETTINGS) + 1:
            self.setting_asked.emit(CALIBRATE)
        else:
            self._settings.choose(number)

    def confirm(self) -> None:
        """What the largest button says."""
        if self._page and self._page.chosen in self._page.view.printers:
            self.test_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._heading.setText(self.tr("Printers"))
        self._none.setText(
            self.tr("No printer is set up. F7 finds those on USB, in print queues and on the network.")
        )
        self._test.show_text(self.tr("Test print"), "Enter")
        self._calibrate.show_text(self.tr("Calibrate"), str(len(SETTINGS) + 1))
        self._more.show_text(self.tr("Find or add a printer"), "F7")
        self._leave.show_text(self.tr("Back"), "Esc")
        if self._page is not None:
            self._show(self._page)

    def _show(self, page: PrintersPage) -> None:
        names = list(page.view.printers)
        self._list.show_rows([self._row(page, name) for name in names])
        self._list.show_marked(names.index(page.chosen) if page.chosen in names else -1)
        self._none.setVisible(not names)
        for each in (self._card, self._test, self._calibrate):
            each.setVisible(page.chosen in names)
        if page.chosen in names:
            self._show_one(page, page.view.printers[page.chosen])

    def _row(self, page: PrintersPage, name: str) -> Row:
        settings, state = page.view.printers[name], page.states.get(name, "")
        tone = {"ready": "good", "": "", "no_answer": ""}.get(state, "late")
        said = messages.printer_state(state) if state else self.tr("looking …")
        return Row(
            name,
            name,
            messages.printer_address(settings),
            said,
            self.tr("this station's") if _is_own(page, name) else "",
            tone,
        )

    def _show_one(self, page: PrintersPage, settings: Settings) -> None:
        self._title.setText(page.chosen)
        texts = self._texts()
        values = self._values(settings)
        self._settings.show_choices(
            [Choice(each, texts[each], detail=values.get(each, "")) for each in SETTINGS], frozenset()
        )

    def _texts(self) -> dict[str, str]:
        return {
            "language": self.tr("Language"),
            "dpi": self.tr("Resolution"),
            "size": self.tr("Label size"),
            "darkness": self.tr("Darkness"),
            "speed": self.tr("Speed"),
            "offset": self.tr("Offset"),
            "address": self.tr("Address"),
            "labels": self.tr("Labels"),
        }

    def _values(self, settings: Settings) -> dict[str, str]:
        return {
            "language": messages.printer_language(str(settings["language"])),
            "dpi": f"{settings['dpi']} dpi",
            "size": messages.printer_size(settings),
            "darkness": messages.printer_number(settings, "darkness"),
            "speed": messages.printer_number(settings, "speed"),
            "offset": messages.printer_offsets(settings),
            "address": messages.printer_address(settings),
            "labels": self.tr("what goes where"),
        }


def _is_own(page: PrintersPage, name: str) -> bool:
    return page.view.labels.get("printer") == name
